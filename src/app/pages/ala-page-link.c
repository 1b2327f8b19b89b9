/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-link.h"

#include <glib/gi18n.h>

#include "ala-browser-opener.h"
#include "ala-clock.h"
#include "ala-consumer-guess.h"
#include "ala-consumer-key.h"
#include "ala-guidance.h"
#include "ala-guide-steps.h"
#include "ala-jira-page.h"
#include "ala-key-compare.h"
#include "ala-link-watch.h"
#include "ala-mistake-group.h"
#include "ala-note-group.h"
#include "ala-problem-box.h"
#include "ala-sight-group.h"
#include "ala-xray-view.h"

struct _AlaPageLink
{
  AlaPage parent_instance;

  AlaBrowserOpener *opener;
  AlaSightGroup *watch_group;
  GtkButton *check_now;
  AlaProblemBox *problem;
  AlaMistakeGroup *mistakes;
  AlaKeyCompare *compare;
  AlaXrayView *xray;
  AdwComboRow *generation;
  AlaGuideSteps *steps;
  AlaNoteGroup *note;

  AlaLinkWatch *watch;
  AlaSetup *shown;      /* (nullable): the setup of which the page was shown last */
  GtkWindow *window;    /* weak: to ask at once when it comes to the front again */
  gboolean expected;    /* the person says that the link is made: from then on an unknown consumer key is a mistake */
  gboolean guess;       /* whether to look for another spelling when the consumer key is unknown */
  char *found;          /* (nullable): the consumer key under which Jira knows the link */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AlaPageLink, ala_page_link, ALA_TYPE_PAGE)

/* The steps */

static void
on_value_copied (AlaPageLink *self,
                 guint        value)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));

  if (value == ALA_GUIDE_PUBLIC_KEY)
    ala_setup_set_done (setup, "public-key", TRUE);
  ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
}

static void
show_steps (AlaPageLink *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaGuidance *guidance = adw_combo_row_get_selected_item (self->generation);
  g_autofree char *public_key = ala_workspace_dup_public_key (workspace);
  g_autoptr (AlaJiraNote) note = NULL;
  g_autofree char *address = NULL;

  if (guidance == NULL)
    return;

  address = ala_jira_page_dup_address (ALA_JIRA_PAGE_LINKS, ala_setup_get_jira_url (ala_workspace_get_setup (workspace)));
  ala_browser_opener_set_page (self->opener, _("_Open the Page in Jira"), address);
  ala_browser_opener_set_can_go_on (self->opener, !ala_workspace_is_keyless (workspace));

  note = ala_jira_note_new (guidance, ala_workspace_get_setup (workspace), ala_workspace_get_profile (workspace), public_key);
  ala_note_group_set_note (self->note, note);

  ala_mistake_group_set_guidance (self->mistakes, guidance);
  ala_guide_steps_show (self->steps, guidance, ala_workspace_get_setup (workspace), ala_workspace_get_profile (workspace),
                        public_key);
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

static void
on_note_failed (AlaPageLink  *self,
                const GError *error)
{
  ala_browser_opener_set_error (self->opener, error);
}

/* Jira's page */

static void
on_opening (AlaPageLink *self)
{
  ala_guide_steps_copy (self->steps, ALA_GUIDE_PRODUCT_URL);
}

/* The person who makes the link sits before the browser, and is asked there whether the access is allowed. */
static void
go_on (AlaPageLink *self)
{
  if (ala_browser_opener_shall_go_on (self->opener))
    ala_page_advance (ALA_PAGE (self));
}

/* The watch */

/* Until the person has made the link in Jira, it is no mistake that Jira does not know it. */
static gboolean
is_still_awaited (AlaPageLink *self)
{
  AlaProblem problem = ala_problem_from_error (ala_link_watch_get_error (self->watch));

  return problem == ALA_PROBLEM_CONSUMER_KEY_UNKNOWN && !self->expected;
}

static gboolean
is_unknown (AlaPageLink *self)
{
  return self->expected
         && ala_problem_from_error (ala_link_watch_get_error (self->watch)) == ALA_PROBLEM_CONSUMER_KEY_UNKNOWN;
}

static void
show_problem (AlaPageLink *self)
{
  const GError *error = is_still_awaited (self) ? NULL : ala_link_watch_get_error (self->watch);
  g_autoptr (GError) other = self->found != NULL ? ala_consumer_guess_new_error (self->found) : NULL;

  ala_problem_box_set_error (self->problem, other != NULL ? other : error);
  ala_problem_box_set_buttons (self->problem, other != NULL ? _("_Use This Consumer Key") : NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes), other == NULL && is_unknown (self));
  ala_key_compare_set_fingerprint (self->compare, ala_setup_get_key_fingerprint (ala_page_get_setup (ALA_PAGE (self))));
  gtk_widget_set_visible (GTK_WIDGET (self->compare),
                          ala_problem_from_error (error) == ALA_PROBLEM_SIGNATURE_OTHER_KEY
                          || ala_problem_from_error (error) == ALA_PROBLEM_SIGNATURE_OTHER_SIZE);
}

