/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-completion.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-commands.h"

#define HEADER "# Made from the table of commands, not to be edited.\n"

static gboolean
takes_value (const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE;
}

static gboolean
takes_file (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
}

/* What completes the arguments: the table names them. */
static gboolean
wants_link (const AlaCliCommand *command)
{
  return g_str_has_prefix (command->arguments, "ID");
}

static gboolean
wants_file (const AlaCliCommand *command)
{
  return strstr (command->arguments, "FILE") != NULL || g_str_equal (command->arguments, "A B");
}

/* Returns: (transfer full): the first words of all names, or with @group the second words of its names */
static GPtrArray *
list_words (const char *group)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    {
      g_auto (GStrv) parts = g_strsplit (command->name, " ", 2);
      const char *word = group == NULL ? parts[0] : g_str_equal (parts[0], group) ? parts[1] : NULL;

      if (word != NULL && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_strdup (word));
    }

  return words;
}

static char *
dup_words (const char *group)
{
  g_autoptr (GPtrArray) words = list_words (group);

  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

/* The options that @accept takes, with their dashes. */
static char *
dup_options (const AlaCliCommand  *command,
             gboolean           (* accept) (const GOptionEntry *entry))
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    if (accept == NULL || accept (entry))
      g_string_append_printf (names, "%s--%s", names->len > 0 ? " " : "", entry->long_name);
  if (accept == NULL)
    g_string_append_printf (names, "%s--help", names->len > 0 ? " " : "");

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* bash */

static void
append_bash_command (GString             *script,
                     const AlaCliCommand *command)
{
  g_autofree char *options = dup_options (command, NULL);
  g_autofree char *values = dup_options (command, takes_value);
  g_autofree char *files = dup_options (command, takes_file);
  gboolean is_pair = strchr (command->name, ' ') != NULL;

  g_string_append_printf (script, "    '%s'%s) options='%s' values='%s' files='%s' wants=%s ;;\n", command->name,
                          is_pair ? "" : "' '*", options, values, files,
                          wants_link (command) ? "link" : wants_file (command) ? "file" : g_str_equal (command->name, "help") ? "command" : "none");
}

char *
ala_cli_completion_dup_bash (void)
{
  GString *script = g_string_new ("# bash completion for applink\n" HEADER);
  g_autoptr (GPtrArray) first = list_words (NULL);
  g_autofree char *words = dup_words (NULL);

  g_string_append_printf (script,
                          "_applink ()\n{\n"
                          "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
                          "  local commands='%s' second= options= values= files= wants=none words=\n"
                          "  COMPREPLY=()\n"
                          "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                          "    mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$current\")\n"
                          "    return\n"
                          "  fi\n"
                          "  case ${COMP_WORDS[1]} in\n", words);
  for (guint i = 0; i < first->len; i++)
    {
      g_autofree char *second = dup_words (g_ptr_array_index (first, i));

      if (*second != '\0')
        g_string_append_printf (script, "    %s) second='%s' ;;\n", (char *) g_ptr_array_index (first, i), second);
    }
  g_string_append (script, "  esac\n  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n");
  /* Names of two words before those of one, of which they may be the beginning. */
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    if (strchr (command->name, ' ') != NULL)
      append_bash_command (script, command);
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    if (strchr (command->name, ' ') == NULL)
      append_bash_command (script, command);
  g_string_append (script,
                   "  esac\n"
                   "  if [[ \" $files \" == *\" $previous \"* ]]; then\n"
                   "    wants=file\n"
                   "  elif [[ \" $values \" == *\" $previous \"* ]]; then\n"
                   "    return\n"
                   "  elif [[ $current == -* ]]; then\n"
                   "    wants=none words=$options\n"
                   "  elif [ \"$COMP_CWORD\" -eq 2 ]; then\n"
                   "    words=$second\n"
                   "  fi\n"
                   "  case $wants in\n"
                   "    command) words=$commands ;;\n"
                   "    link) words=\"$words $(\"${COMP_WORDS[0]}\" link list 2>/dev/null | cut -d ' ' -f 1)\" ;;\n"
                   "    file) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -W \"$words\" -f -- \"$current\"); return ;;\n"
                   "  esac\n"
                   "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
                   "}\n"
                   "complete -F _applink applink\n");
  return g_string_free (script, FALSE);
}

/* zsh and fish have texts beside the words */

/* The text in single quotes, with @special escaped by a backslash inside of them. */
static void
append_quoted (GString    *script,
               const char *text,
               const char *special)
{
  for (; *text != '\0'; text++)
    {
      if (strchr (special, *text) != NULL)
        g_string_append_c (script, '\\');
      if (*text == '\'')
        g_string_append (script, "'\\''");
      else
        g_string_append_c (script, *text == '\n' ? ' ' : *text);
    }
}

static void
append_zsh_words (GString    *script,
                  const char *group)
{
  g_autoptr (GPtrArray) words = list_words (group);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *name = group != NULL ? g_strconcat (group, " ", word, NULL) : g_strdup (word);
      const AlaCliCommand *command = ala_cli_command_find (name);

      g_string_append_printf (script, " '%s:", word);
      append_quoted (script, command != NULL ? _(command->summary) : "", ":");
      g_string_append_c (script, '\'');
    }
}

