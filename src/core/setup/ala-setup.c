/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup.h"

#include <glib/gi18n-lib.h>

struct _AlaSetup
{
  GObject parent_instance;

  char *id;
  gint64 created;
  gint64 changed;
  int step; /* an AlaStep */
  char *profile;
  int secret_place; /* an AlaSecretPlace */

  guint key_bits;
  char *key_fingerprint;

  char *jira_url;
  char *consumer_key;
  char *product_url;

  int edition; /* an AlaEdition */
  char *version;
  char *title;
  gint64 clock_offset;

  gint64 link_proven;
  gint64 authorized;
  gint64 token_expires;
  char *user;
  gint64 checked;
  char *verdict;
  gint64 finished;

  GStrv done;
};

typedef enum
{
  PROP_ID = 1,
  PROP_CREATED,
  PROP_CHANGED,
  PROP_STEP,
  PROP_PROFILE,
  PROP_SECRET_PLACE,
  PROP_KEY_BITS,
  PROP_KEY_FINGERPRINT,
  PROP_JIRA_URL,
  PROP_CONSUMER_KEY,
  PROP_PRODUCT_URL,
  PROP_EDITION,
  PROP_VERSION,
  PROP_TITLE,
  PROP_CLOCK_OFFSET,
  PROP_LINK_PROVEN,
  PROP_AUTHORIZED,
  PROP_TOKEN_EXPIRES,
  PROP_USER,
  PROP_CHECKED,
  PROP_VERDICT,
  PROP_FINISHED,
  PROP_DONE,
} AlaSetupProperty;

typedef enum
{
  KIND_TEXT,   /* char *, never %NULL */
  KIND_TIME,   /* gint64, seconds since the epoch, not negative */
  KIND_OFFSET, /* gint64 of either sign */
  KIND_COUNT,  /* guint */
  KIND_CHOICE, /* int, a value of an enumeration */
  KIND_LIST,   /* GStrv, never %NULL */
} Kind;

/* All that a property needs: with so many of one shape, a table is easier to keep right than forty case labels. */
#define FIELD(field) G_STRUCT_OFFSET (AlaSetup, field)
static const struct
{
  const char *name;
  Kind kind;
  gsize offset;
  GType (*choice_type) (void);
} table[] = {
  [PROP_ID] = { "id", KIND_TEXT, FIELD (id) },
  [PROP_CREATED] = { "created", KIND_TIME, FIELD (created) },
  [PROP_CHANGED] = { "changed", KIND_TIME, FIELD (changed) },
  [PROP_STEP] = { "step", KIND_CHOICE, FIELD (step), ala_step_get_type },
  [PROP_PROFILE] = { "profile", KIND_TEXT, FIELD (profile) },
  [PROP_SECRET_PLACE] = { "secret-place", KIND_CHOICE, FIELD (secret_place), ala_secret_place_get_type },
  [PROP_KEY_BITS] = { "key-bits", KIND_COUNT, FIELD (key_bits) },
  [PROP_KEY_FINGERPRINT] = { "key-fingerprint", KIND_TEXT, FIELD (key_fingerprint) },
  [PROP_JIRA_URL] = { "jira-url", KIND_TEXT, FIELD (jira_url) },
  [PROP_CONSUMER_KEY] = { "consumer-key", KIND_TEXT, FIELD (consumer_key) },
  [PROP_PRODUCT_URL] = { "product-url", KIND_TEXT, FIELD (product_url) },
  [PROP_EDITION] = { "edition", KIND_CHOICE, FIELD (edition), ala_edition_get_type },
  [PROP_VERSION] = { "version", KIND_TEXT, FIELD (version) },
  [PROP_TITLE] = { "title", KIND_TEXT, FIELD (title) },
  [PROP_CLOCK_OFFSET] = { "clock-offset", KIND_OFFSET, FIELD (clock_offset) },
  [PROP_LINK_PROVEN] = { "link-proven", KIND_TIME, FIELD (link_proven) },
  [PROP_AUTHORIZED] = { "authorized", KIND_TIME, FIELD (authorized) },
  [PROP_TOKEN_EXPIRES] = { "token-expires", KIND_TIME, FIELD (token_expires) },
  [PROP_USER] = { "user", KIND_TEXT, FIELD (user) },
  [PROP_CHECKED] = { "checked", KIND_TIME, FIELD (checked) },
  [PROP_VERDICT] = { "verdict", KIND_TEXT, FIELD (verdict) },
  [PROP_FINISHED] = { "finished", KIND_TIME, FIELD (finished) },
  [PROP_DONE] = { "done", KIND_LIST, FIELD (done) },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaSetup, ala_setup, G_TYPE_OBJECT)

