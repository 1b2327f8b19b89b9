/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-runner.h"

#include <glib/gi18n-lib.h>

#include "ala-check-registry.h"
#include "ala-check-verdict.h"

/* One run: what it was asked for. */
typedef struct
{
  AlaJiraClient *client;
  AlaSetup *setup;
  AlaProfile *profile;
  GStrv only;         /* (nullable) */
  GHashTable *wanted; /* ids of the checks of this run that had no turn yet */
} Run;

struct _AlaCheckRunner
{
  GObject parent_instance;

  GPtrArray *checks;

  GTask *task; /* the run under way; it holds a reference on us, and we on it, until it ends */
  GTask *next; /* a run that waits until the cancelled one has let go of its requests */
  gboolean starting;
  gint64 begun;
  gint64 elapsed;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaCheckRunner, ala_check_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void advance (AlaCheckRunner *self);
static AlaCheck *find_needed (AlaCheckRunner *self,
                              AlaCheck       *check);

static void
run_free (Run *run)
{
  g_object_unref (run->client);
  g_object_unref (run->setup);
  g_object_unref (run->profile);
  g_strfreev (run->only);
  g_clear_pointer (&run->wanted, g_hash_table_unref);
  g_free (run);
}

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_CHECK;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_CHECK_RUNNER (model)->checks->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *checks = ALA_CHECK_RUNNER (model)->checks;

  return position < checks->len ? g_object_ref (g_ptr_array_index (checks, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
was_cancelled (GTask *task)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
ala_check_runner_finalize (GObject *object)
{
  AlaCheckRunner *self = ALA_CHECK_RUNNER (object);

  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (ala_check_runner_parent_class)->finalize (object);
}

static void
ala_check_runner_class_init (AlaCheckRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_check_runner_finalize;
}

static void
ala_check_runner_init (AlaCheckRunner *self)
{
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
}

AlaCheckRunner *
ala_check_runner_new (void)
{
  g_autoptr (GPtrArray) checks = ala_check_registry_dup_checks ();

  return ala_check_runner_new_with (checks);
}

AlaCheckRunner *
ala_check_runner_new_with (GPtrArray *checks)
{
  AlaCheckRunner *self;

  g_return_val_if_fail (checks != NULL, NULL);

  self = g_object_new (ALA_TYPE_CHECK_RUNNER, NULL);
  for (guint i = 0; i < checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (checks, i);

      g_ptr_array_add (self->checks, g_object_ref (check));
      g_signal_connect_object (check, "notify::state", G_CALLBACK (advance), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (self->checks, i);

      ala_check_set_needed (check, find_needed (self, check));
    }

  return self;
}

AlaCheck *
ala_check_runner_find (AlaCheckRunner *self,
                       const char     *id)
{
  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (self->checks, i);

      if (g_str_equal (ala_check_get_id (check), id))
        return check;
    }

  return NULL;
}

AlaCheckState
ala_check_runner_get_verdict (AlaCheckRunner *self)
{
  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (self), ALA_CHECK_WAITING);

  return ala_check_verdict_of (self->checks);
}

gint64
ala_check_runner_get_elapsed (AlaCheckRunner *self)
{
  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (self), 0);

  return self->elapsed;
}

static gboolean
has_passed (AlaCheck *check)
{
  AlaCheckState state = ala_check_get_state (check);

  /* A warning says that the check got its answer: what builds on it can run. */
  return state == ALA_CHECK_PASSED || state == ALA_CHECK_WARNING;
}

static AlaCheck *
find_needed (AlaCheckRunner *self,
             AlaCheck       *check)
{
  const char *needs = ala_check_get_needs (check);

  return needs != NULL ? ala_check_runner_find (self, needs) : NULL;
}

/* Whether @check is one of @ids or needs one of them, directly or by way of others. */
static gboolean
depends_on (AlaCheckRunner     *self,
            AlaCheck           *check,
            const char * const *ids)
{
  for (; check != NULL; check = find_needed (self, check))
    if (g_strv_contains (ids, ala_check_get_id (check)))
      return TRUE;

  return FALSE;
}

/* Whether @check has its turn because it was asked for by name, or because an earlier result of it is built on such a one. */
static gboolean
is_asked_for (AlaCheckRunner *self,
              AlaCheck       *check,
              Run            *run)
{
  const char * const *only = (const char * const *) run->only;

  if (only == NULL || g_strv_contains (only, ala_check_get_id (check)))
    return TRUE;

  return ala_check_get_state (check) != ALA_CHECK_WAITING && depends_on (self, check, only);
}

static void
choose_wanted (AlaCheckRunner *self,
               Run            *run)
{
  run->wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (self->checks, i);

      if (is_asked_for (self, check, run))
        g_hash_table_add (run->wanted, (gpointer) ala_check_get_id (check));
    }