static void
append_zsh_command (GString             *script,
                    const AlaCliCommand *command)
{
  g_string_append_printf (script, "    '%s') _arguments -S", command->name);
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    {
      g_string_append_printf (script, " \\\n      '%s--%s%s[", entry->arg == G_OPTION_ARG_STRING_ARRAY ? "*" : "", entry->long_name,
                              takes_value (entry) ? "=" : "");
      append_quoted (script, _(entry->description), "[]:\\");
      g_string_append_c (script, ']');
      if (takes_value (entry))
        {
          g_string_append_c (script, ':');
          append_quoted (script, entry->arg_description != NULL ? _(entry->arg_description) : "", ":");
          g_string_append (script, takes_file (entry) ? ":_files" : ": ");
        }
      g_string_append_c (script, '\'');
    }
  g_string_append (script, " \\\n      '--help[");
  append_quoted (script, _("Show how this command is used"), "[]:\\");
  g_string_append (script, "]'");
  if (wants_link (command))
    g_string_append (script, " \\\n      '*:link:_applink_links'");
  else if (wants_file (command))
    g_string_append (script, " \\\n      '*:file:_files'");
  g_string_append (script, " ;;\n");
}

char *
ala_cli_completion_dup_zsh (void)
{
  GString *script = g_string_new ("#compdef applink\n" HEADER);
  g_autoptr (GPtrArray) first = list_words (NULL);

  g_string_append (script,
                   "_applink_links () {\n"
                   "  local -a links\n"
                   "  links=(${(f)\"$(applink link list 2>/dev/null | cut -d ' ' -f 1)\"})\n"
                   "  compadd -a links\n"
                   "}\n"
                   "_applink () {\n"
                   "  local -a commands second\n"
                   "  local name\n"
                   "  commands=(");
  append_zsh_words (script, NULL);
  g_string_append (script,
                   " )\n"
                   "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
                   "  case $words[2] in\n");
  for (guint i = 0; i < first->len; i++)
    {
      g_autofree char *words = dup_words (g_ptr_array_index (first, i));

      if (*words == '\0')
        continue;
      g_string_append_printf (script, "    %s) second=(", (char *) g_ptr_array_index (first, i));
      append_zsh_words (script, g_ptr_array_index (first, i));
      g_string_append (script, " ) ;;\n");
    }
  g_string_append (script,
                   "  esac\n"
                   "  if (( CURRENT == 3 && $#second )); then _describe command second; fi\n"
                   "  name=$words[2]\n"
                   "  if [[ -n ${(M)second:#$words[3]:*} ]]; then\n"
                   "    name=\"$words[2] $words[3]\"\n"
                   "    shift 2 words; (( CURRENT -= 2 ))\n"
                   "  else\n"
                   "    shift words; (( CURRENT -= 1 ))\n"
                   "  fi\n"
                   "  case $name in\n");
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    append_zsh_command (script, command);
  g_string_append (script,
                   "  esac\n"
                   "}\n"
                   "_applink \"$@\"\n");
  return g_string_free (script, FALSE);
}

static void
append_fish_command (GString             *script,
                     const AlaCliCommand *command)
{
  g_auto (GStrv) parts = g_strsplit (command->name, " ", 2);
  g_autofree char *condition = NULL;

  if (parts[1] != NULL)
    {
      g_string_append_printf (script, "complete -c applink -n '__applink_is %s' -a %s -d '", parts[0], parts[1]);
      append_quoted (script, _(command->summary), "\\");
      g_string_append (script, "'\n");
      condition = g_strdup_printf ("__applink_in %s %s", parts[0], parts[1]);
    }
  else
    {
      g_string_append_printf (script, "complete -c applink -n __fish_use_subcommand -a %s -d '", parts[0]);
      append_quoted (script, _(command->summary), "\\");
      g_string_append (script, "'\n");
      condition = g_strdup_printf ("__applink_in %s", parts[0]);
    }

  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    {
      g_string_append_printf (script, "complete -c applink -n '%s' -l %s %s-d '", condition, entry->long_name,
                              takes_file (entry) ? "-r -F " : takes_value (entry) ? "-x " : "");
      append_quoted (script, _(entry->description), "\\");
      g_string_append (script, "'\n");
    }
  g_string_append_printf (script, "complete -c applink -n '%s' -l help -d '", condition);
  append_quoted (script, _("Show how this command is used"), "\\");
  g_string_append (script, "'\n");
  if (wants_link (command))
    g_string_append_printf (script, "complete -c applink -n '%s' -a '(applink link list 2>/dev/null | string split -f 1 \" \")'\n",
                            condition);
  else if (wants_file (command))
    g_string_append_printf (script, "complete -c applink -n '%s' -F\n", condition);
}

char *
ala_cli_completion_dup_fish (void)
{
  GString *script = g_string_new ("# fish completion for applink\n" HEADER);
  g_autoptr (GPtrArray) first = list_words (NULL);

  g_string_append (script,
                   "function __applink_is\n"
                   "  set -l words (commandline -opc)\n"
                   "  test (count $words) -eq 2; and test $words[2] = $argv[1]\n"
                   "end\n"
                   "function __applink_in\n"
                   "  set -l words (commandline -opc)\n"
                   "  set -e words[1]\n"
                   "  set -l n (count $argv)\n"
                   "  test (count $words) -ge $n; and test \"$words[1..$n]\" = \"$argv\"\n"
                   "end\n"
                   "complete -c applink -f\n");
  for (guint i = 0; i < first->len; i++)
    if (ala_cli_command_find (g_ptr_array_index (first, i)) == NULL)
      g_string_append_printf (script, "complete -c applink -n __fish_use_subcommand -a %s\n", (char *) g_ptr_array_index (first, i));
  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    append_fish_command (script, command);
  return g_string_free (script, FALSE);
}
