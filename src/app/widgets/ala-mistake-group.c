/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-mistake-group.h"

#include <glib/gi18n.h>

struct _AlaMistakeGroup
{
  AdwPreferencesGroup parent_instance;

  AlaGuidance *guidance; /* (nullable) */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (AlaMistakeGroup, ala_mistake_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (AlaMistakeGroup *self,
         AlaGuideMistake *mistake)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0,
                "title", ala_guide_mistake_get_sign (mistake), "subtitle", ala_guide_mistake_get_remedy (mistake), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
ala_mistake_group_set_guidance (AlaMistakeGroup *self,
                                AlaGuidance     *guidance)
{
  GListModel *mistakes;

  g_return_if_fail (ALA_IS_MISTAKE_GROUP (self));
  g_return_if_fail (guidance == NULL || ALA_IS_GUIDANCE (guidance));

  if (!g_set_object (&self->guidance, guidance))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  mistakes = guidance != NULL ? ala_guidance_get_mistakes (guidance) : NULL;
  for (guint i = 0; mistakes != NULL && i < g_list_model_get_n_items (mistakes); i++)
    {
      g_autoptr (AlaGuideMistake) mistake = g_list_model_get_item (mistakes, i);

      add_row (self, mistake);
    }
}

static void
ala_mistake_group_dispose (GObject *object)
{
  AlaMistakeGroup *self = ALA_MISTAKE_GROUP (object);

  g_clear_object (&self->guidance);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_mistake_group_parent_class)->dispose (object);
}

static void
ala_mistake_group_class_init (AlaMistakeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_mistake_group_dispose;
}

static void
ala_mistake_group_init (AlaMistakeGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Which One Is It?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Jira gives the same answer for each of these. Look at the link in Jira."));
}
