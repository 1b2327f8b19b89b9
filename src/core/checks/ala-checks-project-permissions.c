/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-project-permissions.h"

#include <glib/gi18n-lib.h>

#include "ala-checks-projects.h"

/* Microseconds between two words about the progress: more often nobody can read it. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

struct _AlaProjectPermissionsCheck
{
  AlaCheck parent_instance;

  AlaPermissionMatrix *matrix;
  GStrv chosen; /* (nullable): for which the matrix was made */
  gboolean all;
  gboolean stale; /* the projects changed since */
  guint n_chosen;
  guint n_wanted; /* rows of this run */
  gint64 told;
  AlaProjectList *list; /* (nullable): whose changes are watched */

  /* While it runs */
  AlaJiraClient *client;
  AlaSetup *setup;
  AlaProfile *profile;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AlaProjectPermissionsCheck, ala_project_permissions_check, ALA_TYPE_CHECK)

static void
forget_run (AlaProjectPermissionsCheck *self)
{
  g_clear_object (&self->client);
  g_clear_object (&self->setup);
  g_clear_object (&self->profile);
  g_clear_object (&self->cancellable);
}

static void
ala_project_permissions_check_finalize (GObject *object)
{
  AlaProjectPermissionsCheck *self = ALA_PROJECT_PERMISSIONS_CHECK (object);

  forget_run (self);
  g_strfreev (self->chosen);
  g_clear_object (&self->list);
  g_object_unref (self->matrix);

  G_OBJECT_CLASS (ala_project_permissions_check_parent_class)->finalize (object);
}

AlaPermissionMatrix *
ala_project_permissions_check_get_matrix (AlaProjectPermissionsCheck *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_PERMISSIONS_CHECK (self), NULL);

  return self->matrix;
}

void
ala_project_permissions_check_ask_for_all (AlaProjectPermissionsCheck *self)
{
  g_return_if_fail (ALA_IS_PROJECT_PERMISSIONS_CHECK (self));

  self->all = TRUE;
}

static void
mark_stale (AlaProjectPermissionsCheck *self)
{
  self->stale = TRUE;
}

static void
show_progress (AlaProjectPermissionsCheck *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *progress = NULL;

  if (!ala_permission_matrix_is_running (self->matrix) || now - self->told < PROGRESS_INTERVAL)
    return;

  self->told = now;
  progress = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u of %'u project", "%'u of %'u projects", self->n_wanted),
                              ala_permission_matrix_get_n_checked (self->matrix), self->n_wanted);
  ala_check_set_progress (ALA_CHECK (self), progress);
}

static void
append_name (GString    *list,
             const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

/* Says of each permission where it is missing. Returns: the names of those that are missing somewhere */
static char *
add_project_findings (AlaProjectPermissionsCheck *self,
                      AlaCheckState               worst,
                      guint                       n_known)
{
  AlaPermissionSet *set = ala_permission_matrix_get_set (self->matrix);
  g_autofree char *where = ala_permission_dup_where (FALSE, ala_setup_get_edition (self->setup));
  GString *missing = g_string_new (NULL);

  for (guint i = 0; i < ala_permission_set_get_length (set); i++)
    {
      g_autofree char *keys = NULL;
      g_autofree char *text = NULL;
      guint n = ala_permission_matrix_count_missing (self->matrix, i, &keys);

      if (ala_permission_set_is_global (set, i))
        continue;
      if (n > 0)
        {
          /* Translators: a number of projects of another number of projects, their keys, and a screen of Jira that grants it */
          text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Missing in %'u of %'u project (%s). It is granted under %s.",
                                               "Missing in %'u of %'u projects (%s). It is granted under %s.", n_known),
                                  n, n_known, keys, where);
          append_name (missing, ala_permission_set_get_name (set, i));
        }
      else
        {
          text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Granted in %'u project", "Granted in %'u projects", n_known),
                                  n_known);
        }
      ala_check_add_finding (ALA_CHECK (self), n > 0 ? worst : ALA_CHECK_PASSED, ala_permission_set_get_key (set, i),
                             ala_permission_set_get_name (set, i), text);
    }

  return g_string_free (missing, FALSE);
}

static char *
dup_summary (AlaProjectPermissionsCheck *self,
             guint                       n_missing,
             guint                       n_known)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->matrix));

  if (n_missing > 0)
    /* Translators: in how many projects, and how many were asked for */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Something is missing in %'u of %'u project",
                                         "Something is missing in %'u of %'u projects", n_known),
                            n_missing, n_known);
  if (n_known < n_all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every permission in the %'u project that was looked at, of %'u",
                                         "Every permission in the %'u projects that were looked at, of %'u", n_known),
                            n_known, n_all);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every permission in %'u project",
                                       "Every permission in all %'u projects", n_known),
                          n_known);
}

