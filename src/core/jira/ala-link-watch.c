/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-watch.h"

#include <glib/gi18n-lib.h>

struct _AlaLinkWatch
{
  GObject parent_instance;

  AlaAuthorization *authorization; /* (nullable): non-NULL while watching */
  GCancellable *cancellable;
  guint timer;
  guint first, last, interval;     /* milliseconds */

  GError *error;
  AlaProof proofs;
  gboolean checking;
  gboolean proven;
  gboolean held;
  gboolean stand_in;
  gboolean known;
};

typedef enum
{
  PROP_CHECKING = 1,
  PROP_PROOFS,
  PROP_ERROR,
  PROP_PROVEN,
} AlaLinkWatchProperty;

static GParamSpec *properties[PROP_PROVEN + 1];

G_DEFINE_FINAL_TYPE (AlaLinkWatch, ala_link_watch, G_TYPE_OBJECT)

static void ask (AlaLinkWatch *self);

static void
set_checking (AlaLinkWatch *self,
              gboolean      checking)
{
  if (self->checking == checking)
    return;

  self->checking = checking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKING]);
}

/* What Jira's answer means when the signature cannot be right. Returns: (transfer full) (nullable): what is wrong besides */
static GError *
judge_stand_in (AlaLinkWatch *self,
                GError       *error) /* (transfer full) (nullable) */
{
  AlaProblem problem = ala_problem_from_error (error);

  self->known = problem == ALA_PROBLEM_SIGNATURE_INVALID || problem == ALA_PROBLEM_SIGNATURE_OTHER_KEY;
  if (self->known)
    g_clear_error (&error);
  else if (error == NULL)
    error = ala_problem_new_error (ALA_PROBLEM_SIGNATURE_IGNORED, _("Jira issued a request token for a signature that cannot be right."));

  return error;
}

static AlaProof
get_proofs (AlaLinkWatch *self)
{
  if (self->error != NULL)
    return ala_problem_get_proofs (ala_problem_from_error (self->error));

  return ala_problem_get_proofs (self->known ? ALA_PROBLEM_SIGNATURE_INVALID : ALA_PROBLEM_AUTHORIZATION_DENIED);
}

static void
set_outcome (AlaLinkWatch *self,
             GError       *error)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);

  g_clear_error (&self->error);
  self->error = self->stand_in ? judge_stand_in (self, error) : error;
  self->proven = self->error == NULL && !self->known;
  self->proofs = get_proofs (self);
  g_object_notify_by_pspec (object, properties[PROP_PROOFS]);
  g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_object_notify_by_pspec (object, properties[PROP_PROVEN]);

  g_object_thaw_notify (object);
}

/* What was seen before was another link, or this one at another time. */
static void
forget_outcome (AlaLinkWatch *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);

  g_clear_error (&self->error);
  self->known = FALSE;
  self->proven = FALSE;
  self->proofs = ALA_PROOF_NOTHING;
  g_object_notify_by_pspec (object, properties[PROP_PROOFS]);
  g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_object_notify_by_pspec (object, properties[PROP_PROVEN]);

  g_object_thaw_notify (object);
}

static gboolean
on_timer (gpointer user_data)
{
  AlaLinkWatch *self = user_data;

  self->timer = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (AlaLinkWatch *self)
{
  const char *retry_after = ala_problem_get_note (self->error, ALA_NOTE_RETRY_AFTER);
  guint wait = self->interval;

  /* Jira’s own word counts, within reason: a watch that sleeps for hours would look broken. */
  if (retry_after != NULL)
    wait = MAX (wait, MIN (g_ascii_strtoull (retry_after, NULL, 10), 300) * 1000);

  self->timer = g_timeout_add (wait, on_timer, self);
  self->interval = MIN (self->interval + self->interval / 4, self->last);
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AlaLinkWatch) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_authorization_prepare_finish (ALA_AUTHORIZATION (source), result, &error);

  /* Stopped meanwhile, or started on another link: this answer is of no interest any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->authorization != (gpointer) source)
    return;

  set_checking (self, FALSE);
  set_outcome (self, g_steal_pointer (&error));
  /* Whoever heard of it may have started anew already. */
  if (self->authorization == (gpointer) source && !self->checking && !self->proven && !self->known && !self->held)
    schedule (self);
}

