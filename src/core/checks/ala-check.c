/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check.h"

#include <glib/gi18n-lib.h>

/* What is to become of the end of a check that runs beside the one that it needs. */
typedef enum
{
  DIRECT,  /* it is shown at once */
  HELD,    /* it is kept; "kept" is %ALA_CHECK_RUNNING as long as there is none */
  ANNULLED /* "why" is shown in its place */
} Fate;

typedef struct
{
  AlaCheckState state;
  char *summary;
  GError *error;

  Fate fate;
  AlaCheckState kept;
  char *kept_summary;
  GError *kept_error;
  char *why;                 /* (nullable) */
  GCancellable *cancellable; /* (nullable) */

  GListStore *findings;
  AlaCheck *needed; /* (nullable): a weak pointer */
  gint64 begun;
  gint64 elapsed;
} AlaCheckPrivate;

typedef enum
{
  PROP_STATE = 1,
  PROP_SUMMARY,
  PROP_ERROR,
} AlaCheckProperty;

static GParamSpec *properties[PROP_ERROR + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AlaCheck, ala_check, G_TYPE_OBJECT)

static AlaCheckPrivate *
get_priv (AlaCheck *self)
{
  return ala_check_get_instance_private (self);
}

static void
forget_fate (AlaCheck *self)
{
  AlaCheckPrivate *priv = get_priv (self);

  priv->fate = DIRECT;
  priv->kept = ALA_CHECK_RUNNING;
  g_clear_pointer (&priv->kept_summary, g_free);
  g_clear_error (&priv->kept_error);
  g_clear_pointer (&priv->why, g_free);
  g_clear_object (&priv->cancellable);
}

static void
ala_check_finalize (GObject *object)
{
  AlaCheckPrivate *priv = get_priv (ALA_CHECK (object));

  forget_fate (ALA_CHECK (object));
  g_free (priv->summary);
  g_clear_error (&priv->error);
  g_object_unref (priv->findings);
  g_clear_weak_pointer (&priv->needed);

  G_OBJECT_CLASS (ala_check_parent_class)->finalize (object);
}

static void
ala_check_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AlaCheckPrivate *priv = get_priv (ALA_CHECK (object));

  switch ((AlaCheckProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, priv->state);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, priv->summary);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ala_check_class_init (AlaCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = ala_check_finalize;
  object_class->get_property = ala_check_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, ALA_TYPE_CHECK_STATE, ALA_CHECK_WAITING, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_check_init (AlaCheck *self)
{
  AlaCheckPrivate *priv = get_priv (self);

  priv->summary = g_strdup ("");
  priv->findings = g_list_store_new (ALA_TYPE_FINDING);
}

/* The three properties change together, so that whoever hears of one finds the others already fitting. */
static void
change (AlaCheck      *self,
        AlaCheckState  state,
        const char    *summary,
        GError        *error)
{
  AlaCheckPrivate *priv = get_priv (self);
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);

  if (priv->error != NULL || error != NULL)
    g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_clear_error (&priv->error);
  priv->error = error;

  if (!g_str_equal (priv->summary, summary))
    {
      g_free (priv->summary);
      priv->summary = g_strdup (summary);
      g_object_notify_by_pspec (object, properties[PROP_SUMMARY]);
    }

  if (priv->state != state)
    {
      priv->state = state;
      g_object_notify_by_pspec (object, properties[PROP_STATE]);
    }

  g_object_thaw_notify (object);
}

static void
forget_run (AlaCheck *self)
{
  forget_fate (self);
  get_priv (self)->elapsed = 0;
  g_list_store_remove_all (get_priv (self)->findings);
}

const char *
ala_check_get_id (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return ALA_CHECK_GET_CLASS (self)->id;
}

const char *
ala_check_get_title (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return g_dgettext (GETTEXT_PACKAGE, ALA_CHECK_GET_CLASS (self)->title);
}

const char *
ala_check_get_needs (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return ALA_CHECK_GET_CLASS (self)->needs;
}

AlaCheck *
ala_check_get_needed (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return get_priv (self)->needed;
}

void
ala_check_set_needed (AlaCheck *self,
                      AlaCheck *needed)
{
  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (needed == NULL || ALA_IS_CHECK (needed));

  g_set_weak_pointer (&get_priv (self)->needed, needed);
}

AlaCheckState
ala_check_get_state (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), ALA_CHECK_WAITING);

  return get_priv (self)->state;
}

const char *
ala_check_get_summary (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return get_priv (self)->summary;
}

const GError *
ala_check_get_error (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return get_priv (self)->error;
}

GListModel *
ala_check_get_findings (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);

  return G_LIST_MODEL (get_priv (self)->findings);
}

gint64
ala_check_get_elapsed (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), 0);

  return get_priv (self)->elapsed;
}

void
ala_check_begin (AlaCheck *self)
{
  AlaCheckPrivate *priv;

  g_return_if_fail (ALA_IS_CHECK (self));

  priv = get_priv (self);
  forget_run (self);
  priv->begun = g_get_monotonic_time ();
  change (self, ALA_CHECK_RUNNING, "", NULL);
}

