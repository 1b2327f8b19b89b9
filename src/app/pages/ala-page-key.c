/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-key.h"

#include <glib/gi18n.h>

#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-key-files.h"
#include "ala-key-words.h"
#include "ala-problem-box.h"
#include "ala-product-key-group.h"
#include "ala-state-icon.h"

struct _AlaPageKey
{
  AlaPage parent_instance;

  AlaProblemBox *problem;
  AlaProductKeyGroup *product_key;
  GtkWidget *ours;
  AlaCopyRow *public_key;
  AdwActionRow *place;
  AlaStateIcon *place_icon;
  AdwPreferencesGroup *size_group;
  AdwComboRow *size;
  AdwActionRow *fingerprint;
  AdwActionRow *own_key;
  AdwActionRow *save_files;

  AlaKeyFiles *files;
  GCancellable *keeping; /* (nullable): while the private key is being stored */
  GError *open_error;    /* (nullable): why the private key of a saved link is not here */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AlaPageKey, ala_page_key, ALA_TYPE_PAGE)

static const guint sizes[] = { 1024, 2048, 3072, 4096 };

static void keep_key (AlaPageKey *self);

/* What is shown */

static void
show_size (AlaPageKey *self,
           guint       bits)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] == bits)
      position = i;

  self->updating = TRUE;
  adw_combo_row_set_selected (self->size, position);
  self->updating = FALSE;
}

static void
show_advice (AlaPageKey *self,
             guint       bits)
{
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));

  adw_preferences_group_set_description (self->size_group,
                                         bits == 1024 ? _("A key of 1024 bits can be broken with much effort. Choose "
                                                          "it only if the product refuses a larger one.")
                                                      : ala_profile_get_key_note (profile));
}

static void
show_place (AlaPageKey *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  gboolean safe = ala_workspace_is_key_safe (workspace);

  adw_action_row_set_subtitle (self->place, ala_key_words_whereabouts (workspace, self->keeping != NULL));
  ala_state_icon_set_state (self->place_icon,
                            safe ? ALA_CHECK_PASSED
                            : ala_workspace_is_making_key (workspace) || self->keeping != NULL ? ALA_CHECK_RUNNING
                                                                                               : ALA_CHECK_WARNING);
}

static void
update (AlaPageKey *self)
{
  AlaPage *page = ALA_PAGE (self);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  AlaKeyPair *pair = ala_workspace_get_key_pair (workspace);
  gboolean safe = ala_workspace_is_key_safe (workspace);
  guint bits = pair != NULL ? ala_key_pair_get_bits (pair) : 0;

  if (ala_workspace_is_keyless (workspace))
    {
      ala_page_set_complete (page, safe);
      return;
    }

  show_place (self);
  ala_copy_row_keep_tick (self->public_key, ala_page_get_setup (page), "public-key");
  if (pair != NULL)
    {
      g_autofree char *body = ala_key_export_public_body (pair);
      g_autofree char *fingerprint = ala_key_words_fingerprint (ala_key_pair_get_fingerprint (pair));

      /* Nothing leaves this page before its private half is safe. */
      ala_copy_row_set_value (self->public_key, safe ? body : NULL);
      show_size (self, bits);
      show_advice (self, bits);
      adw_action_row_set_subtitle (self->fingerprint, fingerprint);
    }
  else
    {
      ala_copy_row_set_value (self->public_key, NULL);
      adw_action_row_set_subtitle (self->fingerprint, "–");
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_files), pair != NULL);
  ala_page_set_complete (page, safe);
}

/* Keeping the key */

static void
show_problem (AlaPageKey   *self,
              const GError *error)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaKeyPair *pair = ala_workspace_get_key_pair (workspace);

  if (ala_problem_from_error (error) == ALA_PROBLEM_SECRETS_MISSING)
    ala_problem_box_set_buttons (self->problem, _("_Make a New Key Pair"), NULL);
  else if (pair == NULL && self->open_error != NULL)
    ala_problem_box_set_buttons (self->problem, _("_Try Again"), _("_Make a New Key Pair"));
  else if (pair != NULL && !ala_workspace_is_key_safe (workspace) && self->keeping == NULL)
    /* Whatever the problem is, while the key has no place this is the way to one. */
    ala_problem_box_set_buttons (self->problem, _("_Keep Until the Program Ends"), _("Keep in a _File"));
  else
    ala_problem_box_set_buttons (self->problem, NULL, NULL);
  ala_problem_box_set_error (self->problem, error);
}

static void
on_key_kept (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AlaPageKey) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_workspace_keep_key_finish (ALA_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->keeping);
  show_problem (self, error);
  update (self);
}

