/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-defect.h"

#include <glib/gi18n-lib.h>

#include "ala-checks-issue-types.h"
#include "ala-create-meta.h"
#include "ala-permission-set.h"

struct _AlaDefectCheck
{
  AlaCheck parent_instance;

  /* While it runs */
  AlaProfile *profile;
  AlaSetup *setup;
  AlaPermissionSet *set;
  guint open; /* replies that are still to come */
  gboolean may_create;
  GPtrArray *fields; /* (nullable): of AlaCreateField */
  GError *error;     /* (nullable): why one of the replies is missing */
};

G_DEFINE_FINAL_TYPE (AlaDefectCheck, ala_defect_check, ALA_TYPE_CHECK)

static void
forget_defect_run (AlaDefectCheck *self)
{
  g_clear_object (&self->profile);
  g_clear_object (&self->setup);
  g_clear_object (&self->set);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static void
ala_defect_check_finalize (GObject *object)
{
  forget_defect_run (ALA_DEFECT_CHECK (object));

  G_OBJECT_CLASS (ala_defect_check_parent_class)->finalize (object);
}

static AlaIssueTypesCheck *
get_types_check (AlaDefectCheck *self)
{
  AlaCheck *needed = ala_check_get_needed (ALA_CHECK (self));

  return ALA_IS_ISSUE_TYPES_CHECK (needed) ? ALA_ISSUE_TYPES_CHECK (needed) : NULL;
}

/* Says of each required field who fills it in. Returns: the names of those of which nobody knows */
static char *
add_field_findings (AlaDefectCheck *self,
                    guint          *n_open)
{
  const char * const *sent = ala_profile_get_defect_fields (self->profile);
  GString *names = g_string_new (NULL);

  *n_open = 0;
  for (guint i = 0; i < self->fields->len; i++)
    {
      AlaCreateField *field = g_ptr_array_index (self->fields, i);

      if (!field->required)
        continue;
      if (g_strv_contains (sent, field->id))
        {
          ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_PASSED, field->id, field->name,
                                 _("Required: nothing can be created without it, so the product sends it"));
        }
      else if (field->has_default)
        {
          ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_PASSED, field->id, field->name, _("Required, with a default in Jira"));
        }
      else
        {
          ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_WARNING, field->id, field->name,
                                 _("Required and without a default. Whether the product fills it in is not documented."));
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", field->name);
          (*n_open)++;
        }
    }

  ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_SKIPPED, "workflow", _("Workflow"),
                         _("What the workflow demands of a new issue shows only when one is created."));
  return g_string_free (names, FALSE);
}

static void
judge_defect (AlaDefectCheck *self)
{
  AlaIssueTypesCheck *types = get_types_check (self);
  const char *project = ala_issue_types_check_get_project (types);
  const char *type = ala_issue_type_get_name (ala_issue_types_check_get_chosen (types));
  g_autofree char *open = NULL;
  g_autofree char *summary = NULL;
  guint n_open;

  if (self->error != NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), g_steal_pointer (&self->error));
      return;
    }

  if (!self->may_create)
    {
      g_autofree char *where = ala_permission_dup_where (FALSE, ala_setup_get_edition (self->setup));
      g_autofree char *text = g_strdup_printf (_("Missing. It is granted in Jira under %s."), where);

      ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_FAILED, ALA_PERMISSION_CREATE,
                             ala_permission_set_get_name (self->set, 0), text);
      ala_check_end_with_error (ALA_CHECK (self),
                                ala_problem_new_error (ALA_PROBLEM_CREATE_ISSUES_MISSING,
                                                       _("The account may not create issues in %s."), project));
      return;
    }

  ala_check_add_finding (ALA_CHECK (self), ALA_CHECK_PASSED, ALA_PERMISSION_CREATE, ala_permission_set_get_name (self->set, 0),
                         _("Granted"));
  open = add_field_findings (self, &n_open);
  if (n_open > 0)
    {
      /* Translators: an issue type, the key of a project, and a list of fields */
      ala_check_end (ALA_CHECK (self), ALA_CHECK_WARNING, NULL,
                     ala_problem_new_error (ALA_PROBLEM_DEFECT_FIELD_REQUIRED, _("“%s” in %s requires: %s."), type, project, open));
      return;
    }

  /* Translators: an issue type, and the key of a project */
  summary = g_strdup_printf (_("Nothing that can be seen stands in the way of a “%s” in %s"), type, project);
  ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
}

static void
take_reply (AlaDefectCheck *self,
            GError         *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);

  if (--self->open == 0)
    {
      judge_defect (self);
      forget_defect_run (self);
    }
}

static void
fields_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AlaDefectCheck) self = user_data;
  GError *error = NULL;

  self->fields = ala_create_meta_load_fields_finish (result, &error);
  take_reply (self, error);
}

static void
right_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AlaDefectCheck) self = user_data;
  g_autoptr (JsonNode) root = NULL;
  AlaPermissionBits held = { { 0 } };
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root != NULL)
    ala_permission_set_read (self->set, root, &held, &error);
  self->may_create = ala_permission_bits_get (&held, 0);
  take_reply (self, error);
}

static AlaPermissionSet *
new_create_set (void)
{
  static const char * const keys[] = { ALA_PERMISSION_CREATE, NULL };

  return ala_permission_set_new (keys);
}

static void
ala_defect_check_run (AlaCheck      *check,
                      AlaJiraClient *client,
                      AlaSetup      *setup,
                      AlaProfile    *profile,
                      GCancellable  *cancellable)
{
  AlaDefectCheck *self = ALA_DEFECT_CHECK (check);
  AlaIssueTypesCheck *types = get_types_check (self);
  AlaIssueType *type = types != NULL ? ala_issue_types_check_get_chosen (types) : NULL;
  g_autoptr (AlaOAuthParams) query = NULL;
  const char *project;

  if (type == NULL)
    {
      ala_check_end (check, ALA_CHECK_SKIPPED, _("No project was chosen"), NULL);
      return;
    }

  project = ala_issue_types_check_get_project (types);
  g_set_object (&self->profile, profile);
  g_set_object (&self->setup, setup);
  self->set = new_create_set ();
  self->open = 2;

  query = ala_permission_set_dup_query (self->set, project);
  ala_jira_client_get_json_async (client, "/rest/api/2/mypermissions", query, cancellable, right_read_cb, g_object_ref (self));
  ala_create_meta_load_fields_async (client, setup, project, ala_issue_type_get_id (type), cancellable, fields_read_cb,
                                     g_object_ref (self));
}

static void
ala_defect_check_class_init (AlaDefectCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_defect_check_finalize;

  check_class->id = "defect";
  check_class->title = N_("A defect, rehearsed");
  check_class->needs = "issue-types";
  check_class->run = ala_defect_check_run;
}

static void
ala_defect_check_init (AlaDefectCheck *self)
{
}