/* @error: (nullable) (transfer full): what ended it early */
static void
judge_projects (AlaProjectPermissionsCheck *self,
                GError                     *error)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->matrix));
  guint n_missing = ala_permission_matrix_count (self->matrix, n_all, ALA_CHECK_FAILED);
  guint n_passed = ala_permission_matrix_count (self->matrix, n_all, ALA_CHECK_PASSED);
  guint n_unknown = ala_permission_matrix_count (self->matrix, n_all, ALA_CHECK_WARNING);
  gboolean chosen_lacks = ala_permission_matrix_count (self->matrix, self->n_chosen, ALA_CHECK_FAILED) > 0;
  AlaCheckState worst = chosen_lacks || n_passed == 0 ? ALA_CHECK_FAILED : ALA_CHECK_WARNING;
  g_autofree char *missing = NULL;
  g_autofree char *summary = NULL;

  missing = add_project_findings (self, worst, n_missing + n_passed);
  summary = dup_summary (self, n_missing, n_missing + n_passed);

  if (n_missing > 0)
    {
      g_clear_error (&error);
      /* Translators: %s is a list of permissions, in Jira’s words */
      error = ala_problem_new_error (ALA_PROBLEM_PROJECT_PERMISSIONS_MISSING, _("Missing in some projects: %s."), missing);
      ala_check_end (ALA_CHECK (self), worst, summary, error);
    }
  else if (error == NULL && n_unknown > 0)
    {
      error = ala_problem_new_error (ALA_PROBLEM_PROJECT_RIGHTS_UNKNOWN,
                                     g_dngettext (GETTEXT_PACKAGE, "Jira gave no answer for %'u project.",
                                                  "Jira gave no answer for %'u projects.", n_unknown),
                                     n_unknown);
      ala_check_end (ALA_CHECK (self), n_passed > 0 ? ALA_CHECK_WARNING : ALA_CHECK_FAILED, NULL, error);
    }
  else if (error != NULL)
    {
      ala_check_end (ALA_CHECK (self), n_passed > 0 ? ALA_CHECK_WARNING : ALA_CHECK_FAILED, NULL, error);
    }
  else
    {
      ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
    }
}

static void
matrix_checked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AlaProjectPermissionsCheck) self = user_data;
  GError *error = NULL;

  ala_permission_matrix_check_finish (ALA_PERMISSION_MATRIX (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ala_check_end_with_error (ALA_CHECK (self), error);
  else
    judge_projects (self, error);
  forget_run (self);
}

/* What was chosen is looked at first, and by itself. */
static guint
choose_rows (AlaProjectPermissionsCheck *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->matrix));

  if (self->all)
    return n;
  if (self->n_chosen > 0)
    return self->n_chosen;
  return MIN (n, ALA_PROJECT_PERMISSIONS_BATCH);
}

static void
check_list (AlaProjectPermissionsCheck *self,
            AlaProjectList             *list)
{
  const char * const *chosen = ala_setup_get_projects (self->setup);

  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      ala_check_end_with_error (ALA_CHECK (self),
                                ala_problem_new_error (ALA_PROBLEM_NO_PROJECTS,
                                                       _("Jira’s list of projects is empty for this account.")));
      forget_run (self);
      return;
    }

  if (!self->all || self->stale || self->chosen == NULL || !g_strv_equal ((const char * const *) self->chosen, chosen))
    {
      g_autoptr (AlaPermissionSet) set = ala_permission_set_new (ala_profile_get_permissions (self->profile));

      self->n_chosen = ala_permission_matrix_set_projects (self->matrix, set, G_LIST_MODEL (list), chosen);
      g_strfreev (self->chosen);
      self->chosen = g_strdupv ((char **) chosen);
      self->stale = FALSE;
    }

  self->n_wanted = choose_rows (self);
  self->all = FALSE;
  ala_permission_matrix_check_async (self->matrix, self->client, self->n_wanted, self->cancellable, matrix_checked_cb,
                                     g_object_ref (self));
}

static void
list_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AlaProjectPermissionsCheck) self = user_data;
  GError *error = NULL;

  if (ala_project_list_load_finish (ALA_PROJECT_LIST (source), result, &error))
    {
      check_list (self, ALA_PROJECT_LIST (source));
    }
  else
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      forget_run (self);
    }
}

static AlaProjectList *
get_list (AlaProjectPermissionsCheck *self)
{
  AlaCheck *needed = ala_check_get_needed (ALA_CHECK (self));

  if (self->list == NULL)
    {
      self->list = ALA_IS_PROJECTS_CHECK (needed)
                   ? g_object_ref (ala_projects_check_get_list (ALA_PROJECTS_CHECK (needed)))
                   : ala_project_list_new ();
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
    }

  return self->list;
}

static void
ala_project_permissions_check_run (AlaCheck      *check,
                                   AlaJiraClient *client,
                                   AlaSetup      *setup,
                                   AlaProfile    *profile,
                                   GCancellable  *cancellable)
{
  AlaProjectPermissionsCheck *self = ALA_PROJECT_PERMISSIONS_CHECK (check);
  AlaProjectList *list = get_list (self);

  g_set_object (&self->client, client);
  g_set_object (&self->setup, setup);
  g_set_object (&self->profile, profile);
  g_set_object (&self->cancellable, cancellable);
  self->told = 0;

  /* By itself it has nobody who loads them. */
  if (ala_check_get_needed (check) == NULL)
    ala_project_list_load_async (list, client, setup, cancellable, list_loaded_cb, g_object_ref (self));
  else
    check_list (self, list);
}

static void
ala_project_permissions_check_class_init (AlaProjectPermissionsCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_project_permissions_check_finalize;

  check_class->id = "project-permissions";
  check_class->title = N_("Permissions in each project");
  check_class->needs = "projects";
  check_class->run = ala_project_permissions_check_run;
}

static void
ala_project_permissions_check_init (AlaProjectPermissionsCheck *self)
{
  self->matrix = ala_permission_matrix_new ();
  g_signal_connect_object (self->matrix, "notify::checked", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
}
