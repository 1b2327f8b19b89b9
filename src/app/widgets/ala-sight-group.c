/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-sight-group.h"

#include <glib/gi18n.h>

#include "ala-clock.h"
#include "ala-state-icon.h"

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

struct _AlaSightGroup
{
  AdwPreferencesGroup parent_instance;

  AlaStateIcon *icons[G_N_ELEMENTS (sights)];
  GtkWidget *rows[G_N_ELEMENTS (sights)];
  AdwActionRow *clock_row;
};

G_DEFINE_FINAL_TYPE (AlaSightGroup, ala_sight_group, ADW_TYPE_PREFERENCES_GROUP)

static AlaCheckState
show_clock (AlaSightGroup *self,
            gint64         offset)
{
  gboolean agree = ABS (offset) <= ALA_CLOCK_TOLERANCE;
  g_autofree char *difference = NULL;
  g_autofree char *text = NULL;

  if (!agree)
    {
      difference = ala_clock_describe_offset (offset);
      /* Translators: %s is the sentence “Jira’s clock is 3 minutes ahead of this computer’s” */
      text = g_strdup_printf (_("%s. Requests are signed by Jira’s time, so you can go on; have the wrong clock set right."),
                              difference);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->clock_row),
                                 agree ? _("The clocks agree") : _("The clocks differ"));
  adw_action_row_set_subtitle (self->clock_row, text != NULL ? text : "");

  return agree ? ALA_CHECK_PASSED : ALA_CHECK_WARNING;
}

void
ala_sight_group_show (AlaSightGroup *self,
                      AlaProof       proofs,
                      gboolean       trouble,
                      gint64         clock_offset)
{
  gboolean next = TRUE;

  g_return_if_fail (ALA_IS_SIGHT_GROUP (self));

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      gboolean proven = (proofs & sights[i].proof) != 0;
      AlaCheckState state = ALA_CHECK_WAITING;

      if (proven && sights[i].proof == ALA_PROOF_CLOCK)
        state = show_clock (self, clock_offset);
      else if (proven)
        state = ALA_CHECK_PASSED;
      else if (next)
        state = trouble ? ALA_CHECK_WARNING : ALA_CHECK_RUNNING;
      next = next && proven;
      ala_state_icon_set_state (self->icons[i], state);
    }
}

void
ala_sight_group_set_keyless (AlaSightGroup *self,
                             gboolean       keyless)
{
  g_return_if_fail (ALA_IS_SIGHT_GROUP (self));

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    gtk_widget_set_visible (self->rows[i], !keyless || (sights[i].proof & (ALA_PROOF_KEY | ALA_PROOF_REQUEST_TOKEN)) == 0);
}

static void
ala_sight_group_class_init (AlaSightGroupClass *klass)
{
}

static void
ala_sight_group_init (AlaSightGroup *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      GtkWidget *row = self->rows[i] = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(sights[i].title));
      gtk_widget_add_css_class (row, "sight");
      if (sights[i].proof == ALA_PROOF_CLOCK)
        {
          self->clock_row = ADW_ACTION_ROW (row);
          adw_action_row_set_subtitle_lines (self->clock_row, 0);
        }
      self->icons[i] = ALA_STATE_ICON (ala_state_icon_new ());
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->icons[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}
