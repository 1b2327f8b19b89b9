/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-jira.h"

#include <glib/gi18n.h>

#include "ala-address-forms.h"
#include "ala-consumer-key.h"
#include "ala-guidance.h"
#include "ala-guide-steps.h"
#include "ala-jira-probe.h"
#include "ala-jira-warnings.h"
#include "ala-problem-box.h"
#include "ala-product-sight.h"
#include "ala-server-words.h"
#include "ala-state-icon.h"
#include "ala-trust-group.h"

/* How long a person may pause while typing before the address is tried, in milliseconds. */
#define TYPING_PAUSE 700

struct _AlaPageJira
{
  AlaPage parent_instance;

  AdwEntryRow *address_row;
  AlaProblemBox *problem;
  AdwPreferencesGroup *found;
  AdwActionRow *server_row;
  AlaStateIcon *server_icon;
  AdwActionRow *outlook_row;
  AlaTrustGroup *trust;
  AlaJiraWarnings *warnings;
  AdwEntryRow *consumer_key_row;
  AdwEntryRow *product_row;
  AlaAddressForms *forms;
  AlaProductSight *sight;
  AlaProblemBox *consumer_key_problem;

  AlaSetup *shown;        /* (nullable): the setup that the entries were filled from */
  AlaJiraServer *server;  /* (nullable): what answered at the address that stands there now */
  GCancellable *probing;  /* (nullable) */
  guint pause;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AlaPageJira, ala_page_jira, ALA_TYPE_PAGE)

static void probe (AlaPageJira *self);

static void
update_complete (AlaPageJira *self)
{
  const char *consumer_key = ala_setup_get_consumer_key (ala_page_get_setup (ALA_PAGE (self)));

  ala_page_set_complete (ALA_PAGE (self), self->server != NULL && *consumer_key != '\0');
}

/* What was found */

static void
on_use_base_url (AlaPageJira *self)
{
  AlaJiraAddress *base_url = ala_jira_server_get_base_url (self->server);

  gtk_editable_set_text (GTK_EDITABLE (self->address_row), ala_jira_address_get_base (base_url));
  probe (self);
}

/* What is known of the future of this kind of link, said once and calmly. */
static void
show_outlook (AlaPageJira *self)
{
  g_autoptr (AlaGuidance) guidance = NULL;

  guidance = ala_guidance_choose (ala_jira_server_get_edition (self->server), ala_jira_server_get_major (self->server),
                                  ala_jira_server_get_minor (self->server));
  adw_action_row_set_subtitle (self->outlook_row, ala_guidance_get_outlook (guidance));
  gtk_widget_set_visible (GTK_WIDGET (self->outlook_row), *ala_guidance_get_outlook (guidance) != '\0');
}

static void
show_server (AlaPageJira    *self,
             AlaJiraAddress *typed)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  const char *base = ala_jira_address_get_base (ala_jira_server_get_address (self->server));
  g_autofree char *title = ala_server_words_kind (self->server);
  g_autofree char *subtitle = ala_server_words_address (typed, self->server);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->server_row), title);
  adw_action_row_set_subtitle (self->server_row, subtitle);
  ala_state_icon_set_state (self->server_icon, ALA_CHECK_PASSED);
  show_outlook (self);
  ala_jira_warnings_show (self->warnings, self->server);

  /* What another Jira issued is worth nothing here. */
  if (*ala_setup_get_jira_url (setup) != '\0' && !g_str_equal (ala_setup_get_jira_url (setup), base))
    ala_workspace_reset_link (ala_page_get_workspace (ALA_PAGE (self)));
  ala_setup_set_jira_url (setup, base);
  ala_setup_set_server (setup, self->server);
  ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
}

/* Looking for it */

static void
set_invalid (AlaPageJira *self,
             gboolean     invalid)
{
  GtkWidget *row = GTK_WIDGET (self->address_row);

  (invalid ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_problem (AlaPageJira  *self,
              const GError *error)
{
  AlaProblem problem = ala_problem_from_error (error);

  ala_trust_group_set_refused (self->trust, problem == ALA_PROBLEM_TLS_UNTRUSTED ? error : NULL);
  ala_problem_box_set_error (self->problem, error);
  ala_problem_box_set_buttons (self->problem,
                               ala_problem_get_step (problem) == ALA_STEP_JIRA
                               && problem < ALA_PROBLEM_OFFLINE ? NULL : _("_Try Again"),
                               problem == ALA_PROBLEM_TLS_UNTRUSTED ? _("_Choose Certificate File…") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  set_invalid (self, TRUE);
}

typedef struct
{
  AlaPageJira *page;
  AlaJiraAddress *typed;
} Probe;

static void
probe_free (Probe *data)
{
  g_clear_object (&data->page);
  g_clear_object (&data->typed);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Probe, probe_free)

static void
on_probed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Probe) data = user_data;
  AlaPageJira *self = data->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraServer) server = ala_jira_probe_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->probing);
  if (server == NULL)
    {
      show_problem (self, error);
      update_complete (self);
      return;
    }

  g_set_object (&self->server, server);
  show_server (self, data->typed);
  ala_product_sight_look (self->sight, ala_page_get_workspace (ALA_PAGE (self)));
  update_complete (self);
}