static void
keep_key (AlaPageKey *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));

  g_cancellable_cancel (self->keeping);
  g_clear_object (&self->keeping);
  if (ala_workspace_get_key_pair (workspace) == NULL || ala_workspace_is_key_safe (workspace) || ala_workspace_is_keyless (workspace))
    return;

  self->keeping = g_cancellable_new ();
  ala_problem_box_set_error (self->problem, NULL);
  ala_workspace_keep_key_async (workspace, self->keeping, on_key_kept, g_object_ref (self));
  update (self);
}

static void
keep_key_in (AlaPageKey     *self,
             AlaSecretPlace  place)
{
  ala_setup_set_secret_place (ala_page_get_setup (ALA_PAGE (self)), place);
  keep_key (self);
}

static void
make_key (AlaPageKey *self,
          guint       bits)
{
  ala_problem_box_set_error (self->problem, NULL);
  ala_workspace_forget_key_copies (ala_page_get_workspace (ALA_PAGE (self)));
  ala_workspace_make_key (ala_page_get_workspace (ALA_PAGE (self)), bits);
  update (self);
}

static void
make_new_key (AlaPageKey *self)
{
  make_key (self, MAX (ala_setup_get_key_bits (ala_page_get_setup (ALA_PAGE (self))), ALA_KEY_BITS_MIN));
}

void
ala_page_key_set_open_error (AlaPageKey   *self,
                             const GError *error)
{
  g_return_if_fail (ALA_IS_PAGE_KEY (self));

  g_clear_error (&self->open_error);
  if (error != NULL)
    self->open_error = g_error_copy (error);
}

