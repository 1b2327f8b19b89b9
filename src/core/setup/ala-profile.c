/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-profile.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-jira-address.h"
#include "ala-profile-field-private.h"
#include "ala-profile-private.h"

/* The form of data/profiles/ that is read here; its README says what it is. */
#define FORMAT 1

#define DEFAULT_RANK 100

/* What stands for the product's host in the known address of its webhook. */
#define HOST "{host}"
#define SUBDOMAIN "{subdomain}"

/* SHA-256 in hexadecimal digits */
#define FINGERPRINT_LENGTH 64

/* Sentences in the language of the data. The second list is ours, its texts are gettext's. */
typedef struct
{
  GStrv texts;
  char **translated; /* (array zero-terminated=1) */
} Sentences;

typedef struct
{
  char *fingerprint;
  char *note;
} KnownKey;

struct _AlaProfile
{
  GObject parent_instance;

  char *id;
  char *name;
  char *description;
  char *consumer_key;
  char *application_name;
  char *url_label;
  char *url_suffix;
  GStrv url_forms;
  char *product_url;
  gboolean brings_key;
  char *key_source;
  GArray *known_keys; /* (element-type KnownKey) */
  guint key_bits;
  char *key_note;
  AlaKeyForm private_key_form;
  GListStore *fields;
  GStrv permissions;
  GStrv events;
  char *webhook_url;
  char *webhook_note;
  GStrv defect_fields;
  Sentences jira_notes;
  Sentences afterwards;
  guint rank;
};

G_DEFINE_FINAL_TYPE (AlaProfile, ala_profile, G_TYPE_OBJECT)

static const char *const owner_nicks[] = {
  [FALSE] = "program",
  [TRUE] = "product",
  NULL,
};

static const char *const form_nicks[] = {
  [ALA_KEY_FORM_PKCS8_PEM] = "pkcs8-pem",
  [ALA_KEY_FORM_PKCS8_BODY] = "pkcs8-body",
  [ALA_KEY_FORM_PKCS1_PEM] = "pkcs1-pem",
  [ALA_KEY_FORM_PKCS1_BODY] = "pkcs1-body",
  NULL,
};

static void
clear_sentences (Sentences *self)
{
  g_strfreev (self->texts);
  g_free (self->translated);
}

static void
clear_known_key (gpointer data)
{
  KnownKey *self = data;

  g_free (self->fingerprint);
  g_free (self->note);
}

static void
ala_profile_finalize (GObject *object)
{
  AlaProfile *self = ALA_PROFILE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->consumer_key);
  g_free (self->application_name);
  g_free (self->url_label);
  g_free (self->url_suffix);
  g_strfreev (self->url_forms);
  g_free (self->product_url);
  g_free (self->key_source);
  g_free (self->key_note);
  g_array_unref (self->known_keys);
  g_clear_object (&self->fields);
  g_strfreev (self->permissions);
  g_strfreev (self->events);
  g_free (self->webhook_url);
  g_free (self->webhook_note);
  g_strfreev (self->defect_fields);
  clear_sentences (&self->jira_notes);
  clear_sentences (&self->afterwards);

  G_OBJECT_CLASS (ala_profile_parent_class)->finalize (object);
}

static void
ala_profile_class_init (AlaProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_profile_finalize;
}

static void
ala_profile_init (AlaProfile *self)
{
  self->fields = g_list_store_new (ALA_TYPE_PROFILE_FIELD);
  self->known_keys = g_array_new (FALSE, TRUE, sizeof (KnownKey));
  g_array_set_clear_func (self->known_keys, clear_known_key);
}

static void
read_fields (AlaProfile    *self,
             AlaDataReader *reader)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = ala_data_reader_get_array (reader, "fields");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (AlaProfileField) field = ala_profile_field_new (json_array_get_element (array, i));

      /* A tick is remembered by the id, so two fields of one id would be ticked together. */
      if (field == NULL || !g_hash_table_add (ids, (gpointer) ala_profile_field_get_id (field)))
        {
          ala_data_reader_fail (reader, "fields");
          return;
        }
      g_list_store_append (self->fields, field);
    }
}

