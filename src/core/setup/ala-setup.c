/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup.h"

#include <glib/gi18n-lib.h>

#include "ala-certificate.h"
#include "ala-link-name.h"

struct _AlaSetup
{
  AlaRecord parent_instance;

  char *id;
  gint64 created;
  gint64 changed;
  char *name;
  int step; /* an AlaStep */
  char *profile;
  int secret_place; /* an AlaSecretPlace */

  guint key_bits;
  char *key_fingerprint;
  char *public_key;

  char *jira_url;
  char *consumer_key;
  char *product_url;
  char *ca_certificates;

  int edition; /* an AlaEdition */
  char *version;
  char *title;
  gint64 clock_offset;
  gint64 certificate_expires;

  gint64 link_known;
  gint64 link_proven;
  gint64 authorized;
  gint64 token_expires;
  char *user;
  gint64 checked;
  char *verdict;
  GStrv projects;
  char *issue_type;
  char *webhook_url;
  int webhook_plan; /* an AlaWebhookPlan */
  gint64 finished;

  char *replaces;
  guint number;
  gint64 old_refused;

  GStrv done;
};

typedef enum
{
  PROP_ID = 1,
  PROP_CREATED,
  PROP_CHANGED,
  PROP_NAME,
  PROP_STEP,
  PROP_PROFILE,
  PROP_SECRET_PLACE,
  PROP_KEY_BITS,
  PROP_KEY_FINGERPRINT,
  PROP_PUBLIC_KEY,
  PROP_JIRA_URL,
  PROP_CONSUMER_KEY,
  PROP_PRODUCT_URL,
  PROP_CA_CERTIFICATES,
  PROP_EDITION,
  PROP_VERSION,
  PROP_TITLE,
  PROP_CLOCK_OFFSET,
  PROP_CERTIFICATE_EXPIRES,
  PROP_LINK_KNOWN,
  PROP_LINK_PROVEN,
  PROP_AUTHORIZED,
  PROP_TOKEN_EXPIRES,
  PROP_USER,
  PROP_CHECKED,
  PROP_VERDICT,
  PROP_PROJECTS,
  PROP_ISSUE_TYPE,
  PROP_WEBHOOK_URL,
  PROP_WEBHOOK_PLAN,
  PROP_FINISHED,
  PROP_REPLACES,
  PROP_NUMBER,
  PROP_OLD_REFUSED,
  PROP_DONE,
} AlaSetupProperty;

