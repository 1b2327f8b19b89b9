/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-list.h"

#include "ala-leftover-dialog.h"
#include "ala-link-dialogs.h"
#include "ala-link-row.h"
#include "ala-rotation.h"

struct _AlaLinkList
{
  AdwPreferencesGroup parent_instance;

  AlaWorkspace *workspace;
  GPtrArray *rows; /* (element-type AlaLinkRow) */
};

enum
{
  SIGNAL_OPEN_LINK,
  SIGNAL_CHECK_LINK,
  SIGNAL_DUPLICATE_LINK,
  SIGNAL_RENEW_LINK,
  SIGNAL_DELETED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaLinkList, ala_link_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkWindow *
get_window (AlaLinkList *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
fail (AlaLinkList  *self,
      const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* A question about one link; what is answered comes to @on_answer with the link as the dialog's "setup". */
static void
ask (AlaLinkList *self,
     GtkWidget   *dialog,
     AlaSetup    *setup,
     GCallback    on_answer)
{
  g_object_set_data_full (G_OBJECT (dialog), "setup", g_object_ref (setup), g_object_unref);
  g_signal_connect_object (dialog, "response", on_answer, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_rename_answer (AdwMessageDialog *dialog,
                  const char       *response,
                  AlaLinkList      *self)
{
  AlaSetup *setup = g_object_get_data (G_OBJECT (dialog), "setup");
  g_autofree char *before = g_strdup (ala_setup_get_name (setup));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "rename"))
    return;

  ala_setup_set_name (setup, ala_link_rename_dialog_get_name (dialog, setup));
  if (g_str_equal (ala_setup_get_name (setup), before)
      || ala_setup_store_save (ala_workspace_get_setups (self->workspace), setup, &error))
    return;

  ala_setup_set_name (setup, before);
  fail (self, error);
}

static void
on_cleared (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaLinkList) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cleared = ala_secret_store_clear_finish (ALA_SECRET_STORE (source), result, &error);

  /* The link is gone from the list already; what stayed behind in the keyring is said, not hidden. */
  if (!cleared && self->workspace != NULL)
    fail (self, error);
}

static void
on_delete_answer (AdwMessageDialog *dialog,
                  const char       *response,
                  AlaLinkList      *self)
{
  g_autoptr (AlaSetup) setup = g_object_ref (g_object_get_data (G_OBJECT (dialog), "setup"));
  g_autoptr (GError) error = NULL;
  GtkWidget *left;

  if (!g_str_equal (response, "delete"))
    return;

  g_signal_emit (self, signals[SIGNAL_DELETED], 0, setup);
  ala_secret_store_clear_async (ala_workspace_get_secrets (self->workspace), setup, NULL, NULL, on_cleared, g_object_ref (self));
  if (!ala_setup_store_delete (ala_workspace_get_setups (self->workspace), setup, &error))
    {
      fail (self, error);
      return;
    }

  left = ala_leftover_dialog_new (get_window (self), setup);
  if (left != NULL)
    gtk_window_present (GTK_WINDOW (left));
}

static void
on_renew_answer (AdwMessageDialog *dialog,
                 const char       *response,
                 AlaLinkList      *self)
{
  if (g_str_equal (response, "renew"))
    g_signal_emit (self, signals[SIGNAL_RENEW_LINK], 0, g_object_get_data (G_OBJECT (dialog), "setup"));
}

/* What was begun is gone on with. */
static void
renew (AlaLinkList *self,
       AlaSetup    *setup)
{
  AlaSetup *replacement = ala_rotation_get_new (ala_workspace_get_setups (self->workspace), setup);
  AlaProfile *profile = ala_profiles_find (ala_workspace_get_profiles (self->workspace), ala_setup_get_profile (setup));

  if (replacement != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_LINK], 0, replacement);
  else
    ask (self, ala_link_renew_dialog_new (get_window (self), setup, profile), setup, G_CALLBACK (on_renew_answer));
}

static void
on_request (AlaLinkRow     *row,
            AlaLinkRequest  request,
            AlaLinkList    *self)
{
  g_autoptr (AlaSetup) setup = g_object_ref (ala_link_row_get_setup (row));

  switch (request)
    {
    case ALA_LINK_OPEN:
      g_signal_emit (self, signals[SIGNAL_OPEN_LINK], 0, setup);
      break;
    case ALA_LINK_CHECK:
      g_signal_emit (self, signals[SIGNAL_CHECK_LINK], 0, setup);
      break;
    case ALA_LINK_RENAME:
      ask (self, ala_link_rename_dialog_new (get_window (self), setup), setup, G_CALLBACK (on_rename_answer));
      break;
    case ALA_LINK_DUPLICATE:
      g_signal_emit (self, signals[SIGNAL_DUPLICATE_LINK], 0, setup);
      break;
    case ALA_LINK_RENEW:
      renew (self, setup);
      break;
    case ALA_LINK_DELETE:
      ask (self, ala_link_delete_dialog_new (get_window (self), setup), setup, G_CALLBACK (on_delete_answer));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Returns: where the row with the focus stands, or the number of rows when it is elsewhere */
static guint
find_focus (AlaLinkList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ALA_TYPE_LINK_ROW) : NULL;
  guint position;

  return row != NULL && g_ptr_array_find (self->rows, row, &position) ? position : self->rows->len;
}

/* The focus stays with its link, or goes to the one that has taken its place. */
static void
restore_focus (AlaLinkList *self,
               AlaSetup    *setup,
               guint        position)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (ala_link_row_get_setup (g_ptr_array_index (self->rows, i)) == setup)
      row = g_ptr_array_index (self->rows, i);

  if (row == NULL && self->rows->len > 0)
    row = g_ptr_array_index (self->rows, MIN (position, self->rows->len - 1));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
update (AlaLinkList *self)
{
  GListModel *links = G_LIST_MODEL (ala_workspace_get_setups (self->workspace));
  guint n_links = g_list_model_get_n_items (links);
  guint position = find_focus (self);
  g_autoptr (AlaSetup) focused = NULL;

  if (position < self->rows->len)
    focused = g_object_ref (ala_link_row_get_setup (g_ptr_array_index (self->rows, position)));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (links, i);
      GtkWidget *row = ala_link_row_new (setup);
      AlaSetupStore *store = ALA_SETUP_STORE (links);

      ala_link_row_set_others (ALA_LINK_ROW (row), ala_rotation_get_old (store, setup), ala_rotation_get_new (store, setup));
      g_signal_connect_object (row, "request", G_CALLBACK (on_request), self, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_links > 0);
  if (focused != NULL)
    restore_focus (self, focused, position);
}

void
ala_link_list_set_workspace (AlaLinkList  *self,
                             AlaWorkspace *workspace)
{
  g_return_if_fail (ALA_IS_LINK_LIST (self));
  g_return_if_fail (ALA_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (ala_workspace_get_setups (workspace), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
ala_link_list_dispose (GObject *object)
{
  AlaLinkList *self = ALA_LINK_LIST (object);

  /* A keyring that is still being cleared keeps the list a little longer than the window. */
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (ala_workspace_get_setups (self->workspace), self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_link_list_parent_class)->dispose (object);
}

static guint
new_signal (const char *name,
            GType       type)
{
  return g_signal_new (name, ALA_TYPE_LINK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
ala_link_list_class_init (AlaLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_link_list_dispose;

  signals[SIGNAL_OPEN_LINK] = new_signal ("open-link", ALA_TYPE_SETUP);
  signals[SIGNAL_CHECK_LINK] = new_signal ("check-link", ALA_TYPE_SETUP);
  signals[SIGNAL_DUPLICATE_LINK] = new_signal ("duplicate-link", ALA_TYPE_SETUP);
  signals[SIGNAL_RENEW_LINK] = new_signal ("renew-link", ALA_TYPE_SETUP);
  signals[SIGNAL_DELETED] = new_signal ("deleted", ALA_TYPE_SETUP);
  signals[SIGNAL_FAILED] = new_signal ("failed", G_TYPE_ERROR);
}

static void
ala_link_list_init (AlaLinkList *self)
{
  self->rows = g_ptr_array_new ();
}
