/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-permissions.h"

#include <glib/gi18n-lib.h>

#include "ala-permission-set.h"

struct _AlaPermissionsCheck
{
  AlaCheck parent_instance;

  /* While it runs */
  AlaSetup *setup;
  AlaProfile *profile;
  AlaPermissionSet *set;
};

G_DEFINE_FINAL_TYPE (AlaPermissionsCheck, ala_permissions_check, ALA_TYPE_CHECK)

static void
ala_permissions_check_finalize (GObject *object)
{
  AlaPermissionsCheck *self = ALA_PERMISSIONS_CHECK (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->profile);
  g_clear_object (&self->set);

  G_OBJECT_CLASS (ala_permissions_check_parent_class)->finalize (object);
}

static void
append_name (GString    *list,
             const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

static void
add_missing_finding (AlaCheck         *check,
                     AlaCheckState     state,
                     AlaPermissionSet *set,
                     guint             i,
                     AlaEdition        edition)
{
  g_autofree char *where = ala_permission_dup_where (ala_permission_set_is_global (set, i), edition);
  /* Translators: %s is a screen of Jira, like “Project settings > Permissions” */
  g_autofree char *text = g_strdup_printf (_("Missing. It is granted in Jira under %s."), where);

  ala_check_add_finding (check, state, ala_permission_set_get_key (set, i), ala_permission_set_get_name (set, i), text);
}

/* Says of each permission whether it is there. Returns: the names of those that are not, but for the administrator's */
static char *
add_findings (AlaCheck                *check,
              AlaPermissionSet        *set,
              const AlaPermissionBits *held,
              AlaEdition               edition,
              guint                   *n_missing)
{
  GString *missing = g_string_new (NULL);

  *n_missing = 0;
  for (guint i = 0; i < ala_permission_set_get_length (set); i++)
    {
      const char *key = ala_permission_set_get_key (set, i);
      const char *name = ala_permission_set_get_name (set, i);

      if (g_str_equal (key, ALA_PERMISSION_ADMINISTER))
        continue;
      if (ala_permission_bits_get (held, i))
        {
          ala_check_add_finding (check, ALA_CHECK_PASSED, key, name,
                                 ala_permission_set_is_global (set, i) ? _("Granted") : _("Granted in a project at least"));
          continue;
        }
      add_missing_finding (check, ALA_CHECK_FAILED, set, i, edition);
      append_name (missing, name);
      (*n_missing)++;
    }

  return g_string_free (missing, FALSE);
}

static GError *
new_missing_error (const char *missing,
                   guint       n)
{
  return ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING,
                                g_dngettext (GETTEXT_PACKAGE, "This permission is missing: %s.",
                                             "These permissions are missing: %s.", n),
                                missing);
}

/* The right to administer Jira: needed, wished for, or of no interest. */
static AlaCheckState
judge_administer (AlaWebhookPlan plan,
                  gboolean       held)
{
  if (held)
    return ALA_CHECK_PASSED;

  switch (plan)
    {
    case ALA_WEBHOOK_PLAN_AUTOMATIC:
      return ALA_CHECK_FAILED;
    case ALA_WEBHOOK_PLAN_MANUAL:
    case ALA_WEBHOOK_PLAN_NONE:
      return ALA_CHECK_SKIPPED;
    case ALA_WEBHOOK_PLAN_UNDECIDED:
    default:
      return ALA_CHECK_WARNING;
    }
}

static void
add_administer_finding (AlaCheck         *check,
                        AlaCheckState     state,
                        AlaPermissionSet *set,
                        guint             i,
                        AlaEdition        edition)
{
  switch (state)
    {
    case ALA_CHECK_PASSED:
      ala_check_add_finding (check, state, ALA_PERMISSION_ADMINISTER, ala_permission_set_get_name (set, i),
                             _("Granted: the product can make its webhooks by itself"));
      break;
    case ALA_CHECK_SKIPPED:
      ala_check_add_finding (check, state, ALA_PERMISSION_ADMINISTER, ala_permission_set_get_name (set, i),
                             _("Not granted, and not needed: the product does not make its webhooks by itself"));
      break;
    case ALA_CHECK_WAITING:
    case ALA_CHECK_RUNNING:
    case ALA_CHECK_WARNING:
    case ALA_CHECK_FAILED:
    default:
      add_missing_finding (check, state, set, i, edition);
      break;
    }
}

static void
judge (AlaCheck                *check,
       AlaSetup                *setup,
       AlaProfile              *profile,
       AlaPermissionSet        *set,
       const AlaPermissionBits *held)
{
  guint administer = ala_permission_set_add (set, ALA_PERMISSION_ADMINISTER);
  AlaCheckState admin = judge_administer (ala_setup_get_webhook_plan (setup), ala_permission_bits_get (held, administer));
  const char *admin_name = ala_permission_set_get_name (set, administer);
  guint n_missing;
  g_autofree char *missing = add_findings (check, set, held, ala_setup_get_edition (setup), &n_missing);
  g_autofree char *summary = NULL;

  add_administer_finding (check, admin, set, administer, ala_setup_get_edition (setup));

  if (n_missing > 0 || admin == ALA_CHECK_FAILED)
    {
      g_autoptr (GString) list = g_string_new (missing);

      if (admin >= ALA_CHECK_WARNING)
        {
          append_name (list, admin_name);
          n_missing++;
        }
      ala_check_end_with_error (check, new_missing_error (list->str, n_missing));
    }
  else if (admin == ALA_CHECK_WARNING)
    {
      ala_check_end (check, ALA_CHECK_WARNING,
                     _("All there but the right to create webhooks: an administrator has to do that"),
                     ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING,
                                            _("Only “%s” is missing, which creating webhooks needs."), admin_name));
    }
  else
    {
      /* Translators: %s is the name of a product */
      summary = g_strdup_printf (_("The account has every permission that %s needs"), ala_profile_get_name (profile));
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
    }
}

static void
permissions_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (AlaPermissionsCheck) self = user_data;
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->setup);
  g_autoptr (AlaProfile) profile = g_steal_pointer (&self->profile);
  g_autoptr (AlaPermissionSet) set = g_steal_pointer (&self->set);
  g_autoptr (JsonNode) root = NULL;
  AlaPermissionBits held;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root != NULL && ala_permission_set_read (set, root, &held, &error))
    judge (ALA_CHECK (self), setup, profile, set, &held);
  else
    ala_check_end_with_error (ALA_CHECK (self), error);
}

static void
ala_permissions_check_run (AlaCheck      *check,
                           AlaJiraClient *client,
                           AlaSetup      *setup,
                           AlaProfile    *profile,
                           GCancellable  *cancellable)
{
  AlaPermissionsCheck *self = ALA_PERMISSIONS_CHECK (check);
  g_autoptr (AlaOAuthParams) query = NULL;

  g_set_object (&self->setup, setup);
  g_set_object (&self->profile, profile);
  g_clear_object (&self->set);
  self->set = ala_permission_set_new (ala_profile_get_permissions (profile));
  ala_permission_set_add (self->set, ALA_PERMISSION_ADMINISTER);

  query = ala_permission_set_dup_query (self->set, NULL);
  ala_jira_client_get_json_async (client, "/rest/api/2/mypermissions", query, cancellable,
                                  permissions_read_cb, g_object_ref (check));
}

static void
ala_permissions_check_class_init (AlaPermissionsCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_permissions_check_finalize;

  check_class->id = "permissions";
  check_class->title = N_("Permissions");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  check_class->run = ala_permissions_check_run;
}

static void
ala_permissions_check_init (AlaPermissionsCheck *self)
{
}
