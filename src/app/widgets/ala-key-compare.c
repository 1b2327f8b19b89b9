/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-compare.h"

#include <glib/gi18n.h>

#include "ala-problem.h"
#include "ala-public-key.h"
#include "ala-state-icon.h"

struct _AlaKeyCompare
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *ours;
  AdwEntryRow *pasted;
  AdwActionRow *theirs;
  AlaStateIcon *icon;

  char *fingerprint; /* of ours */
};

G_DEFINE_FINAL_TYPE (AlaKeyCompare, ala_key_compare, ADW_TYPE_PREFERENCES_GROUP)

static void
say (AlaKeyCompare *self,
     AlaCheckState  state,
     const char    *title,
     const char    *subtitle)
{
  ala_state_icon_set_state (self->icon, state);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->theirs), title);
  adw_action_row_set_subtitle (self->theirs, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->theirs), TRUE);
}

static void
on_pasted (AlaKeyCompare *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->pasted));
  g_autoptr (AlaPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    {
      gtk_widget_set_visible (GTK_WIDGET (self->theirs), FALSE);
      return;
    }

  key = ala_public_key_new_from_text (text, &error);
  if (key == NULL)
    say (self, ALA_CHECK_FAILED, ala_problem_get_title (ala_problem_from_error (error)),
         ala_problem_get_remedy (ala_problem_from_error (error)));
  else if (g_str_equal (ala_public_key_get_fingerprint (key), self->fingerprint))
    say (self, ALA_CHECK_PASSED, _("It is the same key"),
         _("Jira may not have saved it yet, or it belongs to another link. Save it again in Jira."));
  else
    say (self, ALA_CHECK_FAILED, _("It is another key"), ala_public_key_get_fingerprint (key));
}

void
ala_key_compare_set_fingerprint (AlaKeyCompare *self,
                                 const char    *fingerprint)
{
  g_return_if_fail (ALA_IS_KEY_COMPARE (self));
  g_return_if_fail (fingerprint != NULL);

  if (g_strcmp0 (self->fingerprint, fingerprint) == 0)
    return;

  g_free (self->fingerprint);
  self->fingerprint = g_strdup (fingerprint);
  adw_action_row_set_subtitle (self->ours, fingerprint);
  gtk_editable_set_text (GTK_EDITABLE (self->pasted), "");
}

static void
ala_key_compare_finalize (GObject *object)
{
  g_free (ALA_KEY_COMPARE (object)->fingerprint);

  G_OBJECT_CLASS (ala_key_compare_parent_class)->finalize (object);
}

static void
ala_key_compare_class_init (AlaKeyCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_key_compare_finalize;

  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-key-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaKeyCompare, ours);
  gtk_widget_class_bind_template_child (widget_class, AlaKeyCompare, pasted);
  gtk_widget_class_bind_template_child (widget_class, AlaKeyCompare, theirs);
  gtk_widget_class_bind_template_child (widget_class, AlaKeyCompare, icon);
  gtk_widget_class_bind_template_callback (widget_class, on_pasted);
}

static void
ala_key_compare_init (AlaKeyCompare *self)
{
  self->fingerprint = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
