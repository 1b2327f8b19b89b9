/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-clipboard.h"

#include <glib/gi18n.h>

#include "ala-clipboard-sight.h"
#include "ala-problem.h"

/* By its value “secret”, KDE's clipboard manager and others leave a text out of their history. */
#define MANAGER_HINT "x-kde-passwordManagerHint"

/* How long it is watched whether a secret is put back, in seconds: managers look at the clipboard about once a second. */
#define WATCH_SECONDS 10

/* Once more by itself: whoever puts it back every time would go on doing so. */
#define ATTEMPTS 2

struct _AlaSecretClipboard
{
  GObject parent_instance;

  GdkClipboard *clipboard;
  guint seconds;

  GdkContentProvider *lent; /* (nullable) */
  gint64 lent_at;           /* monotonic, microseconds */
  guint tick;

  /* What was taken back, and whether it is gone */
  AlaSecret *secret;        /* (nullable): while it is lent or looked for */
  AlaClipboardSight *sight; /* (nullable) */
  GCancellable *looking;    /* (nullable) */
  guint attempts;
  guint watch;
  GError *error;            /* (nullable) */
};

typedef enum
{
  PROP_SECONDS = 1,
  PROP_SECONDS_LEFT,
  PROP_ERROR,
} AlaSecretClipboardProperty;

static GParamSpec *properties[PROP_ERROR + 1];

G_DEFINE_FINAL_TYPE (AlaSecretClipboard, ala_secret_clipboard, G_TYPE_OBJECT)

static void look (AlaSecretClipboard *self);

static void
notify_seconds (AlaSecretClipboard *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS_LEFT]);
}

static void
take_error (AlaSecretClipboard *self,
            GError             *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
forget (AlaSecretClipboard *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->lent);
  /* A look that was given up keeps it alive a little longer, and what it sees then is no concern of ours. */
  if (self->sight != NULL)
    g_signal_handlers_disconnect_by_data (self->sight, self);
  g_clear_object (&self->sight);
  g_clear_pointer (&self->secret, ala_secret_unref);
  take_error (self, NULL);
  notify_seconds (self);
}

static gboolean
is_ours (AlaSecretClipboard *self)
{
  return self->lent != NULL
         && gdk_clipboard_is_local (self->clipboard)
         && gdk_clipboard_get_content (self->clipboard) == self->lent;
}

/* With a new content each time: GDK does not say twice that there is none, even when the first time was refused. */
static void
put_nothing (AlaSecretClipboard *self)
{
  g_autoptr (GdkContentProvider) nothing = gdk_content_provider_new_union (NULL, 0);

  gdk_clipboard_set_content (self->clipboard, nothing);
  /* The program may be about to end. */
  gdk_display_flush (gdk_clipboard_get_display (self->clipboard));
}

/* Whether it is gone */

static gboolean
on_watched (gpointer user_data)
{
  AlaSecretClipboard *self = user_data;

  self->watch = 0;
  if (self->error == NULL && self->looking == NULL)
    forget (self);
  return G_SOURCE_REMOVE;
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  AlaSecretClipboard *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean found = ala_clipboard_sight_find_finish (ALA_CLIPBOARD_SIGHT (source), result, &error);

  /* By what replaced this look, or by the end of the object: then there is nobody to tell. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->looking);
  if (self->lent != NULL)
    {
      /* A clipboard manager may own the same text now; anything else is somebody's own. */
      if (!found && error == NULL)
        forget (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    {
      /* What was taken from us by somebody is most likely gone, and looked for as soon as that is possible. */
      if (self->attempts > 0)
        take_error (self, ala_problem_new_error (ALA_PROBLEM_CLIPBOARD_KEPT,
                                                 _("It was taken back, but your desktop shows what is on the clipboard only to the window "
                                                   "in front. It is looked at as soon as this window is there.")));
    }
  else if (!found)
    {
      /* It may still be put back. What could not be read tells nothing: its owner may have gone, which is a change of its own. */
      if (error == NULL)
        take_error (self, NULL);
      if (self->watch == 0)
        self->watch = g_timeout_add_seconds (WATCH_SECONDS, on_watched, self);
    }
  else if (self->attempts < ATTEMPTS)
    {
      self->attempts++;
      put_nothing (self);
      look (self);
    }
  else
    take_error (self, ala_problem_new_error (ALA_PROBLEM_CLIPBOARD_KEPT,
                                             _("It was taken back, but the clipboard still holds it.")));
}

static void
look (AlaSecretClipboard *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  ala_clipboard_sight_find_async (self->sight, self->secret, self->looking, on_found, self);
}

static void
on_sight_changed (AlaSecretClipboard *self)
{
  if (self->lent == NULL)
    look (self);
}

/* Lending */

static gboolean
on_tick (gpointer user_data)
{
  AlaSecretClipboard *self = user_data;

  if (!is_ours (self))
    look (self);
  if (ala_secret_clipboard_get_seconds_left (self) == 0)
    {
      self->tick = 0;
      ala_secret_clipboard_clear (self);
      return G_SOURCE_REMOVE;
    }

  notify_seconds (self);
  return G_SOURCE_CONTINUE;
}

static GdkContentProvider *
create_provider (AlaSecret *secret)
{
  static const char *const types[] = { "text/plain;charset=utf-8", "text/plain" };
  GdkContentProvider *providers[G_N_ELEMENTS (types) + 1];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) hint = NULL;
  guint n = 0;

  /* The provider serves the secret's own memory, so the last copy in this process is wiped with it. */
  bytes = g_bytes_new_with_free_func (ala_secret_peek (secret), ala_secret_get_length (secret),
                                      (GDestroyNotify) ala_secret_unref, ala_secret_ref (secret));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    providers[n++] = gdk_content_provider_new_for_bytes (types[i], bytes);

  /* GDK hands over only what it takes for a media type, which in GTK 4.8 this name is not: it would be listed, and break when it is read. */
  if (gdk_intern_mime_type (MANAGER_HINT) != NULL)
    {
      hint = g_bytes_new_static ("secret", strlen ("secret"));
      providers[n++] = gdk_content_provider_new_for_bytes (MANAGER_HINT, hint);
    }

  return gdk_content_provider_new_union (providers, n);
}

