/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-start.h"

#include <glib/gi18n.h>

#include "ala-link-list.h"
#include "ala-problem-box.h"
#include "ala-rehearsal.h"

struct _AlaPageStart
{
  AlaPage parent_instance;

  AlaProblemBox *problem;
  AlaProblemBox *profile_problem;
  AlaLinkList *links;
  AdwPreferencesGroup *new_group;
  AdwComboRow *product;
  AdwActionRow *new_link;
  AdwActionRow *practise;

  gboolean deleted;  /* what was worked on is gone */
  AlaSetup *refused; /* (nullable): the link whose check is missing something, which the problem box says */
};

static guint open_link_signal;
static guint check_link_signal;

G_DEFINE_FINAL_TYPE (AlaPageStart, ala_page_start, ALA_TYPE_PAGE)

static const char *
get_chosen_profile (AlaPageStart *self)
{
  AlaProfile *profile = adw_combo_row_get_selected_item (self->product);

  return profile != NULL ? ala_profile_get_id (profile) : "";
}

static void
begin (AlaPageStart *self,
       const char   *rehearsal_url)
{
  self->deleted = FALSE;
  ala_workspace_begin (ala_page_get_workspace (ALA_PAGE (self)), get_chosen_profile (self), rehearsal_url);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
}

static void
on_new_link_activated (AlaPageStart *self)
{
  begin (self, NULL);
  ala_page_advance (ALA_PAGE (self));
}

void
ala_page_start_begin (AlaPageStart *self)
{
  g_return_if_fail (ALA_IS_PAGE_START (self));

  begin (self, NULL);
}

void
ala_page_start_practise (AlaPageStart *self)
{
  g_autoptr (GError) error = NULL;
  const char *url;

  g_return_if_fail (ALA_IS_PAGE_START (self));

  url = ala_rehearsal_get_url (&error);
  ala_problem_box_set_error (self->problem, error);
  if (url == NULL)
    return;

  begin (self, url);
  ala_page_advance (ALA_PAGE (self));
}

static void
on_product_selected (AlaPageStart *self)
{
  AlaProfile *profile = adw_combo_row_get_selected_item (self->product);

  if (profile != NULL)
    adw_preferences_group_set_description (self->new_group, ala_profile_get_description (profile));
}

/* Saved links */

static void
forget_refusal (AlaPageStart *self)
{
  g_clear_object (&self->refused);
  ala_problem_box_set_buttons (self->problem, NULL, NULL);
  ala_problem_box_set_error (self->problem, NULL);
}

static void
on_check_link (AlaPageStart *self,
               AlaSetup     *setup)
{
  self->deleted = FALSE;
  forget_refusal (self);
  g_signal_emit (self, check_link_signal, 0, setup);
}

gboolean
ala_page_start_refuse_check (AlaPageStart *self,
                             AlaSetup     *setup,
                             const GError *error)
{
  g_autoptr (GError) no_token = NULL;
  AlaWorkspace *workspace;
  const char *way_on;

  g_return_val_if_fail (ALA_IS_PAGE_START (self), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);

  workspace = ala_page_get_workspace (ALA_PAGE (self));
  if (error == NULL && (ala_workspace_get_access_token (workspace) != NULL || ala_workspace_is_keyless (workspace)))
    return FALSE;

  if (error == NULL)
    error = no_token = ala_problem_new_error (ALA_PROBLEM_TOKEN_MISSING,
                                              _("No token of this link was found where its secrets are."));
  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_TOKEN_MISSING:
      way_on = _("_Authorize Again");
      break;
    case ALA_PROBLEM_SECRETS_MISSING:
      way_on = _("_Open the Link");
      break;
    default:
      way_on = _("_Try Again");
    }

  g_set_object (&self->refused, setup);
  ala_problem_box_set_buttons (self->problem, way_on, NULL);
  ala_problem_box_set_error (self->problem, error);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
  return TRUE;
}

static void
on_way_on (AlaPageStart *self)
{
  AlaProblem problem = ala_problem_box_get_problem (self->problem);
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->refused);

  if (setup == NULL)
    return;

  forget_refusal (self);
  g_signal_emit (self, problem == ALA_PROBLEM_TOKEN_MISSING || problem == ALA_PROBLEM_SECRETS_MISSING
                       ? open_link_signal : check_link_signal,
                 0, setup);
}

static void
on_open_link (AlaPageStart *self,
              AlaSetup     *setup)
{
  self->deleted = FALSE;
  forget_refusal (self);
  g_signal_emit (self, open_link_signal, 0, setup);
}

static void
on_duplicate_link (AlaPageStart *self,
                   AlaSetup     *setup)
{
  self->deleted = FALSE;
  forget_refusal (self);
  ala_workspace_begin_like (ala_page_get_workspace (ALA_PAGE (self)), setup);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
  ala_page_advance (ALA_PAGE (self));
}

