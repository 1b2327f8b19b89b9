/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-check-runner.h"
#include "ala-profiles.h"

/* A check that does what the test tells it: it ends at once in the state it was given, or stays running until the test ends it
 * or it is cancelled. */
typedef struct
{
  AlaCheck parent_instance;
  AlaCheckState outcome;
  guint runs;
  GCancellable *cancellable;
  gulong handler;
} FakeCheck;

typedef AlaCheckClass FakeCheckClass;

typedef struct
{
  const char *id;
  const char *needs;
  gboolean eager;
} FakeIdentity;

static void
fake_end (FakeCheck     *fake,
          AlaCheckState  state)
{
  /* Not g_cancellable_disconnect(), which waits for the handler that may be the caller. */
  if (fake->handler != 0)
    g_signal_handler_disconnect (fake->cancellable, fake->handler);
  fake->handler = 0;
  g_clear_object (&fake->cancellable);

  if (state == ALA_CHECK_WAITING)
    ala_check_end_with_error (&fake->parent_instance, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped"));
  else if (state >= ALA_CHECK_WARNING)
    ala_check_end (&fake->parent_instance, state, NULL, ala_problem_new_error (ALA_PROBLEM_FORBIDDEN, "No"));
  else
    ala_check_end (&fake->parent_instance, state, "Done", NULL);
}

/* As a request does it: the end of a cancelled one comes later, from the main loop. */
static gboolean
wind_down_cb (gpointer data)
{
  fake_end (data, ALA_CHECK_WAITING);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  g_idle_add (wind_down_cb, data);
}

static void
fake_run (AlaCheck      *check,
          AlaJiraClient *client,
          AlaSetup      *setup,
          AlaProfile    *profile,
          GCancellable  *cancellable)
{
  FakeCheck *fake = (FakeCheck *) check;

  g_assert_true (ALA_IS_JIRA_CLIENT (client) && ALA_IS_SETUP (setup) && ALA_IS_PROFILE (profile));
  fake->runs++;
  if (fake->outcome != ALA_CHECK_RUNNING)
    {
      fake_end (fake, fake->outcome);
      return;
    }

  if (cancellable != NULL)
    {
      fake->cancellable = g_object_ref (cancellable);
      fake->handler = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), fake);
    }
}

static void
fake_class_init (AlaCheckClass      *klass,
                 const FakeIdentity *identity)
{
  klass->id = identity->id;
  klass->title = identity->id;
  klass->needs = identity->needs;
  klass->eager = identity->eager;
  klass->run = fake_run;
}

static FakeCheck *
new_fake (const char *id,
          const char *needs,
          gboolean    eager)
{
  g_autofree char *name = g_strdup_printf ("Fake-%s-%s-%s", id, eager ? "beside" : "after", needs != NULL ? needs : "nothing");
  GType type = g_type_from_name (name);
  FakeCheck *fake;

  if (type == 0)
    {
      /* A class lives as long as the program. */
      FakeIdentity *identity = g_new (FakeIdentity, 1);
      const GTypeInfo info = {
        .class_size = sizeof (FakeCheckClass),
        .class_init = (GClassInitFunc) fake_class_init,
        .class_data = identity,
        .instance_size = sizeof (FakeCheck),
      };

      identity->id = g_intern_string (id);
      identity->needs = needs != NULL ? g_intern_string (needs) : NULL;
      identity->eager = eager;
      type = g_type_register_static (ALA_TYPE_CHECK, name, &info, 0);
    }

  fake = g_object_new (type, NULL);
  fake->outcome = ALA_CHECK_RUNNING;
  return fake;
}

typedef struct
{
  AlaJiraClient *client;
  AlaSetup *setup;
  AlaProfile *profile;
  GPtrArray *checks;
  AlaCheckRunner *runner;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("http://127.0.0.1:1", NULL);
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  pair = ala_key_pair_generate (ALA_KEY_BITS_MIN, &error);
  g_assert_no_error (error);
  fixture->client = ala_jira_client_new (session, address, "key", pair);
  fixture->setup = ala_setup_new ();
  fixture->profile = g_list_model_get_item (G_LIST_MODEL (profiles), 0);
  fixture->checks = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->runner);
  g_ptr_array_unref (fixture->checks);
  g_object_unref (fixture->client);
  g_object_unref (fixture->setup);
  g_object_unref (fixture->profile);
}

