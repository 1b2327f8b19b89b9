/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-issue-types.h"

#include <glib/gi18n-lib.h>

#include "ala-checks-projects.h"
#include "ala-create-meta.h"
#include "ala-permission-set.h"

struct _AlaIssueTypesCheck
{
  AlaCheck parent_instance;

  GListStore *types;
  AlaIssueType *chosen;
  char *project;

  /* While it runs */
  AlaJiraClient *client;
  AlaSetup *setup;
  GCancellable *cancellable;
  AlaPermissionSet *set;
};

G_DEFINE_FINAL_TYPE (AlaIssueTypesCheck, ala_issue_types_check, ALA_TYPE_CHECK)

static void
forget_types_run (AlaIssueTypesCheck *self)
{
  g_clear_object (&self->client);
  g_clear_object (&self->setup);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->set);
}

static void
ala_issue_types_check_finalize (GObject *object)
{
  AlaIssueTypesCheck *self = ALA_ISSUE_TYPES_CHECK (object);

  forget_types_run (self);
  g_clear_object (&self->chosen);
  g_object_unref (self->types);
  g_free (self->project);

  G_OBJECT_CLASS (ala_issue_types_check_parent_class)->finalize (object);
}

GListModel *
ala_issue_types_check_get_types (AlaIssueTypesCheck *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPES_CHECK (self), NULL);

  return G_LIST_MODEL (self->types);
}

AlaIssueType *
ala_issue_types_check_get_chosen (AlaIssueTypesCheck *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPES_CHECK (self), NULL);

  return self->chosen;
}

const char *
ala_issue_types_check_get_project (AlaIssueTypesCheck *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPES_CHECK (self), NULL);

  return self->project;
}

static void
end_types (AlaIssueTypesCheck *self,
           GError             *error)
{
  ala_check_end_with_error (ALA_CHECK (self), error);
  forget_types_run (self);
}

static AlaIssueType *
find_type (GListModel *types,
           const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AlaIssueType) type = g_list_model_get_item (types, i);

      if (g_str_equal (ala_issue_type_get_id (type), id))
        return g_steal_pointer (&type);
    }

  return NULL;
}

/* What a defect is called in the languages of the program; in others the first type is proposed, and the person can choose. */
static AlaIssueType *
guess_type (GListModel *types)
{
  static const char * const names[] = { "bug", "defect", "fehler" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < g_list_model_get_n_items (types); i++)
      {
        g_autoptr (AlaIssueType) type = g_list_model_get_item (types, i);
        g_autofree char *name = g_utf8_casefold (ala_issue_type_get_name (type), -1);

        if (g_str_equal (name, names[n]))
          return g_steal_pointer (&type);
      }

  return g_list_model_get_item (types, 0);
}

/* Jira shows no issue types to who may not create issues: which of the two is it? */
static void
create_right_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (AlaIssueTypesCheck) self = user_data;
  g_autoptr (JsonNode) root = NULL;
  AlaPermissionBits held;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root == NULL || !ala_permission_set_read (self->set, root, &held, &error))
    {
      end_types (self, error);
    }
  else if (!ala_permission_bits_get (&held, 0))
    {
      end_types (self, ala_problem_new_error (ALA_PROBLEM_CREATE_ISSUES_MISSING,
                                              _("The account may not create issues in %s."), self->project));
    }
  else
    {
      end_types (self, ala_problem_new_error (ALA_PROBLEM_ISSUE_TYPES_NONE,
                                              _("Jira lists no issue type for %s."), self->project));
    }
}

static AlaPermissionSet *
new_create_set (void)
{
  static const char * const keys[] = { ALA_PERMISSION_CREATE, NULL };

  return ala_permission_set_new (keys);
}

static void
ask_for_right (AlaIssueTypesCheck *self)
{
  g_autoptr (AlaOAuthParams) query = NULL;

  self->set = new_create_set ();
  query = ala_permission_set_dup_query (self->set, self->project);
  ala_jira_client_get_json_async (self->client, "/rest/api/2/mypermissions", query, self->cancellable,
                                  create_right_read_cb, g_object_ref (self));
}