static void
on_renew_link (AlaPageStart *self,
               AlaSetup     *setup)
{
  self->deleted = FALSE;
  forget_refusal (self);
  ala_workspace_begin_renewal (ala_page_get_workspace (ALA_PAGE (self)), setup);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
  ala_page_advance (ALA_PAGE (self));
}

static void
on_link_deleted (AlaPageStart *self,
                 AlaSetup     *setup)
{
  forget_refusal (self);
  if (ala_page_get_setup (ALA_PAGE (self)) == setup)
    self->deleted = TRUE;
}

static void
on_link_failed (AlaPageStart *self,
                const GError *error)
{
  forget_refusal (self);
  ala_problem_box_set_error (self->problem, error);
}

/* A saved link was opened, perhaps of another product. */
static void
show_product (AlaPageStart *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  GListModel *profiles = G_LIST_MODEL (ala_workspace_get_profiles (workspace));

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (AlaProfile) profile = g_list_model_get_item (profiles, i);

      if (profile == ala_workspace_get_profile (workspace))
        adw_combo_row_set_selected (self->product, i);
    }
}

/* A person who wrote a profile looks for it in the list: this is where to say why it is not there. */
static void
show_profile_errors (AlaPageStart *self,
                     AlaProfiles  *profiles)
{
  GPtrArray *errors = ala_profiles_get_errors (profiles);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) all = NULL;

  for (guint i = 0; i < errors->len; i++)
    {
      const GError *error = g_ptr_array_index (errors, i);

      if (i > 0)
        g_string_append_c (seen, '\n');
      g_string_append (seen, error->message);
    }

  if (errors->len > 0)
    all = ala_problem_new_error (ALA_PROBLEM_PROFILE_UNREADABLE, "%s", seen->str);
  ala_problem_box_set_error (self->profile_problem, all);
}

static char *
dup_profile_name (AlaProfile *profile)
{
  return g_strdup (ala_profile_get_name (profile));
}

static void
ala_page_start_constructed_workspace (AlaPage *page)
{
  AlaPageStart *self = ALA_PAGE_START (page);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (GtkExpression) name = NULL;

  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_profile_name), NULL, NULL);
  adw_combo_row_set_expression (self->product, name);
  adw_combo_row_set_model (self->product, G_LIST_MODEL (ala_workspace_get_profiles (workspace)));
  on_product_selected (self);
  show_profile_errors (self, ala_workspace_get_profiles (workspace));
  g_signal_connect_object (workspace, "notify::profile", G_CALLBACK (show_product), self, G_CONNECT_SWAPPED);

  ala_link_list_set_workspace (self->links, workspace);
}

static void
ala_page_start_prepare (AlaPage *page)
{
  ala_page_set_complete (page, TRUE);
}

static void
ala_page_start_leave (AlaPage *page)
{
  AlaPageStart *self = ALA_PAGE_START (page);
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (page));
  gboolean begun = *ala_setup_get_profile (ala_page_get_setup (page)) != '\0';

  /* Next without a choice goes on with what was begun, or else begins in the first of the two ways. Another product means
   * another link: what was begun for the first one is not carried over. */
  if (self->deleted || !begun || !g_str_equal (ala_profile_get_id (profile), get_chosen_profile (self)))
    begin (self, NULL);
  forget_refusal (self);
}

static void
ala_page_start_dispose (GObject *object)
{
  g_clear_object (&ALA_PAGE_START (object)->refused);

  G_OBJECT_CLASS (ala_page_start_parent_class)->dispose (object);
}

static void
ala_page_start_class_init (AlaPageStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_start_dispose;
  page_class->constructed_workspace = ala_page_start_constructed_workspace;
  page_class->prepare = ala_page_start_prepare;
  page_class->leave = ala_page_start_leave;

  open_link_signal = g_signal_new ("open-link", ALA_TYPE_PAGE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ALA_TYPE_SETUP);
  check_link_signal = g_signal_new ("check-link", ALA_TYPE_PAGE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, ALA_TYPE_SETUP);

  g_type_ensure (ALA_TYPE_LINK_LIST);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-start.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, profile_problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, links);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, new_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, product);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, new_link);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, practise);
  gtk_widget_class_bind_template_callback (widget_class, on_product_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_new_link_activated);
  gtk_widget_class_bind_template_callback (widget_class, ala_page_start_practise);
  gtk_widget_class_bind_template_callback (widget_class, on_way_on);
  gtk_widget_class_bind_template_callback (widget_class, on_open_link);
  gtk_widget_class_bind_template_callback (widget_class, on_check_link);
  gtk_widget_class_bind_template_callback (widget_class, on_duplicate_link);
  gtk_widget_class_bind_template_callback (widget_class, on_renew_link);
  gtk_widget_class_bind_template_callback (widget_class, on_link_deleted);
  gtk_widget_class_bind_template_callback (widget_class, on_link_failed);
}

static void
ala_page_start_init (AlaPageStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
