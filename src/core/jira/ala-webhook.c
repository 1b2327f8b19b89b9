/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook.h"

#include "ala-webhook-private.h"

G_DEFINE_FINAL_TYPE (AlaWebhook, ala_webhook, G_TYPE_OBJECT)

static void
ala_webhook_finalize (GObject *object)
{
  AlaWebhook *self = ALA_WEBHOOK (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->url);
  g_strfreev (self->events);
  g_free (self->jql);
  g_free (self->last_error);

  G_OBJECT_CLASS (ala_webhook_parent_class)->finalize (object);
}

static void
ala_webhook_class_init (AlaWebhookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_webhook_finalize;
}

static void
ala_webhook_init (AlaWebhook *self)
{
  self->failures = -1;
}

AlaWebhook *
ala_webhook_take (char     *id,
                  char     *name,
                  char     *url,
                  GStrv     events,
                  char     *jql,
                  gboolean  active,
                  gboolean  excludes_body)
{
  AlaWebhook *self = g_object_new (ALA_TYPE_WEBHOOK, NULL);

  self->id = id;
  self->name = name;
  self->url = url;
  self->events = events;
  self->jql = jql;
  self->active = active;
  self->excludes_body = excludes_body;
  self->last_error = g_strdup ("");

  return self;
}

AlaWebhook *
ala_webhook_new (const char        *name,
                 const char        *url,
                 const char *const *events,
                 const char        *jql)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (url != NULL, NULL);
  g_return_val_if_fail (events != NULL, NULL);

  return ala_webhook_take (g_strdup (""), g_strdup (name), g_strdup (url), g_strdupv ((char **) events),
                           g_strdup (jql != NULL ? jql : ""), TRUE, FALSE);
}

AlaWebhook *
ala_webhook_new_completed (AlaWebhook        *self,
                           const char *const *events)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (ALA_IS_WEBHOOK (self), NULL);
  g_return_val_if_fail (events != NULL, NULL);

  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) self->events);
  for (guint i = 0; events[i] != NULL; i++)
    if (!ala_webhook_has_event (self, events[i]))
      g_strv_builder_add (builder, events[i]);

  return ala_webhook_take (g_strdup (self->id), g_strdup (self->name), g_strdup (self->url), g_strv_builder_end (builder),
                           g_strdup (self->jql), TRUE, FALSE);
}

#define DEFINE_GETTER(Type, function, nothing, expression) \
  Type                                                     \
  ala_webhook_##function (AlaWebhook *self)                \
  {                                                        \
    g_return_val_if_fail (ALA_IS_WEBHOOK (self), nothing); \
    return expression;                                     \
  }

DEFINE_GETTER (const char *, get_id, NULL, self->id)
DEFINE_GETTER (const char *, get_name, NULL, self->name)
DEFINE_GETTER (const char *, get_url, NULL, self->url)
DEFINE_GETTER (const char *const *, get_events, NULL, (const char *const *) self->events)
DEFINE_GETTER (const char *, get_jql, NULL, self->jql)
DEFINE_GETTER (gboolean, is_active, FALSE, self->active)
DEFINE_GETTER (gboolean, excludes_body, FALSE, self->excludes_body)
DEFINE_GETTER (gint64, get_failures, -1, self->failures)
DEFINE_GETTER (const char *, get_last_error, NULL, self->last_error)

gboolean
ala_webhook_has_event (AlaWebhook *self,
                       const char *event)
{
  g_return_val_if_fail (ALA_IS_WEBHOOK (self), FALSE);
  g_return_val_if_fail (event != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->events, event);
}

static gboolean
has_all_events (AlaWebhook *self,
                AlaWebhook *other)
{
  for (guint i = 0; other->events[i] != NULL; i++)
    if (!ala_webhook_has_event (self, other->events[i]))
      return FALSE;

  return TRUE;
}

AlaWebhookPart
ala_webhook_compare (AlaWebhook *self,
                     AlaWebhook *other)
{
  AlaWebhookPart parts = ALA_WEBHOOK_SAME;

  g_return_val_if_fail (ALA_IS_WEBHOOK (self), ALA_WEBHOOK_SAME);
  g_return_val_if_fail (ALA_IS_WEBHOOK (other), ALA_WEBHOOK_SAME);

  if (!g_str_equal (self->name, other->name))
    parts |= ALA_WEBHOOK_NAME;
  if (!g_str_equal (self->url, other->url))
    parts |= ALA_WEBHOOK_URL;
  if (!has_all_events (self, other) || !has_all_events (other, self))
    parts |= ALA_WEBHOOK_EVENTS;
  if (!g_str_equal (self->jql, other->jql))
    parts |= ALA_WEBHOOK_JQL;
  if (self->active != other->active)
    parts |= ALA_WEBHOOK_ACTIVE;
  if (self->excludes_body != other->excludes_body)
    parts |= ALA_WEBHOOK_BODY;

  return parts;
}
