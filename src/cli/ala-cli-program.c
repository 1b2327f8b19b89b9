/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-program.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-help.h"
#include "ala-cli-output.h"
#include "ala-cli-progress.h"
#include "ala-cli-suggest.h"

/* The signal that came, 0 for none. The first one cancels; a second one finds the handler gone and ends the program at once. */
typedef struct
{
  GCancellable *cancellable;
  int number;
  guint on_interrupt;
  guint on_terminate;
} Signals;

static gboolean
interrupt_cb (gpointer data)
{
  Signals *self = data;

  self->on_interrupt = 0;
  self->number = SIGINT;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
terminate_cb (gpointer data)
{
  Signals *self = data;

  self->on_terminate = 0;
  self->number = SIGTERM;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/* Whether @word is the first of a name of two words. */
static gboolean
is_group (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    if (g_str_has_prefix (command->name, prefix))
      return TRUE;

  return FALSE;
}

AlaCliStatus
ala_cli_program_fail_unknown (const char *typed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *nearest;

  g_return_val_if_fail (typed != NULL, ALA_CLI_USAGE);

  /* The first word of a group alone, too: that is what is found when it is misspelt. */
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    {
      const char *space = strchr (command->name, ' ');

      g_ptr_array_add (names, g_strdup (command->name));
      if (space != NULL)
        g_ptr_array_add (names, g_strndup (command->name, space - command->name));
    }
  g_ptr_array_add (names, NULL);
  nearest = ala_cli_suggest (typed, (const char * const *) names->pdata);

  if (nearest != NULL)
    ala_cli_message (_("There is no command “%s”. Did you mean “%s”?"), typed, nearest);
  else
    ala_cli_message (_("There is no command “%s”. “applink help” lists all of them."), typed);
  return ALA_CLI_USAGE;
}

/* No command is called @first, or @first and @second. */
static AlaCliStatus
fail_on_words (const char *first,
               const char *second)
{
  g_autofree char *both = NULL;

  if (!is_group (first))
    return ala_cli_program_fail_unknown (first);

  if (second == NULL || *second == '-')
    {
      g_autofree char *list = ala_cli_help_dup_list (first);

      ala_cli_message (_("“%s” needs a second word:"), first);
      ala_cli_message ("%s", list);
      return ALA_CLI_USAGE;
    }

  both = g_strjoin (" ", first, second, NULL);
  return ala_cli_program_fail_unknown (both);
}

static const char *
suggest_option (const AlaCliCommand *command,
                const char          *typed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "help");
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    g_ptr_array_add (names, (gpointer) entry->long_name);
  g_ptr_array_add (names, NULL);

  return ala_cli_suggest (typed, (const char * const *) names->pdata);
}

static AlaCliStatus
fail_on_option (const AlaCliCommand *command,
                const char          *option)
{
  g_autofree char *name = g_strdup (option + strspn (option, "-"));
  const char *nearest;

  name[strcspn (name, "=")] = '\0';
  nearest = suggest_option (command, name);

  /* Only the option's name is repeated: its value may be something that was not meant to be shown. */
  if (nearest != NULL)
    ala_cli_message (_("“%s” has no option “%.*s”. Did you mean “--%s”?"), command->name,
                     (int) strcspn (option, "="), option, nearest);
  else
    ala_cli_message (_("“%s” has no option “%.*s”. “applink help %s” lists its options."), command->name,
                     (int) strcspn (option, "="), option, command->name);
  return ALA_CLI_USAGE;
}

/* How many arguments a line such as "FILE [OTHER…]" allows. */
static void
count_arguments (const char *arguments,
                 guint      *least,
                 guint      *most)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);

  *least = *most = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (*words[i] != '[')
        (*least)++;
      *most = strstr (words[i], "…") != NULL ? G_MAXUINT : *most + 1;
    }
}

