/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-guidance.h"

#include "ala-guide-mistake-private.h"
#include "ala-guide-step-private.h"
#include "ala-second-link.h"
#include "data/ala-core-resources.h"

/* The form of data/guidance/ that is read here; its README says what it is. */
#define FORMAT 1

#define FOLDER ALA_RESOURCE_PATH "/guidance/"

/* Jira asks for some address, and an incoming link never uses it. This one belongs to nobody (RFC 2606 section 3). */
#define ANY_URL "http://example.com"

struct _AlaGuidance
{
  GObject parent_instance;

  char *id;
  char *title;
  char *outlook;
  AlaEdition edition;
  guint since_major; /* the first version that shows these screens */
  guint since_minor;
  GListStore *steps;
  GListStore *mistakes;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaGuidance, ala_guidance, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *const edition_nicks[] = {
  [ALA_EDITION_UNKNOWN] = "unknown",
  [ALA_EDITION_SERVER] = "server",
  [ALA_EDITION_CLOUD] = "cloud",
  NULL,
};

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_GUIDE_STEP;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ALA_GUIDANCE (model)->steps));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (ALA_GUIDANCE (model)->steps), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ala_guidance_finalize (GObject *object)
{
  AlaGuidance *self = ALA_GUIDANCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->outlook);
  g_clear_object (&self->steps);
  g_clear_object (&self->mistakes);

  G_OBJECT_CLASS (ala_guidance_parent_class)->finalize (object);
}

static void
ala_guidance_class_init (AlaGuidanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_guidance_finalize;
}

static void
ala_guidance_init (AlaGuidance *self)
{
  self->steps = g_list_store_new (ALA_TYPE_GUIDE_STEP);
  self->mistakes = g_list_store_new (ALA_TYPE_GUIDE_MISTAKE);
}

typedef GObject * (* ReadElement) (JsonNode *node);

static void
read_list (AlaDataReader *reader,
           const char    *member,
           GListStore    *list,
           ReadElement    read_element)
{
  JsonArray *array = ala_data_reader_get_array (reader, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (GObject) element = read_element (json_array_get_element (array, i));

      if (element != NULL)
        g_list_store_append (list, element);
      else
        ala_data_reader_fail (reader, member);
    }
}

/* The files are built in and tested, so a mistake in one is a mistake of the program. */
static AlaGuidance *
new_from_resource (const char *path)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ala_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  AlaGuidance *self = g_object_new (ALA_TYPE_GUIDANCE, NULL);
  AlaDataReader reader;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s: %s", path, error->message);

  ala_data_reader_init (&reader, json_parser_get_root (parser));
  if (ala_data_reader_get_number (&reader, "format", FORMAT, FORMAT, 0) != FORMAT)
    ala_data_reader_fail (&reader, "format");
  self->id = ala_data_reader_dup_needed (&reader, "id");
  self->title = ala_data_reader_dup_needed (&reader, "title");
  self->outlook = ala_data_reader_dup_text (&reader, "outlook");
  self->edition = ala_data_reader_get_choice (&reader, "edition", edition_nicks);
  self->since_major = (guint) ala_data_reader_get_number (&reader, "since-major", 0, G_MAXINT, 0);
  self->since_minor = (guint) ala_data_reader_get_number (&reader, "since-minor", 0, G_MAXINT, 0);
  read_list (&reader, "steps", self->steps, (ReadElement) ala_guide_step_new);
  read_list (&reader, "mistakes", self->mistakes, (ReadElement) ala_guide_mistake_new);
  if (reader.bad != NULL)
    g_error ("%s: the member “%s” is missing or wrong", path, reader.bad);

  return self;
}

const char *
ala_guidance_get_id (AlaGuidance *self)
{
  g_return_val_if_fail (ALA_IS_GUIDANCE (self), NULL);

  return self->id;
}

const char *
ala_guidance_get_title (AlaGuidance *self)
{
  g_return_val_if_fail (ALA_IS_GUIDANCE (self), NULL);

  return ala_data_translate (self->title);
}

const char *
ala_guidance_get_outlook (AlaGuidance *self)
{
  g_return_val_if_fail (ALA_IS_GUIDANCE (self), NULL);

  return ala_data_translate (self->outlook);
}

GListModel *
ala_guidance_get_mistakes (AlaGuidance *self)
{
  g_return_val_if_fail (ALA_IS_GUIDANCE (self), NULL);

  return G_LIST_MODEL (self->mistakes);
}

static int
compare_by_age (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AlaGuidance *one = a;
  const AlaGuidance *other = b;

  if (one->edition != other->edition)
    return one->edition < other->edition ? -1 : 1;
  if (one->since_major != other->since_major)
    return one->since_major < other->since_major ? -1 : 1;
  if (one->since_minor != other->since_minor)
    return one->since_minor < other->since_minor ? -1 : 1;

  /* Cloud's versions say nothing about its screens; there the id carries the year. */
  return g_strcmp0 (one->id, other->id);
}

GListModel *
ala_guidance_list (void)
{
  GListStore *list = g_list_store_new (ALA_TYPE_GUIDANCE);
  g_auto (GStrv) names = g_resource_enumerate_children (ala_core_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (AlaGuidance) guidance = new_from_resource (path);

      g_list_store_insert_sorted (list, guidance, compare_by_age, NULL);
    }

  return G_LIST_MODEL (list);
}

AlaGuidance *
ala_guidance_choose (AlaEdition edition,
                     guint      major,
                     guint      minor)
{
  g_autoptr (GListModel) list = ala_guidance_list ();
  AlaGuidance *chosen = NULL;

  if (edition == ALA_EDITION_UNKNOWN)
    edition = ALA_EDITION_SERVER;

  /* The list begins with the oldest, so the last one that fits is the newest. */
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AlaGuidance) guidance = g_list_model_get_item (list, i);
      gboolean reached = major > guidance->since_major
                         || (major == guidance->since_major && minor >= guidance->since_minor);

      if (guidance->edition == edition && (major == 0 || reached))
        g_set_object (&chosen, guidance);
    }

  g_assert (chosen != NULL); /* each edition has one since version 0 */
  return chosen;
}

char *
ala_guidance_dup_value (AlaGuideValue  value,
                        AlaSetup      *setup,
                        AlaProfile    *profile,
                        const char    *public_key_body)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  switch (value)
    {
    case ALA_GUIDE_NOTHING:
      return g_strdup ("");
    case ALA_GUIDE_PRODUCT_URL:
      return ala_second_link_dup_url (setup, *ala_setup_get_product_url (setup) != '\0' ? ala_setup_get_product_url (setup) : ANY_URL);
    case ALA_GUIDE_APPLICATION_NAME:
    case ALA_GUIDE_CONSUMER_NAME:
      return ala_second_link_dup_name (setup, profile);
    case ALA_GUIDE_CONSUMER_KEY:
      return g_strdup (ala_setup_get_consumer_key (setup));
    case ALA_GUIDE_PUBLIC_KEY:
      return g_strdup (public_key_body != NULL ? public_key_body : "");
    }

  g_assert_not_reached ();
}