static void
stop_probing (AlaPageJira *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->probing);
  g_clear_object (&self->probing);
}

static void
probe (AlaPageJira *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autofree char *looking = NULL;
  Probe *data;

  stop_probing (self);
  address = ala_jira_address_new (gtk_editable_get_text (GTK_EDITABLE (self->address_row)), &error);
  if (address == NULL)
    {
      show_problem (self, error);
      return;
    }

  /* Kept before it is known to be right, but not in place of one that was. */
  if (*ala_setup_get_version (ala_page_get_setup (ALA_PAGE (self))) == '\0')
    ala_setup_set_jira_url (ala_page_get_setup (ALA_PAGE (self)), ala_jira_address_get_base (address));
  ala_page_save (ALA_PAGE (self));
  ala_problem_box_set_error (self->problem, NULL);
  set_invalid (self, FALSE);
  /* Translators: %s is a host name */
  looking = g_strdup_printf (_("Asking %s…"), ala_jira_address_get_host (address));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->server_row), looking);
  adw_action_row_set_subtitle (self->server_row, ala_jira_address_get_base (address));
  ala_state_icon_set_state (self->server_icon, ALA_CHECK_RUNNING);
  gtk_widget_set_visible (GTK_WIDGET (self->outlook_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->found), TRUE);

  data = g_new0 (Probe, 1);
  data->page = g_object_ref (self);
  data->typed = g_object_ref (address);
  self->probing = g_cancellable_new ();
  ala_jira_probe_async (ala_workspace_get_session (ala_page_get_workspace (ALA_PAGE (self))), address, self->probing,
                        on_probed, data);
}

/* A certificate of the company's own authority */

static void
on_choose_file (AlaPageJira *self)
{
  ala_trust_group_choose (self->trust);
}

static void
on_trust_changed (AlaPageJira *self)
{
  ala_page_save (ALA_PAGE (self));
  probe (self);
}

/* What the file lacks stands in place of what the server lacked; "Try Again" asks the server once more. */
static void
on_file_failed (AlaPageJira  *self,
                const GError *error)
{
  ala_problem_box_set_error (self->problem, error);
}

static gboolean
on_pause (gpointer user_data)
{
  AlaPageJira *self = user_data;

  self->pause = 0;
  probe (self);
  return G_SOURCE_REMOVE;
}

static void
forget_server (AlaPageJira *self)
{
  stop_probing (self);
  g_clear_object (&self->server);
  ala_jira_warnings_show (self->warnings, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  update_complete (self);
}

static void
on_address_changed (AlaPageJira *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address_row));

  if (self->filling)
    return;

  forget_server (self);
  set_invalid (self, FALSE);
  ala_problem_box_set_error (self->problem, NULL);
  if (*text != '\0')
    self->pause = g_timeout_add (TYPING_PAUSE, on_pause, self);
}

static void
on_address_activated (AlaPageJira *self)
{
  if (self->server == NULL)
    probe (self);
}

/* The two names */

static void
check_consumer_key (AlaPageJira *self,
                    const char  *consumer_key)
{
  g_autoptr (GError) error = NULL;

  /* That the field is empty is plain to see; the page waits for it. */
  if (*consumer_key != '\0')
    ala_consumer_key_check (consumer_key, &error);
  ala_problem_box_set_error (self->consumer_key_problem, error);
}

static void
on_consumer_key_changed (AlaPageJira *self)
{
  AlaSetup *setup;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->consumer_key_row));
  g_autofree char *consumer_key = g_strstrip (g_strdup (text));

  if (self->filling)
    return;

  setup = ala_page_get_setup (ALA_PAGE (self));
  if (!g_str_equal (ala_setup_get_consumer_key (setup), consumer_key))
    {
      ala_workspace_reset_link (ala_page_get_workspace (ALA_PAGE (self)));
      ala_setup_set_consumer_key (setup, consumer_key);
      ala_page_save (ALA_PAGE (self));
    }
  check_consumer_key (self, consumer_key);
  update_complete (self);
}

