/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-request-queue.h"

#include "check-bench.h"

#define PATH "/rest/api/2/thing"

/* Answers after a round of the main loop, so that several are under way at once, and counts how many. */
typedef struct
{
  SoupServer *server;
  GPtrArray *waiting; /* of SoupServerMessage */
  guint most;
  guint refusals; /* that are left */
  const char *retry_after;
  guint refused;
} Slow;

static void
answer (Slow              *slow,
        SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "X-AUSERNAME", "test");
  if (slow->refusals > 0)
    {
      slow->refusals--;
      slow->refused++;
      if (slow->retry_after != NULL)
        soup_message_headers_replace (headers, "Retry-After", slow->retry_after);
      soup_server_message_set_status (message, 429, NULL);
    }
  else
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{}", 2);
    }
}

static gboolean
answer_all_cb (gpointer data)
{
  Slow *slow = data;
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&slow->waiting);

  slow->most = MAX (slow->most, waiting->len);
  for (guint i = 0; i < waiting->len; i++)
    {
      answer (slow, g_ptr_array_index (waiting, i));
      soup_server_message_unpause (g_ptr_array_index (waiting, i));
    }

  return G_SOURCE_REMOVE;
}

static void
slow_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Slow *slow = user_data;

  if (slow->waiting == NULL)
    {
      slow->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      /* Below the priority of input, so that every request that was sent has arrived. */
      g_timeout_add_full (G_PRIORITY_LOW, 20, answer_all_cb, slow, NULL);
    }
  g_ptr_array_add (slow->waiting, g_object_ref (message));
  soup_server_message_pause (message);
}

static guint
run (CheckBench      *bench,
     AlaRequestQueue *queue,
     guint            n,
     GError         **error)
{
  GAsyncResult *results[64] = { NULL };
  guint good = 0;

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (results));
  for (guint i = 0; i < n; i++)
    ala_request_queue_get_json_async (queue, PATH, NULL, NULL, ala_test_keep_result, &results[i]);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) own = NULL;

      ala_test_wait (&results[i]);
      root = ala_request_queue_get_json_finish (queue, results[i], &own);
      if (root != NULL)
        good++;
      else if (error != NULL && *error == NULL)
        *error = g_steal_pointer (&own);
      g_object_unref (results[i]);
    }

  return good;
}

static void
test_bound (CheckBench    *bench,
            gconstpointer  unused)
{
  g_autoptr (AlaRequestQueue) queue = ala_request_queue_new (bench->client, 4);
  Slow slow = { 0 };

  ala_test_server_handle (bench->server, PATH, slow_cb, &slow);
  g_assert_cmpuint (run (bench, queue, 30, NULL), ==, 30);
  g_assert_cmpuint (slow.most, <=, 4);
  g_assert_cmpuint (slow.most, >, 1);
  g_assert_cmpuint (ala_test_server_count (bench->server, PATH), ==, 30);
}

static void
count_pause (AlaRequestQueue *queue,
             guint            seconds,
             guint           *pauses)
{
  g_assert_cmpuint (seconds, ==, 1);
  (*pauses)++;
}

/* Jira asks for a pause: it gets it, and then everything is answered. */
static void
test_retry_after (CheckBench    *bench,
                  gconstpointer  unused)
{
  g_autoptr (AlaRequestQueue) queue = ala_request_queue_new (bench->client, 4);
  gint64 begun = g_get_monotonic_time ();
  Slow slow = { .refusals = 3, .retry_after = "1" };
  guint pauses = 0;

  g_signal_connect (queue, "paused", G_CALLBACK (count_pause), &pauses);
  ala_test_server_handle (bench->server, PATH, slow_cb, &slow);
  g_assert_cmpuint (run (bench, queue, 10, NULL), ==, 10);
  g_assert_cmpuint (slow.refused, ==, 3);
  g_assert_cmpuint (pauses, ==, 1);
  g_assert_cmpuint (ala_test_server_count (bench->server, PATH), ==, 13);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, G_USEC_PER_SEC * 9 / 10);
}

/* No pause is so short that the same request is sent for ever. */
static void
test_never_stops_refusing (CheckBench    *bench,
                           gconstpointer  unused)
{
  g_autoptr (AlaRequestQueue) queue = ala_request_queue_new (bench->client, 4);
  g_autoptr (GError) error = NULL;
  Slow slow = { .refusals = G_MAXUINT, .retry_after = "0" };

  ala_test_server_handle (bench->server, PATH, slow_cb, &slow);
  g_assert_cmpuint (run (bench, queue, 2, &error), ==, 0);
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_RATE_LIMITED);
  g_assert_cmpuint (ala_test_server_count (bench->server, PATH), ==, 10);
}

/* Without a word how long, or with a very long one, the person has to know. */
static void
test_no_pause (CheckBench    *bench,
               gconstpointer  unused)
{
  static const char * const values[] = { NULL, "3600", "soon", "-1" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (AlaRequestQueue) queue = ala_request_queue_new (bench->client, 4);
      g_autoptr (GError) error = NULL;
      Slow slow = { .refusals = 1, .retry_after = values[i] };

      ala_test_server_handle (bench->server, PATH, slow_cb, &slow);
      g_assert_cmpuint (run (bench, queue, 1, &error), ==, 0);
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_RATE_LIMITED);
    }
}

static void
cancel_cb (AlaRequestQueue *queue,
           guint            seconds,
           GCancellable    *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* The person goes away while we wait: nothing is left, and nothing was sent again. */
static void
test_cancelled_while_paused (CheckBench    *bench,
                             gconstpointer  unused)
{
  g_autoptr (AlaRequestQueue) queue = ala_request_queue_new (bench->client, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[3] = { NULL };
  Slow slow = { .refusals = 1, .retry_after = "50" };

  g_signal_connect (queue, "paused", G_CALLBACK (cancel_cb), cancellable);
  ala_test_server_handle (bench->server, PATH, slow_cb, &slow);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    ala_request_queue_get_json_async (queue, PATH, NULL, cancellable, ala_test_keep_result, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      ala_test_wait (&results[i]);
      g_assert_null (ala_request_queue_get_json_finish (queue, results[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (ala_test_server_count (bench->server, PATH), ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&queue));
}

#define ADD(name, function) \
  g_test_add ("/request-queue/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bound", test_bound);
  ADD ("retry-after", test_retry_after);
  ADD ("never-stops-refusing", test_never_stops_refusing);
  ADD ("no-pause", test_no_pause);
  ADD ("cancelled-while-paused", test_cancelled_while_paused);
  return g_test_run ();
}
