/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-permission-matrix.h"

#include <glib/gi18n-lib.h>

/* So many failures in a row say that it is not one project's fault. */
#define MOST_FAILURES 16

/* How many projects are named where there may be thousands. */
#define MOST_KEYS 5

struct _AlaPermissionMatrix
{
  GObject parent_instance;

  AlaPermissionSet *set;
  GPtrArray *projects;
  GPtrArray *rows; /* of AlaProjectRights, NULL where nobody wanted one yet */
  guint n_checked;
  GTask *task; /* (nullable) (unowned): while it runs */
};

typedef struct
{
  AlaRequestQueue *queue;
  GCancellable *cancellable; /* of what is under way */
  gulong outer_handler;
  guint next;
  guint end;
  guint under_way;
  guint failures; /* in a row */
  gboolean over; /* ask for no more */
  GError *error;
} Round;

typedef struct
{
  GTask *task;
  AlaProjectRights *row;
} Question;

typedef enum
{
  PROP_SET = 1,
  PROP_CHECKED,
  PROP_RUNNING,
} AlaPermissionMatrixProperty;

static GParamSpec *properties[PROP_RUNNING + 1];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaPermissionMatrix, ala_permission_matrix, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static AlaProjectRights *
ensure_row (AlaPermissionMatrix *self,
            guint                i)
{
  if (g_ptr_array_index (self->rows, i) == NULL)
    g_ptr_array_index (self->rows, i) = ala_project_rights_new (g_ptr_array_index (self->projects, i), self->set);

  return g_ptr_array_index (self->rows, i);
}

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_PROJECT_RIGHTS;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_PERMISSION_MATRIX (model)->projects->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  AlaPermissionMatrix *self = ALA_PERMISSION_MATRIX (model);

  return position < self->projects->len ? g_object_ref (ensure_row (self, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
row_free (gpointer data)
{
  g_clear_object (&data);
}

static void
ala_permission_matrix_finalize (GObject *object)
{
  AlaPermissionMatrix *self = ALA_PERMISSION_MATRIX (object);

  g_clear_object (&self->set);
  g_ptr_array_unref (self->projects);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ala_permission_matrix_parent_class)->finalize (object);
}

static void
ala_permission_matrix_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  AlaPermissionMatrix *self = ALA_PERMISSION_MATRIX (object);

  switch ((AlaPermissionMatrixProperty) property_id)
    {
    case PROP_SET:
      g_value_set_object (value, self->set);
      break;
    case PROP_CHECKED:
      g_value_set_uint (value, self->n_checked);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->task != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ala_permission_matrix_class_init (AlaPermissionMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = ala_permission_matrix_finalize;
  object_class->get_property = ala_permission_matrix_get_property;

  properties[PROP_SET] = g_param_spec_object ("set", NULL, NULL, ALA_TYPE_PERMISSION_SET, flags);
  properties[PROP_CHECKED] = g_param_spec_uint ("checked", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ala_permission_matrix_init (AlaPermissionMatrix *self)
{
  self->projects = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

AlaPermissionMatrix *
ala_permission_matrix_new (void)
{
  return g_object_new (ALA_TYPE_PERMISSION_MATRIX, NULL);
}

AlaPermissionSet *
ala_permission_matrix_get_set (AlaPermissionMatrix *self)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), NULL);

  return self->set;
}

guint
ala_permission_matrix_get_n_checked (AlaPermissionMatrix *self)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), 0);

  return self->n_checked;
}

gboolean
ala_permission_matrix_is_running (AlaPermissionMatrix *self)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), FALSE);

  return self->task != NULL;
}

guint
ala_permission_matrix_set_projects (AlaPermissionMatrix *self,
                                    AlaPermissionSet    *set,
                                    GListModel          *projects,
                                    const char * const  *first)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  guint before, n, n_first;

  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), 0);
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (set), 0);
  g_return_val_if_fail (G_IS_LIST_MODEL (projects), 0);
  g_return_val_if_fail (first != NULL, 0);
  g_return_val_if_fail (self->task == NULL, 0);

  before = self->projects->len;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->projects, 0);

  for (; *first != NULL; first++)
    g_hash_table_add (wanted, (gpointer) *first);

  n = g_list_model_get_n_items (projects);
  for (guint i = 0; i < n; i++)
    {
      AlaProject *project = g_list_model_get_item (projects, i);

      g_ptr_array_add (g_hash_table_contains (wanted, ala_project_get_key (project)) ? self->projects : others, project);
    }
  n_first = self->projects->len;
  g_ptr_array_extend_and_steal (self->projects, g_steal_pointer (&others));
  g_ptr_array_set_size (self->rows, (int) n);

  g_set_object (&self->set, set);
  self->n_checked = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);

  return n_first;
}

guint
ala_permission_matrix_count (AlaPermissionMatrix *self,
                             guint                n,
                             AlaCheckState        state)
{
  guint count = 0;

  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), 0);

  for (guint i = 0; i < MIN (n, self->rows->len); i++)
    {
      AlaProjectRights *row = g_ptr_array_index (self->rows, i);

      if ((row != NULL ? ala_project_rights_get_state (row) : ALA_CHECK_WAITING) == state)
        count++;
    }

  return count;
}

