/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-manual.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-commands.h"

/* Text in a form in which roff takes nothing in it for a request or an escape. */
static void
append_text (GString    *page,
             const char *text)
{
  gboolean line_begins = page->len == 0 || page->str[page->len - 1] == '\n';

  for (; *text != '\0'; text++)
    {
      if (line_begins && (*text == '.' || *text == '\''))
        g_string_append (page, "\\&");
      if (*text == '\\')
        g_string_append (page, "\\e");
      else if (*text == '-')
        g_string_append (page, "\\-");
      else
        g_string_append_c (page, *text);
      line_begins = *text == '\n';
    }
}

static void
append_bold (GString    *page,
             const char *text)
{
  g_string_append (page, "\\fB");
  append_text (page, text);
  g_string_append (page, "\\fR");
}

static void
append_italic (GString    *page,
               const char *text)
{
  g_string_append (page, "\\fI");
  append_text (page, text);
  g_string_append (page, "\\fR");
}

/* Paragraphs; one whose lines are indented is a list, and stays as it is. */
static void
append_description (GString    *page,
                    const char *description,
                    gboolean    begins)
{
  g_auto (GStrv) paragraphs = g_strsplit (description, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      gboolean is_list = *paragraphs[i] == ' ';

      if (i > 0 || !begins)
        g_string_append (page, ".PP\n");
      if (is_list)
        g_string_append (page, ".nf\n");
      append_text (page, paragraphs[i]);
      g_string_append (page, is_list ? "\n.fi\n" : "\n");
    }
}

static void
append_option (GString            *page,
               const GOptionEntry *entry)
{
  g_autofree char *name = g_strconcat ("--", entry->long_name, NULL);

  if (entry->flags & G_OPTION_FLAG_HIDDEN)
    return;

  g_string_append (page, ".TP\n");
  append_bold (page, name);
  if (entry->arg_description != NULL)
    {
      g_string_append_c (page, '=');
      append_italic (page, _(entry->arg_description));
    }
  g_string_append_c (page, '\n');
  append_text (page, _(entry->description));
  g_string_append (page, ".\n");
}

static void
append_command (GString             *page,
                const AlaCliCommand *command)
{
  const char *arguments = ala_cli_command_get_arguments (command);

  g_string_append (page, ".SS \"");
  append_text (page, command->name);
  if (*arguments != '\0')
    {
      g_string_append_c (page, ' ');
      append_text (page, arguments);
    }
  g_string_append (page, "\"\n");
  append_text (page, _(command->summary));
  g_string_append (page, ".\n");
  if (command->description != NULL)
    append_description (page, _(command->description), FALSE);
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    append_option (page, entry);
}

static void
append_section (GString    *page,
                const char *title,
                const char *text)
{
  g_string_append_printf (page, ".SH %s\n", title);
  append_description (page, text, TRUE);
}

char *
ala_cli_manual_dup (void)
{
  GString *page = g_string_new (NULL);

  g_string_append_printf (page, ".\\\" Made from the table of commands, not to be edited.\n"
                          ".TH APPLINK 1 \"\" \"applink %s\" \"Applink Assistant\"\n"
                          ".SH NAME\napplink \\- connect products to Jira by an application link\n"
                          ".SH SYNOPSIS\n\\fBapplink\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]\n", ALA_VERSION);
  append_section (page, "DESCRIPTION",
                  _("Connects products to Jira by an application link (OAuth 1.0a), and proves that it works. What was begun in the window "
                    "of Applink Assistant can be finished here, and the other way round.\n\n"
                    "Data goes to standard output, messages to standard error. Every command takes --help."));
  g_string_append (page, ".SH COMMANDS\n");
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    append_command (page, command);
  append_section (page, "EXIT STATUS",
                  _("0 when all is well, 1 when something is worth mending, 2 when something failed, 3 when a command could not be run at "
                    "all, 64 when it was used in a wrong way, and 128 and the number of the signal when a signal ended it."));
  append_section (page, "SECRETS",
                  _("Keys and passwords come from a file, from standard input with “-”, from a descriptor that a script has opened, as "
                    "/dev/fd/3, or from the keyring; never from arguments, which everybody on the computer can read. They are printed only "
                    "by “key export”, “credentials” and “handover --secret”, and with a warning on a terminal."));
  append_section (page, "ENVIRONMENT",
                  _("NO_COLOR, when set, switches colours off. They are used on a terminal only."));
  append_section (page, "MONITORING",
                  _("“check --nagios” prints one line, and ends with what Nagios and its relatives expect. A timer of systemd that checks a "
                    "link every night comes along: “systemctl --user enable --now applink-check@ID.timer”. “report compare” says by its exit "
                    "status whether something has become worse since an earlier report."));
  append_section (page, "FILES",
                  _("The links are in applink-assistant in the user’s data folder, usually ~/.local/share. Their secrets are in the "
                    "desktop’s keyring, or with “link new --store file” in the folder “secrets” there, readable for their owner only."));
  return g_string_free (page, FALSE);
}