static gboolean
is_fingerprint (const char *text)
{
  return strlen (text) == FINGERPRINT_LENGTH && strspn (text, "0123456789abcdef") == FINGERPRINT_LENGTH;
}

static void
read_known_keys (AlaProfile    *self,
                 AlaDataReader *reader)
{
  JsonArray *array;

  if (reader->object == NULL || !json_object_has_member (reader->object, "known-keys"))
    return;

  array = ala_data_reader_get_array (reader, "known-keys");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      AlaDataReader element;
      KnownKey key;

      ala_data_reader_init (&element, json_array_get_element (array, i));
      key.fingerprint = ala_data_reader_dup_needed (&element, "fingerprint");
      key.note = ala_data_reader_dup_needed (&element, "note");
      if (element.bad != NULL || !is_fingerprint (key.fingerprint))
        ala_data_reader_fail (reader, "known-keys");
      g_array_append_val (self->known_keys, key);
    }
}

static void
read_sentences (Sentences     *self,
                AlaDataReader *reader,
                const char    *member)
{
  self->texts = ala_data_reader_dup_list (reader, member);
  self->translated = g_new0 (char *, g_strv_length (self->texts) + 1);
}

static const char *const *
translate_sentences (Sentences *self)
{
  for (guint i = 0; self->texts[i] != NULL; i++)
    self->translated[i] = (char *) ala_data_translate (self->texts[i]);

  return (const char *const *) self->translated;
}

static gboolean
is_id (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return TRUE;
}

/* What the members mean to each other. */
static void
judge_members (AlaProfile    *self,
               AlaDataReader *reader)
{
  g_autoptr (AlaJiraAddress) address = *self->product_url != '\0' ? ala_jira_address_new (self->product_url, NULL) : NULL;

  if (!is_id (self->id))
    ala_data_reader_fail (reader, "id");
  /* One that we propose has no white space; what the product prescribes, or shows, is not ours to judge. */
  if (!self->brings_key && (*self->consumer_key == '\0' || strpbrk (self->consumer_key, " \t\r\n") != NULL))
    ala_data_reader_fail (reader, "consumer-key");
  if (self->brings_key != (*self->key_source != '\0'))
    ala_data_reader_fail (reader, "key-source");
  if (*self->url_suffix != '\0' && (*self->url_suffix != '/' || g_str_has_suffix (self->url_suffix, "/")))
    ala_data_reader_fail (reader, "url-suffix");
  if (*self->product_url != '\0' && address == NULL)
    ala_data_reader_fail (reader, "product-url");
  /* Without a word about where it belongs it would look like the one for everybody. */
  if (*self->webhook_url != '\0' && (strstr (self->webhook_url, HOST) == NULL || *self->webhook_note == '\0'))
    ala_data_reader_fail (reader, "webhook-url");

  /* There is no private key to hand over. */
  for (guint i = 0; self->brings_key && i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

      if (ala_profile_field_is_secret (field))
        ala_data_reader_fail (reader, "fields");
    }
}

