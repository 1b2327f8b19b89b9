/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include <string.h>

#include <gio/gio.h>

#include "ala-practice-jira.h"
#include "ala-test-monitor.h"
#include "ala-test-resolver.h"
#include "judge.h"

/*
 * Walks every row of the problem table: makes it happen, and asks whether exactly that row comes. test-rehearse does the same
 * with what the practice Jira can be made to do, from outside; the last case here sees to it that between the two no row is left.
 */

static const ProblemWalk * const tables[] = {
  problem_walk_keys,
  problem_walk_addresses,
  problem_walk_checks,
  problem_walk_network,
  problem_walk_product,
  problem_walk_computer,
  problem_walk_retirement,
  problem_walk_webhooks,
};

static const char *program;

static char *
dup_path (const ProblemWalk *walk)
{
  const char *id = ala_problem_get_id (walk->problem);

  return walk->variant != NULL ? g_strdup_printf ("/problem-walk/%s/by-%s", id, walk->variant)
                               : g_strdup_printf ("/problem-walk/%s/met", id);
}

/* A row says more than that something happened, and something else than every other row. */
static void
assert_texts (AlaProblem problem)
{
  const char *cause = ala_problem_get_cause (problem);
  const char *remedy = ala_problem_get_remedy (problem);

  g_assert_cmpstr (cause, !=, "");
  g_assert_cmpstr (remedy, !=, "");
  for (AlaProblem other = ALA_PROBLEM_NONE + 1; other < ALA_N_PROBLEMS; other++)
    if (other != problem)
      {
        g_assert_cmpstr (ala_problem_get_title (other), !=, ala_problem_get_title (problem));
        g_assert_cmpstr (ala_problem_get_cause (other), !=, cause);
      }
}

static void
test_walk (gconstpointer data)
{
  const ProblemWalk *walk = data;
  g_autoptr (GError) error = walk->meet ();
  AlaProblem problem = ala_problem_from_error (error);

  g_assert_nonnull (error);
  g_test_message ("%s: %s: %s", walk->by, ala_problem_get_id (problem), error->message);
  g_assert_cmpstr (ala_problem_get_id (problem), ==, ala_problem_get_id (walk->problem));
  g_assert_cmpint (ala_problem_get_step (problem), ==, walk->step);
  g_assert_cmpuint (ala_problem_get_proofs (problem), ==, walk->proofs);
  assert_texts (problem);

  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpstr (error->message, !=, "");
  g_assert_null (strstr (error->message, "GDBus.Error"));
  if (walk->says != NULL && strstr (error->message, walk->says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, walk->says);
}

/* The keyring of a program is one for its whole life, so each state of it needs a program of its own. */
static void
test_walk_with_keyring (gconstpointer data)
{
  const ProblemWalk *walk = data;
  const char *with_keyring = g_getenv ("ALA_WITH_KEYRING");
  g_autofree char *path = dup_path (walk);
  g_autofree char *output = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *reason;

  if (with_keyring == NULL)
    g_error ("ALA_WITH_KEYRING has to name the program with-keyring");
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, with_keyring, walk->keyring, program, "--tap", "-p", path,
                              NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  /* Newer versions of GLib indent what a test within a test says. */
  reason = strstr (output, "1..0 # SKIP ");
  if (reason != NULL)
    {
      g_test_skip (reason + strlen ("1..0 # SKIP "));
      return;
    }
  if (!g_subprocess_get_successful (process) || !g_regex_match_simple ("^ *ok 1 ", output, G_REGEX_MULTILINE, 0))
    g_error ("%s", output);
}

/* What it takes a window to meet, and the test of the window that meets it. */
static const AlaProblem met_by_windows[] = {
  ALA_PROBLEM_CLIPBOARD_KEPT, /* secret-clipboard */
};

static void
test_no_row_is_left (void)
{
  const char * const *faults = ala_practice_jira_list_faults ();
  g_autoptr (GString) left = g_string_new (NULL);

  for (AlaProblem problem = ALA_PROBLEM_NONE + 1; problem < ALA_N_PROBLEMS; problem++)
    {
      gboolean found = g_strv_contains (faults, ala_problem_get_id (problem));

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        for (const ProblemWalk *walk = tables[i]; walk->meet != NULL; walk++)
          found = found || walk->problem == problem;
      for (guint i = 0; i < G_N_ELEMENTS (met_by_windows); i++)
        found = found || met_by_windows[i] == problem;
      if (!found)
        g_string_append_printf (left, " %s", ala_problem_get_id (problem));
    }

  g_assert_cmpstr (left->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  const char *state = g_getenv ("ALA_TEST_KEYRING");
  static const char * const folders[] = { "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_DIRS", "XDG_DATA_HOME" };

  /* None of the programs, settings and links of this computer. */
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = judge_path (".");

      g_setenv (folders[i], folder, TRUE);
    }
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ala_test_monitor_install ();
  ala_test_resolver_install ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const ProblemWalk *walk = tables[i]; walk->meet != NULL; walk++)
      {
        g_autofree char *path = dup_path (walk);

        g_test_add_data_func (path, walk, walk->keyring == NULL || state != NULL ? test_walk : test_walk_with_keyring);
      }
  g_test_add_func ("/problem-walk/no-row-is-left", test_no_row_is_left);

  return g_test_run ();
}