  for (guint i = 0; run->only != NULL && run->only[i] != NULL; i++)
    {
      AlaCheck *needed = ala_check_runner_find (self, run->only[i]);

      while (needed != NULL && (needed = find_needed (self, needed)) != NULL && !has_passed (needed))
        g_hash_table_add (run->wanted, (gpointer) ala_check_get_id (needed));
    }
}

/* A run starts with a clean sheet: nobody may take the result of an earlier one for its own. */
static void
begin_run (AlaCheckRunner *self,
           GTask          *task)
{
  Run *run = g_task_get_task_data (task);

  g_assert (self->task == NULL);

  choose_wanted (self, run);
  self->task = g_object_ref (task);
  self->begun = g_get_monotonic_time ();

  self->starting = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (self->checks, i);

      if (!g_hash_table_contains (run->wanted, ala_check_get_id (check)))
        continue;
      ala_check_reset (check);
      if (ALA_CHECK_GET_CLASS (check)->prepare != NULL)
        ALA_CHECK_GET_CLASS (check)->prepare (check, run->client);
    }
  self->starting = FALSE;

  advance (self);
}

static void
end_run (AlaCheckRunner *self,
         gboolean        complete)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autoptr (GTask) next = g_steal_pointer (&self->next);
  const char *verdict = ala_check_verdict_get_name (ala_check_runner_get_verdict (self));
  Run *run = g_task_get_task_data (task);

  self->elapsed = g_get_monotonic_time () - self->begun;

  /* One check that passed says nothing about the others, which an earlier run may have judged. */
  if (complete && verdict != NULL)
    ala_setup_set_checked (run->setup, g_get_real_time () / G_USEC_PER_SEC, verdict);

  /* Before the callback, which may want to start one more. */
  if (next != NULL)
    begin_run (self, next);

  if (complete)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error_if_cancelled (task);
}

/* Whether everything has ended but what waits for just that. */
static gboolean
only_last_are_left (AlaCheckRunner *self,
                    Run            *run)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (self->checks, i);

      if (!ALA_CHECK_GET_CLASS (check)->last
          && (ala_check_get_state (check) == ALA_CHECK_RUNNING || g_hash_table_contains (run->wanted, ala_check_get_id (check))))
        return FALSE;
    }

  return TRUE;
}

static char *
dup_skip_reason (AlaCheck *needed)
{
  /* Translators: %s is the title of another check */
  return g_strdup_printf (_("Not checked, because “%s” did not pass"), ala_check_get_title (needed));
}

static gboolean
is_eager (AlaCheck *check)
{
  return ALA_CHECK_GET_CLASS (check)->eager;
}

/* Decides on @check, if it ran beside the one that it needs and that one has ended. Returns whether it did. */
static gboolean
settle (AlaCheckRunner *self,
        AlaCheck       *check)
{
  AlaCheck *needed = find_needed (self, check);
  g_autofree char *why = NULL;

  if (!ala_check_is_held (check) || ala_check_get_state (needed) == ALA_CHECK_RUNNING)
    return FALSE;

  if (has_passed (needed))
    {
      ala_check_confirm (check);
      return TRUE;
    }

  /* One that was stopped waits again, and so does what it held up. */
  if (ala_check_get_state (needed) != ALA_CHECK_WAITING)
    why = dup_skip_reason (needed);
  ala_check_annul (check, why);
  return TRUE;
}