static void
read_members (AlaProfile    *self,
              AlaDataReader *reader)
{
  if (ala_data_reader_get_number (reader, "format", 1, FORMAT, 0) == 0)
    ala_data_reader_fail (reader, "format");

  self->id = ala_data_reader_dup_needed (reader, "id");
  self->name = ala_data_reader_dup_needed (reader, "name");
  self->description = ala_data_reader_dup_text (reader, "description");
  self->consumer_key = ala_data_reader_dup_text (reader, "consumer-key");
  self->application_name = ala_data_reader_dup_text (reader, "application-name");
  self->url_label = ala_data_reader_dup_needed (reader, "url-label");
  self->url_suffix = ala_data_reader_dup_text (reader, "url-suffix");
  self->url_forms = ala_data_reader_dup_list (reader, "url-forms");
  self->product_url = ala_data_reader_dup_text (reader, "product-url");
  self->brings_key = ala_data_reader_get_choice (reader, "key-owner", owner_nicks) != 0;
  self->key_source = ala_data_reader_dup_text (reader, "key-source");
  /* What a product's own key has is known or not; ours has to have some size. */
  self->key_bits = (guint) ala_data_reader_get_number (reader, "key-bits", 1024, 4096, self->brings_key ? 0 : 2048);
  self->key_note = ala_data_reader_dup_text (reader, "key-note");
  self->private_key_form = ala_data_reader_get_choice (reader, "private-key-form", form_nicks);
  self->permissions = ala_data_reader_dup_list (reader, "permissions");
  self->events = ala_data_reader_dup_list (reader, "events");
  self->webhook_url = ala_data_reader_dup_text (reader, "webhook-url");
  self->webhook_note = ala_data_reader_dup_text (reader, "webhook-note");
  self->defect_fields = ala_data_reader_dup_list (reader, "defect-fields");
  read_sentences (&self->jira_notes, reader, "jira-notes");
  read_sentences (&self->afterwards, reader, "afterwards");
  self->rank = (guint) ala_data_reader_get_number (reader, "rank", 0, 1000000, DEFAULT_RANK);
  read_fields (self, reader);
  read_known_keys (self, reader);
  judge_members (self, reader);
}

AlaProfile *
ala_profile_new_from_json (const char  *text,
                           gssize       length,
                           GError     **error)
{
  g_autoptr (AlaProfile) self = g_object_new (ALA_TYPE_PROFILE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  AlaDataReader reader;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!json_parser_load_from_data (parser, text, length, &parse_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_PROFILE_UNREADABLE, _("It is not valid JSON (%s)."), parse_error->message);
      return NULL;
    }

  ala_data_reader_init (&reader, json_parser_get_root (parser));
  read_members (self, &reader);
  if (reader.bad != NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_PROFILE_UNREADABLE,
                             /* Translators: the name of a member of a JSON object */
                             _("The member “%s” of the profile is missing or wrong."), reader.bad);
      return NULL;
    }

  return g_steal_pointer (&self);
}

#define DEFINE_GETTER(Type, name, nothing, expression)     \
  Type                                                     \
  ala_profile_get_##name (AlaProfile *self)                \
  {                                                        \
    g_return_val_if_fail (ALA_IS_PROFILE (self), nothing); \
    return expression;                                     \
  }

DEFINE_GETTER (const char *, id, NULL, self->id)
DEFINE_GETTER (const char *, name, NULL, self->name)
DEFINE_GETTER (const char *, description, NULL, ala_data_translate (self->description))
DEFINE_GETTER (const char *, consumer_key, NULL, self->consumer_key)
DEFINE_GETTER (const char *, application_name, NULL, ala_profile_names_link_by_key (self) ? self->name : self->application_name)
DEFINE_GETTER (const char *, url_label, NULL, ala_data_translate (self->url_label))
DEFINE_GETTER (const char *, url_suffix, NULL, self->url_suffix)
DEFINE_GETTER (const char *const *, url_forms, NULL, (const char *const *) self->url_forms)
DEFINE_GETTER (const char *, product_url, NULL, self->product_url)
DEFINE_GETTER (const char *, key_source, NULL, ala_data_translate (self->key_source))
DEFINE_GETTER (guint, key_bits, 0, self->key_bits)
DEFINE_GETTER (const char *, key_note, NULL, ala_data_translate (self->key_note))
DEFINE_GETTER (AlaKeyForm, private_key_form, ALA_KEY_FORM_PKCS8_PEM, self->private_key_form)
DEFINE_GETTER (GListModel *, fields, NULL, G_LIST_MODEL (self->fields))
DEFINE_GETTER (const char *const *, permissions, NULL, (const char *const *) self->permissions)
DEFINE_GETTER (const char *const *, defect_fields, NULL, (const char *const *) self->defect_fields)
DEFINE_GETTER (const char *const *, events, NULL, (const char *const *) self->events)
DEFINE_GETTER (const char *, webhook_note, NULL, ala_data_translate (self->webhook_note))
DEFINE_GETTER (guint, rank, 0, self->rank)

