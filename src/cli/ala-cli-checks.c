/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-checks.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-nagios.h"
#include "ala-cli-output.h"
#include "ala-cli-progress.h"
#include "ala-cli-report.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-rotation.h"

/* How much of what a check found is told on the terminal. */
#define MAX_FINDINGS 20

static gboolean json;
static gboolean nagios;
static char *html;
static char **only_lists;

const GOptionEntry ala_cli_check_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { "nagios", 0, 0, G_OPTION_ARG_NONE, &nagios, N_("Print one line for a monitoring system"), NULL },
  { "html", 0, 0, G_OPTION_ARG_FILENAME, &html, N_("Write the report as a page to FILE"), N_("FILE") },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only_lists,
    N_("Run this check, with what it needs; may come more than once, or name several with commas"), N_("NAME") },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

/* What is to be mended, one by one. What is in order goes into the report, and into JSON. */
static void
tell_findings (AlaCheck *check)
{
  GListModel *findings = ala_check_get_findings (check);
  guint told = 0, more = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      if (ala_finding_get_state (finding) < ALA_CHECK_WARNING)
        continue;
      if (told++ >= MAX_FINDINGS)
        more++;
      else if (*ala_finding_get_text (finding) != '\0')
        /* Translators: what a check found: how Jira calls it, and what is with it */
        ala_cli_print_line (ALA_CLI_MARK_NONE, _("  %s: %s"), ala_finding_get_label (finding), ala_finding_get_text (finding));
      else
        ala_cli_print_line (ALA_CLI_MARK_NONE, "  %s", ala_finding_get_label (finding));
    }

  if (more > 0)
    ala_cli_print_line (ALA_CLI_MARK_NONE, g_dngettext (GETTEXT_PACKAGE, "  … and %u more", "  … and %u more", more), more);
}

static void
add_findings (JsonBuilder *builder,
              GEnumClass  *states,
              GListModel  *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "id", ala_finding_get_id (finding));
      ala_cli_json_add_text (builder, "label", ala_finding_get_label (finding));
      ala_cli_json_add_text (builder, "state", g_enum_get_value (states, ala_finding_get_state (finding))->value_nick);
      ala_cli_json_add_text (builder, "text", ala_finding_get_text (finding));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_check (JsonBuilder *builder,
           AlaCheck    *check)
{
  GEnumClass *states = g_type_class_ref (ALA_TYPE_CHECK_STATE);

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_check_get_id (check));
  ala_cli_json_add_text (builder, "title", ala_check_get_title (check));
  ala_cli_json_add_text (builder, "state", g_enum_get_value (states, ala_check_get_state (check))->value_nick);
  ala_cli_json_add_text (builder, "summary", ala_check_get_summary (check));
  ala_cli_json_add_number (builder, "milliseconds", ala_check_get_elapsed (check) / 1000);
  add_findings (builder, states, ala_check_get_findings (check));
  if (ala_check_get_error (check) != NULL)
    {
      json_builder_set_member_name (builder, "problem");
      ala_cli_json_add_problem (builder, ala_check_get_error (check));
    }
  json_builder_end_object (builder);

  g_type_class_unref (states);
}

static void
tell_in_lines (AlaCheck *check)
{
  AlaCliMark mark;

  switch (ala_check_get_state (check))
    {
    case ALA_CHECK_PASSED:
      mark = ALA_CLI_MARK_PASSED;
      break;
    case ALA_CHECK_SKIPPED:
      mark = ALA_CLI_MARK_SKIPPED;
      break;
    case ALA_CHECK_WARNING:
      mark = ALA_CLI_MARK_WARNING;
      break;
    case ALA_CHECK_FAILED:
      mark = ALA_CLI_MARK_FAILED;
      break;
    case ALA_CHECK_WAITING:
    case ALA_CHECK_RUNNING:
    default:
      return;
    }

  /* Translators: what was checked, and what was found */
  ala_cli_print_line (mark, _("%s: %s"), ala_check_get_title (check), ala_check_get_summary (check));
  tell_findings (check);
  if (ala_check_get_error (check) != NULL)
    ala_cli_message_problem (mark, ala_check_get_error (check));
}

