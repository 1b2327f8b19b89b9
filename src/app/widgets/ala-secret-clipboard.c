/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-clipboard.h"

struct _AlaSecretClipboard
{
  GObject parent_instance;

  GdkClipboard *clipboard;
  GdkContentProvider *lent; /* (nullable) */
  gint64 deadline;          /* monotonic, microseconds */
  guint tick;
};

typedef enum
{
  PROP_SECONDS_LEFT = 1,
} AlaSecretClipboardProperty;

static GParamSpec *properties[PROP_SECONDS_LEFT + 1];

G_DEFINE_FINAL_TYPE (AlaSecretClipboard, ala_secret_clipboard, G_TYPE_OBJECT)

static void
notify_seconds (AlaSecretClipboard *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS_LEFT]);
}

static void
forget (AlaSecretClipboard *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->lent);
  notify_seconds (self);
}

static gboolean
is_ours (AlaSecretClipboard *self)
{
  return self->lent != NULL
         && gdk_clipboard_is_local (self->clipboard)
         && gdk_clipboard_get_content (self->clipboard) == self->lent;
}

static gboolean
on_tick (gpointer user_data)
{
  AlaSecretClipboard *self = user_data;

  if (!is_ours (self))
    {
      /* Somebody copied something else in the meantime: it is theirs now. */
      self->tick = 0;
      forget (self);
      return G_SOURCE_REMOVE;
    }
  if (g_get_monotonic_time () >= self->deadline)
    {
      self->tick = 0;
      ala_secret_clipboard_clear (self);
      return G_SOURCE_REMOVE;
    }

  notify_seconds (self);
  return G_SOURCE_CONTINUE;
}

void
ala_secret_clipboard_copy (AlaSecretClipboard *self,
                           AlaSecret          *secret)
{
  static const char * const types[] = { "text/plain;charset=utf-8", "text/plain" };
  GdkContentProvider *providers[G_N_ELEMENTS (types)];
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (ALA_IS_SECRET_CLIPBOARD (self));
  g_return_if_fail (secret != NULL);

  /* The provider serves the secret's own memory, so the last copy in this process is wiped with it. */
  bytes = g_bytes_new_with_free_func (ala_secret_peek (secret), ala_secret_get_length (secret),
                                      (GDestroyNotify) ala_secret_unref, ala_secret_ref (secret));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    providers[i] = gdk_content_provider_new_for_bytes (types[i], bytes);

  g_clear_object (&self->lent);
  self->lent = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (self->clipboard, self->lent);

  self->deadline = g_get_monotonic_time () + ALA_SECRET_CLIPBOARD_SECONDS * G_USEC_PER_SEC;
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, on_tick, self);
  notify_seconds (self);
}

void
ala_secret_clipboard_clear (AlaSecretClipboard *self)
{
  g_return_if_fail (ALA_IS_SECRET_CLIPBOARD (self));

  if (self->lent == NULL)
    return;

  if (is_ours (self))
    gdk_clipboard_set_content (self->clipboard, NULL);
  forget (self);
}

guint
ala_secret_clipboard_get_seconds_left (AlaSecretClipboard *self)
{
  gint64 left;

  g_return_val_if_fail (ALA_IS_SECRET_CLIPBOARD (self), 0);

  if (self->lent == NULL)
    return 0;

  left = self->deadline - g_get_monotonic_time ();
  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
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

  ala_secret_clipboard_clear (self);
  g_clear_object (&self->clipboard);

  G_OBJECT_CLASS (ala_secret_clipboard_parent_class)->dispose (object);
}

static void
ala_secret_clipboard_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((AlaSecretClipboardProperty) id)
    {
    case PROP_SECONDS_LEFT:
      g_value_set_uint (value, ala_secret_clipboard_get_seconds_left (ALA_SECRET_CLIPBOARD (object)));
      break;
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

  properties[PROP_SECONDS_LEFT] = g_param_spec_uint ("seconds-left", NULL, NULL, 0, G_MAXUINT, 0,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_secret_clipboard_init (AlaSecretClipboard *self)
{
}