static void
on_product_changed (AlaPageJira *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  g_autofree char *url = NULL;

  ala_address_forms_show (self->forms, ala_workspace_get_profile (workspace), gtk_editable_get_text (GTK_EDITABLE (self->product_row)));
  if (self->filling)
    return;

  url = ala_profile_dup_product_url (ala_workspace_get_profile (workspace), gtk_editable_get_text (GTK_EDITABLE (self->product_row)));
  if (!g_str_equal (url, ala_setup_get_product_url (ala_page_get_setup (ALA_PAGE (self)))))
    ala_setup_set_done (ala_page_get_setup (ALA_PAGE (self)), ALA_GUIDE_STEPS_PRODUCT_URL_DONE, FALSE);
  ala_setup_set_product_url (ala_page_get_setup (ALA_PAGE (self)), url);
  ala_product_sight_look (self->sight, workspace);
  ala_page_save (ALA_PAGE (self));
}

static void
on_use_product_url (AlaPageJira *self,
                    const char  *address)
{
  gtk_editable_set_text (GTK_EDITABLE (self->product_row), address);
}

/* The page */

static void
ala_page_jira_prepare (AlaPage *page)
{
  AlaPageJira *self = ALA_PAGE_JIRA (page);
  AlaSetup *setup = ala_page_get_setup (page);
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (page));

  if (self->shown != setup)
    {
      g_autofree char *label = NULL;

      g_set_object (&self->shown, setup);
      self->filling = TRUE;
      /* Translators: %s is the label of a field, like “Zephyr address” */
      label = g_strdup_printf (_("%s (if you know it)"), ala_profile_get_url_label (profile));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->product_row), label);
      gtk_editable_set_text (GTK_EDITABLE (self->address_row), ala_setup_get_jira_url (setup));
      gtk_editable_set_text (GTK_EDITABLE (self->consumer_key_row), ala_setup_get_consumer_key (setup));
      gtk_editable_set_text (GTK_EDITABLE (self->product_row), ala_setup_get_product_url (setup));
      ala_address_forms_show (self->forms, profile, ala_setup_get_product_url (setup));
      self->filling = FALSE;
      forget_server (self);
      ala_trust_group_set_setup (self->trust, setup);
      ala_problem_box_set_error (self->problem, NULL);
      check_consumer_key (self, ala_setup_get_consumer_key (setup));
    }

  if (self->server == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->address_row)) != '\0')
    probe (self);
  update_complete (self);
}

static void
ala_page_jira_leave (AlaPage *page)
{
  AlaPageJira *self = ALA_PAGE_JIRA (page);
  AlaSetup *setup = ala_page_get_setup (page);
  g_autoptr (AlaJiraAddress) address = NULL;

  ala_product_sight_stop (self->sight);
  stop_probing (self);

  /* What was typed is kept even when no Jira answered there, but for a link that works already: its tokens are for the
   * Jira that issued them, and for no other. */
  address = ala_jira_address_new (gtk_editable_get_text (GTK_EDITABLE (self->address_row)), NULL);
  if (self->server == NULL && address != NULL && ala_setup_get_link_proven (setup) == 0)
    ala_setup_set_jira_url (setup, ala_jira_address_get_base (address));
}

static void
ala_page_jira_dispose (GObject *object)
{
  AlaPageJira *self = ALA_PAGE_JIRA (object);

  stop_probing (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->server);

  G_OBJECT_CLASS (ala_page_jira_parent_class)->dispose (object);
}

static void
ala_page_jira_class_init (AlaPageJiraClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_jira_dispose;
  page_class->prepare = ala_page_jira_prepare;
  page_class->leave = ala_page_jira_leave;

  g_type_ensure (ALA_TYPE_ADDRESS_FORMS);
  g_type_ensure (ALA_TYPE_JIRA_WARNINGS);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_PRODUCT_SIGHT);
  g_type_ensure (ALA_TYPE_STATE_ICON);
  g_type_ensure (ALA_TYPE_TRUST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-jira.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, address_row);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, found);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, server_row);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, server_icon);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, outlook_row);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, trust);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, warnings);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, consumer_key_row);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, product_row);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, forms);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, sight);
  gtk_widget_class_bind_template_child (widget_class, AlaPageJira, consumer_key_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_address_activated);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_try_again", G_CALLBACK (probe));
  gtk_widget_class_bind_template_callback (widget_class, on_choose_file);
  gtk_widget_class_bind_template_callback (widget_class, on_file_failed);
  gtk_widget_class_bind_template_callback (widget_class, on_trust_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_consumer_key_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_product_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_use_product_url);
  gtk_widget_class_bind_template_callback (widget_class, on_use_base_url);
}

static void
ala_page_jira_init (AlaPageJira *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