static void
on_guessed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaPageLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = ala_consumer_guess_finish (result, &error);

  /* Left, or another link meanwhile. What else stopped the search stops the watch too, which says so. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  ala_link_watch_hold (self->watch, FALSE);
  if (is_unknown (self))
    self->found = g_steal_pointer (&found);
  show_problem (self);
}

static void
guess (AlaPageLink *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (workspace);
  g_auto (GStrv) candidates = NULL;

  self->guess = FALSE;
  if (client == NULL)
    return;

  candidates = ala_consumer_key_list_likely (ala_jira_client_get_consumer_key (client),
                                             ala_profile_get_application_name (ala_workspace_get_profile (workspace)));
  ala_link_watch_hold (self->watch, TRUE);
  ala_consumer_guess_async (client, (const char *const *) candidates, ala_page_get_cancellable (ALA_PAGE (self)), on_guessed,
                            g_object_ref (self));
}

static void
on_use_found (AlaPageLink *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  g_autofree char *found = g_steal_pointer (&self->found);

  ala_workspace_reset_link (workspace);
  ala_setup_set_consumer_key (ala_workspace_get_setup (workspace), found);
  ala_workspace_save (workspace);
  show_steps (self);
  ala_link_watch_start (self->watch, ala_workspace_get_authorization (workspace));
}

/* Without the product's private key this is as far as can be seen. */
static void
note_known (AlaPageLink *self)
{
  if (!ala_page_is_in_front (ALA_PAGE (self)) || ala_page_get_complete (ALA_PAGE (self)))
    return;

  ala_setup_set_link_known (ala_page_get_setup (ALA_PAGE (self)), g_get_real_time () / G_USEC_PER_SEC);
  ala_page_save (ALA_PAGE (self));
  ala_page_set_complete (ALA_PAGE (self), TRUE);
}

static void
on_watch_changed (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  gboolean proven = ala_link_watch_is_proven (self->watch);

  ala_sight_group_show (self->watch_group, ala_link_watch_get_proofs (self->watch),
                        ala_link_watch_get_error (self->watch) != NULL && !is_still_awaited (self),
                        ala_setup_get_clock_offset (setup));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_now), !proven && !ala_link_watch_is_known (self->watch) && !ala_link_watch_is_checking (self->watch));

  ala_xray_view_set_error (self->xray, ala_link_watch_get_error (self->watch));
  show_problem (self);

  if (ala_link_watch_is_known (self->watch))
    note_known (self);
  else if (!proven)
    ala_page_set_complete (ALA_PAGE (self), FALSE);
  else if (ala_page_is_in_front (ALA_PAGE (self)) && !ala_page_get_complete (ALA_PAGE (self)))
    {
      ala_setup_set_link_proven (setup, g_get_real_time () / G_USEC_PER_SEC);
      ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
      ala_page_set_complete (ALA_PAGE (self), TRUE);
      go_on (self);
    }
}

/* Jira’s clock, or ours, was moved after page 3 had looked: by the time that Jira names it goes on at once. */
static gboolean
adopt_clock (AlaPageLink *self)
{
  const GError *error = ala_link_watch_get_error (self->watch);
  const char *note = ala_problem_get_note (error, ALA_NOTE_CLOCK_OFFSET);
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  gint64 offset;

  if (ala_problem_from_error (error) != ALA_PROBLEM_TIMESTAMP_REFUSED || note == NULL)
    return FALSE;

  offset = g_ascii_strtoll (note, NULL, 10);
  if (ABS (offset - ala_setup_get_clock_offset (setup)) <= ALA_CLOCK_TOLERANCE)
    return FALSE;

  ala_setup_set_clock_offset (setup, offset);
  ala_workspace_save (workspace);
  ala_link_watch_start (self->watch, ala_workspace_get_authorization (workspace));
  return TRUE;
}

static void
on_answer (AlaPageLink *self)
{
  if (adopt_clock (self))
    return;

  /* Another spelling would show by a signature that Jira takes. */
  if (!is_unknown (self))
    g_clear_pointer (&self->found, g_free);
  else if (self->guess && !ala_workspace_is_keyless (ala_page_get_workspace (ALA_PAGE (self))))
    guess (self);
}

static void
on_check_now_clicked (AlaPageLink *self)
{
  self->expected = TRUE;
  self->guess = TRUE;
  ala_link_watch_check_now (self->watch);
}