static void
ask (AlaLinkWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  set_checking (self, TRUE);
  ala_authorization_prepare_async (self->authorization, self->cancellable, on_prepared, g_object_ref (self));
}

void
ala_link_watch_start (AlaLinkWatch     *self,
                      AlaAuthorization *authorization)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));
  g_return_if_fail (ALA_IS_AUTHORIZATION (authorization));

  ala_link_watch_stop (self);
  forget_outcome (self);
  self->authorization = g_object_ref (authorization);
  self->cancellable = g_cancellable_new ();
  self->interval = self->first;
  self->held = FALSE;
  ask (self);
}

void
ala_link_watch_stop (AlaLinkWatch *self)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->authorization);
  set_checking (self, FALSE);
}

void
ala_link_watch_check_now (AlaLinkWatch *self)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));

  if (self->authorization == NULL || self->checking || self->held)
    return;

  self->interval = self->first;
  ask (self);
}

void
ala_link_watch_hold (AlaLinkWatch *self,
                     gboolean      held)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));

  if (self->held == held)
    return;

  self->held = held;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!held && self->authorization != NULL && !self->checking && !self->proven && !self->known)
    schedule (self);
}

void
ala_link_watch_set_interval (AlaLinkWatch *self,
                             guint         first,
                             guint         last)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));
  g_return_if_fail (first > 0 && first <= last);

  self->first = first;
  self->last = last;
}

void
ala_link_watch_set_stand_in (AlaLinkWatch *self,
                             gboolean      stand_in)
{
  g_return_if_fail (ALA_IS_LINK_WATCH (self));

  self->stand_in = stand_in;
}

gboolean
ala_link_watch_is_known (AlaLinkWatch *self)
{
  g_return_val_if_fail (ALA_IS_LINK_WATCH (self), FALSE);

  return self->known;
}

gboolean
ala_link_watch_is_checking (AlaLinkWatch *self)
{
  g_return_val_if_fail (ALA_IS_LINK_WATCH (self), FALSE);

  return self->checking;
}

gboolean
ala_link_watch_is_proven (AlaLinkWatch *self)
{
  g_return_val_if_fail (ALA_IS_LINK_WATCH (self), FALSE);

  return self->proven;
}

AlaProof
ala_link_watch_get_proofs (AlaLinkWatch *self)
{
  g_return_val_if_fail (ALA_IS_LINK_WATCH (self), ALA_PROOF_NOTHING);

  return self->proofs;
}

const GError *
ala_link_watch_get_error (AlaLinkWatch *self)
{
  g_return_val_if_fail (ALA_IS_LINK_WATCH (self), NULL);

  return self->error;
}

AlaLinkWatch *
ala_link_watch_new (void)
{
  return g_object_new (ALA_TYPE_LINK_WATCH, NULL);
}

static void
ala_link_watch_dispose (GObject *object)
{
  ala_link_watch_stop (ALA_LINK_WATCH (object));

  G_OBJECT_CLASS (ala_link_watch_parent_class)->dispose (object);
}

static void
ala_link_watch_finalize (GObject *object)
{
  g_clear_error (&ALA_LINK_WATCH (object)->error);

  G_OBJECT_CLASS (ala_link_watch_parent_class)->finalize (object);
}

static void
ala_link_watch_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AlaLinkWatch *self = ALA_LINK_WATCH (object);

  switch ((AlaLinkWatchProperty) id)
    {
    case PROP_CHECKING:
      g_value_set_boolean (value, self->checking);
      break;
    case PROP_PROOFS:
      g_value_set_uint (value, self->proofs);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_PROVEN:
      g_value_set_boolean (value, self->proven);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_link_watch_class_init (AlaLinkWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ala_link_watch_dispose;
  object_class->finalize = ala_link_watch_finalize;
  object_class->get_property = ala_link_watch_get_property;

  properties[PROP_CHECKING] = g_param_spec_boolean ("checking", NULL, NULL, FALSE, flags);
  properties[PROP_PROOFS] = g_param_spec_uint ("proofs", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_PROVEN] = g_param_spec_boolean ("proven", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_link_watch_init (AlaLinkWatch *self)
{
  self->first = ALA_LINK_WATCH_FIRST;
  self->last = ALA_LINK_WATCH_LAST;
}