#define MEMBER(self, type, property) (&G_STRUCT_MEMBER (type, self, table[property].offset))

static void
notify (AlaSetup         *self,
        AlaSetupProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (AlaSetup         *self,
          AlaSetupProperty  property,
          const char       *value)
{
  char **member = MEMBER (self, char *, property);
  char *old = *member;

  if (value == NULL)
    value = "";
  if (g_strcmp0 (old, value) == 0)
    return;

  /* Freed last, since the caller may hand in a part of the very text that is replaced. */
  *member = g_strdup (value);
  g_free (old);
  notify (self, property);
}

#define DEFINE_STORE(store, Type)                 \
  static void                                     \
  store (AlaSetup         *self,                  \
         AlaSetupProperty  property,              \
         Type              value)                 \
  {                                               \
    Type *member = MEMBER (self, Type, property); \
    if (*member == value)                         \
      return;                                     \
    *member = value;                              \
    notify (self, property);                      \
  }

DEFINE_STORE (set_number, gint64)
DEFINE_STORE (set_count, guint)
DEFINE_STORE (set_choice, int)

static void
set_list (AlaSetup         *self,
          AlaSetupProperty  property,
          GStrv             value) /* (transfer full) */
{
  GStrv *member = MEMBER (self, GStrv, property);

  if (g_strv_equal ((const char *const *) *member, (const char *const *) value))
    {
      g_strfreev (value);
      return;
    }

  g_strfreev (*member);
  *member = value;
  notify (self, property);
}

static GStrv
new_empty_list (void)
{
  return g_new0 (char *, 1);
}

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
ala_setup_finalize (GObject *object)
{
  AlaSetup *self = ALA_SETUP (object);

  for (guint i = PROP_ID; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == KIND_TEXT)
      g_free (*MEMBER (self, char *, i));
  g_strfreev (self->done);

  G_OBJECT_CLASS (ala_setup_parent_class)->finalize (object);
}

static void
ala_setup_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AlaSetup *self = ALA_SETUP (object);

  switch (table[property_id].kind)
    {
    case KIND_TEXT:
      g_value_set_string (value, *MEMBER (self, char *, property_id));
      break;
    case KIND_TIME:
    case KIND_OFFSET:
      g_value_set_int64 (value, *MEMBER (self, gint64, property_id));
      break;
    case KIND_COUNT:
      g_value_set_uint (value, *MEMBER (self, guint, property_id));
      break;
    case KIND_CHOICE:
      g_value_set_enum (value, *MEMBER (self, int, property_id));
      break;
    case KIND_LIST:
      g_value_set_boxed (value, *MEMBER (self, GStrv, property_id));
      break;
    }
}

static void
ala_setup_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  AlaSetup *self = ALA_SETUP (object);

  switch (table[property_id].kind)
    {
    case KIND_TEXT:
      set_text (self, property_id, g_value_get_string (value));
      break;
    case KIND_TIME:
    case KIND_OFFSET:
      set_number (self, property_id, g_value_get_int64 (value));
      break;
    case KIND_COUNT:
      set_count (self, property_id, g_value_get_uint (value));
      break;
    case KIND_CHOICE:
      set_choice (self, property_id, g_value_get_enum (value));
      break;
    case KIND_LIST:
      set_list (self, property_id,
                g_value_get_boxed (value) != NULL ? g_value_dup_boxed (value) : new_empty_list ());
      break;
    }
}

static GParamSpec *
new_property (AlaSetupProperty property)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const char *name = table[property].name;

  /* Who the link is and when it was begun is settled once. */
  if (property == PROP_ID || property == PROP_CREATED)
    flags |= G_PARAM_CONSTRUCT_ONLY;

  switch (table[property].kind)
    {
    case KIND_TEXT:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    case KIND_TIME:
      return g_param_spec_int64 (name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    case KIND_OFFSET:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case KIND_COUNT:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case KIND_CHOICE:
      return g_param_spec_enum (name, NULL, NULL, table[property].choice_type (), 0, flags);
    case KIND_LIST:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    }

  g_assert_not_reached ();
}

