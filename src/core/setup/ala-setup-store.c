/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup-store.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ala-private-file.h"
#include "ala-setup-json.h"

#define SUFFIX ".json"

/* A link takes about one kilobyte. What is far larger is something else, and is not read into memory. */
#define MAX_SIZE (256 * 1024)

/* Seconds by which one change may be later than the clock, so that it follows another one. */
#define MOST_AHEAD 60

struct _AlaSetupStore
{
  GObject parent_instance;

  char *folder;
  GPtrArray *setups; /* (element-type AlaSetup): newest change first */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaSetupStore, ala_setup_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_SETUP;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_SETUP_STORE (model)->setups->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  AlaSetupStore *self = ALA_SETUP_STORE (model);

  return position < self->setups->len ? g_object_ref (self->setups->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ala_setup_store_finalize (GObject *object)
{
  AlaSetupStore *self = ALA_SETUP_STORE (object);

  g_free (self->folder);
  g_ptr_array_unref (self->setups);

  G_OBJECT_CLASS (ala_setup_store_parent_class)->finalize (object);
}

static void
ala_setup_store_class_init (AlaSetupStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ala_setup_store_finalize;
}

static void
ala_setup_store_init (AlaSetupStore *self)
{
  self->setups = g_ptr_array_new_with_free_func (g_object_unref);
}

AlaSetupStore *
ala_setup_store_new (GFile *folder)
{
  AlaSetupStore *self;

  g_return_val_if_fail (folder == NULL || g_file_is_native (folder), NULL);

  self = g_object_new (ALA_TYPE_SETUP_STORE, NULL);
  if (folder != NULL)
    self->folder = g_file_get_path (folder);
  else
    self->folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", "links", NULL);

  return self;
}

static char *
dup_path (AlaSetupStore *self,
          AlaSetup      *setup)
{
  g_autofree char *name = g_strconcat (ala_setup_get_id (setup), SUFFIX, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static AlaSetup *
find_exactly (AlaSetupStore *self,
              const char    *id)
{
  for (guint i = 0; i < self->setups->len; i++)
    if (g_str_equal (ala_setup_get_id (self->setups->pdata[i]), id))
      return self->setups->pdata[i];

  return NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  AlaSetup *one = *(AlaSetup *const *) a;
  AlaSetup *other = *(AlaSetup *const *) b;

  if (ala_setup_get_changed (one) != ala_setup_get_changed (other))
    return ala_setup_get_changed (one) > ala_setup_get_changed (other) ? -1 : 1;

  /* Links of the same second keep one order from start to start. */
  return strcmp (ala_setup_get_id (one), ala_setup_get_id (other));
}

/* Reads the file @name. The error says what is wrong with it without its name. */
static AlaSetup *
read_file (AlaSetupStore  *self,
           const char     *name,
           GError        **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *proper_name = NULL;
  g_autoptr (AlaSetup) setup = NULL;
  g_autoptr (GError) read_error = NULL;
  gsize length;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, "%s", g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (status.st_mode) || status.st_size > MAX_SIZE)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("It does not hold the data of a link."));
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, &read_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, "%s", read_error->message);
      return NULL;
    }

  setup = ala_setup_new_from_json (text, (gssize) length, error);
  if (setup == NULL)
    return NULL;

  /* A copy that somebody made of the file would be the same link twice. */
  proper_name = g_strconcat (ala_setup_get_id (setup), SUFFIX, NULL);
  if (!g_str_equal (name, proper_name))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("Its name does not fit the link in it."));
      return NULL;
    }

  return g_steal_pointer (&setup);
}