DEFINE_GETTER (const char *const *, jira_notes, NULL, translate_sentences (&self->jira_notes))
DEFINE_GETTER (const char *const *, afterwards, NULL, translate_sentences (&self->afterwards))

gboolean
ala_profile_names_link_by_key (AlaProfile *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE (self), FALSE);

  return *self->application_name == '\0';
}

gboolean
ala_profile_brings_key (AlaProfile *self)
{
  g_return_val_if_fail (ALA_IS_PROFILE (self), FALSE);

  return self->brings_key;
}

const char *
ala_profile_get_known_key_note (AlaProfile *self,
                                const char *fingerprint)
{
  g_return_val_if_fail (ALA_IS_PROFILE (self), NULL);
  g_return_val_if_fail (fingerprint != NULL, NULL);

  for (guint i = 0; i < self->known_keys->len; i++)
    if (g_str_equal (g_array_index (self->known_keys, KnownKey, i).fingerprint, fingerprint))
      return ala_data_translate (g_array_index (self->known_keys, KnownKey, i).note);

  return NULL;
}

char *
ala_profile_dup_product_url (AlaProfile *self,
                             const char *typed)
{
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autofree char *base = NULL;
  const char *path, *found;
  gsize suffix_length;

  g_return_val_if_fail (ALA_IS_PROFILE (self), NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  /* The same forgiving eye as for Jira's own address: schemes, quotes, look-alike letters. */
  address = ala_jira_address_new (typed, NULL);
  if (address == NULL)
    return g_strdup ("");

  suffix_length = strlen (self->url_suffix);
  base = g_strdup (ala_jira_address_get_base (address));
  if (suffix_length == 0)
    return g_steal_pointer (&base);

  /* A page below the suffix was pasted: what comes after it goes. */
  path = ala_jira_address_get_path (address);
  for (found = strstr (path, self->url_suffix); found != NULL; found = strstr (found + 1, self->url_suffix))
    if (found[suffix_length] == '\0' || found[suffix_length] == '/')
      {
        base[strlen (base) - strlen (found) + suffix_length] = '\0';
        return g_steal_pointer (&base);
      }

  return g_strconcat (base, self->url_suffix, NULL);
}

char *
ala_profile_dup_url_offer (AlaProfile *self,
                           const char *typed)
{
  g_autofree char *word = NULL;

  g_return_val_if_fail (ALA_IS_PROFILE (self), NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  word = g_ascii_strdown (typed, -1);
  g_strstrip (word);
  if (*word == '\0' || *word == '-' || g_str_has_suffix (word, "-") || g_str_equal (word, "localhost")
      || strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (word))
    return NULL;

  for (guint i = 0; self->url_forms[i] != NULL; i++)
    if (strstr (self->url_forms[i], SUBDOMAIN) != NULL)
      {
        g_auto (GStrv) parts = g_strsplit (self->url_forms[i], SUBDOMAIN, 2);

        return g_strjoinv (word, parts);
      }

  return NULL;
}

char *
ala_profile_dup_webhook_url (AlaProfile *self,
                             const char *product_url)
{
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autofree char *host = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (ALA_IS_PROFILE (self), NULL);
  g_return_val_if_fail (product_url != NULL, NULL);

  address = *self->webhook_url != '\0' ? ala_jira_address_new (product_url, NULL) : NULL;
  if (address == NULL)
    return g_strdup ("");

  host = strchr (ala_jira_address_get_host (address), ':') != NULL
         ? g_strdup_printf ("[%s]", ala_jira_address_get_host (address))
         : g_strdup (ala_jira_address_get_host (address));
  parts = g_strsplit (self->webhook_url, HOST, -1);

  return g_strjoinv (host, parts);
}
