/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-problem.h"

#include <gio/gio.h>

static void
assert_sentence (const char *id,
                 const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || *text == '\0')
    g_error ("%s: a text is empty or no UTF-8", id);
  if (!g_str_has_suffix (text, ".") && !g_str_has_suffix (text, "?"))
    g_error ("%s: “%s” does not end like a sentence", id, text);
  if (strstr (text, "  ") != NULL)
    g_error ("%s: “%s” has two spaces in a row", id, text);
}

static void
test_every_row_is_complete (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i < ALA_N_PROBLEMS; i++)
    {
      const char *id = ala_problem_get_id (i);

      if (id == NULL)
        g_error ("row %u is missing", i);
      if (!g_hash_table_add (ids, (gpointer) id))
        g_error ("two rows are called %s", id);
      for (const char *p = id; *p != '\0'; p++)
        g_assert_true (g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '-');

      g_assert_cmpstr (ala_problem_get_title (i), !=, "");
      g_assert_false (g_str_has_suffix (ala_problem_get_title (i), "."));
      assert_sentence (id, ala_problem_get_cause (i));
      assert_sentence (id, ala_problem_get_remedy (i));
      g_assert_cmpint (ala_problem_get_step (i), >=, ALA_STEP_START);
      g_assert_cmpint (ala_problem_get_step (i), <=, ALA_STEP_SUMMARY);
      g_assert_cmpuint (ala_problem_from_id (id), ==, i);
    }
}

static void
test_unknown_id (void)
{
  g_assert_cmpuint (ala_problem_from_id ("no-such-row"), ==, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_problem_from_id (""), ==, ALA_PROBLEM_NONE);
  g_assert_cmpstr (ala_problem_get_id (99999), ==, "unexpected");
}

/* Each check of Jira comes after the one before it, so a later refusal proves at least as much. */
static void
test_proofs_follow_the_order_of_checks (void)
{
  static const AlaProblem order[] = {
    ALA_PROBLEM_HOST_NOT_FOUND,
    ALA_PROBLEM_CONSUMER_KEY_UNKNOWN,
    ALA_PROBLEM_TIMESTAMP_REFUSED,
    ALA_PROBLEM_SIGNATURE_INVALID,
    ALA_PROBLEM_AUTHORIZATION_DENIED,
    ALA_PROBLEM_PERMISSIONS_MISSING,
  };

  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    {
      AlaProof before = ala_problem_get_proofs (order[i - 1]);
      AlaProof now = ala_problem_get_proofs (order[i]);

      g_assert_cmpuint (before & now, ==, before);
      g_assert_cmpuint (now, !=, before);
    }
}

static void
test_from_error (void)
{
  g_autoptr (GError) own = ala_problem_new_error (ALA_PROBLEM_CAPTCHA, "Status %d", 403);
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");

  g_assert_cmpstr (own->message, ==, "Status 403");
  g_assert_cmpuint (ala_problem_from_error (own), ==, ALA_PROBLEM_CAPTCHA);
  g_assert_cmpuint (ala_problem_from_error (cancelled), ==, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_problem_from_error (foreign), ==, ALA_PROBLEM_UNEXPECTED);
  g_assert_cmpuint (ala_problem_from_error (NULL), ==, ALA_PROBLEM_NONE);
}

static void
test_notes_travel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");

  ala_problem_set_error (&error, ALA_PROBLEM_RATE_LIMITED, "Wait");
  g_assert_null (ala_problem_get_note (error, ALA_NOTE_RETRY_AFTER));
  ala_problem_annotate (error, ALA_NOTE_RETRY_AFTER, "7");

  copy = g_error_copy (error);
  ala_problem_annotate (error, ALA_NOTE_RETRY_AFTER, NULL);
  g_assert_null (ala_problem_get_note (error, ALA_NOTE_RETRY_AFTER));
  g_assert_cmpstr (ala_problem_get_note (copy, ALA_NOTE_RETRY_AFTER), ==, "7");
  g_assert_null (ala_problem_get_note (foreign, ALA_NOTE_RETRY_AFTER));
  g_assert_null (ala_problem_get_note (NULL, ALA_NOTE_RETRY_AFTER));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/every-row-is-complete", test_every_row_is_complete);
  g_test_add_func ("/problem/unknown-id", test_unknown_id);
  g_test_add_func ("/problem/proofs-follow-the-order-of-checks", test_proofs_follow_the_order_of_checks);
  g_test_add_func ("/problem/from-error", test_from_error);
  g_test_add_func ("/problem/notes-travel", test_notes_travel);
  return g_test_run ();
}