static void
start (AlaCheckRunner *self,
       AlaCheck       *check,
       gboolean        held)
{
  Run *run = g_task_get_task_data (self->task);
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  ala_check_begin (check);
  if (held)
    cancellable = ala_check_hold (check, cancellable);
  ALA_CHECK_GET_CLASS (check)->run (check, run->client, run->setup, run->profile, cancellable);
}

/* Gives @check its turn, once in a run. Returns whether it had it. */
static gboolean
start_or_skip (AlaCheckRunner *self,
               AlaCheck       *check)
{
  AlaCheck *needed = find_needed (self, check);
  Run *run = g_task_get_task_data (self->task);
  gboolean open = needed != NULL && ala_check_get_state (needed) == ALA_CHECK_RUNNING;

  if (needed != NULL && ala_check_get_state (needed) == ALA_CHECK_WAITING)
    return FALSE;
  if (open && !is_eager (check))
    return FALSE;
  if (ALA_CHECK_GET_CLASS (check)->last && !only_last_are_left (self, run))
    return FALSE;

  g_hash_table_remove (run->wanted, ala_check_get_id (check));

  if (ala_check_skip_without_key (check, run->setup, run->profile))
    return TRUE;

  if (needed == NULL || open || has_passed (needed))
    {
      start (self, check, open);
    }
  else
    {
      g_autofree char *why = dup_skip_reason (needed);

      ala_check_end (check, ALA_CHECK_SKIPPED, why, NULL);
    }

  return TRUE;
}

/* Called whenever a check changes its state: starts what has become ready, and ends the run when nothing is under way any more.
 * Starting a check changes states too; such calls from within find "starting" set, and the loop here sees what they saw. */
static void
advance (AlaCheckRunner *self)
{
  g_autoptr (AlaCheckRunner) hold = NULL;
  gboolean cancelled, changed, running = FALSE;
  Run *run;

  if (self->task == NULL || self->starting)
    return;

  hold = g_object_ref (self);
  run = g_task_get_task_data (self->task);
  cancelled = was_cancelled (self->task);

  self->starting = TRUE;
  do
    {
      changed = FALSE;
      running = FALSE;
      for (guint i = 0; i < self->checks->len; i++)
        {
          AlaCheck *check = g_ptr_array_index (self->checks, i);

          if (!cancelled && g_hash_table_contains (run->wanted, ala_check_get_id (check)))
            changed |= start_or_skip (self, check);
          changed |= settle (self, check);
          running |= ala_check_get_state (check) == ALA_CHECK_RUNNING;
        }
      cancelled = was_cancelled (self->task);
    }
  while (changed && !cancelled);
  self->starting = FALSE;

  if (!running)
    end_run (self, !cancelled);
}

void
ala_check_runner_run_async (AlaCheckRunner      *self,
                            AlaJiraClient       *client,
                            AlaSetup            *setup,
                            AlaProfile          *profile,
                            const char * const  *only,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (ALA_IS_CHECK_RUNNER (self));
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (ALA_IS_PROFILE (profile));
  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    g_return_if_fail (ala_check_runner_find (self, only[i]) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_check_runner_run_async);
  g_task_set_name (task, "ala_check_runner_run_async");

  run = g_new0 (Run, 1);
  run->client = g_object_ref (client);
  run->setup = g_object_ref (setup);
  run->profile = g_object_ref (profile);
  run->only = g_strdupv ((GStrv) only);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);

  if (self->task == NULL)
    {
      begin_run (self, task);
    }
  else if (was_cancelled (self->task) && (self->next == NULL || was_cancelled (self->next)))
    {
      if (self->next != NULL)
        g_task_return_error_if_cancelled (self->next);
      g_set_object (&self->next, task);
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "The checks are running already");
    }
}

gboolean
ala_check_runner_run_finish (AlaCheckRunner  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
