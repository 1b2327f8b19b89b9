/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-link.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-copy-row.h"
#include "ala-guidance.h"
#include "ala-guide-row.h"
#include "ala-key-export.h"
#include "ala-link-watch.h"
#include "ala-problem-box.h"
#include "ala-state-icon.h"
#include "ala-xray-view.h"

/* What the page can see of the link from here, in the order in which Jira checks it. */
static const struct
{
  AlaProof proof;
  const char *title;
} sights[] = {
  { ALA_PROOF_REACHED, N_("Jira answers") },
  { ALA_PROOF_CONSUMER_KEY, N_("Jira knows the consumer key") },
  { ALA_PROOF_CLOCK, N_("The clocks agree") },
  { ALA_PROOF_KEY, N_("The public key in Jira is ours") },
  { ALA_PROOF_REQUEST_TOKEN, N_("Jira issued a request token") },
};

struct _AlaPageLink
{
  AlaPage parent_instance;

  GtkButton *open;
  AlaProblemBox *browser_problem;
  AdwPreferencesGroup *watch_group;
  GtkButton *check_now;
  AlaProblemBox *problem;
  AlaXrayView *xray;
  AdwComboRow *generation;
  AdwPreferencesGroup *steps;
  AlaStateIcon *icons[G_N_ELEMENTS (sights)];

  GPtrArray *rows;      /* of the steps */
  AlaLinkWatch *watch;
  AlaSetup *shown;      /* (nullable): the setup that the steps were made for */
  char *shown_values;   /* what the steps show, so that they are made anew only when it changed */
  GtkWindow *window;    /* weak: to ask at once when it comes to the front again */
  gboolean expected;    /* the person says that the link is made: from then on an unknown consumer key is a mistake */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AlaPageLink, ala_page_link, ALA_TYPE_PAGE)

/* The steps */

static char *
get_public_key (AlaPageLink *self)
{
  AlaKeyPair *pair = ala_workspace_get_key_pair (ala_page_get_workspace (ALA_PAGE (self)));

  return pair != NULL ? ala_key_export_public_body (pair) : g_strdup ("");
}

static void
add_row (AlaPageLink *self,
         GtkWidget   *row)
{
  adw_preferences_group_add (self->steps, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_value_copied (AlaCopyRow  *row,
                 AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "value")) == ALA_GUIDE_PUBLIC_KEY)
    {
      ala_setup_set_done (setup, "public-key", TRUE);
      ala_setup_set_done (setup, "link-public-key", TRUE);
    }
  ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
}

static void
show_steps (AlaPageLink *self)
{
  AlaPage *page = ALA_PAGE (self);
  AlaSetup *setup = ala_page_get_setup (page);
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (page));
  AlaGuidance *guidance = adw_combo_row_get_selected_item (self->generation);
  g_autofree char *public_key = get_public_key (self);
  g_autofree char *values = NULL;
  guint n_steps;

  if (guidance == NULL)
    return;

  values = g_strjoin ("\n", ala_guidance_get_id (guidance), public_key, ala_setup_get_consumer_key (setup),
                      ala_setup_get_product_url (setup), NULL);
  if (g_strcmp0 (values, self->shown_values) == 0)
    return;
  g_free (self->shown_values);
  self->shown_values = g_steal_pointer (&values);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->steps, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  n_steps = g_list_model_get_n_items (G_LIST_MODEL (guidance));
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (guidance), i);
      AlaGuideValue value = ala_guide_step_get_value (step);

      add_row (self, ala_guide_row_new (i + 1, step));
      if (value != ALA_GUIDE_NOTHING)
        {
          g_autofree char *text = ala_guidance_dup_value (value, setup, profile, public_key);
          GtkWidget *row = ala_copy_row_new (ala_guide_step_get_label (step));

          gtk_widget_add_css_class (row, "inner");
          ala_copy_row_set_value (ALA_COPY_ROW (row), text);
          if (*text == '\0' && value == ALA_GUIDE_PRODUCT_URL)
            ala_copy_row_set_hint (ALA_COPY_ROW (row), _("Enter the address of the product. You can note it on the page before."));
          g_object_set_data (G_OBJECT (row), "value", GINT_TO_POINTER (value));
          g_signal_connect_object (row, "copied", G_CALLBACK (on_value_copied), self, 0);
          add_row (self, row);
        }
    }
}