static void
ala_setup_class_init (AlaSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ala_setup_constructed;
  object_class->finalize = ala_setup_finalize;
  object_class->get_property = ala_setup_get_property;
  object_class->set_property = ala_setup_set_property;

  for (guint i = PROP_ID; i < G_N_ELEMENTS (table); i++)
    properties[i] = new_property (i);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_setup_init (AlaSetup *self)
{
  for (guint i = PROP_ID; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == KIND_TEXT)
      *MEMBER (self, char *, i) = g_strdup ("");
  self->done = new_empty_list ();
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
DEFINE_GETTER (AlaStep, step, ALA_STEP_START)
DEFINE_GETTER (const char *, profile, NULL)
DEFINE_GETTER (AlaSecretPlace, secret_place, ALA_SECRET_PLACE_KEYRING)
DEFINE_GETTER (guint, key_bits, 0)
DEFINE_GETTER (const char *, key_fingerprint, NULL)
DEFINE_GETTER (const char *, jira_url, NULL)
DEFINE_GETTER (const char *, consumer_key, NULL)
DEFINE_GETTER (const char *, product_url, NULL)
DEFINE_GETTER (AlaEdition, edition, ALA_EDITION_UNKNOWN)
DEFINE_GETTER (const char *, version, NULL)
DEFINE_GETTER (const char *, title, NULL)
DEFINE_GETTER (gint64, clock_offset, 0)
DEFINE_GETTER (gint64, link_proven, 0)
DEFINE_GETTER (gint64, authorized, 0)
DEFINE_GETTER (gint64, token_expires, 0)
DEFINE_GETTER (const char *, user, NULL)
DEFINE_GETTER (gint64, checked, 0)
DEFINE_GETTER (const char *, verdict, NULL)
DEFINE_GETTER (gint64, finished, 0)

#define DEFINE_SETTER(Type, name, store, property)  \
  void                                              \
  ala_setup_set_##name (AlaSetup *self, Type value) \
  {                                                 \
    g_return_if_fail (ALA_IS_SETUP (self));         \
    store (self, property, value);                  \
  }

DEFINE_SETTER (gint64, changed, set_number, PROP_CHANGED)
DEFINE_SETTER (AlaStep, step, set_choice, PROP_STEP)
DEFINE_SETTER (const char *, profile, set_text, PROP_PROFILE)
DEFINE_SETTER (AlaSecretPlace, secret_place, set_choice, PROP_SECRET_PLACE)
DEFINE_SETTER (const char *, jira_url, set_text, PROP_JIRA_URL)
DEFINE_SETTER (const char *, consumer_key, set_text, PROP_CONSUMER_KEY)
DEFINE_SETTER (const char *, product_url, set_text, PROP_PRODUCT_URL)
DEFINE_SETTER (gint64, link_proven, set_number, PROP_LINK_PROVEN)
DEFINE_SETTER (const char *, user, set_text, PROP_USER)
DEFINE_SETTER (gint64, finished, set_number, PROP_FINISHED)

void
ala_setup_set_key (AlaSetup   *self,
                   guint       bits,
                   const char *fingerprint)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_count (self, PROP_KEY_BITS, bits);
  set_text (self, PROP_KEY_FINGERPRINT, fingerprint);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_server (AlaSetup      *self,
                      AlaJiraServer *server)
{
  g_return_if_fail (ALA_IS_SETUP (self));
  g_return_if_fail (ALA_IS_JIRA_SERVER (server));

  g_object_freeze_notify (G_OBJECT (self));
  set_choice (self, PROP_EDITION, (int) ala_jira_server_get_edition (server));
  set_text (self, PROP_VERSION, ala_jira_server_get_version (server));
  set_text (self, PROP_TITLE, ala_jira_server_get_title (server));
  set_number (self, PROP_CLOCK_OFFSET, ala_jira_server_get_clock_offset (server));
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_authorized (AlaSetup *self,
                          gint64    when,
                          gint64    token_expires)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_number (self, PROP_AUTHORIZED, when);
  set_number (self, PROP_TOKEN_EXPIRES, token_expires);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ala_setup_set_checked (AlaSetup   *self,
                       gint64      when,
                       const char *verdict)
{
  g_return_if_fail (ALA_IS_SETUP (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_number (self, PROP_CHECKED, when);
  set_text (self, PROP_VERDICT, verdict);
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

  set_list (self, PROP_DONE, g_strv_builder_end (builder));
}

char *
ala_setup_dup_name (AlaSetup *self)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  if (*self->jira_url == '\0')
    return g_strdup (_("New link"));

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
  ala_setup_set_link_proven (self, 0);
  ala_setup_set_authorized (self, 0, 0);
  ala_setup_set_user (self, "");
  ala_setup_set_checked (self, 0, "");
  ala_setup_set_finished (self, 0);
  set_list (self, PROP_DONE, new_empty_list ());
  g_object_thaw_notify (G_OBJECT (self));
}