GCancellable *
ala_check_hold (AlaCheck     *self,
                GCancellable *cancellable)
{
  AlaCheckPrivate *priv;

  g_return_val_if_fail (ALA_IS_CHECK (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (get_priv (self)->state == ALA_CHECK_RUNNING, NULL);

  priv = get_priv (self);
  priv->fate = HELD;
  priv->cancellable = g_cancellable_new ();
  /* Not g_cancellable_connect(), whose end would wait for the very handler in which a check may end. */
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), priv->cancellable, G_CONNECT_SWAPPED);

  return priv->cancellable;
}

gboolean
ala_check_is_held (AlaCheck *self)
{
  g_return_val_if_fail (ALA_IS_CHECK (self), FALSE);

  return get_priv (self)->fate == HELD;
}

void
ala_check_confirm (AlaCheck *self)
{
  g_autofree char *summary = NULL;
  AlaCheckPrivate *priv;
  AlaCheckState kept;
  GError *error;

  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (ala_check_is_held (self));

  priv = get_priv (self);
  priv->fate = DIRECT;
  if (priv->kept == ALA_CHECK_RUNNING)
    return;

  kept = priv->kept;
  summary = g_steal_pointer (&priv->kept_summary);
  error = g_steal_pointer (&priv->kept_error);
  forget_fate (self);
  change (self, kept, summary, error);
}

/* It has ended, and what it found does not count. */
static void
bury (AlaCheck *self)
{
  g_autofree char *why = g_steal_pointer (&get_priv (self)->why);

  forget_run (self);
  if (why != NULL)
    change (self, ALA_CHECK_SKIPPED, why, NULL);
  else
    change (self, ALA_CHECK_WAITING, "", NULL);
}

void
ala_check_annul (AlaCheck   *self,
                 const char *why)
{
  AlaCheckPrivate *priv;

  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (ala_check_is_held (self));

  priv = get_priv (self);
  priv->fate = ANNULLED;
  priv->why = g_strdup (why);
  if (priv->kept != ALA_CHECK_RUNNING)
    {
      bury (self);
    }
  else
    {
      /* It may end within, and let go of what it is run with. */
      g_autoptr (GCancellable) cancellable = g_object_ref (priv->cancellable);

      g_cancellable_cancel (cancellable);
    }
}

/* Takes @state, @summary and @error (transfer full) for later, if that is wanted. Returns: whether it did */
static gboolean
keep_end (AlaCheck      *self,
          AlaCheckState  state,
          const char    *summary,
          GError        *error)
{
  AlaCheckPrivate *priv = get_priv (self);
  Fate fate = priv->fate;

  if (fate == HELD)
    {
      priv->kept = state;
      priv->kept_summary = g_strdup (summary);
      priv->kept_error = error;
    }
  else if (fate == ANNULLED)
    {
      g_clear_error (&error);
      bury (self);
    }

  return fate != DIRECT;
}

void
ala_check_set_progress (AlaCheck   *self,
                        const char *progress)
{
  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (progress != NULL);
  g_return_if_fail (get_priv (self)->state == ALA_CHECK_RUNNING);

  change (self, ALA_CHECK_RUNNING, progress, NULL);
}

void
ala_check_add_finding (AlaCheck      *self,
                       AlaCheckState  state,
                       const char    *id,
                       const char    *label,
                       const char    *text)
{
  g_autoptr (AlaFinding) finding = NULL;

  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (get_priv (self)->state == ALA_CHECK_RUNNING);

  finding = ala_finding_new (state, id, label, text);
  g_list_store_append (get_priv (self)->findings, finding);
}

void
ala_check_end (AlaCheck      *self,
               AlaCheckState  state,
               const char    *summary,
               GError        *error)
{
  AlaCheckPrivate *priv;

  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (state >= ALA_CHECK_PASSED && state <= ALA_CHECK_FAILED);
  g_return_if_fail ((error != NULL) == (state >= ALA_CHECK_WARNING));
  g_return_if_fail (summary != NULL || error != NULL);

  priv = get_priv (self);
  if (priv->state == ALA_CHECK_RUNNING)
    priv->elapsed = g_get_monotonic_time () - priv->begun;

  if (summary == NULL)
    summary = ala_problem_get_title (ala_problem_from_error (error));
  if (!keep_end (self, state, summary, error))
    change (self, state, summary, error);
}

void
ala_check_end_with_error (AlaCheck *self,
                          GError   *error)
{
  g_return_if_fail (ALA_IS_CHECK (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      if (get_priv (self)->fate == ANNULLED)
        bury (self);
      else
        ala_check_reset (self);
    }
  else
    {
      ala_check_end (self, ALA_CHECK_FAILED, NULL, error);
    }
}

gboolean
ala_check_skip_without_key (AlaCheck   *self,
                            AlaSetup   *setup,
                            AlaProfile *profile)
{
  g_autofree char *why = NULL;

  g_return_val_if_fail (ALA_IS_CHECK (self), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), FALSE);

  if (*ala_setup_get_public_key (setup) == '\0' || ALA_CHECK_GET_CLASS (self)->keyless)
    return FALSE;

  /* Translators: %s is the name of a product */
  why = g_strdup_printf (_("Not checked, because only %s has the private key"), ala_profile_get_name (profile));
  ala_check_end (self, ALA_CHECK_SKIPPED, why, NULL);
  return TRUE;
}

void
ala_check_reset (AlaCheck *self)
{
  g_return_if_fail (ALA_IS_CHECK (self));

  forget_run (self);
  change (self, ALA_CHECK_WAITING, "", NULL);
}