static void
on_generation_selected (AlaPageLink *self)
{
  if (!self->updating)
    show_steps (self);
}

static void
choose_generation (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  GListModel *generations = adw_combo_row_get_model (self->generation);
  g_autoptr (AlaGuidance) likely = NULL;
  g_auto (GStrv) numbers = g_strsplit (ala_setup_get_version (setup), ".", 3);
  guint major = numbers[0] != NULL ? (guint) g_ascii_strtoull (numbers[0], NULL, 10) : 0;
  guint minor = numbers[0] != NULL && numbers[1] != NULL ? (guint) g_ascii_strtoull (numbers[1], NULL, 10) : 0;

  likely = ala_guidance_choose (ala_setup_get_edition (setup), major, minor);
  for (guint i = 0; i < g_list_model_get_n_items (generations); i++)
    {
      g_autoptr (AlaGuidance) guidance = g_list_model_get_item (generations, i);

      if (g_str_equal (ala_guidance_get_id (guidance), ala_guidance_get_id (likely)))
        adw_combo_row_set_selected (self->generation, i);
    }
}

/* Jira's page */

static char *
get_page_address (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  AlaGuidance *guidance = adw_combo_row_get_selected_item (self->generation);

  return g_strconcat (ala_setup_get_jira_url (setup), guidance != NULL ? ala_guidance_get_path (guidance) : "", NULL);
}

static void
on_browser_opened (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AlaPageLink) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_browser_open_finish (result, &error);
  ala_problem_box_set_error (self->browser_problem, error);
  ala_problem_box_set_buttons (self->browser_problem, _("_Copy the Address"), NULL);
}

static void
on_open_clicked (AlaPageLink *self)
{
  g_autofree char *address = get_page_address (self);

  ala_browser_open_async (address, GTK_WIDGET (self), ala_page_get_cancellable (ALA_PAGE (self)), on_browser_opened,
                          g_object_ref (self));
}

static void
on_copy_page_address (AlaPageLink *self)
{
  g_autofree char *address = get_page_address (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), address);
}

/* The watch */

/* Until the person has made the link in Jira, it is no mistake that Jira does not know it. */
static gboolean
is_still_awaited (AlaPageLink *self)
{
  AlaProblem problem = ala_problem_from_error (ala_link_watch_get_error (self->watch));

  return problem == ALA_PROBLEM_CONSUMER_KEY_UNKNOWN && !self->expected;
}

static void
show_sights (AlaPageLink *self)
{
  AlaProof proofs = ala_link_watch_get_proofs (self->watch);
  const GError *error = ala_link_watch_get_error (self->watch);
  gboolean next = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      gboolean proven = (proofs & sights[i].proof) != 0;
      AlaCheckState state = ALA_CHECK_WAITING;

      if (proven)
        state = ALA_CHECK_PASSED;
      else if (next && error != NULL && !is_still_awaited (self))
        state = ALA_CHECK_WARNING;
      else if (next)
        state = ALA_CHECK_RUNNING;
      next = next && proven;
      ala_state_icon_set_state (self->icons[i], state);
    }
}

static void
on_watch_changed (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  gboolean proven = ala_link_watch_is_proven (self->watch);

  show_sights (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_now), !proven && !ala_link_watch_is_checking (self->watch));

  ala_xray_view_set_error (self->xray, ala_link_watch_get_error (self->watch));
  ala_problem_box_set_error (self->problem,
                             is_still_awaited (self) ? NULL : ala_link_watch_get_error (self->watch));

  if (!proven)
    ala_page_set_complete (ALA_PAGE (self), FALSE);
  else if (ala_page_is_in_front (ALA_PAGE (self)) && !ala_page_get_complete (ALA_PAGE (self)))
    {
      ala_setup_set_link_proven (setup, g_get_real_time () / G_USEC_PER_SEC);
      ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
      ala_page_set_complete (ALA_PAGE (self), TRUE);
    }
}

