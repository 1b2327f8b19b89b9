/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-project-list.h"

#include "ala-project-list-private.h"

struct _AlaProjectList
{
  GObject parent_instance;

  GPtrArray *projects;
  GHashTable *by_key; /* of the projects, which own the keys */
  guint total;
  gboolean loaded;
  gboolean whole;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaProjectList, ala_project_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GParamSpec *total_property;

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_PROJECT;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_PROJECT_LIST (model)->projects->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *projects = ALA_PROJECT_LIST (model)->projects;

  return position < projects->len ? g_object_ref (g_ptr_array_index (projects, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ala_project_list_finalize (GObject *object)
{
  AlaProjectList *self = ALA_PROJECT_LIST (object);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->projects);

  G_OBJECT_CLASS (ala_project_list_parent_class)->finalize (object);
}

static void
ala_project_list_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_uint (value, ALA_PROJECT_LIST (object)->total);
}

static void
ala_project_list_class_init (AlaProjectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ala_project_list_finalize;
  object_class->get_property = ala_project_list_get_property;

  total_property = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, 1, total_property);
}

static void
ala_project_list_init (AlaProjectList *self)
{
  self->projects = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

AlaProjectList *
ala_project_list_new (void)
{
  return g_object_new (ALA_TYPE_PROJECT_LIST, NULL);
}

gboolean
ala_project_list_is_loaded (AlaProjectList *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_LIST (self), FALSE);

  return self->loaded;
}

gboolean
ala_project_list_is_whole (AlaProjectList *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_LIST (self), FALSE);

  return self->loaded && self->whole;
}

guint
ala_project_list_get_total (AlaProjectList *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_LIST (self), 0);

  return self->total;
}

AlaProject *
ala_project_list_find (AlaProjectList *self,
                       const char     *key)
{
  g_return_val_if_fail (ALA_IS_PROJECT_LIST (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

void
ala_project_list_set_total (AlaProjectList *self,
                            guint           total)
{
  if (self->total == total)
    return;

  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), total_property);
}

/* Takes the projects out of @projects. A project that moved from one page to the next meanwhile would come twice. */
void
ala_project_list_append (AlaProjectList *self,
                         GPtrArray      *projects)
{
  guint before = self->projects->len;

  for (guint i = 0; i < projects->len; i++)
    {
      AlaProject *project = g_ptr_array_index (projects, i);

      if (!g_hash_table_contains (self->by_key, ala_project_get_key (project)))
        {
          g_hash_table_insert (self->by_key, (gpointer) ala_project_get_key (project), project);
          g_ptr_array_add (self->projects, g_object_ref (project));
        }
    }

  if (self->projects->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->projects->len - before);
  ala_project_list_set_total (self, MAX (self->total, self->projects->len));
}

void
ala_project_list_clear (AlaProjectList *self)
{
  guint n = self->projects->len;

  g_hash_table_remove_all (self->by_key);
  g_ptr_array_set_size (self->projects, 0);
  self->loaded = FALSE;
  self->whole = FALSE;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  ala_project_list_set_total (self, 0);
}

void
ala_project_list_set_loaded (AlaProjectList *self,
                             gboolean        whole)
{
  self->loaded = TRUE;
  self->whole = whole;
  if (whole)
    ala_project_list_set_total (self, self->projects->len);
}