static void
tell_as_event (AlaCheck *check)
{
  JsonBuilder *builder = ala_cli_json_new_event ("check");

  json_builder_set_member_name (builder, "check");
  add_check (builder, check);
  ala_cli_json_print_event (builder);
}

/* Several may run at once; that it is not over is what counts. */
static void
show_running_cb (AlaCheck       *changed,
                 GParamSpec     *pspec,
                 AlaCheckRunner *runner)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      if (ala_check_get_state (check) == ALA_CHECK_RUNNING)
        {
          /* Translators: %s is what is checked right now */
          g_autofree char *text = g_strdup_printf (_("Checking: %s"), ala_check_get_title (check));

          ala_cli_progress_show (text);
          return;
        }
    }
}

static void
state_changed_cb (AlaCheck   *check,
                  GParamSpec *pspec,
                  gpointer    telling)
{
  if (ala_check_get_state (check) == ALA_CHECK_WAITING || ala_check_get_state (check) == ALA_CHECK_RUNNING)
    return;

  (GPOINTER_TO_INT (telling) == ALA_CLI_TELL_EVENTS ? tell_as_event : tell_in_lines) (check);
}

AlaCheckRunner *
ala_cli_checks_run (AlaJiraClient       *client,
                    AlaSetup            *setup,
                    AlaProfile          *profile,
                    const char * const  *only,
                    AlaCliTelling        telling,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      g_signal_connect_object (check, "notify::state", G_CALLBACK (show_running_cb), runner, G_CONNECT_AFTER);
      if (telling != ALA_CLI_TELL_NOTHING)
        g_signal_connect (check, "notify::state", G_CALLBACK (state_changed_cb), GINT_TO_POINTER (telling));
    }

  ala_check_runner_run_async (runner, client, setup, profile, only, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  ala_cli_progress_end ();
  return ala_check_runner_run_finish (runner, result, error) ? g_steal_pointer (&runner) : NULL;
}

static void
show_json (AlaSetup       *setup,
           AlaCheckRunner *runner)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (setup));
  ala_cli_json_add_text (builder, "jira", ala_setup_get_jira_url (setup));
  ala_cli_json_add_text (builder, "user", ala_setup_get_user (setup));
  ala_cli_json_add_time (builder, "checked", ala_setup_get_checked (setup));
  ala_cli_json_add_text (builder, "verdict", ala_setup_get_verdict (setup));
  json_builder_set_member_name (builder, "checks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      if (ala_check_get_state (check) != ALA_CHECK_WAITING)
        add_check (builder, check);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ala_cli_json_print (builder);
}

/* Returns: (transfer full) (nullable): the ids that the option names, %NULL for all */
static GStrv
dup_only (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (only_lists == NULL)
    return NULL;

  for (guint i = 0; only_lists[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (only_lists[i], ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        g_strv_builder_add (names, g_strstrip (parts[j]));
    }

  return g_strv_builder_end (names);
}

static gboolean
is_check (AlaCheckRunner *runner,
          const char     *name)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *nearest;

  if (ala_check_runner_find (runner, name) != NULL)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      g_ptr_array_add (ids, (gpointer) ala_check_get_id (check));
    }
  g_ptr_array_add (ids, NULL);

  nearest = ala_cli_suggest (name, (const char * const *) ids->pdata);
  if (nearest != NULL)
    {
      ala_cli_message (_("There is no check “%s”. Did you mean “%s”?"), name, nearest);
    }
  else
    {
      g_autofree char *list = g_strjoinv (", ", (char **) ids->pdata);

      ala_cli_message (_("There is no check “%s”. The checks are: %s."), name, list);
    }
  return FALSE;
}