static void
on_check_now_clicked (AlaPageLink *self)
{
  self->expected = TRUE;
  ala_link_watch_check_now (self->watch);
}

/* Coming back from the browser: the person wants to see now whether it worked. */
static void
on_window_active (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));

  if (!ala_page_is_in_front (ALA_PAGE (self)) || !gtk_window_is_active (self->window)
      || ala_link_watch_is_proven (self->watch))
    return;

  /* Who has copied the public key on this page has come to the last step. */
  self->expected = self->expected || ala_setup_is_done (setup, "link-public-key");
  ala_link_watch_check_now (self->watch);
}

static void
follow_window (AlaPageLink *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->window != NULL || !GTK_IS_WINDOW (root))
    return;

  g_set_weak_pointer (&self->window, GTK_WINDOW (root));
  g_signal_connect_object (root, "notify::is-active", G_CALLBACK (on_window_active), self, G_CONNECT_SWAPPED);
}

/* The page */

static void
ala_page_link_prepare (AlaPage *page)
{
  AlaPageLink *self = ALA_PAGE_LINK (page);
  AlaAuthorization *authorization = ala_workspace_get_authorization (ala_page_get_workspace (page));

  follow_window (self);
  if (self->shown != ala_page_get_setup (page))
    {
      g_set_object (&self->shown, ala_page_get_setup (page));
      g_clear_pointer (&self->shown_values, g_free);
      self->expected = FALSE;
    }
  self->updating = TRUE;
  choose_generation (self);
  self->updating = FALSE;
  show_steps (self);

  ala_problem_box_set_error (self->browser_problem, NULL);
  if (authorization != NULL)
    ala_link_watch_start (self->watch, authorization);
}

static void
ala_page_link_leave (AlaPage *page)
{
  ala_link_watch_stop (ALA_PAGE_LINK (page)->watch);
}

static void
ala_page_link_dispose (GObject *object)
{
  AlaPageLink *self = ALA_PAGE_LINK (object);

  if (self->watch != NULL)
    ala_link_watch_stop (self->watch);
  g_clear_object (&self->watch);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->shown_values, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (ala_page_link_parent_class)->dispose (object);
}

static void
ala_page_link_class_init (AlaPageLinkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_link_dispose;
  page_class->prepare = ala_page_link_prepare;
  page_class->leave = ala_page_link_leave;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_XRAY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-link.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, open);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, browser_problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, watch_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, check_now);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, xray);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, generation);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_page_address);
  gtk_widget_class_bind_template_callback (widget_class, on_check_now_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_generation_selected);
}

static char *
dup_guidance_title (AlaGuidance *guidance)
{
  return g_strdup (ala_guidance_get_title (guidance));
}

static void
ala_page_link_init (AlaPageLink *self)
{
  g_autoptr (GtkExpression) title = NULL;
  g_autoptr (GListModel) generations = NULL;

  self->rows = g_ptr_array_new ();
  self->watch = ala_link_watch_new ();
  g_signal_connect_object (self->watch, "notify", G_CALLBACK (on_watch_changed), self, G_CONNECT_SWAPPED);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_guidance_title), NULL, NULL);
  generations = ala_guidance_list ();
  adw_combo_row_set_expression (self->generation, title);
  adw_combo_row_set_model (self->generation, generations);
  self->updating = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(sights[i].title));
      gtk_widget_add_css_class (row, "sight");
      self->icons[i] = ALA_STATE_ICON (ala_state_icon_new ());
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->icons[i]));
      adw_preferences_group_add (self->watch_group, row);
    }
}