static void
on_opened_again (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (AlaPageKey) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_workspace_open_finish (ALA_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  ala_page_key_set_open_error (self, error);
  show_problem (self, error);
  update (self);
}

/* Perhaps the keyring opens this time. */
static void
open_again (AlaPageKey *self)
{
  AlaPage *page = ALA_PAGE (self);

  ala_workspace_open_async (ala_page_get_workspace (page), ala_page_get_setup (page), ala_page_get_cancellable (page),
                            on_opened_again, g_object_ref (self));
}

/* Whether the page shows why the private key of a saved link is not here. */
static gboolean
is_key_missing (AlaPageKey *self)
{
  return self->open_error != NULL && ala_workspace_get_key_pair (ala_page_get_workspace (ALA_PAGE (self))) == NULL;
}

static void
on_problem_primary (AlaPageKey *self)
{
  if (ala_problem_box_get_problem (self->problem) == ALA_PROBLEM_SECRETS_MISSING)
    make_new_key (self);
  else if (is_key_missing (self))
    open_again (self);
  else
    keep_key_in (self, ALA_SECRET_PLACE_SESSION);
}

static void
on_problem_secondary (AlaPageKey *self)
{
  if (is_key_missing (self))
    make_new_key (self);
  else
    keep_key_in (self, ALA_SECRET_PLACE_FILE);
}

static void
on_key_changed (AlaPageKey *self)
{
  /* What was said was about another pair, perhaps that of another link. */
  ala_page_key_set_open_error (self, NULL);
  ala_problem_box_set_error (self->problem, NULL);
  keep_key (self);
  update (self);
}

static void
on_key_failed (AlaPageKey   *self,
               const GError *error)
{
  show_problem (self, error);
  update (self);
}

/* Another key */

typedef void (* ReplaceFunc) (AlaPageKey *self);

static void
on_replace_answer (GtkWidget  *dialog,
                   const char *response,
                   gpointer    user_data)
{
  AlaPageKey *self = user_data;
  ReplaceFunc replace = g_object_get_data (G_OBJECT (dialog), "replace");

  if (g_str_equal (response, "replace"))
    replace (self);
  else
    update (self);
}

/* A public key that was copied may be in Jira already: then another pair means pasting again. */
static void
replace_key (AlaPageKey  *self,
             ReplaceFunc  replace)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  GtkWidget *dialog;

  if (!ala_setup_is_done (setup, "public-key") && ala_setup_get_link_proven (setup) == 0)
    {
      replace (self);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Replace the Key Pair?"),
                                   _("You have copied the public key. If it is in Jira already, you will have to paste "
                                     "the new one there, and to authorize again."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Keep"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data (G_OBJECT (dialog), "replace", replace);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_replace_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
make_key_of_selected_size (AlaPageKey *self)
{
  guint selected = adw_combo_row_get_selected (self->size);

  if (selected < G_N_ELEMENTS (sizes))
    make_key (self, sizes[selected]);
}

static void
on_size_selected (AlaPageKey *self)
{
  AlaKeyPair *pair;
  guint selected = adw_combo_row_get_selected (self->size);

  if (self->updating || ala_page_get_workspace (ALA_PAGE (self)) == NULL || selected >= G_N_ELEMENTS (sizes))
    return;

  pair = ala_workspace_get_key_pair (ala_page_get_workspace (ALA_PAGE (self)));
  if (pair == NULL || ala_key_pair_get_bits (pair) != sizes[selected])
    replace_key (self, make_key_of_selected_size);
}

static void
choose_own_key (AlaPageKey *self)
{
  ala_key_files_import (self->files, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_own_key_activated (AlaPageKey *self)
{
  replace_key (self, choose_own_key);
}

static void
on_key_imported (AlaPageKey *self,
                 AlaKeyPair *pair)
{
  ala_workspace_forget_key_copies (ala_page_get_workspace (ALA_PAGE (self)));
  ala_workspace_adopt_key (ala_page_get_workspace (ALA_PAGE (self)), pair);
}

static void
on_save_files_activated (AlaPageKey *self)
{
  AlaKeyPair *pair = ala_workspace_get_key_pair (ala_page_get_workspace (ALA_PAGE (self)));

  if (pair != NULL)
    ala_key_files_export (self->files, pair, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_files_saved (AlaPageKey *self,
                GFile      *folder)
{
  g_autofree char *path = g_file_get_parse_name (folder);
  g_autofree char *subtitle = NULL;

  /* Translators: %s is a folder */
  subtitle = g_strdup_printf (_("Saved in %s. Delete the private ones when they are no longer needed."), path);
  adw_action_row_set_subtitle (self->save_files, subtitle);
  ala_problem_box_set_error (self->problem, NULL);
}

/* The page */

static void
ala_page_key_constructed_workspace (AlaPage *page)
{
  AlaPageKey *self = ALA_PAGE_KEY (page);
  AlaWorkspace *workspace = ala_page_get_workspace (page);

  g_signal_connect_object (workspace, "notify::key-pair", G_CALLBACK (on_key_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::key-safe", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "key-failed", G_CALLBACK (on_key_failed), self, G_CONNECT_SWAPPED);
}

static void
show_owner (AlaPageKey *self,
            gboolean    keyless)
{
  gtk_widget_set_visible (GTK_WIDGET (self->product_key), keyless);
  gtk_widget_set_visible (self->ours, !keyless);
  if (keyless)
    ala_product_key_group_show (self->product_key, ala_page_get_workspace (ALA_PAGE (self)));
  ala_page_set_description (ALA_PAGE (self), keyless
                            ? _("The product has a key pair of its own. Its public key goes to Jira; the private key stays in the product.")
                            : _("The public key goes to Jira. The private key stays secret: the product signs its requests with it. "
                                "A pair was made for you."));
}

static void
ala_page_key_prepare (AlaPage *page)
{
  AlaPageKey *self = ALA_PAGE_KEY (page);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  gboolean keyless = ala_workspace_is_keyless (workspace);

  show_owner (self, keyless);
  if (!keyless && ala_workspace_get_key_pair (workspace) == NULL && !ala_workspace_is_making_key (workspace))
    {
      g_autoptr (GError) error = NULL;

      /* A saved link whose private key is gone, or cannot be had now: that is not the same. */
      if (ala_problem_from_error (self->open_error) == ALA_PROBLEM_NONE
          || ala_problem_from_error (self->open_error) == ALA_PROBLEM_SECRETS_MISSING)
        ala_problem_set_error (&error, ALA_PROBLEM_SECRETS_MISSING, _("The link was made with the key pair %.16s…"),
                               ala_setup_get_key_fingerprint (ala_page_get_setup (page)));
      show_problem (self, error != NULL ? error : self->open_error);
    }
  update (self);
}

static void
ala_page_key_dispose (GObject *object)
{
  AlaPageKey *self = ALA_PAGE_KEY (object);

  g_cancellable_cancel (self->keeping);
  g_clear_object (&self->keeping);
  g_clear_object (&self->files);
  g_clear_error (&self->open_error);

  G_OBJECT_CLASS (ala_page_key_parent_class)->dispose (object);
}

static void
ala_page_key_class_init (AlaPageKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_key_dispose;
  page_class->constructed_workspace = ala_page_key_constructed_workspace;
  page_class->prepare = ala_page_key_prepare;

  g_type_ensure (ALA_TYPE_COPY_ROW);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_PRODUCT_KEY_GROUP);
  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-key.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, product_key);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, ours);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, public_key);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, place);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, place_icon);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, size_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, size);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, own_key);
  gtk_widget_class_bind_template_child (widget_class, AlaPageKey, save_files);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_primary);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_secondary);
  gtk_widget_class_bind_template_callback (widget_class, ala_page_save);
  gtk_widget_class_bind_template_callback (widget_class, on_size_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_own_key_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save_files_activated);
}

static void
ala_page_key_init (AlaPageKey *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;

  self->files = ala_key_files_new ();
  g_signal_connect_object (self->files, "imported", G_CALLBACK (on_key_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "exported", G_CALLBACK (on_files_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "failed", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
}
