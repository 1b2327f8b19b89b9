/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-report.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-checks.h"
#include "ala-cli-connection.h"
#include "ala-cli-file.h"
#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"
#include "ala-report-compare.h"
#include "ala-report-words.h"

static gboolean json;
static gboolean text;
static char *html;
static char *out;

const GOptionEntry ala_cli_report_options[] = {
  { "html", 0, 0, G_OPTION_ARG_FILENAME, &html, N_("Write the report as a page to FILE"), N_("FILE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { "text", 0, 0, G_OPTION_ARG_NONE, &text, N_("Print plain text, as without any option"), NULL },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Write to FILE, in the form that its name ends in, instead of printing"),
    N_("FILE") },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

const GOptionEntry ala_cli_report_compare_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

gboolean
ala_cli_report_write (AlaReport     *report,
                      AlaReportKind  kind,
                      const char    *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ALA_IS_REPORT (report), FALSE);

  contents = ala_report_to (report, kind);
  if (path != NULL && !g_str_equal (path, "-"))
    {
      if (!ala_cli_write_file (path, contents, FALSE, TRUE, &error))
        ala_cli_message_problem (ALA_CLI_MARK_FAILED, error);
      return error == NULL;
    }

  /* What says of itself that it is UTF-8 stays so in every locale. */
  if (kind == ALA_REPORT_TEXT)
    ala_cli_print ("%s", contents);
  else
    ala_cli_print_utf8 (contents);
  return TRUE;
}

static gboolean
write_all (AlaReport *report)
{
  AlaReportKind kind = json ? ALA_REPORT_JSON : ALA_REPORT_TEXT;

  if (html != NULL && !ala_cli_report_write (report, ALA_REPORT_HTML, html))
    return FALSE;
  if (html != NULL && !json && !text && out == NULL)
    return TRUE;

  if (out != NULL && !json && !text)
    kind = ala_report_kind_from_name (out);
  return ala_cli_report_write (report, kind, out);
}

AlaCliStatus
ala_cli_report_run (const char * const *arguments,
                    GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaCheckRunner) runner = NULL;
  g_autoptr (AlaReport) report = NULL;
  AlaSetup *setup;

  if (json && text)
    {
      ala_cli_message (_("“--json” and “--text” exclude each other."));
      return ALA_CLI_USAGE;
    }
  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  runner = ala_cli_checks_run_link (&links, setup, NULL, ALA_CLI_TELL_NOTHING, cancellable);
  if (runner == NULL)
    return ALA_CLI_NOT_RUN;

  report = ala_report_new (runner, setup, ala_cli_links_get_profile (&links, setup), FALSE);
  return write_all (report) ? ala_cli_checks_judge (runner) : ALA_CLI_NOT_RUN;
}

/* Comparing */

static AlaReport *
load (const char   *path,
      GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AlaReport *report;

  ala_report_load_async (file, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  report = ala_report_load_finish (result, &error);
  if (report == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ala_cli_message ("%s:", path);
      ala_cli_message_problem (ALA_CLI_MARK_FAILED, error);
    }

  return report;
}

static void
add_side (JsonBuilder *builder,
          const char  *name,
          AlaReport   *report)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_report_get_link (report));
  ala_cli_json_add_time (builder, "created", ala_report_get_created (report));
  ala_cli_json_add_text (builder, "verdict", ala_report_words_get_nick (ala_report_get_verdict (report)));
  json_builder_end_object (builder);
}

static void
show_json (AlaReport  *earlier,
           AlaReport  *later,
           GListModel *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_changes = g_list_model_get_n_items (changes);

  json_builder_begin_object (builder);
  add_side (builder, "earlier", earlier);
  add_side (builder, "later", later);
  ala_cli_json_add_text (builder, "trend", n_changes > 0 ? ala_report_trend_get_nick (ala_report_get_trend (changes)) : "same");
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_changes; i++)
    {
      g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, i);

      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "id", ala_report_change_get_id (change));
      ala_cli_json_add_text (builder, "trend", ala_report_trend_get_nick (ala_report_change_get_trend (change)));
      ala_cli_json_add_text (builder, "title", ala_report_change_get_title (change));
      ala_cli_json_add_text (builder, "before", ala_report_change_get_before (change));
      ala_cli_json_add_text (builder, "after", ala_report_change_get_after (change));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ala_cli_json_print (builder);
}

static void
show_text (AlaReport  *earlier,
           AlaReport  *later,
           GListModel *changes)
{
  static const AlaCliMark marks[] = {
    [ALA_REPORT_BETTER] = ALA_CLI_MARK_PASSED,
    [ALA_REPORT_OTHER] = ALA_CLI_MARK_SKIPPED,
    [ALA_REPORT_WORSE] = ALA_CLI_MARK_FAILED,
  };
  g_autofree char *before = ala_report_words_dup_time (ala_report_get_created (earlier));
  g_autofree char *after = ala_report_words_dup_time (ala_report_get_created (later));

  ala_cli_print_line (ALA_CLI_MARK_NONE, "%s → %s", before, after);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, i);
      g_autofree char *line = ala_report_change_dup_text (change);

      ala_cli_print_line (marks[ala_report_change_get_trend (change)], "%s: %s", ala_report_change_get_title (change), line);
    }
  if (g_list_model_get_n_items (changes) == 0)
    ala_cli_print_line (ALA_CLI_MARK_PASSED, _("Nothing has changed."));
}

AlaCliStatus
ala_cli_report_compare_run (const char * const *arguments,
                            GCancellable       *cancellable)
{
  g_autoptr (AlaReport) earlier = load (arguments[0], cancellable);
  g_autoptr (AlaReport) later = earlier != NULL ? load (arguments[1], cancellable) : NULL;
  g_autoptr (GListModel) changes = NULL;

  if (later == NULL)
    return ALA_CLI_NOT_RUN;

  if (ala_report_get_created (earlier) > ala_report_get_created (later))
    {
      AlaReport *swap = earlier;

      earlier = later;
      later = swap;
      ala_cli_message (_("The second report is the earlier one. It is compared as such."));
    }
  if (!g_str_equal (ala_report_get_link (earlier), ala_report_get_link (later)))
    ala_cli_message (_("The two reports are of different links."));

  changes = ala_report_compare (earlier, later);
  (json ? show_json : show_text) (earlier, later, changes);

  if (g_list_model_get_n_items (changes) == 0)
    return ALA_CLI_OK;
  return ala_report_get_trend (changes) == ALA_REPORT_WORSE ? ALA_CLI_FAILED : ALA_CLI_WARNING;
}