static FakeCheck *
add (Fixture    *fixture,
     const char *id,
     const char *needs)
{
  FakeCheck *fake = new_fake (id, needs, FALSE);

  g_ptr_array_add (fixture->checks, fake);
  return fake;
}

static FakeCheck *
add_eager (Fixture    *fixture,
           const char *id,
           const char *needs)
{
  FakeCheck *fake = new_fake (id, needs, TRUE);

  g_ptr_array_add (fixture->checks, fake);
  return fake;
}

static void
make_runner (Fixture *fixture)
{
  fixture->runner = ala_check_runner_new_with (fixture->checks);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
run (Fixture       *fixture,
     const char    *only,
     GCancellable  *cancellable,
     GAsyncResult **result)
{
  const char * const ids[] = { only, NULL };

  ala_check_runner_run_async (fixture->runner, fixture->client, fixture->setup, fixture->profile, only != NULL ? ids : NULL,
                              cancellable, keep_result_cb, result);
}

static gboolean
wait (Fixture       *fixture,
      GAsyncResult **result,
      GError       **error)
{
  gboolean complete;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  complete = ala_check_runner_run_finish (fixture->runner, *result, error);
  g_clear_object (result);
  return complete;
}

static void
assert_complete (Fixture       *fixture,
                 GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  gboolean complete = wait (fixture, result, &error);

  g_assert_no_error (error);
  g_assert_true (complete);
}

#define assert_state(fake, expected) g_assert_cmpint (ala_check_get_state (&(fake)->parent_instance), ==, expected)

static void
test_starts_what_it_can (Fixture       *fixture,
                         gconstpointer  data)
{
  FakeCheck *one = add (fixture, "one", NULL);
  FakeCheck *child = add (fixture, "child", "one");
  FakeCheck *two = add (fixture, "two", NULL);
  FakeCheck *grandchild = add (fixture, "grandchild", "child");
  g_autoptr (GAsyncResult) result = NULL;

  make_runner (fixture);
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_WAITING);

  run (fixture, NULL, NULL, &result);
  assert_state (one, ALA_CHECK_RUNNING);
  assert_state (two, ALA_CHECK_RUNNING);
  assert_state (child, ALA_CHECK_WAITING);
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_RUNNING);

  /* The dependent one does not wait for what it does not need. */
  fake_end (one, ALA_CHECK_PASSED);
  assert_state (child, ALA_CHECK_RUNNING);
  assert_state (two, ALA_CHECK_RUNNING);
  assert_state (grandchild, ALA_CHECK_WAITING);

  fake_end (two, ALA_CHECK_PASSED);
  fake_end (child, ALA_CHECK_WARNING);
  assert_state (grandchild, ALA_CHECK_RUNNING);
  fake_end (grandchild, ALA_CHECK_PASSED);

  assert_complete (fixture, &result);
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_WARNING);
  g_assert_cmpstr (ala_setup_get_verdict (fixture->setup), ==, "warning");
  g_assert_cmpint (ala_setup_get_checked (fixture->setup), >, 0);
}

