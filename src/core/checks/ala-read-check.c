/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-read-check.h"

typedef struct
{
  AlaProfile *profile; /* while it runs */
} AlaReadCheckPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AlaReadCheck, ala_read_check, ALA_TYPE_CHECK)

static AlaReadCheckPrivate *
get_priv (AlaReadCheck *self)
{
  return ala_read_check_get_instance_private (self);
}

static void
ala_read_check_finalize (GObject *object)
{
  g_clear_object (&get_priv (ALA_READ_CHECK (object))->profile);

  G_OBJECT_CLASS (ala_read_check_parent_class)->finalize (object);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AlaReadCheck) self = user_data;
  g_autoptr (AlaProfile) profile = g_steal_pointer (&get_priv (self)->profile);
  AlaReadCheckClass *klass = ALA_READ_CHECK_GET_CLASS (self);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root != NULL)
    klass->judge (ALA_CHECK (self), root, profile);
  else if (klass->refused == NULL || !klass->refused (ALA_CHECK (self), error, profile))
    ala_check_end_with_error (ALA_CHECK (self), g_steal_pointer (&error));
}

static void
ala_read_check_run (AlaCheck      *check,
                    AlaJiraClient *client,
                    AlaSetup      *setup,
                    AlaProfile    *profile,
                    GCancellable  *cancellable)
{
  AlaReadCheck *self = ALA_READ_CHECK (check);

  g_set_object (&get_priv (self)->profile, profile);
  ala_jira_client_get_json_async (client, ALA_READ_CHECK_GET_CLASS (self)->path, NULL, cancellable, read_cb, g_object_ref (check));
}

static void
ala_read_check_class_init (AlaReadCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_read_check_finalize;
  ALA_CHECK_CLASS (klass)->run = ala_read_check_run;
}

static void
ala_read_check_init (AlaReadCheck *self)
{
}
