/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-practice.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-file.h"
#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"

#define MAX_LATENCY (60 * 1000)

/* As many projects or fields as the practice Jira takes. */
#define MOST_ITEMS 100000

static int port;
static int latency;
static int clock_offset;
static gboolean https;
static gboolean force;
static gboolean json;
static gboolean list_faults;
static char *ca_out;
static int projects = -1;
static int fields;
static char *generation;
static char **faults;

const GOptionEntry ala_cli_practice_options[] = {
  { "port", 0, 0, G_OPTION_ARG_INT, &port, N_("The port; without this, a free one"), N_("N") },
  { "generation", 0, 0, G_OPTION_ARG_STRING, &generation, N_("Which Jira to be"), N_("NAME") },
  { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &faults, N_("Switch a fault on; may come more than once"), N_("NAME") },
  { "list-faults", 0, 0, G_OPTION_ARG_NONE, &list_faults, N_("List the faults and generations, and end"), NULL },
  { "latency", 0, 0, G_OPTION_ARG_INT, &latency, N_("Wait so long before each reply"), N_("MS") },
  { "clock", 0, 0, G_OPTION_ARG_INT, &clock_offset, N_("Be so much ahead of this computer’s clock"), N_("SECONDS") },
  { "projects", 0, 0, G_OPTION_ARG_INT, &projects, N_("Have so many projects"), N_("N") },
  { "fields", 0, 0, G_OPTION_ARG_INT, &fields, N_("Have so many fields besides Jira’s own"), N_("N") },
  { "https", 0, 0, G_OPTION_ARG_NONE, &https, N_("Serve by https, with an authority of its own"), NULL },
  { "ca-out", 0, 0, G_OPTION_ARG_FILENAME, &ca_out, N_("Write that authority’s certificate to FILE"), N_("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace files that are there already"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON: the first line, or the lists"), NULL },
  { NULL }
};

static void
say_unknown (const char         *typed,
             const char * const *known)
{
  const char *nearest = ala_cli_suggest (typed, known);

  if (nearest != NULL)
    ala_cli_message (_("The practice Jira has no “%s”. Did you mean “%s”?"), typed, nearest);
  else
    ala_cli_message (_("The practice Jira has no “%s”. “applink practice --list-faults” lists what it has."), typed);
}

gboolean
ala_cli_practice_set_up (AlaPracticeJira    *jira,
                         const char         *chosen_generation,
                         const char * const *chosen_faults)
{
  if (chosen_generation != NULL && !ala_practice_jira_set_generation (jira, chosen_generation))
    {
      say_unknown (chosen_generation, ala_practice_jira_list_generations ());
      return FALSE;
    }

  for (; chosen_faults != NULL && *chosen_faults != NULL; chosen_faults++)
    if (!ala_practice_jira_set_fault (jira, *chosen_faults, TRUE))
      {
        say_unknown (*chosen_faults, ala_practice_jira_list_faults ());
        return FALSE;
      }

  return TRUE;
}

static void
show_lists_as_json (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char * const *names;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "generations");
  json_builder_begin_array (builder);
  for (names = ala_practice_jira_list_generations (); *names != NULL; names++)
    json_builder_add_string_value (builder, *names);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (names = ala_practice_jira_list_faults (); *names != NULL; names++)
    {
      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "id", *names);
      ala_cli_json_add_text (builder, "text", ala_practice_jira_describe_fault (*names));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ala_cli_json_print (builder);
}

static void
show_lists (void)
{
  const char * const *names = ala_practice_jira_list_generations ();

  ala_cli_print (_("Generations:\n"));
  for (; *names != NULL; names++)
    ala_cli_print ("  %s\n", *names);

  ala_cli_print (_("Faults:\n"));
  for (names = ala_practice_jira_list_faults (); *names != NULL; names++)
    ala_cli_print ("  %-28s %s\n", *names, ala_practice_jira_describe_fault (*names));
}

/* The address is the first line of standard output, for whoever started us and waits for it. */
static void
show_address (AlaPracticeJira *jira)
{
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "url", ala_practice_jira_get_url (jira));
      ala_cli_json_add_text (builder, "generation", ala_practice_jira_get_generation (jira));
      json_builder_end_object (builder);
      ala_cli_json_print_line (builder);
    }
  else
    {
      ala_cli_print_line (ALA_CLI_MARK_NONE, "%s", ala_practice_jira_get_url (jira));
    }

  ala_cli_message (_("Log in as “%s” with the password “%s”. Ctrl+C ends it."), ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD);
}

AlaCliStatus
ala_cli_practice_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_autoptr (AlaPracticeJira) jira = NULL;
  g_autoptr (GError) error = NULL;

  if (list_faults)
    {
      (json ? show_lists_as_json : show_lists) ();
      return ALA_CLI_OK;
    }
  if (port < 0 || port > 65535 || latency < 0 || latency > MAX_LATENCY)
    {
      ala_cli_message (_("“--port” takes a number up to 65535, “--latency” one up to %d."), MAX_LATENCY);
      return ALA_CLI_USAGE;
    }
  if (projects < -1 || projects > MOST_ITEMS || fields < 0 || fields > MOST_ITEMS)
    {
      ala_cli_message (_("“--projects” and “--fields” take numbers up to %d."), MOST_ITEMS);
      return ALA_CLI_USAGE;
    }
  if (ca_out != NULL && !https)
    {
      ala_cli_message (_("“--ca-out” goes with “--https” only."));
      return ALA_CLI_USAGE;
    }

  jira = https ? ala_practice_jira_new_secure (port, &error) : ala_practice_jira_new (port, &error);
  if (jira == NULL)
    return ala_cli_fail (error);
  if (!ala_cli_practice_set_up (jira, generation, (const char * const *) faults))
    return ALA_CLI_USAGE;
  ala_practice_jira_set_latency (jira, latency);
  if (projects >= 0)
    ala_practice_jira_set_n_projects (jira, projects);
  ala_practice_jira_set_n_fields (jira, fields);
  if (clock_offset != 0)
    ala_practice_jira_set_clock (jira, clock_offset);

  if (ca_out != NULL && !ala_cli_write_file (ca_out, ala_practice_jira_get_ca_pem (jira), FALSE, force, &error))
    return ala_cli_fail (error);

  /* Where nobody can learn the address there is nobody to serve. */
  show_address (jira);
  if (!ala_cli_print_end (NULL))
    return ALA_CLI_NOT_RUN;
  ala_cli_wait_for_cancel (cancellable);
  return ALA_CLI_OK;
}