/* Coming back from the browser: the person wants to see now whether it worked. */
static void
on_window_active (AlaPageLink *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));

  if (!ala_page_is_in_front (ALA_PAGE (self)) || !gtk_window_is_active (self->window)
      || ala_link_watch_is_proven (self->watch) || ala_link_watch_is_known (self->watch))
    return;

  /* Who has copied the public key on this page has come to the last step. */
  self->guess = self->guess || (!self->expected && ala_setup_is_done (setup, ALA_GUIDE_STEPS_PUBLIC_KEY_DONE));
  self->expected = self->expected || ala_setup_is_done (setup, ALA_GUIDE_STEPS_PUBLIC_KEY_DONE);
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
start_watch (AlaPageLink *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaAuthorization *authorization = ala_page_is_in_front (ALA_PAGE (self)) ? ala_workspace_get_authorization (workspace) : NULL;

  if (authorization != NULL)
    ala_link_watch_start (self->watch, authorization);
}

/* What can be seen, and what cannot. */
static void
show_owner (AlaPageLink *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  gboolean keyless = ala_workspace_is_keyless (workspace);
  const char *name = ala_profile_get_name (ala_workspace_get_profile (workspace));
  g_autofree char *description = NULL;

  if (keyless)
    /* Translators: the name of a product, twice */
    description = g_markup_printf_escaped (_("Whether the public key in Jira is that of %s, only %s can show, since it alone has the private key."),
                                   name, name);
  ala_sight_group_set_keyless (self->watch_group, keyless);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->watch_group), description);
  ala_link_watch_set_stand_in (self->watch, keyless);
}

static void
ala_page_link_constructed_workspace (AlaPage *page)
{
  /* The pair that stands in may come later than the page. */
  g_signal_connect_object (ala_page_get_workspace (page), "notify::key-pair", G_CALLBACK (start_watch), page, G_CONNECT_SWAPPED);
}

static void
ala_page_link_prepare (AlaPage *page)
{
  AlaPageLink *self = ALA_PAGE_LINK (page);

  follow_window (self);
  if (self->shown != ala_page_get_setup (page))
    {
      g_set_object (&self->shown, ala_page_get_setup (page));
      self->expected = FALSE;
      self->guess = FALSE;
      g_clear_pointer (&self->found, g_free);
    }
  self->updating = TRUE;
  choose_generation (self);
  self->updating = FALSE;
  show_steps (self);

  ala_browser_opener_reset (self->opener);
  show_owner (self);
  start_watch (self);
}

static void
ala_page_link_leave (AlaPage *page)
{
  AlaPageLink *self = ALA_PAGE_LINK (page);

  ala_link_watch_stop (self->watch);
  ala_workspace_set_in_browser (ala_page_get_workspace (page), ala_browser_opener_shall_go_on (self->opener));
}

static void
ala_page_link_dispose (GObject *object)
{
  AlaPageLink *self = ALA_PAGE_LINK (object);

  if (self->watch != NULL)
    ala_link_watch_stop (self->watch);
  g_clear_object (&self->watch);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->found, g_free);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (ala_page_link_parent_class)->dispose (object);
}

static void
ala_page_link_class_init (AlaPageLinkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_link_dispose;
  page_class->constructed_workspace = ala_page_link_constructed_workspace;
  page_class->prepare = ala_page_link_prepare;
  page_class->leave = ala_page_link_leave;

  g_type_ensure (ALA_TYPE_BROWSER_OPENER);
  g_type_ensure (ALA_TYPE_GUIDE_STEPS);
  g_type_ensure (ALA_TYPE_KEY_COMPARE);
  g_type_ensure (ALA_TYPE_MISTAKE_GROUP);
  g_type_ensure (ALA_TYPE_NOTE_GROUP);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_SIGHT_GROUP);
  g_type_ensure (ALA_TYPE_XRAY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-link.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, opener);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, watch_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, check_now);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, mistakes);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, compare);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, xray);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, generation);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, steps);
  gtk_widget_class_bind_template_child (widget_class, AlaPageLink, note);
  gtk_widget_class_bind_template_callback (widget_class, on_note_failed);
  gtk_widget_class_bind_template_callback (widget_class, on_opening);
  gtk_widget_class_bind_template_callback (widget_class, on_value_copied);
  gtk_widget_class_bind_template_callback (widget_class, on_use_found);
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

  self->watch = ala_link_watch_new ();
  g_signal_connect_object (self->watch, "notify::error", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify", G_CALLBACK (on_watch_changed), self, G_CONNECT_SWAPPED);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_guidance_title), NULL, NULL);
  generations = ala_guidance_list ();
  adw_combo_row_set_expression (self->generation, title);
  adw_combo_row_set_model (self->generation, generations);
  self->updating = FALSE;
}
