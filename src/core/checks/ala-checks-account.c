/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-account.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"

struct _AlaIdentityCheck
{
  AlaCheck parent_instance;

  AlaSetup *setup; /* while it runs */
};

G_DEFINE_FINAL_TYPE (AlaIdentityCheck, ala_identity_check, ALA_TYPE_CHECK)

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