static void
test_failure_hides_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  FakeCheck *bad = add (fixture, "bad", NULL);
  FakeCheck *child = add (fixture, "child", "bad");
  FakeCheck *grandchild = add (fixture, "grandchild", "child");
  FakeCheck *good = add (fixture, "good", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  bad->outcome = ALA_CHECK_FAILED;
  good->outcome = ALA_CHECK_PASSED;
  make_runner (fixture);
  run (fixture, NULL, NULL, &result);
  assert_complete (fixture, &result);

  assert_state (bad, ALA_CHECK_FAILED);
  assert_state (good, ALA_CHECK_PASSED);
  assert_state (child, ALA_CHECK_SKIPPED);
  assert_state (grandchild, ALA_CHECK_SKIPPED);
  g_assert_cmpuint (child->runs + grandchild->runs, ==, 0);
  g_assert_nonnull (strstr (ala_check_get_summary (&child->parent_instance), "“bad”"));
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_FAILED);
  g_assert_cmpstr (ala_setup_get_verdict (fixture->setup), ==, "failed");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  FakeCheck *quick = add (fixture, "quick", NULL);
  FakeCheck *slow = add (fixture, "slow", NULL);
  FakeCheck *child = add (fixture, "child", "slow");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  quick->outcome = ALA_CHECK_PASSED;
  make_runner (fixture);
  run (fixture, NULL, cancellable, &result);
  g_cancellable_cancel (cancellable);

  g_assert_false (wait (fixture, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_state (quick, ALA_CHECK_PASSED);
  assert_state (slow, ALA_CHECK_WAITING);
  assert_state (child, ALA_CHECK_WAITING);
  g_assert_cmpuint (child->runs, ==, 0);

  /* What was found does not speak for what was not. */
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_WAITING);
  g_assert_cmpint (ala_setup_get_checked (fixture->setup), ==, 0);
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data)
{
  FakeCheck *one = add (fixture, "one", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  make_runner (fixture);
  g_cancellable_cancel (cancellable);
  run (fixture, NULL, cancellable, &result);
  g_assert_false (wait (fixture, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (one->runs, ==, 0);
}

/* A page that is left and entered again cancels and starts within one breath. */
static void
test_new_run_right_after_cancel (Fixture       *fixture,
                                 gconstpointer  data)
{
  FakeCheck *one = add (fixture, "one", NULL);
  g_autoptr (GCancellable) first = g_cancellable_new ();
  g_autoptr (GCancellable) second = g_cancellable_new ();
  g_autoptr (GAsyncResult) first_result = NULL, second_result = NULL, third_result = NULL, early_result = NULL;
  g_autoptr (GError) first_error = NULL, second_error = NULL, early_error = NULL;

  make_runner (fixture);
  run (fixture, NULL, first, &first_result);

  run (fixture, NULL, NULL, &early_result);
  g_assert_false (wait (fixture, &early_result, &early_error));
  g_assert_error (early_error, G_IO_ERROR, G_IO_ERROR_PENDING);

  g_cancellable_cancel (first);
  run (fixture, NULL, second, &second_result);
  g_cancellable_cancel (second);
  run (fixture, NULL, NULL, &third_result);

  g_assert_false (wait (fixture, &first_result, &first_error));
  g_assert_error (first_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (wait (fixture, &second_result, &second_error));
  g_assert_error (second_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  assert_state (one, ALA_CHECK_RUNNING);
  g_assert_cmpuint (one->runs, ==, 2);
  fake_end (one, ALA_CHECK_PASSED);
  assert_complete (fixture, &third_result);
}

static void
test_only_one_again (Fixture       *fixture,
                     gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *child = add (fixture, "child", "root");
  FakeCheck *grandchild = add (fixture, "grandchild", "child");
  FakeCheck *other = add (fixture, "other", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  root->outcome = other->outcome = grandchild->outcome = ALA_CHECK_PASSED;
  child->outcome = ALA_CHECK_FAILED;
  make_runner (fixture);
  run (fixture, NULL, NULL, &result);
  assert_complete (fixture, &result);
  assert_state (grandchild, ALA_CHECK_SKIPPED);

  /* With those that need it, without the others. */
  child->outcome = ALA_CHECK_PASSED;
  run (fixture, "child", NULL, &result);
  assert_complete (fixture, &result);
  assert_state (child, ALA_CHECK_PASSED);
  assert_state (grandchild, ALA_CHECK_PASSED);
  g_assert_cmpuint (child->runs, ==, 2);
  g_assert_cmpuint (root->runs, ==, 1);
  g_assert_cmpuint (other->runs, ==, 1);
  g_assert_cmpstr (ala_setup_get_verdict (fixture->setup), ==, "passed");
}

static void
test_only_one_brings_what_it_needs (Fixture       *fixture,
                                    gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *child = add (fixture, "child", "root");
  FakeCheck *grandchild = add (fixture, "grandchild", "child");
  FakeCheck *other = add (fixture, "other", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  root->outcome = child->outcome = grandchild->outcome = ALA_CHECK_PASSED;
  make_runner (fixture);
  run (fixture, "grandchild", NULL, &result);
  assert_complete (fixture, &result);
  assert_state (root, ALA_CHECK_PASSED);
  assert_state (grandchild, ALA_CHECK_PASSED);
  assert_state (other, ALA_CHECK_WAITING);
  g_assert_cmpuint (other->runs, ==, 0);

  /* One that nobody looked at: there is no verdict on the link yet, unless it is a bad one. */
  g_assert_cmpstr (ala_setup_get_verdict (fixture->setup), ==, "");
  g_assert_cmpint (ala_setup_get_checked (fixture->setup), ==, 0);

  grandchild->outcome = ALA_CHECK_FAILED;
  run (fixture, "grandchild", NULL, &result);
  assert_complete (fixture, &result);
  g_assert_cmpuint (root->runs, ==, 1);
  g_assert_cmpstr (ala_setup_get_verdict (fixture->setup), ==, "failed");
}

/* What only means nothing without another one does not wait for it with its requests, only with its result. */
static void
test_eager_runs_beside (Fixture       *fixture,
                        gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *quick = add_eager (fixture, "quick", "root");
  FakeCheck *slow = add_eager (fixture, "slow", "root");
  FakeCheck *grandchild = add (fixture, "grandchild", "quick");
  g_autoptr (GAsyncResult) result = NULL;

  make_runner (fixture);
  run (fixture, NULL, NULL, &result);
  assert_state (quick, ALA_CHECK_RUNNING);
  assert_state (slow, ALA_CHECK_RUNNING);

  /* It has ended, and nobody may see how before it is known that it counts. */
  fake_end (quick, ALA_CHECK_WARNING);
  assert_state (quick, ALA_CHECK_RUNNING);
  g_assert_null (ala_check_get_error (&quick->parent_instance));
  assert_state (grandchild, ALA_CHECK_WAITING);

  fake_end (root, ALA_CHECK_PASSED);
  assert_state (quick, ALA_CHECK_WARNING);
  g_assert_error (ala_check_get_error (&quick->parent_instance), ALA_PROBLEM_ERROR, ALA_PROBLEM_FORBIDDEN);
  assert_state (grandchild, ALA_CHECK_RUNNING);
  assert_state (slow, ALA_CHECK_RUNNING);

  fake_end (slow, ALA_CHECK_PASSED);
  assert_state (slow, ALA_CHECK_PASSED);
  fake_end (grandchild, ALA_CHECK_PASSED);
  assert_complete (fixture, &result);
  g_assert_cmpuint (root->runs + quick->runs + slow->runs + grandchild->runs, ==, 4);
}

/* The one that was needed fails: whether those beside it ended before, or are still asking, nothing of theirs counts. */
static void
test_eager_counts_for_nothing (Fixture       *fixture,
                               gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *quick = add_eager (fixture, "quick", "root");
  FakeCheck *bad = add_eager (fixture, "bad", "root");
  FakeCheck *slow = add_eager (fixture, "slow", "root");
  FakeCheck *grandchild = add (fixture, "grandchild", "slow");
  FakeCheck *other = add (fixture, "other", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  make_runner (fixture);
  run (fixture, NULL, NULL, &result);
  ala_check_add_finding (&quick->parent_instance, ALA_CHECK_PASSED, "seen", "Seen by nobody", NULL);
  fake_end (quick, ALA_CHECK_PASSED);
  fake_end (bad, ALA_CHECK_FAILED);
  fake_end (root, ALA_CHECK_FAILED);

  assert_state (quick, ALA_CHECK_SKIPPED);
  assert_state (bad, ALA_CHECK_SKIPPED);
  g_assert_nonnull (strstr (ala_check_get_summary (&quick->parent_instance), "“root”"));
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (&quick->parent_instance)), ==, 0);
  g_assert_null (ala_check_get_error (&bad->parent_instance));

  /* It was told to stop, and is shown as running until it has. The other one was not. */
  assert_state (slow, ALA_CHECK_RUNNING);
  g_assert_true (g_cancellable_is_cancelled (slow->cancellable));
  assert_state (other, ALA_CHECK_RUNNING);
  fake_end (other, ALA_CHECK_PASSED);
  assert_complete (fixture, &result);
  assert_state (slow, ALA_CHECK_SKIPPED);
  assert_state (grandchild, ALA_CHECK_SKIPPED);
  assert_state (other, ALA_CHECK_PASSED);

  /* Nothing of it is left in the next run. */
  root->outcome = quick->outcome = bad->outcome = slow->outcome = grandchild->outcome = other->outcome = ALA_CHECK_PASSED;
  run (fixture, NULL, NULL, &result);
  assert_complete (fixture, &result);
  g_assert_cmpint (ala_check_runner_get_verdict (fixture->runner), ==, ALA_CHECK_PASSED);
}

/* A request that was told to stop may have its answer already. */
static void
test_eager_answer_after_annulment (Fixture       *fixture,
                                   gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *slow = add_eager (fixture, "slow", "root");
  g_autoptr (GAsyncResult) result = NULL;

  make_runner (fixture);
  run (fixture, NULL, NULL, &result);
  fake_end (root, ALA_CHECK_FAILED);
  g_idle_remove_by_data (slow);
  fake_end (slow, ALA_CHECK_FAILED);
  assert_state (slow, ALA_CHECK_SKIPPED);
  g_assert_null (ala_check_get_error (&slow->parent_instance));
  assert_complete (fixture, &result);
}

static void
test_eager_is_stopped (Fixture       *fixture,
                       gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *quick = add_eager (fixture, "quick", "root");
  FakeCheck *slow = add_eager (fixture, "slow", "root");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  make_runner (fixture);
  run (fixture, NULL, cancellable, &result);
  fake_end (quick, ALA_CHECK_FAILED);
  g_cancellable_cancel (cancellable);
  g_assert_false (wait (fixture, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_state (root, ALA_CHECK_WAITING);
  assert_state (quick, ALA_CHECK_WAITING);
  assert_state (slow, ALA_CHECK_WAITING);
}

/* Asked for by name it brings the one that it needs, and once that one has passed it is alone. */
static void
test_eager_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  FakeCheck *root = add (fixture, "root", NULL);
  FakeCheck *child = add_eager (fixture, "child", "root");
  g_autoptr (GAsyncResult) result = NULL;

  root->outcome = child->outcome = ALA_CHECK_PASSED;
  make_runner (fixture);
  run (fixture, "child", NULL, &result);
  assert_complete (fixture, &result);
  assert_state (root, ALA_CHECK_PASSED);
  assert_state (child, ALA_CHECK_PASSED);

  run (fixture, "child", NULL, &result);
  assert_complete (fixture, &result);
  g_assert_cmpuint (root->runs, ==, 1);
  g_assert_cmpuint (child->runs, ==, 2);
  assert_state (child, ALA_CHECK_PASSED);
}

static void
test_registry (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *model;
  guint n;

  fixture->runner = ala_check_runner_new ();
  model = G_LIST_MODEL (fixture->runner);
  n = g_list_model_get_n_items (model);
  g_assert_true (g_list_model_get_item_type (model) == ALA_TYPE_CHECK);
  g_assert_cmpuint (n, >, 5);
  g_assert_null (g_list_model_get_item (model, n));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (model, i);
      const char *needs = ala_check_get_needs (check);

      /* No two of one id, and no one that waits for something that is not there. */
      g_assert_true (ala_check_runner_find (fixture->runner, ala_check_get_id (check)) == check);
      g_assert_cmpstr (ala_check_get_title (check), !=, "");
      g_assert_true (needs == NULL || ala_check_runner_find (fixture->runner, needs) != NULL);
      g_assert_true (needs != NULL || !ALA_CHECK_GET_CLASS (check)->eager);
    }
  g_assert_nonnull (ala_check_runner_find (fixture->runner, "server"));
  g_assert_nonnull (ala_check_runner_find (fixture->runner, "identity"));
  g_assert_null (ala_check_runner_find (fixture->runner, "absent"));
}

#define ADD(name, function) g_test_add ("/check-runner/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("starts-what-it-can", test_starts_what_it_can);
  ADD ("failure-hides-nothing", test_failure_hides_nothing);
  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("new-run-right-after-cancel", test_new_run_right_after_cancel);
  ADD ("only-one-again", test_only_one_again);
  ADD ("only-one-brings-what-it-needs", test_only_one_brings_what_it_needs);
  ADD ("eager-runs-beside", test_eager_runs_beside);
  ADD ("eager-counts-for-nothing", test_eager_counts_for_nothing);
  ADD ("eager-answer-after-annulment", test_eager_answer_after_annulment);
  ADD ("eager-is-stopped", test_eager_is_stopped);
  ADD ("eager-alone", test_eager_alone);
  ADD ("registry", test_registry);
  return g_test_run ();
}
