/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-help.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-output.h"
#include "ala-cli-program.h"

/* What a terminal shows in a line without breaking it in the middle of a word. */
#define COLUMNS 80

/* Lists, whose lines begin with a space, keep their lines. */
static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], *lines[i] == ' ' ? "\n" : " ", -1);
      glong used = 0;

      for (guint j = 0; words[j] != NULL; j++)
        {
          glong length = g_utf8_strlen (words[j], -1);

          if (j > 0 && used + 1 + length > COLUMNS)
            used = 0;
          if (j > 0)
            g_string_append_c (folded, used == 0 ? '\n' : ' ');
          g_string_append (folded, words[j]);
          used += length + (used > 0 ? 1 : 0);
        }
      if (lines[i + 1] != NULL)
        g_string_append_c (folded, '\n');
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

GOptionContext *
ala_cli_help_new_context (const AlaCliCommand *command,
                          gboolean            *help)
{
  const GOptionEntry help_option[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_("Show how this command is used"), NULL },
    { NULL }
  };
  GOptionContext *context;
  g_autofree char *summary = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (command != NULL, NULL);
  g_return_val_if_fail (help != NULL, NULL);

  if (command->description != NULL)
    summary = g_strconcat (_(command->summary), ".\n\n", _(command->description), NULL);
  else
    summary = g_strconcat (_(command->summary), ".", NULL);

  context = g_option_context_new (*command->arguments != '\0' ? command->arguments : NULL);
  folded = fold (summary);
  g_option_context_set_summary (context, folded);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_option, GETTEXT_PACKAGE);

  return context;
}

char *
ala_cli_help_dup_text (const AlaCliCommand *command)
{
  gboolean unused;
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *program = NULL, *usual = NULL;
  char *text;

  g_return_val_if_fail (command != NULL, NULL);

  context = ala_cli_help_new_context (command, &unused);

  /* The usage line begins with the program's name, and to the person the command is part of that. */
  usual = g_strdup (g_get_prgname ());
  program = g_strconcat (usual, " ", command->name, NULL);
  g_set_prgname (program);
  text = g_option_context_get_help (context, FALSE, NULL);
  g_set_prgname (usual);

  return text;
}

char *
ala_cli_help_dup_list (const char *group)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *prefix = group != NULL ? g_strconcat (group, " ", NULL) : g_strdup ("");
  glong width = 0;

  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    width = MAX (width, g_utf8_strlen (command->name, -1) + g_utf8_strlen (ala_cli_command_get_arguments (command), -1) + 1);

  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    {
      const char *arguments = ala_cli_command_get_arguments (command);
      glong used = g_utf8_strlen (command->name, -1) + g_utf8_strlen (arguments, -1) + 1;

      if (g_str_has_prefix (command->name, prefix))
        g_string_append_printf (list, "  %s %s%*s  %s\n", command->name, arguments,
                                (int) (width - used), "", _(command->summary));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
ala_cli_help_dup_overview (void)
{
  g_autofree char *list = ala_cli_help_dup_list (NULL);

  return g_strdup_printf ("%s\n  applink %s\n\n%s\n\n%s\n%s\n%s\n", _("Usage:"), _("COMMAND [OPTION…]"),
                          _("Connects products to Jira by an application link (OAuth 1.0a), and proves that it works."),
                          _("Commands:"), list, _("“applink help COMMAND” tells more about one of them."));
}

AlaCliStatus
ala_cli_help_run (const char * const *arguments,
                  GCancellable       *cancellable)
{
  g_autofree char *name = g_strjoinv (" ", (char **) arguments);
  g_autofree char *text = NULL;
  const AlaCliCommand *command = ala_cli_command_find (name);

  if (*name == '\0')
    {
      text = ala_cli_help_dup_overview ();
    }
  else if (command != NULL)
    {
      text = ala_cli_help_dup_text (command);
    }
  else
    {
      text = ala_cli_help_dup_list (name);
      if (*text == '\0')
        return ala_cli_program_fail_unknown (name);
    }

  ala_cli_print ("%s", text);
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_version_run (const char * const *arguments,
                     GCancellable       *cancellable)
{
  ala_cli_print ("applink %s\n", ALA_VERSION);
  return ALA_CLI_OK;
}
