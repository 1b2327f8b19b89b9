/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-profiles.h"

#include <glib/gi18n-lib.h>

#include "ala-profile-private.h"
#include "data/ala-core-resources.h"

#define FOLDER ALA_RESOURCE_PATH "/profiles/"
#define SUFFIX ".json"

/* What describes profiles may lie beside them. */
#define SCHEMA_SUFFIX ".schema.json"

struct _AlaProfiles
{
  GObject parent_instance;

  GPtrArray *profiles; /* (element-type AlaProfile) */
  GPtrArray *errors;   /* (element-type GError) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaProfiles, ala_profiles, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_PROFILE;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_PROFILES (model)->profiles->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  AlaProfiles *self = ALA_PROFILES (model);

  return position < self->profiles->len ? g_object_ref (self->profiles->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ala_profiles_finalize (GObject *object)
{
  AlaProfiles *self = ALA_PROFILES (object);

  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->errors);

  G_OBJECT_CLASS (ala_profiles_parent_class)->finalize (object);
}

static void
ala_profiles_class_init (AlaProfilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_profiles_finalize;
}

static int
compare_by_rank (gconstpointer a,
                 gconstpointer b)
{
  AlaProfile *one = *(AlaProfile *const *) a;
  AlaProfile *other = *(AlaProfile *const *) b;
  guint rank = ala_profile_get_rank (one);
  guint other_rank = ala_profile_get_rank (other);

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;

  return g_utf8_collate (ala_profile_get_name (one), ala_profile_get_name (other));
}

static void
add_ours (AlaProfiles *self)
{
  GResource *resource = ala_core_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      AlaProfile *profile = NULL;
      gsize length;

      if (bytes != NULL)
        {
          const char *text = g_bytes_get_data (bytes, &length);

          profile = ala_profile_new_from_json (text, (gssize) length, &error);
        }
      if (profile == NULL)
        g_error ("%s: %s", path, error->message); /* built in, and tested */
      g_ptr_array_add (self->profiles, profile);
    }

  g_ptr_array_sort (self->profiles, compare_by_rank);
}

static void
add_or_replace (AlaProfiles *self,
                AlaProfile  *profile) /* (transfer full) */
{
  for (guint i = 0; i < self->profiles->len; i++)
    if (g_str_equal (ala_profile_get_id (self->profiles->pdata[i]), ala_profile_get_id (profile)))
      {
        g_object_unref (self->profiles->pdata[i]);
        self->profiles->pdata[i] = profile;
        return;
      }

  g_ptr_array_add (self->profiles, profile);
}

char *
ala_profiles_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "applink-assistant", "profiles", NULL);
}

static void
add_those_of_the_user (AlaProfiles *self)
{
  g_autofree char *folder = ala_profiles_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      AlaProfile *profile = NULL;
      gsize length;

      if (!g_str_has_suffix (name, SUFFIX) || g_str_has_suffix (name, SCHEMA_SUFFIX)
          || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (g_file_get_contents (path, &text, &length, &error))
        profile = ala_profile_new_from_json (text, (gssize) length, &error);
      if (profile != NULL)
        g_ptr_array_add (profiles, profile);
      else
        /* Translators: the path of a file, and what is wrong with it */
        g_ptr_array_add (self->errors, ala_problem_new_error (ALA_PROBLEM_PROFILE_UNREADABLE, _("%s was passed over: %s"), path,
                                                              error->message));
    }

  g_ptr_array_sort (profiles, compare_by_rank);
  for (guint i = 0; i < profiles->len; i++)
    add_or_replace (self, profiles->pdata[i]);
}

static void
ala_profiles_init (AlaProfiles *self)
{
  self->profiles = g_ptr_array_new_with_free_func (g_object_unref);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  add_ours (self);
  add_those_of_the_user (self);
}

AlaProfiles *
ala_profiles_new (void)
{
  return g_object_new (ALA_TYPE_PROFILES, NULL);
}

AlaProfile *
ala_profiles_find (AlaProfiles *self,
                   const char  *id)
{
  g_return_val_if_fail (ALA_IS_PROFILES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->profiles->len; i++)
    if (g_str_equal (ala_profile_get_id (self->profiles->pdata[i]), id))
      return self->profiles->pdata[i];

  return self->profiles->pdata[0];
}

const char *
ala_profiles_find_known_key (AlaProfiles *self,
                             const char  *fingerprint)
{
  const char *note = NULL;

  g_return_val_if_fail (ALA_IS_PROFILES (self), NULL);
  g_return_val_if_fail (fingerprint != NULL, NULL);

  for (guint i = 0; i < self->profiles->len && note == NULL; i++)
    note = ala_profile_get_known_key_note (self->profiles->pdata[i], fingerprint);

  return note;
}

GPtrArray *
ala_profiles_get_errors (AlaProfiles *self)
{
  g_return_val_if_fail (ALA_IS_PROFILES (self), NULL);

  return self->errors;
}
