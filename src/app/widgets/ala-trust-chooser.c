/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-trust-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ala-problem.h"

struct _AlaTrustChooser
{
  GObject parent_instance;

  GtkNativeDialog *chooser; /* (nullable): GTK keeps no reference to an open one */
  GtkWindow *parent;        /* weak */
  GError *refused;          /* (nullable): while a file is being chosen */
  AlaTrust *shown;          /* (nullable): what the server shows: its certificate and the chain */
  AlaTrust *offered;        /* (nullable): what the person is asked about */
};

enum
{
  SIGNAL_TRUSTED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaTrustChooser, ala_trust_chooser, G_TYPE_OBJECT)

/* What the person is asked */

static char *
describe (AlaCertificate *certificate)
{
  GDateTime *end = ala_certificate_get_not_after (certificate);
  g_autoptr (GDateTime) local = end != NULL ? g_date_time_to_local (end) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%x") : g_strdup ("?");

  if (ala_certificate_is_self_issued (certificate))
    /* Translators: the first %s is a date, the second the SHA-256 fingerprint of a certificate */
    return g_strdup_printf (_("Issued by itself, valid until %s\nSHA-256 %s"), date,
                            ala_certificate_get_fingerprint (certificate));

  /* Translators: a name, a date, and the SHA-256 fingerprint of a certificate */
  return g_strdup_printf (_("Issued by “%s”, valid until %s\nSHA-256 %s"), ala_certificate_get_issuer (certificate), date,
                          ala_certificate_get_fingerprint (certificate));
}

static GtkWidget *
create_group (const char *title,
              GListModel *certificates)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_certificates = g_list_model_get_n_items (certificates);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n_certificates; i++)
    {
      g_autoptr (AlaCertificate) certificate = g_list_model_get_item (certificates, i);
      g_autofree char *subtitle = describe (certificate);
      GtkWidget *row = adw_action_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", ala_certificate_get_subject (certificate), "subtitle", subtitle,
                    "title-lines", 0, "subtitle-lines", 0, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

static void
on_answer (AlaTrustChooser *self,
           const char      *response)
{
  g_autoptr (AlaTrust) offered = g_steal_pointer (&self->offered);

  if (offered != NULL && g_str_equal (response, "trust"))
    g_signal_emit (self, signals[SIGNAL_TRUSTED], 0, offered);
}

static void
ask (AlaTrustChooser *self)
{
  GtkWidget *dialog, *box, *scroller;

  dialog = adw_message_dialog_new (self->parent, _("Trust This Authority for This Link?"),
                                   _("Whoever has its key can pass for Jira. Compare the fingerprint with the one that the "
                                     "network’s administrator names. Other programs and other links are not concerned."));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), create_group (_("In the File"), G_LIST_MODEL (self->offered)));
  gtk_box_append (GTK_BOX (box), create_group (_("Shown by the Server"), G_LIST_MODEL (self->shown)));
  scroller = gtk_scrolled_window_new ();
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "child", box, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "trust", _("_Trust"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The file */

static GTlsCertificate *
get_server_certificate (AlaTrustChooser *self)
{
  g_autoptr (AlaCertificate) first = g_list_model_get_item (G_LIST_MODEL (self->shown), 0);

  return g_object_ref (ala_certificate_get_tls (first));
}

void
ala_trust_chooser_show_file (AlaTrustChooser *self,
                             GFile           *file,
                             const GError    *refused,
                             GtkWindow       *parent)
{
  const char *chain = ala_problem_get_note (refused, ALA_NOTE_CERTIFICATE);
  g_autoptr (AlaTrust) trust = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ALA_IS_TRUST_CHOOSER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (chain != NULL);

  g_set_weak_pointer (&self->parent, parent);
  g_clear_object (&self->shown);
  g_clear_object (&self->offered);

  self->shown = ala_trust_new_from_pem (chain, &error);
  if (self->shown != NULL)
    trust = ala_trust_new_from_file (file, &error);
  if (trust != NULL)
    {
      certificate = get_server_certificate (self);
      self->offered = ala_trust_narrow (trust, certificate, &error);
    }

  if (self->offered != NULL)
    ask (self);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_file_chosen (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  AlaTrustChooser *self = user_data;
  g_autoptr (GtkNativeDialog) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GError) refused = g_steal_pointer (&self->refused);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      ala_trust_chooser_show_file (self, file, refused, self->parent);
    }
}

static void
add_filter (GtkFileChooser     *chooser,
            const char         *name,
            const char *const  *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *patterns != NULL; patterns++)
    gtk_file_filter_add_pattern (filter, *patterns);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ala_trust_chooser_choose (AlaTrustChooser *self,
                          const GError    *refused,
                          GtkWindow       *parent)
{
  static const char *const certificates[] = { "*.pem", "*.crt", "*.cer", "*.der", "*.ca-bundle", NULL };
  static const char *const everything[] = { "*", NULL };

  g_return_if_fail (ALA_IS_TRUST_CHOOSER (self));
  g_return_if_fail (ala_problem_get_note (refused, ALA_NOTE_CERTIFICATE) != NULL);

  g_set_weak_pointer (&self->parent, parent);
  g_clear_error (&self->refused);
  self->refused = g_error_copy (refused);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_("Certificate of the Company’s Authority"), parent,
                                                                  GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel")));
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("Certificates"), certificates);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("All files"), everything);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (self->chooser);
}

AlaTrustChooser *
ala_trust_chooser_new (void)
{
  return g_object_new (ALA_TYPE_TRUST_CHOOSER, NULL);
}

static void
ala_trust_chooser_dispose (GObject *object)
{
  AlaTrustChooser *self = ALA_TRUST_CHOOSER (object);

  g_clear_object (&self->chooser);
  g_clear_error (&self->refused);
  g_clear_object (&self->shown);
  g_clear_object (&self->offered);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (ala_trust_chooser_parent_class)->dispose (object);
}

static void
ala_trust_chooser_class_init (AlaTrustChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_trust_chooser_dispose;

  signals[SIGNAL_TRUSTED] = g_signal_new ("trusted", ALA_TYPE_TRUST_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, ALA_TYPE_TRUST);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ALA_TYPE_TRUST_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ala_trust_chooser_init (AlaTrustChooser *self)
{
}