static void
types_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AlaIssueTypesCheck) self = user_data;
  g_autoptr (GPtrArray) types = NULL;
  g_autofree char *summary = NULL;
  const char *wanted = ala_setup_get_issue_type (self->setup);
  GError *error = NULL;
  guint n;

  types = ala_create_meta_load_types_finish (result, &error);
  if (types == NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      forget_types_run (self);
      return;
    }

  for (guint i = 0; i < types->len; i++)
    if (!ala_issue_type_is_subtask (g_ptr_array_index (types, i)))
      g_list_store_append (self->types, g_ptr_array_index (types, i));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->types));
  if (n == 0)
    {
      ask_for_right (self);
      return;
    }

  self->chosen = *wanted != '\0' ? find_type (G_LIST_MODEL (self->types), wanted) : guess_type (G_LIST_MODEL (self->types));
  if (self->chosen == NULL)
    {
      end_types (self, ala_problem_new_error (ALA_PROBLEM_ISSUE_TYPE_NOT_SEEN,
                                              _("%s does not offer the issue type that was chosen."), self->project));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaIssueType) type = g_list_model_get_item (G_LIST_MODEL (self->types), i);

      ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_PASSED, ala_issue_type_get_id (type), ala_issue_type_get_name (type),
                             type == self->chosen ? _("Taken for a defect") : NULL);
    }
  /* Translators: the key of a project, and the name of the issue type that is taken for a defect */
  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has %u issue type; “%s” is taken for a defect",
                                          "%s has %u issue types; “%s” is taken for a defect", n),
                             self->project, n, ala_issue_type_get_name (self->chosen));
  ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
  forget_types_run (self);
}

/* What the person chose and the account sees, or else the first that it sees. */
static char *
choose_project (AlaIssueTypesCheck *self)
{
  const char * const *keys = ala_setup_get_projects (self->setup);
  AlaCheck *needed = ala_check_get_needed (ALA_CHECK (self));
  g_autoptr (AlaProject) first = NULL;
  AlaProjectList *list;

  /* By itself it takes the person's word. */
  if (!ALA_IS_PROJECTS_CHECK (needed))
    return g_strdup (*keys);

  list = ala_projects_check_get_list (ALA_PROJECTS_CHECK (needed));
  for (; *keys != NULL; keys++)
    if (ala_project_list_find (list, *keys) != NULL)
      return g_strdup (*keys);

  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return first != NULL ? g_strdup (ala_project_get_key (first)) : NULL;
}

static void
ala_issue_types_check_run (AlaCheck      *check,
                           AlaJiraClient *client,
                           AlaSetup      *setup,
                           AlaProfile    *profile,
                           GCancellable  *cancellable)
{
  AlaIssueTypesCheck *self = ALA_ISSUE_TYPES_CHECK (check);

  g_set_object (&self->client, client);
  g_set_object (&self->setup, setup);
  g_set_object (&self->cancellable, cancellable);
  g_list_store_remove_all (self->types);
  g_clear_object (&self->chosen);
  g_free (self->project);
  self->project = choose_project (self);

  if (self->project == NULL)
    {
      ala_check_end (check, ALA_CHECK_SKIPPED, _("No project was chosen"), NULL);
      forget_types_run (self);
      return;
    }

  ala_create_meta_load_types_async (client, setup, self->project, cancellable, types_read_cb, g_object_ref (self));
}

static void
ala_issue_types_check_class_init (AlaIssueTypesCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_issue_types_check_finalize;

  check_class->id = "issue-types";
  check_class->title = N_("Issue types");
  check_class->needs = "projects";
  check_class->run = ala_issue_types_check_run;
}

static void
ala_issue_types_check_init (AlaIssueTypesCheck *self)
{
  self->types = g_list_store_new (ALA_TYPE_ISSUE_TYPE);
}
