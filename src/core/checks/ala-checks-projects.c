/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-projects.h"

#include <glib/gi18n-lib.h>

struct _AlaProjectsCheck
{
  AlaCheck parent_instance;

  AlaProjectList *list;
  AlaSetup *setup; /* while it runs */
};

G_DEFINE_FINAL_TYPE (AlaProjectsCheck, ala_projects_check, ALA_TYPE_CHECK)

static void
ala_projects_check_finalize (GObject *object)
{
  AlaProjectsCheck *self = ALA_PROJECTS_CHECK (object);

  g_clear_object (&self->setup);
  g_object_unref (self->list);

  G_OBJECT_CLASS (ala_projects_check_parent_class)->finalize (object);
}

AlaProjectList *
ala_projects_check_get_list (AlaProjectsCheck *self)
{
  g_return_val_if_fail (ALA_IS_PROJECTS_CHECK (self), NULL);

  return self->list;
}

/* What the person chose may have been deleted since, or be hidden from this account. */
static GError *
find_missing (AlaProjectsCheck *self,
              AlaSetup         *setup)
{
  const char * const *keys = ala_setup_get_projects (setup);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n;

  for (; *keys != NULL; keys++)
    if (ala_project_list_find (self->list, *keys) == NULL)
      {
        g_ptr_array_add (missing, (gpointer) *keys);
        ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_FAILED, *keys, *keys,
                               _("Not in the list of projects that this account sees"));
      }

  n = missing->len;
  if (n == 0)
    return NULL;

  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);
  return ala_problem_new_error (ALA_PROBLEM_PROJECT_NOT_SEEN,
                                g_dngettext (GETTEXT_PACKAGE, "This project was chosen and is not seen: %s.",
                                             "These projects were chosen and are not seen: %s.", n),
                                list);
}

static void
judge (AlaProjectsCheck *self,
       AlaSetup         *setup)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *summary = NULL;
  GError *error;

  if (count == 0)
    {
      error = ala_problem_new_error (ALA_PROBLEM_NO_PROJECTS, _("Jira’s list of projects is empty for this account."));
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  if (ala_project_list_is_whole (self->list))
    summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The account sees %'u project",
                                            "The account sees %'u projects", count),
                               count);
  else
    summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The account sees more than %'u project",
                                            "The account sees more than %'u projects", count),
                               count);

  error = find_missing (self, setup);
  ala_check_end (ALA_CHECK (self), error != NULL ? ALA_CHECK_WARNING : ALA_CHECK_PASSED, summary, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaProjectsCheck) self = user_data;
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->setup);
  GError *error = NULL;

  if (ala_project_list_load_finish (ALA_PROJECT_LIST (source), result, &error))
    judge (self, setup);
  else
    ala_check_end_with_error (ALA_CHECK (self), error);
}

static void
show_progress (AlaProjectsCheck *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint total = ala_project_list_get_total (self->list);
  g_autofree char *progress = NULL;

  if (ala_check_get_state (ALA_CHECK (self)) != ALA_CHECK_RUNNING || total == 0)
    return;

  /* Translators: how many have been read, and how many there are */
  progress = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u of %'u project", "%'u of %'u projects", total), n, total);
  ala_check_set_progress (ALA_CHECK (self), progress);
}

static void
ala_projects_check_run (AlaCheck      *check,
                        AlaJiraClient *client,
                        AlaSetup      *setup,
                        AlaProfile    *profile,
                        GCancellable  *cancellable)
{
  AlaProjectsCheck *self = ALA_PROJECTS_CHECK (check);

  g_set_object (&self->setup, setup);
  ala_project_list_load_async (self->list, client, setup, cancellable, loaded_cb, g_object_ref (self));
}

static void
ala_projects_check_class_init (AlaProjectsCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_projects_check_finalize;

  check_class->id = "projects";
  check_class->title = N_("Projects");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  check_class->run = ala_projects_check_run;
}

static void
ala_projects_check_init (AlaProjectsCheck *self)
{
  self->list = ala_project_list_new ();
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
}