#define FIELD(field) G_STRUCT_OFFSET (AlaSetup, field)
static const AlaRecordField table[] = {
  [PROP_ID] = { "id", ALA_RECORD_TEXT, FIELD (id), .once = TRUE },
  [PROP_CREATED] = { "created", ALA_RECORD_TIME, FIELD (created), .once = TRUE },
  [PROP_CHANGED] = { "changed", ALA_RECORD_TIME, FIELD (changed) },
  [PROP_NAME] = { "name", ALA_RECORD_TEXT, FIELD (name), .clean = ala_link_name_clean },
  [PROP_STEP] = { "step", ALA_RECORD_CHOICE, FIELD (step), ala_step_get_type },
  [PROP_PROFILE] = { "profile", ALA_RECORD_TEXT, FIELD (profile) },
  [PROP_SECRET_PLACE] = { "secret-place", ALA_RECORD_CHOICE, FIELD (secret_place), ala_secret_place_get_type },
  [PROP_KEY_BITS] = { "key-bits", ALA_RECORD_COUNT, FIELD (key_bits) },
  [PROP_KEY_FINGERPRINT] = { "key-fingerprint", ALA_RECORD_TEXT, FIELD (key_fingerprint) },
  [PROP_PUBLIC_KEY] = { "public-key", ALA_RECORD_TEXT, FIELD (public_key) },
  [PROP_JIRA_URL] = { "jira-url", ALA_RECORD_TEXT, FIELD (jira_url) },
  [PROP_CONSUMER_KEY] = { "consumer-key", ALA_RECORD_TEXT, FIELD (consumer_key) },
  [PROP_PRODUCT_URL] = { "product-url", ALA_RECORD_TEXT, FIELD (product_url) },
  [PROP_CA_CERTIFICATES] = { "ca-certificates", ALA_RECORD_TEXT, FIELD (ca_certificates) },
  [PROP_EDITION] = { "edition", ALA_RECORD_CHOICE, FIELD (edition), ala_edition_get_type },
  [PROP_VERSION] = { "version", ALA_RECORD_TEXT, FIELD (version) },
  [PROP_TITLE] = { "title", ALA_RECORD_TEXT, FIELD (title) },
  [PROP_CLOCK_OFFSET] = { "clock-offset", ALA_RECORD_OFFSET, FIELD (clock_offset) },
  [PROP_CERTIFICATE_EXPIRES] = { "certificate-expires", ALA_RECORD_TIME, FIELD (certificate_expires) },
  [PROP_LINK_KNOWN] = { "link-known", ALA_RECORD_TIME, FIELD (link_known) },
  [PROP_LINK_PROVEN] = { "link-proven", ALA_RECORD_TIME, FIELD (link_proven) },
  [PROP_AUTHORIZED] = { "authorized", ALA_RECORD_TIME, FIELD (authorized) },
  [PROP_TOKEN_EXPIRES] = { "token-expires", ALA_RECORD_TIME, FIELD (token_expires) },
  [PROP_USER] = { "user", ALA_RECORD_TEXT, FIELD (user) },
  [PROP_CHECKED] = { "checked", ALA_RECORD_TIME, FIELD (checked) },
  [PROP_VERDICT] = { "verdict", ALA_RECORD_TEXT, FIELD (verdict) },
  [PROP_PROJECTS] = { "projects", ALA_RECORD_LIST, FIELD (projects) },
  [PROP_ISSUE_TYPE] = { "issue-type", ALA_RECORD_TEXT, FIELD (issue_type) },
  [PROP_WEBHOOK_URL] = { "webhook-url", ALA_RECORD_TEXT, FIELD (webhook_url) },
  [PROP_WEBHOOK_PLAN] = { "webhook-plan", ALA_RECORD_CHOICE, FIELD (webhook_plan), ala_webhook_plan_get_type },
  [PROP_FINISHED] = { "finished", ALA_RECORD_TIME, FIELD (finished) },
  [PROP_REPLACES] = { "replaces", ALA_RECORD_TEXT, FIELD (replaces) },
  [PROP_NUMBER] = { "number", ALA_RECORD_COUNT, FIELD (number) },
  [PROP_OLD_REFUSED] = { "old-refused", ALA_RECORD_TIME, FIELD (old_refused) },
  [PROP_DONE] = { "done", ALA_RECORD_LIST, FIELD (done) },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaSetup, ala_setup, ALA_TYPE_RECORD)

static void
ala_setup_constructed (GObject *object)
{
  AlaSetup *self = ALA_SETUP (object);

  G_OBJECT_CLASS (ala_setup_parent_class)->constructed (object);

  if (*self->id == '\0')
    {
      g_free (self->id);
      self->id = g_uuid_string_random ();
    }
  if (self->created == 0)
    self->created = g_get_real_time () / G_USEC_PER_SEC;
}

static void
ala_setup_class_init (AlaSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ala_setup_constructed;

  ala_record_class_set_fields (ALA_RECORD_CLASS (klass), table, properties, G_N_ELEMENTS (table));
}

static void
ala_setup_init (AlaSetup *self)
{
}

AlaSetup *
ala_setup_new (void)
{
  return g_object_new (ALA_TYPE_SETUP, NULL);
}

#define DEFINE_GETTER(Type, name, nothing)               \
  Type                                                   \
  ala_setup_get_##name (AlaSetup *self)                  \
  {                                                      \
    g_return_val_if_fail (ALA_IS_SETUP (self), nothing); \
    return self->name;                                   \
  }