guint
ala_permission_matrix_count_missing (AlaPermissionMatrix *self,
                                     guint                permission,
                                     char               **keys)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint count = 0;

  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AlaProjectRights *row = g_ptr_array_index (self->rows, i);

      if (row == NULL || !ala_project_rights_is_missing (row, permission))
        continue;

      if (count < MOST_KEYS)
        g_string_append_printf (list, "%s%s", count > 0 ? ", " : "",
                                ala_project_get_key (ala_project_rights_get_project (row)));
      else if (count == MOST_KEYS)
        g_string_append (list, ", …");
      count++;
    }

  if (keys != NULL)
    *keys = g_string_free (g_steal_pointer (&list), FALSE);

  return count;
}

/* One round of questions */

static void ask_more (AlaPermissionMatrix *self,
                      GTask               *task);

static void
round_free (gpointer data)
{
  Round *round = data;

  g_object_unref (round->cancellable);
  g_object_unref (round->queue);
  g_clear_error (&round->error);
  g_free (round);
}

static void
cancel_inner (GCancellable *outer,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
give_up (Round  *round,
         GError *error)
{
  round->over = TRUE;
  if (round->error == NULL)
    round->error = error;
  else
    g_clear_error (&error);

  g_cancellable_cancel (round->cancellable);
}

/* Whether to ask for the next project is of any use after @error. */
static gboolean
is_hopeless (Round        *round,
             const GError *error)
{
  return g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_RATE_LIMITED) || round->failures >= MOST_FAILURES;
}

static void
take_answer (AlaPermissionMatrix *self,
             Round               *round,
             AlaProjectRights    *row,
             JsonNode            *root,
             GError              *error)
{
  AlaPermissionBits held;

  if (root != NULL && ala_permission_set_read (self->set, root, &held, &error))
    {
      round->failures = 0;
      ala_project_rights_set_held (row, &held);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ala_project_rights_set_running (row, FALSE);
      g_error_free (error);
      return;
    }
  else
    {
      round->failures++;
      ala_project_rights_set_problem (row, ala_problem_from_error (error));
      if (is_hopeless (round, error))
        give_up (round, g_steal_pointer (&error));
      g_clear_error (&error);
    }

  self->n_checked++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GTask) task = question->task;
  g_autoptr (AlaProjectRights) row = question->row;
  g_autoptr (JsonNode) root = NULL;
  AlaPermissionMatrix *self = g_task_get_source_object (task);
  Round *round = g_task_get_task_data (task);
  GError *error = NULL;

  round->under_way--;
  root = ala_request_queue_get_json_finish (ALA_REQUEST_QUEUE (source), result, &error);
  take_answer (self, round, row, root, error);
  ask_more (self, task);
}

static void
ask (AlaPermissionMatrix *self,
     GTask               *task,
     AlaProjectRights    *row)
{
  const char *key = ala_project_get_key (ala_project_rights_get_project (row));
  g_autoptr (AlaOAuthParams) query = ala_permission_set_dup_query (self->set, key);
  Round *round = g_task_get_task_data (task);
  Question *question = g_new0 (Question, 1);

  question->task = g_object_ref (task);
  question->row = g_object_ref (row);
  round->under_way++;
  ala_project_rights_set_running (row, TRUE);
  ala_request_queue_get_json_async (round->queue, "/rest/api/2/mypermissions", query, round->cancellable,
                                    answered_cb, question);
}

static void
end (AlaPermissionMatrix *self,
     GTask               *task)
{
  Round *round = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), round->outer_handler);
  round->outer_handler = 0;
  self->task = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

  if (round->error != NULL)
    g_task_return_error (task, g_steal_pointer (&round->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ask_more (AlaPermissionMatrix *self,
          GTask               *task)
{
  Round *round = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (round->cancellable))
    round->over = TRUE;

  while (!round->over && round->under_way < ALA_REQUEST_QUEUE_MOST && round->next < round->end)
    {
      AlaProjectRights *row = ensure_row (self, round->next++);

      if (ala_project_rights_get_state (row) == ALA_CHECK_WAITING)
        ask (self, task, row);
    }

  if (round->under_way == 0 && self->task == task)
    end (self, task);
}

void
ala_permission_matrix_check_async (AlaPermissionMatrix *self,
                                   AlaJiraClient       *client,
                                   guint                n,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Round *round;

  g_return_if_fail (ALA_IS_PERMISSION_MATRIX (self));
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (self->task == NULL);
  g_return_if_fail (n == 0 || self->set != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_permission_matrix_check_async);
  g_task_set_name (task, "ala_permission_matrix_check");

  round = g_new0 (Round, 1);
  round->queue = ala_request_queue_new (client, ALA_REQUEST_QUEUE_MOST);
  round->cancellable = g_cancellable_new ();
  round->end = MIN (n, self->rows->len);
  g_task_set_task_data (task, round, round_free);
  if (cancellable != NULL)
    round->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_inner),
                                                  g_object_ref (round->cancellable), g_object_unref);

  self->task = task;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  ask_more (self, task);
}

gboolean
ala_permission_matrix_check_finish (AlaPermissionMatrix  *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ala_permission_matrix_stop (AlaPermissionMatrix *self)
{
  g_return_if_fail (ALA_IS_PERMISSION_MATRIX (self));

  if (self->task != NULL)
    {
      Round *round = g_task_get_task_data (self->task);

      round->over = TRUE;
      g_cancellable_cancel (round->cancellable);
    }
}