static AlaCliStatus
check_only (const char * const *only)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new ();

  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    if (!is_check (runner, only[i]))
      return ALA_CLI_USAGE;

  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_checks_judge (AlaCheckRunner *runner)
{
  AlaCheckState worst = ALA_CHECK_PASSED;

  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (runner), ALA_CLI_FAILED);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      worst = MAX (worst, ala_check_get_state (check));
    }

  if (worst == ALA_CHECK_FAILED)
    return ALA_CLI_FAILED;
  return worst == ALA_CHECK_WARNING ? ALA_CLI_WARNING : ALA_CLI_OK;
}

AlaCheckRunner *
ala_cli_checks_run_link (AlaCliLinks        *links,
                         AlaSetup           *setup,
                         const char * const *only,
                         AlaCliTelling       telling,
                         GCancellable       *cancellable)
{
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaCheckRunner) runner = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (links != NULL, NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  if (ala_setup_get_authorized (setup) == 0 && !ala_cli_links_is_keyless (setup))
    {
      ala_cli_message (_("This link has not been authorized yet. “applink authorize %.8s” does that."),
                       ala_setup_get_id (setup));
      return NULL;
    }

  client = ala_cli_links_new_client (links, setup, !ala_cli_links_is_keyless (setup), cancellable, &error);
  if (client != NULL)
    runner = ala_cli_checks_run (client, setup, ala_cli_links_get_profile (links, setup), only, telling, cancellable, &error);
  if (runner == NULL)
    {
      ala_cli_fail (error);
      return NULL;
    }

  if (!ala_setup_store_save (links->setups, setup, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
  return g_steal_pointer (&runner);
}

static gboolean
write_page (AlaCliLinks    *links,
            AlaSetup       *setup,
            AlaCheckRunner *runner)
{
  g_autoptr (AlaReport) report = NULL;

  if (html == NULL)
    return TRUE;

  report = ala_report_new (runner, setup, ala_cli_links_get_profile (links, setup), FALSE);
  return ala_cli_report_write (report, ALA_REPORT_HTML, html);
}

/* Whoever has a link checked each night is told when another one has come in its place. */
static void
tell_of_replacement (AlaCliLinks *links,
                     AlaSetup    *setup)
{
  AlaSetup *replacement = ala_rotation_get_new (links->setups, setup);

  if (replacement == NULL || !ala_rotation_is_proven (replacement))
    return;

  /* Translators: twice the beginning of an id */
  ala_cli_message (_("This link is being replaced. “applink check %.8s” checks the one in its place, “applink link retire %.8s” notes "
                     "that this one was removed on purpose."),
                   ala_setup_get_id (replacement), ala_setup_get_id (replacement));
}

static AlaCliStatus
check_link (const char         *id,
            const char * const *only,
            GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaCheckRunner) runner = NULL;
  AlaSetup *setup;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, id);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  runner = ala_cli_checks_run_link (&links, setup, only, json || nagios ? ALA_CLI_TELL_NOTHING : ALA_CLI_TELL_LINES, cancellable);
  if (runner == NULL)
    return ALA_CLI_NOT_RUN;

  if (json)
    show_json (setup, runner);
  if (!write_page (&links, setup, runner))
    return ALA_CLI_NOT_RUN;
  if (nagios)
    ala_cli_nagios_show (setup, runner);
  else
    tell_of_replacement (&links, setup);
  return ala_cli_checks_judge (runner);
}

AlaCliStatus
ala_cli_check_run (const char * const *arguments,
                   GCancellable       *cancellable)
{
  g_auto (GStrv) only = dup_only ();
  AlaCliStatus status;

  if (check_only ((const char * const *) only) != ALA_CLI_OK)
    return ALA_CLI_USAGE;
  if (json && nagios)
    {
      ala_cli_message (_("“--nagios” does not go with “--json”."));
      return ALA_CLI_USAGE;
    }

  status = check_link (arguments[0], (const char * const *) only, cancellable);
  if (nagios && status == ALA_CLI_NOT_RUN)
    ala_cli_nagios_show_unknown ();
  return status;
}