DEFINE_GETTER (const char *, id, NULL)
DEFINE_GETTER (gint64, created, 0)
DEFINE_GETTER (gint64, changed, 0)
DEFINE_GETTER (const char *, name, NULL)
DEFINE_GETTER (AlaStep, step, ALA_STEP_START)
DEFINE_GETTER (const char *, profile, NULL)
DEFINE_GETTER (AlaSecretPlace, secret_place, ALA_SECRET_PLACE_KEYRING)
DEFINE_GETTER (guint, key_bits, 0)
DEFINE_GETTER (const char *, key_fingerprint, NULL)
DEFINE_GETTER (const char *, public_key, NULL)
DEFINE_GETTER (const char *, jira_url, NULL)
DEFINE_GETTER (const char *, consumer_key, NULL)
DEFINE_GETTER (const char *, product_url, NULL)
DEFINE_GETTER (const char *, ca_certificates, NULL)
DEFINE_GETTER (AlaEdition, edition, ALA_EDITION_UNKNOWN)
DEFINE_GETTER (const char *, version, NULL)
DEFINE_GETTER (const char *, title, NULL)
DEFINE_GETTER (gint64, clock_offset, 0)
DEFINE_GETTER (gint64, certificate_expires, 0)
DEFINE_GETTER (gint64, link_known, 0)
DEFINE_GETTER (gint64, link_proven, 0)
DEFINE_GETTER (gint64, authorized, 0)
DEFINE_GETTER (gint64, token_expires, 0)
DEFINE_GETTER (const char *, user, NULL)
DEFINE_GETTER (gint64, checked, 0)
DEFINE_GETTER (const char *, verdict, NULL)
DEFINE_GETTER (const char *, issue_type, NULL)
DEFINE_GETTER (const char *, webhook_url, NULL)
DEFINE_GETTER (AlaWebhookPlan, webhook_plan, ALA_WEBHOOK_PLAN_UNDECIDED)
DEFINE_GETTER (gint64, finished, 0)
DEFINE_GETTER (const char *, replaces, NULL)
DEFINE_GETTER (guint, number, 0)
DEFINE_GETTER (gint64, old_refused, 0)

const char *const *
ala_setup_get_projects (AlaSetup *self)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  return (const char *const *) self->projects;
}

#define DEFINE_SETTER(Type, name, kind, property)               \
  void                                                          \
  ala_setup_set_##name (AlaSetup *self, Type value)             \
  {                                                             \
    g_return_if_fail (ALA_IS_SETUP (self));                     \
    ala_record_set_##kind (ALA_RECORD (self), property, value); \
  }

DEFINE_SETTER (gint64, changed, number, PROP_CHANGED)
DEFINE_SETTER (const char *, name, text, PROP_NAME)
DEFINE_SETTER (AlaStep, step, choice, PROP_STEP)
DEFINE_SETTER (const char *, profile, text, PROP_PROFILE)
DEFINE_SETTER (AlaSecretPlace, secret_place, choice, PROP_SECRET_PLACE)
DEFINE_SETTER (const char *, public_key, text, PROP_PUBLIC_KEY)
DEFINE_SETTER (const char *, jira_url, text, PROP_JIRA_URL)
DEFINE_SETTER (const char *, consumer_key, text, PROP_CONSUMER_KEY)
DEFINE_SETTER (const char *, product_url, text, PROP_PRODUCT_URL)
DEFINE_SETTER (const char *, ca_certificates, text, PROP_CA_CERTIFICATES)
DEFINE_SETTER (gint64, clock_offset, number, PROP_CLOCK_OFFSET)
DEFINE_SETTER (gint64, certificate_expires, number, PROP_CERTIFICATE_EXPIRES)
DEFINE_SETTER (gint64, link_known, number, PROP_LINK_KNOWN)
DEFINE_SETTER (gint64, link_proven, number, PROP_LINK_PROVEN)
DEFINE_SETTER (const char *, user, text, PROP_USER)
DEFINE_SETTER (const char *, issue_type, text, PROP_ISSUE_TYPE)
DEFINE_SETTER (const char *, webhook_url, text, PROP_WEBHOOK_URL)
DEFINE_SETTER (AlaWebhookPlan, webhook_plan, choice, PROP_WEBHOOK_PLAN)
DEFINE_SETTER (gint64, finished, number, PROP_FINISHED)
DEFINE_SETTER (const char *, replaces, text, PROP_REPLACES)
DEFINE_SETTER (guint, number, count, PROP_NUMBER)
DEFINE_SETTER (gint64, old_refused, number, PROP_OLD_REFUSED)

