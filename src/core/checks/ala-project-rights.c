/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-project-rights.h"

#include <glib/gi18n-lib.h>

struct _AlaProjectRights
{
  GObject parent_instance;

  AlaProject *project;
  AlaPermissionSet *set;
  AlaPermissionBits held;
  AlaCheckState state;
  AlaProblem problem;
};

G_DEFINE_FINAL_TYPE (AlaProjectRights, ala_project_rights, G_TYPE_OBJECT)

static GParamSpec *state_property;

static void
ala_project_rights_finalize (GObject *object)
{
  AlaProjectRights *self = ALA_PROJECT_RIGHTS (object);

  g_object_unref (self->project);
  g_object_unref (self->set);

  G_OBJECT_CLASS (ala_project_rights_parent_class)->finalize (object);
}

static void
ala_project_rights_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_enum (value, ALA_PROJECT_RIGHTS (object)->state);
}

static void
ala_project_rights_class_init (AlaProjectRightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ala_project_rights_finalize;
  object_class->get_property = ala_project_rights_get_property;

  state_property = g_param_spec_enum ("state", NULL, NULL, ALA_TYPE_CHECK_STATE, ALA_CHECK_WAITING,
                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, 1, state_property);
}

static void
ala_project_rights_init (AlaProjectRights *self)
{
}

AlaProjectRights *
ala_project_rights_new (AlaProject       *project,
                        AlaPermissionSet *set)
{
  AlaProjectRights *self;

  g_return_val_if_fail (ALA_IS_PROJECT (project), NULL);
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (set), NULL);

  self = g_object_new (ALA_TYPE_PROJECT_RIGHTS, NULL);
  self->project = g_object_ref (project);
  self->set = g_object_ref (set);

  return self;
}

AlaProject *
ala_project_rights_get_project (AlaProjectRights *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), NULL);

  return self->project;
}

AlaPermissionSet *
ala_project_rights_get_set (AlaProjectRights *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), NULL);

  return self->set;
}

AlaCheckState
ala_project_rights_get_state (AlaProjectRights *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), ALA_CHECK_WAITING);

  return self->state;
}

gboolean
ala_project_rights_is_missing (AlaProjectRights *self,
                               guint             permission)
{
  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), FALSE);

  return self->state == ALA_CHECK_FAILED
         && !ala_permission_set_is_global (self->set, permission)
         && !ala_permission_bits_get (&self->held, permission);
}

AlaProblem
ala_project_rights_get_problem (AlaProjectRights *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), ALA_PROBLEM_NONE);

  return self->problem;
}

char *
ala_project_rights_dup_summary (AlaProjectRights *self)
{
  g_autoptr (GString) missing = NULL;

  g_return_val_if_fail (ALA_IS_PROJECT_RIGHTS (self), NULL);

  switch (self->state)
    {
    case ALA_CHECK_PASSED:
      return g_strdup (_("Every permission"));
    case ALA_CHECK_WARNING:
      return g_strdup (ala_problem_get_title (self->problem));
    case ALA_CHECK_RUNNING:
      return g_strdup (_("Being checked…"));
    case ALA_CHECK_FAILED:
      break;
    case ALA_CHECK_WAITING:
    case ALA_CHECK_SKIPPED:
    default:
      return g_strdup (_("Not checked yet"));
    }

  missing = g_string_new (NULL);
  for (guint i = 0; i < ala_permission_set_get_length (self->set); i++)
    if (ala_project_rights_is_missing (self, i))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", ala_permission_set_get_name (self->set, i));

  /* Translators: %s is a list of permissions, in Jira’s words */
  return g_strdup_printf (_("Missing: %s"), missing->str);
}

static void
set_state (AlaProjectRights *self,
           AlaCheckState     state,
           AlaProblem        problem)
{
  self->problem = problem;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), state_property);
}

void
ala_project_rights_set_running (AlaProjectRights *self,
                                gboolean          running)
{
  g_return_if_fail (ALA_IS_PROJECT_RIGHTS (self));

  set_state (self, running ? ALA_CHECK_RUNNING : ALA_CHECK_WAITING, ALA_PROBLEM_NONE);
}

void
ala_project_rights_set_held (AlaProjectRights        *self,
                             const AlaPermissionBits *held)
{
  AlaCheckState state = ALA_CHECK_PASSED;

  g_return_if_fail (ALA_IS_PROJECT_RIGHTS (self));
  g_return_if_fail (held != NULL);

  self->held = *held;
  for (guint i = 0; i < ala_permission_set_get_length (self->set); i++)
    if (!ala_permission_set_is_global (self->set, i) && !ala_permission_bits_get (held, i))
      state = ALA_CHECK_FAILED;

  set_state (self, state, ALA_PROBLEM_NONE);
}

void
ala_project_rights_set_problem (AlaProjectRights *self,
                                AlaProblem        problem)
{
  g_return_if_fail (ALA_IS_PROJECT_RIGHTS (self));
  g_return_if_fail (problem != ALA_PROBLEM_NONE);

  set_state (self, ALA_CHECK_WARNING, problem);
}
