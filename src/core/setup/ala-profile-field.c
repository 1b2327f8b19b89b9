/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-profile-field-private.h"

#include "ala-secret-store.h"

struct _AlaProfileField
{
  GObject parent_instance;

  char *id;
  char *label;
  char *hint;
  char *text;
  AlaFieldValue value;
};

G_DEFINE_FINAL_TYPE (AlaProfileField, ala_profile_field, G_TYPE_OBJECT)

static const char *const value_nicks[] = {
  [ALA_FIELD_TEXT] = "text",
  [ALA_FIELD_LINK_NAME] = "link-name",
  [ALA_FIELD_JIRA_URL] = "jira-url",
  [ALA_FIELD_CONSUMER_KEY] = "consumer-key",
  [ALA_FIELD_PRIVATE_KEY] = "private-key",
  [ALA_FIELD_PUBLIC_KEY] = "public-key",
  [ALA_FIELD_ACCESS_TOKEN] = "access-token",
  [ALA_FIELD_ACCESS_TOKEN_SECRET] = "access-token-secret",
  [ALA_FIELD_ACTION] = "action",
  [ALA_FIELD_REQUEST_TOKEN_URL] = "request-token-url",
  [ALA_FIELD_AUTHORIZE_URL] = "authorize-url",
  [ALA_FIELD_ACCESS_TOKEN_URL] = "access-token-url",
  NULL,
};

static void
ala_profile_field_finalize (GObject *object)
{
  AlaProfileField *self = ALA_PROFILE_FIELD (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->hint);
  g_free (self->text);

  G_OBJECT_CLASS (ala_profile_field_parent_class)->finalize (object);
}

static void
ala_profile_field_class_init (AlaProfileFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_profile_field_finalize;
}

static void
ala_profile_field_init (AlaProfileField *self)
{
}

AlaProfileField *
ala_profile_field_new (JsonNode *node)
{
  g_autoptr (AlaProfileField) self = g_object_new (ALA_TYPE_PROFILE_FIELD, NULL);
  AlaDataReader reader;

  ala_data_reader_init (&reader, node);
  self->id = ala_data_reader_dup_needed (&reader, "id");
  self->label = ala_data_reader_dup_needed (&reader, "label");
  self->hint = ala_data_reader_dup_text (&reader, "hint");
  self->text = ala_data_reader_dup_text (&reader, "text");
  self->value = ala_data_reader_get_choice (&reader, "value", value_nicks);
  if ((self->value == ALA_FIELD_TEXT) != (*self->text != '\0'))
    ala_data_reader_fail (&reader, "text");

  return reader.bad == NULL ? g_steal_pointer (&self) : NULL;
}

const char *
ala_profile_field_get_id (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);

  return self->id;
}

const char *
ala_profile_field_get_label (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);

  return self->label;
}

const char *
ala_profile_field_get_hint (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);

  return ala_data_translate (self->hint);
}

const char *
ala_profile_field_get_text (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);

  return self->text;
}

AlaFieldValue
ala_profile_field_get_value (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), ALA_FIELD_TEXT);

  return self->value;
}

const char *
ala_profile_field_get_secret (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);

  switch (self->value)
    {
    case ALA_FIELD_PRIVATE_KEY:
      return ALA_SECRET_PRIVATE_KEY;
    case ALA_FIELD_ACCESS_TOKEN:
      return ALA_SECRET_ACCESS_TOKEN;
    case ALA_FIELD_ACCESS_TOKEN_SECRET:
      return ALA_SECRET_ACCESS_TOKEN_SECRET;
    case ALA_FIELD_TEXT:
    case ALA_FIELD_LINK_NAME:
    case ALA_FIELD_JIRA_URL:
    case ALA_FIELD_CONSUMER_KEY:
    case ALA_FIELD_PUBLIC_KEY:
    case ALA_FIELD_ACTION:
    case ALA_FIELD_REQUEST_TOKEN_URL:
    case ALA_FIELD_AUTHORIZE_URL:
    case ALA_FIELD_ACCESS_TOKEN_URL:
      return NULL;
    }

  g_assert_not_reached ();
}

gboolean
ala_profile_field_is_secret (AlaProfileField *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), TRUE);

  return ala_profile_field_get_secret (self) != NULL;
}

char *
ala_profile_field_dup_value (AlaProfileField *self,
                             AlaSetup        *setup,
                             const char      *public_key_body)
{
  const char *jira_url;

  g_return_val_if_fail (ALA_IS_PROFILE_FIELD (self), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  jira_url = ala_setup_get_jira_url (setup);
  switch (self->value)
    {
    case ALA_FIELD_TEXT:
      return g_strdup (self->text);
    case ALA_FIELD_LINK_NAME:
      return ala_setup_dup_name (setup);
    case ALA_FIELD_JIRA_URL:
      return g_strdup (jira_url);
    case ALA_FIELD_CONSUMER_KEY:
      return g_strdup (ala_setup_get_consumer_key (setup));
    case ALA_FIELD_PUBLIC_KEY:
      return g_strdup (public_key_body != NULL ? public_key_body : "");
    case ALA_FIELD_REQUEST_TOKEN_URL:
      return g_strconcat (jira_url, "/plugins/servlet/oauth/request-token", NULL);
    case ALA_FIELD_AUTHORIZE_URL:
      return g_strconcat (jira_url, "/plugins/servlet/oauth/authorize", NULL);
    case ALA_FIELD_ACCESS_TOKEN_URL:
      return g_strconcat (jira_url, "/plugins/servlet/oauth/access-token", NULL);
    case ALA_FIELD_PRIVATE_KEY:
    case ALA_FIELD_ACCESS_TOKEN:
    case ALA_FIELD_ACCESS_TOKEN_SECRET:
    case ALA_FIELD_ACTION:
      return g_strdup ("");
    }

  g_assert_not_reached ();
}