gboolean
ala_setup_store_load (AlaSetupStore  *self,
                      GError        **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GError) first_error = NULL;
  g_autofree char *first_bad = NULL;
  guint n_before, n_bad = 0;
  const char *name;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  dir = g_dir_open (self->folder, 0, &open_error);
  if (dir == NULL && !g_error_matches (open_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("The folder of the saved links cannot be read: %s"),
                             open_error->message);
      return FALSE;
    }

  found = g_ptr_array_new_with_free_func (g_object_unref);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (AlaSetup) setup = NULL;
      g_autoptr (GError) file_error = NULL;
      AlaSetup *known;

      /* What a crash in the middle of saving leaves behind has another ending. */
      if (!g_str_has_suffix (name, SUFFIX))
        continue;

      setup = read_file (self, name, &file_error);
      if (setup == NULL)
        {
          n_bad++;
          if (first_error == NULL)
            {
              first_error = g_steal_pointer (&file_error);
              first_bad = g_filename_display_name (name);
            }
          continue;
        }

      /* Somebody may hold this link already, with changes that are not saved yet. */
      known = find_exactly (self, ala_setup_get_id (setup));
      g_ptr_array_add (found, known != NULL ? g_object_ref (known) : g_steal_pointer (&setup));
    }

  g_ptr_array_sort (found, compare_newest_first);
  n_before = self->setups->len;
  g_ptr_array_unref (self->setups);
  self->setups = g_steal_pointer (&found);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->setups->len);

  if (n_bad == 0)
    return TRUE;

  if (n_bad == 1)
    ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE,
                           /* Translators: the name of a file, and a sentence about it */
                           _("The file “%s” in “%s” was left alone. %s"), first_bad, self->folder, first_error->message);
  else
    ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE,
                           /* Translators: a number that is at least 2, a folder, the name of a file, a sentence about it */
                           g_dngettext (GETTEXT_PACKAGE, "%u file in “%s” was left alone, first “%s”. %s",
                                        "%u files in “%s” were left alone, first “%s”. %s", n_bad),
                           n_bad, self->folder, first_bad, first_error->message);
  return FALSE;
}

/* The link that was saved last stands first. */
static void
move_to_front (AlaSetupStore *self,
               AlaSetup      *setup)
{
  guint position;

  if (!g_ptr_array_find (self->setups, setup, &position))
    {
      g_ptr_array_insert (self->setups, 0, g_object_ref (setup));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
    }
  else if (position > 0)
    {
      g_ptr_array_insert (self->setups, 0, g_ptr_array_steal_index (self->setups, position));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, position + 1, position + 1);
    }
}

/* Seconds are coarse: of two links that are saved in one, the second has to be the newer one after the next start too. */
static gint64
next_change (AlaSetupStore *self,
             AlaSetup      *setup)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 when = now;

  for (guint i = 0; i < self->setups->len; i++)
    {
      AlaSetup *other = g_ptr_array_index (self->setups, i);
      gint64 changed = ala_setup_get_changed (other);

      /* A date far ahead is that of a clock that went wrong. */
      if (other != setup && changed >= when && changed - now < MOST_AHEAD)
        when = changed + 1;
    }

  return when;
}

gboolean
ala_setup_store_save (AlaSetupStore  *self,
                      AlaSetup       *setup,
                      GError        **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) write_error = NULL;
  gint64 changed_before;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      int saved_errno = errno;

      ala_problem_set_error (error, ALA_PROBLEM_SETUP_NOT_SAVED, _("The folder “%s” cannot be made: %s."), self->folder,
                             g_strerror (saved_errno));
      return FALSE;
    }

  changed_before = ala_setup_get_changed (setup);
  ala_setup_set_changed (setup, next_change (self, setup));
  path = dup_path (self, setup);
  text = ala_setup_to_json (setup);
  if (!ala_private_file_write (path, text, -1, &write_error))
    {
      ala_setup_set_changed (setup, changed_before);
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_NOT_SAVED, "%s", write_error->message);
      return FALSE;
    }

  move_to_front (self, setup);
  return TRUE;
}

gboolean
ala_setup_store_delete (AlaSetupStore  *self,
                        AlaSetup       *setup,
                        GError        **error)
{
  g_autofree char *path = NULL;
  guint position;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  path = dup_path (self, setup);
  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int saved_errno = errno;

      ala_problem_set_error (error, ALA_PROBLEM_SETUP_NOT_SAVED, _("The file “%s” cannot be deleted: %s."), path,
                             g_strerror (saved_errno));
      return FALSE;
    }

  if (g_ptr_array_find (self->setups, setup, &position))
    {
      g_ptr_array_remove_index (self->setups, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  return TRUE;
}

AlaSetup *
ala_setup_store_find (AlaSetupStore *self,
                      const char    *id)
{
  AlaSetup *match = NULL;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (*id == '\0')
    return NULL;

  for (guint i = 0; i < self->setups->len; i++)
    {
      AlaSetup *setup = self->setups->pdata[i];

      if (!g_str_has_prefix (ala_setup_get_id (setup), id))
        continue;
      if (match != NULL)
        return NULL;
      match = setup;
    }

  return match;
}