static AlaCliStatus
run_command (const AlaCliCommand *command,
             char              ***arguments,
             GCancellable        *cancellable)
{
  gboolean help = FALSE, only_arguments = FALSE;
  g_autoptr (GOptionContext) context = ala_cli_help_new_context (command, &help);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint least, most;

  /* Unknown ones are left for us, who know what to suggest. */
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      ala_cli_message ("%s", error->message);
      ala_cli_message (_("“applink help %s” shows how it is used."), command->name);
      return ALA_CLI_USAGE;
    }

  if (help)
    {
      g_autofree char *text = ala_cli_help_dup_text (command);

      ala_cli_print ("%s", text);
      return ALA_CLI_OK;
    }

  for (guint i = 1; (*arguments)[i] != NULL; i++)
    {
      const char *argument = (*arguments)[i];

      if (only_arguments || *argument != '-' || g_str_equal (argument, "-"))
        g_ptr_array_add (rest, (gpointer) argument);
      else if (g_str_equal (argument, "--"))
        only_arguments = TRUE;
      else
        return fail_on_option (command, argument);
    }

  count_arguments (command->arguments, &least, &most);
  if (rest->len < least || rest->len > most)
    {
      if (rest->len < least)
        ala_cli_message (_("Something is missing: applink %s %s"), command->name, ala_cli_command_get_arguments (command));
      else
        ala_cli_message (_("“%s” is one too many: applink %s %s"), (char *) g_ptr_array_index (rest, most),
                         command->name, ala_cli_command_get_arguments (command));
      ala_cli_message (_("“applink help %s” shows how it is used."), command->name);
      return ALA_CLI_USAGE;
    }

  if (ala_cli_connection_check_options () != ALA_CLI_OK)
    return ALA_CLI_USAGE;

  g_ptr_array_add (rest, NULL);
  return command->run ((const char * const *) rest->pdata, cancellable);
}

/* Finds the command in @argv and how many words its name takes. */
static const AlaCliCommand *
find_in_arguments (char **argv,
                   guint *n_words)
{
  const AlaCliCommand *command = NULL;

  if (argv[1] != NULL && argv[2] != NULL)
    {
      g_autofree char *name = g_strjoin (" ", argv[1], argv[2], NULL);

      command = ala_cli_command_find (name);
      *n_words = 2;
    }
  if (command == NULL && argv[1] != NULL)
    {
      command = ala_cli_command_find (argv[1]);
      *n_words = 1;
    }

  return command;
}

/* Where one of the three is closed, the next file or connection that is opened would be taken for it, and what is printed would
 * land there. Each is opened the wrong way round, so that using it fails as it did before. */
static void
occupy_standard_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int
ala_cli_program_run (int   argc,
                     char *argv[])
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Signals signals = { cancellable };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const AlaCliCommand *command;
  AlaCliStatus status;
  guint n_words = 0;

  occupy_standard_descriptors ();
  if (argc < 2)
    {
      g_autofree char *overview = ala_cli_help_dup_overview ();

      ala_cli_message ("%s", overview);
      return ALA_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    argv[1] = (char *) "help";
  else if (g_str_equal (argv[1], "--version"))
    argv[1] = (char *) "version";
  else if (*argv[1] == '-')
    {
      ala_cli_message (_("The first word has to be a command. “applink help” lists all of them."));
      return ALA_CLI_USAGE;
    }

  command = find_in_arguments (argv, &n_words);
  if (command == NULL)
    return fail_on_words (argv[1], argv[2]);

  g_strv_builder_add (builder, argv[0]);
  g_strv_builder_addv (builder, (const char **) argv + 1 + n_words);
  arguments = g_strv_builder_end (builder);

  signals.on_interrupt = g_unix_signal_add (SIGINT, interrupt_cb, &signals);
  signals.on_terminate = g_unix_signal_add (SIGTERM, terminate_cb, &signals);
  status = run_command (command, &arguments, cancellable);
  ala_cli_progress_end ();
  if (!ala_cli_print_end (&error))
    {
      ala_cli_message_problem (ALA_CLI_MARK_FAILED, error);
      status = ALA_CLI_NOT_RUN;
    }
  g_clear_handle_id (&signals.on_interrupt, g_source_remove);
  g_clear_handle_id (&signals.on_terminate, g_source_remove);

  /* As a shell says it of a program that a signal ended, unless being stopped is how the command ends anyway. */
  return signals.number != 0 && status != ALA_CLI_OK ? 128 + signals.number : (int) status;
}
