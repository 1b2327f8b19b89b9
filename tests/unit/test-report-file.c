/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib/gstdio.h>

#include "ala-report-file.h"
#include "ala-test-folder.h"
#include "ala-test-server.h"
#include "report-bench.h"

static AlaReport *
load (GFile   *file,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_report_load_async (file, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  return ala_report_load_finish (result, error);
}

static gboolean
save (AlaReport  *report,
      GFile      *file,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_report_save_async (report, file, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  return ala_report_save_finish (report, result, error);
}

static GFile *
new_file (const char *folder,
          const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

static void
test_save_and_load (ReportBench   *bench,
                    gconstpointer  unused)
{
  static const char * const names[] = { "a.json", "b.JSON", "c.html", "d.txt", "e", "f.htm" };
  static const char * const beginnings[] = { "{", "{", "<!DOCTYPE", "[Failed]", "<!DOCTYPE", "<!DOCTYPE" };
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("applink-report-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = new_file (folder, names[i]);
      g_autofree char *contents = NULL;

      /* Twice: what is there is replaced. */
      save (report, file, &error);
      g_assert_no_error (error);
      save (report, file, &error);
      g_assert_no_error (error);
      g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (contents, beginnings[i]));

      if (i < 2)
        {
          g_autoptr (AlaReport) back = load (file, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (ala_report_get_user (back), ==, "Käthe Muster");
        }
      else
        {
          g_assert_null (load (file, &error));
          g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_REPORT_UNREADABLE);
          g_clear_error (&error);
        }
    }
  ala_test_folder_remove (folder);
}

static void
test_not_saved (ReportBench   *bench,
                gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/report.html");
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  g_assert_false (save (report, nowhere, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_FILE_NOT_SAVED);
  g_clear_error (&error);
  g_assert_false (save (report, full, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_FILE_NOT_SAVED);
}

static void
assert_not_loaded (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (file, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_REPORT_UNREADABLE);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_not_loaded (ReportBench   *bench,
                 gconstpointer  unused)
{
  g_autofree char *megabytes = g_strnfill (20 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("applink-report-XXXXXX", &error);
  g_autofree char *large = NULL;

  g_assert_no_error (error);
  large = g_build_filename (folder, "large.json", NULL);
  g_file_set_contents (large, megabytes, -1, &error);
  g_assert_no_error (error);

  assert_not_loaded (large);
  assert_not_loaded (folder);
  assert_not_loaded ("/nonexistent/report.json");
  assert_not_loaded ("/dev/null");
  /* Has no end. */
  assert_not_loaded ("/dev/zero");
  ala_test_folder_remove (folder);
}

static void
test_cancelled (ReportBench   *bench,
                gconstpointer  unused)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_report_load_async (file, cancellable, ala_test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  ala_test_wait (&result);
  g_assert_null (ala_report_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_name (ReportBench   *bench,
           gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make (bench);
  g_autoptr (AlaReport) numbers = NULL, nothing = NULL;
  g_autofree char *html = ala_report_dup_file_name (report, ALA_REPORT_HTML);
  g_autofree char *json = NULL, *text = NULL;

  g_assert_true (g_regex_match_simple ("^applink-report-jira\\.example\\.com-20[0-9]{2}-[0-9]{2}-[0-9]{2}\\.html$", html, 0, 0));

  ala_setup_set_jira_url (bench->setup, "http://[2001:db8::1]:8080/jira");
  numbers = report_bench_make (bench);
  json = ala_report_dup_file_name (numbers, ALA_REPORT_JSON);
  g_assert_true (g_str_has_prefix (json, "applink-report-2001-db8--1-20"));
  g_assert_true (g_str_has_suffix (json, ".json"));

  ala_setup_set_jira_url (bench->setup, "");
  nothing = report_bench_make (bench);
  text = ala_report_dup_file_name (nothing, ALA_REPORT_TEXT);
  g_assert_true (g_str_has_prefix (text, "applink-report-jira-20"));
}

#define ADD(path, test) \
  g_test_add ("/report-file/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save-and-load", test_save_and_load);
  ADD ("not-saved", test_not_saved);
  ADD ("not-loaded", test_not_loaded);
  ADD ("cancelled", test_cancelled);
  ADD ("name", test_name);
  return g_test_run ();
}
