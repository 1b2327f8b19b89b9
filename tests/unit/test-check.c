/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-check.h"

#define ALA_TYPE_TRIAL_CHECK (ala_trial_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaTrialCheck, ala_trial_check, ALA, TRIAL_CHECK, AlaCheck)

struct _AlaTrialCheck
{
  AlaCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaTrialCheck, ala_trial_check, ALA_TYPE_CHECK)

static void
ala_trial_check_class_init (AlaTrialCheckClass *klass)
{
  ALA_CHECK_CLASS (klass)->id = "trial";
  ALA_CHECK_CLASS (klass)->title = "Trial";
  ALA_CHECK_CLASS (klass)->needs = "server";
}

static void
ala_trial_check_init (AlaTrialCheck *self)
{
}

static AlaCheck *
new_trial (void)
{
  return g_object_new (ALA_TYPE_TRIAL_CHECK, NULL);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    counter)
{
  (*(guint *) counter)++;
}

static void
test_life (void)
{
  g_autoptr (AlaCheck) check = new_trial ();
  guint states = 0, summaries = 0, errors = 0;

  g_signal_connect (check, "notify::state", G_CALLBACK (count_cb), &states);
  g_signal_connect (check, "notify::summary", G_CALLBACK (count_cb), &summaries);
  g_signal_connect (check, "notify::error", G_CALLBACK (count_cb), &errors);

  g_assert_cmpstr (ala_check_get_id (check), ==, "trial");
  g_assert_cmpstr (ala_check_get_title (check), ==, "Trial");
  g_assert_cmpstr (ala_check_get_needs (check), ==, "server");
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WAITING);
  g_assert_cmpstr (ala_check_get_summary (check), ==, "");

  ala_check_begin (check);
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_RUNNING);
  g_assert_cmpuint (states, ==, 1);
  g_assert_cmpuint (summaries, ==, 0);

  ala_check_end (check, ALA_CHECK_PASSED, "Fine", NULL);
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_PASSED);
  g_assert_cmpstr (ala_check_get_summary (check), ==, "Fine");
  g_assert_null (ala_check_get_error (check));
  g_assert_cmpint (ala_check_get_elapsed (check), >=, 0);
  g_assert_cmpuint (states, ==, 2);
  g_assert_cmpuint (summaries, ==, 1);
  g_assert_cmpuint (errors, ==, 0);

  ala_check_begin (check);
  ala_check_end (check, ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_CAPTCHA, "Seen"));
  g_assert_cmpstr (ala_check_get_summary (check), ==, ala_problem_get_title (ALA_PROBLEM_CAPTCHA));
  g_assert_cmpstr (ala_check_get_error (check)->message, ==, "Seen");
  g_assert_cmpuint (errors, ==, 1);

  ala_check_reset (check);
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WAITING);
  g_assert_cmpstr (ala_check_get_summary (check), ==, "");
  g_assert_null (ala_check_get_error (check));
  g_assert_cmpuint (errors, ==, 2);
}

static void
see_whole_cb (GObject    *object,
              GParamSpec *pspec,
              gpointer    seen)
{
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;
  AlaCheckState state;

  g_object_get (object, "state", &state, "summary", &summary, "error", &error, NULL);
  if (state == ALA_CHECK_WARNING)
    {
      g_assert_cmpstr (summary, ==, "Odd");
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CLOCK_DIFFERS);
      *(gboolean *) seen = TRUE;
    }
}

/* Whoever listens to one property reads the others of the same moment. */
static void
test_changes_are_seen_together (void)
{
  g_autoptr (AlaCheck) check = new_trial ();
  gboolean seen = FALSE;

  g_signal_connect (check, "notify", G_CALLBACK (see_whole_cb), &seen);
  ala_check_begin (check);
  ala_check_end (check, ALA_CHECK_WARNING, "Odd", ala_problem_new_error (ALA_PROBLEM_CLOCK_DIFFERS, "Seen"));
  g_assert_true (seen);
}

static void
test_cancelled_is_no_failure (void)
{
  g_autoptr (AlaCheck) check = new_trial ();

  ala_check_begin (check);
  ala_check_end_with_error (check, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stop"));
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WAITING);
  g_assert_null (ala_check_get_error (check));

  ala_check_begin (check);
  ala_check_end_with_error (check, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full"));
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_FAILED);
  g_assert_cmpstr (ala_check_get_summary (check), ==, ala_problem_get_title (ALA_PROBLEM_UNEXPECTED));
}

/* A warning without a reason, or a pass with one, would be shown as something it is not. */
static void
test_error_fits_state (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AlaCheck) check = new_trial ();

      ala_check_end (check, ALA_CHECK_FAILED, "No reason", NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*(error != NULL) == (state >= ALA_CHECK_WARNING)*");
}

static void
test_findings (void)
{
  g_autoptr (AlaCheck) check = new_trial ();
  GListModel *findings = ala_check_get_findings (check);
  g_autoptr (AlaFinding) first = NULL;
  g_autoptr (AlaFinding) second = NULL;

  g_assert_true (g_list_model_get_item_type (findings) == ALA_TYPE_FINDING);
  ala_check_begin (check);
  ala_check_set_progress (check, "1 of 2");
  g_assert_cmpstr (ala_check_get_summary (check), ==, "1 of 2");
  ala_check_add_finding (check, ALA_CHECK_PASSED, "EDIT_ISSUES", "Edit Issues", NULL);
  ala_check_add_finding (check, ALA_CHECK_WARNING, "MOVE_ISSUES", "Move Issues", "missing in 3 projects");
  ala_check_end (check, ALA_CHECK_PASSED, "All of them", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 2);
  first = g_list_model_get_item (findings, 0);
  second = g_list_model_get_item (findings, 1);
  g_assert_cmpint (ala_finding_get_state (first), ==, ALA_CHECK_PASSED);
  g_assert_cmpstr (ala_finding_get_id (first), ==, "EDIT_ISSUES");
  g_assert_cmpstr (ala_finding_get_label (first), ==, "Edit Issues");
  g_assert_cmpstr (ala_finding_get_text (first), ==, "");
  g_assert_cmpint (ala_finding_get_state (second), ==, ALA_CHECK_WARNING);
  g_assert_cmpstr (ala_finding_get_text (second), ==, "missing in 3 projects");

  /* Nobody takes what an earlier run found for this one's. */
  ala_check_begin (check);
  g_assert_cmpstr (ala_check_get_summary (check), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/life", test_life);
  g_test_add_func ("/check/changes-are-seen-together", test_changes_are_seen_together);
  g_test_add_func ("/check/cancelled-is-no-failure", test_cancelled_is_no_failure);
  g_test_add_func ("/check/error-fits-state", test_error_fits_state);
  g_test_add_func ("/check/findings", test_findings);

  return g_test_run ();
}
