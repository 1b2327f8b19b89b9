/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-product-sight.h"

#include "ala-check-row.h"
#include "ala-checks-product.h"

/* How long a person may pause while typing before the address is tried, in milliseconds. */
#define PAUSE 700

struct _AlaProductSight
{
  AdwPreferencesGroup parent_instance;

  AlaCheck *check;
  AlaWorkspace *workspace;   /* (nullable) */
  GCancellable *cancellable; /* (nullable): while it looks */
  char *looked_at;           /* (nullable): the address that was, or is, looked at */
  guint pause;
  gboolean looking;          /* whether anybody sees what is found */
};

G_DEFINE_FINAL_TYPE (AlaProductSight, ala_product_sight, ADW_TYPE_PREFERENCES_GROUP)

static void
look_now (AlaProductSight *self)
{
  g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (self->workspace);
  AlaSetup *setup = ala_workspace_get_setup (self->workspace);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  /* An earlier look ends by itself, cancelled, and leaves the check free; until then, and until Jira's address is known, it waits. */
  if (client == NULL || ala_check_get_state (self->check) == ALA_CHECK_RUNNING)
    return;

  self->cancellable = g_cancellable_new ();
  g_free (self->looked_at);
  self->looked_at = g_strdup (ala_setup_get_product_url (setup));
  ala_check_begin (self->check);
  ALA_CHECK_GET_CLASS (self->check)->run (self->check, client, setup, ala_workspace_get_profile (self->workspace), self->cancellable);
}

static void
halt (AlaProductSight *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
on_pause (gpointer user_data)
{
  AlaProductSight *self = user_data;

  self->pause = 0;
  look_now (self);
  return G_SOURCE_REMOVE;
}

void
ala_product_sight_look (AlaProductSight *self,
                        AlaWorkspace    *workspace)
{
  const char *url;

  g_return_if_fail (ALA_IS_PRODUCT_SIGHT (self));
  g_return_if_fail (ALA_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  url = ala_setup_get_product_url (ala_workspace_get_setup (workspace));
  gtk_widget_set_visible (GTK_WIDGET (self), *url != '\0');
  if (g_strcmp0 (url, self->looked_at) == 0 && ala_check_get_state (self->check) >= ALA_CHECK_RUNNING)
    return;

  self->looking = TRUE;
  halt (self);
  if (*url != '\0')
    self->pause = g_timeout_add (PAUSE, on_pause, self);
}

void
ala_product_sight_stop (AlaProductSight *self)
{
  g_return_if_fail (ALA_IS_PRODUCT_SIGHT (self));

  self->looking = FALSE;
  halt (self);
}

AlaCheck *
ala_product_sight_get_check (AlaProductSight *self)
{
  g_return_val_if_fail (ALA_IS_PRODUCT_SIGHT (self), NULL);

  return self->check;
}

/* What was cancelled waits again: perhaps because another address was entered. */
static void
on_state_changed (AlaProductSight *self)
{
  if (self->looking && self->cancellable == NULL && self->pause == 0
      && ala_check_get_state (self->check) == ALA_CHECK_WAITING)
    ala_product_sight_look (self, self->workspace);
}

static void
on_again (AlaProductSight *self)
{
  if (self->workspace != NULL)
    look_now (self);
}

static void
ala_product_sight_dispose (GObject *object)
{
  AlaProductSight *self = ALA_PRODUCT_SIGHT (object);

  if (self->check != NULL)
    ala_product_sight_stop (self);
  g_clear_object (&self->check);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->looked_at, g_free);

  G_OBJECT_CLASS (ala_product_sight_parent_class)->dispose (object);
}

static void
ala_product_sight_class_init (AlaProductSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_product_sight_dispose;
}

static void
ala_product_sight_init (AlaProductSight *self)
{
  GtkWidget *row;

  self->check = g_object_new (ALA_TYPE_PRODUCT_CHECK, NULL);
  g_signal_connect_object (self->check, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  row = ala_check_row_new (self->check);
  g_signal_connect_object (row, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
