/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-speed.h"

#include <glib/gi18n-lib.h>

#define PATH "/rest/api/2/myself"

/* How many requests of its own are enough for a median. */
#define OWN_REQUESTS 3

struct _AlaSpeedCheck
{
  AlaCheck parent_instance;

  AlaJiraClient *client; /* (nullable): while replies are counted */
  gulong handler;
  GArray *times;         /* of gint64: microseconds */
};

G_DEFINE_FINAL_TYPE (AlaSpeedCheck, ala_speed_check, ALA_TYPE_CHECK)

static void
stop_counting (AlaSpeedCheck *self)
{
  if (self->client != NULL)
    g_clear_signal_handler (&self->handler, self->client);
  g_clear_object (&self->client);
}

static void
ala_speed_check_dispose (GObject *object)
{
  stop_counting (ALA_SPEED_CHECK (object));

  G_OBJECT_CLASS (ala_speed_check_parent_class)->dispose (object);
}

static void
ala_speed_check_finalize (GObject *object)
{
  g_array_unref (ALA_SPEED_CHECK (object)->times);

  G_OBJECT_CLASS (ala_speed_check_parent_class)->finalize (object);
}

static void
replied_cb (AlaJiraClient *client,
            AlaHttpReply  *reply,
            gpointer       user_data)
{
  AlaSpeedCheck *self = user_data;
  gint64 elapsed = ala_http_reply_get_elapsed (reply);

  g_array_append_val (self->times, elapsed);
}

static void
ala_speed_check_prepare (AlaCheck      *check,
                         AlaJiraClient *client)
{
  AlaSpeedCheck *self = ALA_SPEED_CHECK (check);

  stop_counting (self);
  g_array_set_size (self->times, 0);
  self->client = g_object_ref (client);
  self->handler = g_signal_connect (client, "replied", G_CALLBACK (replied_cb), self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
add_finding (AlaCheck   *check,
             const char *id,
             const char *label,
             gint64      microseconds)
{
  /* Translators: milliseconds */
  g_autofree char *text = g_strdup_printf (_("%d ms"), (int) MIN (microseconds / 1000, G_MAXINT));

  ala_check_add_finding (check, ALA_CHECK_PASSED, id, label, text);
}

static void
judge (AlaSpeedCheck *self)
{
  AlaCheck *check = ALA_CHECK (self);
  guint n = self->times->len;
  g_autofree char *summary = NULL;
  gint64 median;

  stop_counting (self);
  g_array_sort (self->times, compare);
  median = g_array_index (self->times, gint64, n / 2);

  add_finding (check, "fastest", _("Fastest answer"), g_array_index (self->times, gint64, 0));
  add_finding (check, "median", _("Median"), median);
  add_finding (check, "slowest", _("Slowest answer"), g_array_index (self->times, gint64, n - 1));

  /* Translators: milliseconds, and a number of requests */
  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Jira answers in %d ms (%u signed request)",
                                          "Jira answers in %d ms (median of %u signed requests)", n),
                             (int) MIN (median / 1000, G_MAXINT), n);
  if (median < (gint64) (ALA_SPEED_SLOW * G_USEC_PER_SEC))
    ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
  else
    ala_check_end (check, ALA_CHECK_WARNING, summary,
                   ala_problem_new_error (ALA_PROBLEM_JIRA_SLOW, _("Half of the answers took longer than %.1f seconds."),
                                          (double) median / G_USEC_PER_SEC));
}

static void ask (AlaSpeedCheck *self,
                 AlaJiraClient *client,
                 GCancellable  *cancellable);

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaSpeedCheck *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_jira_client_send_finish (ALA_JIRA_CLIENT (source), result, &error);

  /* A refusal has its time as well. */
  if (self->times->len >= OWN_REQUESTS)
    {
      g_clear_error (&error);
      judge (self);
    }
  else if (reply != NULL)
    {
      ask (self, ALA_JIRA_CLIENT (source), g_task_get_cancellable (task));
    }
  else
    {
      stop_counting (self);
      ala_check_end_with_error (ALA_CHECK (self), error);
    }
}

static void
ask (AlaSpeedCheck *self,
     AlaJiraClient *client,
     GCancellable  *cancellable)
{
  GTask *task = g_task_new (self, cancellable, NULL, NULL);

  g_task_set_source_tag (task, ask);
  ala_jira_client_send_async (client, "GET", PATH, NULL, NULL, cancellable, asked_cb, task);
}

static void
ala_speed_check_run (AlaCheck      *check,
                     AlaJiraClient *client,
                     AlaSetup      *setup,
                     AlaProfile    *profile,
                     GCancellable  *cancellable)
{
  AlaSpeedCheck *self = ALA_SPEED_CHECK (check);

  if (self->times->len > 0)
    judge (self);
  else
    ask (self, client, cancellable);
}

static void
ala_speed_check_class_init (AlaSpeedCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  object_class->dispose = ala_speed_check_dispose;
  object_class->finalize = ala_speed_check_finalize;

  check_class->id = "response-time";
  check_class->title = N_("Response time");
  check_class->needs = "identity";
  check_class->last = TRUE;
  check_class->prepare = ala_speed_check_prepare;
  check_class->run = ala_speed_check_run;
}

static void
ala_speed_check_init (AlaSpeedCheck *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
}
