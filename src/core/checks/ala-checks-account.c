/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-account.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"

/* The global permission that webhooks need. */
#define ADMINISTER "ADMINISTER"

struct _AlaIdentityCheck
{
  AlaCheck parent_instance;

  AlaSetup *setup; /* while it runs */
};

G_DEFINE_FINAL_TYPE (AlaIdentityCheck, ala_identity_check, ALA_TYPE_CHECK)

struct _AlaPermissionsCheck
{
  AlaCheck parent_instance;

  AlaProfile *profile; /* while it runs */
};

G_DEFINE_FINAL_TYPE (AlaPermissionsCheck, ala_permissions_check, ALA_TYPE_CHECK)

/* The identity */

static void
ala_identity_check_finalize (GObject *object)
{
  g_clear_object (&ALA_IDENTITY_CHECK (object)->setup);

  G_OBJECT_CLASS (ala_identity_check_parent_class)->finalize (object);
}

static void
identity_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (AlaIdentityCheck) self = user_data;
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->setup);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *summary = NULL;
  const char *account, *display_name;
  gboolean active = TRUE;
  JsonObject *user;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root == NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  /* Server and Data Center tell users apart by "name", Cloud by "accountId". */
  user = ala_check_json_get_object (root);
  account = ala_check_json_get_name (user, "name");
  if (account == NULL)
    account = ala_check_json_get_name (user, "accountId");
  if (account == NULL)
    {
      error = ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer names no user."));
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  display_name = ala_check_json_get_name (user, "displayName");
  if (display_name == NULL)
    display_name = account;
  ala_setup_set_user (setup, display_name);

  if (ala_check_json_get_boolean (user, "active", &active) && !active)
    {
      error = ala_problem_new_error (ALA_PROBLEM_USER_INACTIVE, _("Jira says that %s (%s) is not active."),
                                     display_name, account);
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  /* Translators: the first %s is a person’s name, the second the account’s name in Jira */
  summary = g_strdup_printf (_("Jira answers %s (%s)"), display_name, account);
  ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
}

static void
ala_identity_check_run (AlaCheck      *check,
                        AlaJiraClient *client,
                        AlaSetup      *setup,
                        AlaProfile    *profile,
                        GCancellable  *cancellable)
{
  g_set_object (&ALA_IDENTITY_CHECK (check)->setup, setup);
  ala_jira_client_get_json_async (client, "/rest/api/2/myself", NULL, cancellable,
                                  identity_read_cb, g_object_ref (check));
}

static void
ala_identity_check_class_init (AlaIdentityCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_identity_check_finalize;

  check_class->id = "identity";
  check_class->title = N_("Account");
  check_class->run = ala_identity_check_run;
}

static void
ala_identity_check_init (AlaIdentityCheck *self)
{
}

/* The permissions */

static void
ala_permissions_check_finalize (GObject *object)
{
  g_clear_object (&ALA_PERMISSIONS_CHECK (object)->profile);

  G_OBJECT_CLASS (ala_permissions_check_parent_class)->finalize (object);
}

static gboolean
has_permission (JsonObject *permissions,
                const char *key)
{
  JsonObject *entry = ala_check_json_get_object (ala_check_json_get_member (permissions, key));
  gboolean deprecated = FALSE, have = FALSE;

  /* Data Center lists older spellings beside the present ones and marks them. */
  if (ala_check_json_get_boolean (entry, "deprecatedKey", &deprecated) && deprecated)
    return FALSE;

  return ala_check_json_get_boolean (entry, "havePermission", &have) && have;
}

/* Jira's own word for a permission, in the language of the user who asks; the key where Jira does not know it. */
static const char *
get_permission_name (JsonObject *permissions,
                     const char *key)
{
  const char *name = ala_check_json_get_name (
    ala_check_json_get_object (ala_check_json_get_member (permissions, key)), "name");

  return name != NULL ? name : key;
}

static GError *
new_missing_error (GPtrArray *missing)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);
  g_ptr_array_set_size (missing, (int) missing->len - 1);

  return ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING,
                                g_dngettext (GETTEXT_PACKAGE, "This permission is missing: %s.",
                                             "These permissions are missing: %s.", missing->len),
                                list);
}

static void
judge_permissions (AlaCheck   *check,
                   AlaProfile *profile,
                   JsonObject *permissions)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  const char * const *needed = ala_profile_get_permissions (profile);
  gboolean admin = has_permission (permissions, ADMINISTER);
  g_autofree char *summary = NULL;

  for (guint i = 0; needed[i] != NULL; i++)
    if (!g_str_equal (needed[i], ADMINISTER) && !has_permission (permissions, needed[i]))
      g_ptr_array_add (missing, (gpointer) get_permission_name (permissions, needed[i]));

  if (missing->len > 0)
    {
      if (!admin)
        g_ptr_array_add (missing, (gpointer) get_permission_name (permissions, ADMINISTER));
      ala_check_end_with_error (check, new_missing_error (missing));
    }
  else if (!admin)
    {
      ala_check_end (check, ALA_CHECK_WARNING,
                     _("All there but the right to create webhooks: an administrator has to do that"),
                     ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING,
                                            _("Only “%s” is missing, which creating webhooks needs."),
                                            get_permission_name (permissions, ADMINISTER)));
    }
  else
    {
      /* Translators: %s is the name of a product */
      summary = g_strdup_printf (_("The account has every permission that %s needs"),
                                 ala_profile_get_name (profile));
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
    }
}

static void
permissions_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (AlaPermissionsCheck) self = user_data;
  g_autoptr (AlaProfile) profile = g_steal_pointer (&self->profile);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *permissions;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root == NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  permissions = ala_check_json_get_object (
    ala_check_json_get_member (ala_check_json_get_object (root), "permissions"));
  if (permissions == NULL)
    {
      error = ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED,
                                     _("Jira’s answer does not list the permissions."));
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  judge_permissions (ALA_CHECK (self), profile, permissions);
}

static void
ala_permissions_check_run (AlaCheck      *check,
                           AlaJiraClient *client,
                           AlaSetup      *setup,
                           AlaProfile    *profile,
                           GCancellable  *cancellable)
{
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  const char * const *needed = ala_profile_get_permissions (profile);
  g_autoptr (GString) keys = g_string_new (NULL);

  g_set_object (&ALA_PERMISSIONS_CHECK (check)->profile, profile);

  for (guint i = 0; needed[i] != NULL; i++)
    if (!g_str_equal (needed[i], ADMINISTER))
      g_string_append_printf (keys, "%s,", needed[i]);
  g_string_append (keys, ADMINISTER);

  /* Cloud answers only for the keys it is asked for; Data Center lists all of them and takes no notice of this. */
  ala_oauth_params_add (query, "permissions", keys->str);
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
  check_class->run = ala_permissions_check_run;
}

static void
ala_permissions_check_init (AlaPermissionsCheck *self)
{
}