void
ala_secret_clipboard_copy (AlaSecretClipboard *self,
                           AlaSecret          *secret)
{
  g_return_if_fail (ALA_IS_SECRET_CLIPBOARD (self));
  g_return_if_fail (secret != NULL);

  forget (self);
  self->secret = ala_secret_ref (secret);
  self->lent = create_provider (secret);
  self->sight = ala_clipboard_sight_new (gdk_clipboard_get_display (self->clipboard));
  g_signal_connect_object (self->sight, "changed", G_CALLBACK (on_sight_changed), self, G_CONNECT_SWAPPED);
  gdk_clipboard_set_content (self->clipboard, self->lent);

  self->lent_at = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, on_tick, self);
  notify_seconds (self);
}

void
ala_secret_clipboard_clear (AlaSecretClipboard *self)
{
  g_return_if_fail (ALA_IS_SECRET_CLIPBOARD (self));

  if (self->lent == NULL && self->error == NULL)
    return;

  self->attempts = 0;
  if (self->lent == NULL || is_ours (self))
    {
      self->attempts++;
      put_nothing (self);
    }
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->lent);
  notify_seconds (self);
  look (self);
}

guint
ala_secret_clipboard_get_seconds_left (AlaSecretClipboard *self)
{
  gint64 left;

  g_return_val_if_fail (ALA_IS_SECRET_CLIPBOARD (self), 0);

  if (self->lent == NULL)
    return 0;

  left = self->lent_at + self->seconds * G_USEC_PER_SEC - g_get_monotonic_time ();
  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
}

const GError *
ala_secret_clipboard_get_error (AlaSecretClipboard *self)
{
  g_return_val_if_fail (ALA_IS_SECRET_CLIPBOARD (self), NULL);

  return self->error;
}

gboolean
ala_secret_clipboard_is_busy (AlaSecretClipboard *self)
{
  g_return_val_if_fail (ALA_IS_SECRET_CLIPBOARD (self), FALSE);

  return self->looking != NULL;
}

AlaSecretClipboard *
ala_secret_clipboard_get_default (void)
{
  static AlaSecretClipboard *instance;

  if (instance == NULL)
    {
      instance = g_object_new (ALA_TYPE_SECRET_CLIPBOARD, NULL);
      instance->clipboard = g_object_ref (gdk_display_get_clipboard (gdk_display_get_default ()));
      g_object_add_weak_pointer (G_OBJECT (instance), (gpointer *) &instance);
    }

  return instance;
}

static void
ala_secret_clipboard_dispose (GObject *object)
{
  AlaSecretClipboard *self = ALA_SECRET_CLIPBOARD (object);

  if (is_ours (self))
    put_nothing (self);
  forget (self);
  g_clear_object (&self->clipboard);

  G_OBJECT_CLASS (ala_secret_clipboard_parent_class)->dispose (object);
}

static void
ala_secret_clipboard_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AlaSecretClipboard *self = ALA_SECRET_CLIPBOARD (object);

  switch ((AlaSecretClipboardProperty) id)
    {
    case PROP_SECONDS:
      g_value_set_uint (value, self->seconds);
      break;
    case PROP_SECONDS_LEFT:
      g_value_set_uint (value, ala_secret_clipboard_get_seconds_left (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_secret_clipboard_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AlaSecretClipboard *self = ALA_SECRET_CLIPBOARD (object);

  switch ((AlaSecretClipboardProperty) id)
    {
    case PROP_SECONDS:
      self->seconds = g_value_get_uint (value);
      if (self->lent != NULL && ala_secret_clipboard_get_seconds_left (self) == 0)
        ala_secret_clipboard_clear (self);
      break;
    case PROP_SECONDS_LEFT:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_secret_clipboard_class_init (AlaSecretClipboardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ala_secret_clipboard_dispose;
  object_class->get_property = ala_secret_clipboard_get_property;
  object_class->set_property = ala_secret_clipboard_set_property;

  properties[PROP_SECONDS] = g_param_spec_uint ("seconds", NULL, NULL, 0, 3600, ALA_SECRET_CLIPBOARD_SECONDS,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECONDS_LEFT] = g_param_spec_uint ("seconds-left", NULL, NULL, 0, G_MAXUINT, 0,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_secret_clipboard_init (AlaSecretClipboard *self)
{
}