void
ala_setup_set_projects (AlaSetup           *self,
                        const char *const  *keys)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  ala_record_take_list (ALA_RECORD (self), PROP_PROJECTS, g_strdupv ((char **) keys));
}

void
ala_setup_set_key (AlaSetup   *self,
                   guint       bits,
                   const char *fingerprint)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  ala_record_set_count (ALA_RECORD (self), PROP_KEY_BITS, bits);
  ala_record_set_text (ALA_RECORD (self), PROP_KEY_FINGERPRINT, fingerprint);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_server (AlaSetup      *self,
                      AlaJiraServer *server)
{
  GTlsCertificate *certificate;

  g_return_if_fail (ALA_IS_SETUP (self));
  g_return_if_fail (ALA_IS_JIRA_SERVER (server));

  certificate = ala_jira_server_get_certificate (server);
  g_object_freeze_notify (G_OBJECT (self));
  ala_record_set_choice (ALA_RECORD (self), PROP_EDITION, (int) ala_jira_server_get_edition (server));
  ala_record_set_text (ALA_RECORD (self), PROP_VERSION, ala_jira_server_get_version (server));
  ala_record_set_text (ALA_RECORD (self), PROP_TITLE, ala_jira_server_get_title (server));
  ala_record_set_number (ALA_RECORD (self), PROP_CLOCK_OFFSET, ala_jira_server_get_clock_offset (server));
  ala_setup_set_certificate_expires (self, certificate != NULL ? ala_certificate_find_end (certificate) : 0);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_authorized (AlaSetup *self,
                          gint64    when,
                          gint64    token_expires)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  ala_record_set_number (ALA_RECORD (self), PROP_AUTHORIZED, when);
  ala_record_set_number (ALA_RECORD (self), PROP_TOKEN_EXPIRES, token_expires);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_checked (AlaSetup   *self,
                       gint64      when,
                       const char *verdict)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  ala_record_set_number (ALA_RECORD (self), PROP_CHECKED, when);
  ala_record_set_text (ALA_RECORD (self), PROP_VERDICT, verdict);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
ala_setup_is_done (AlaSetup   *self,
                   const char *what)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->done, what);
}

void
ala_setup_set_done (AlaSetup   *self,
                    const char *what,
                    gboolean    done)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (ALA_IS_SETUP (self));
  g_return_if_fail (what != NULL);
  if (ala_setup_is_done (self, what) == !!done)
    return;

  for (guint i = 0; self->done[i] != NULL; i++)
    if (!g_str_equal (self->done[i], what))
      g_strv_builder_add (builder, self->done[i]);
  if (done)
    g_strv_builder_add (builder, what);

  ala_record_take_list (ALA_RECORD (self), PROP_DONE, g_strv_builder_end (builder));
}

char *
ala_setup_dup_name (AlaSetup *self)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  if (*self->name != '\0')
    return g_strdup (self->name);
  if (*self->jira_url == '\0')
    return g_strdup (_("New link"));

  return ala_setup_dup_host (self);
}

char *
ala_setup_dup_host (AlaSetup *self)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  uri = g_uri_parse (self->jira_url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return g_strdup (self->jira_url);

  return g_strdup (g_uri_get_host (uri));
}

void
ala_setup_reset_link (AlaSetup *self)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  ala_setup_set_link_known (self, 0);
  ala_setup_set_link_proven (self, 0);
  ala_setup_set_authorized (self, 0, 0);
  ala_setup_set_user (self, "");
  ala_setup_set_checked (self, 0, "");
  ala_setup_set_finished (self, 0);
  ala_record_take_list (ALA_RECORD (self), PROP_DONE, NULL);
  g_object_thaw_notify (G_OBJECT (self));
}
