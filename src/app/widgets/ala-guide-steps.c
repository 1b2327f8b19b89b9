/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-guide-steps.h"

#include <glib/gi18n.h>

#include "ala-copy-row.h"
#include "ala-guide-row.h"
#include "ala-second-link.h"

struct _AlaGuideSteps
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  char *shown; /* (nullable): what the rows show */
};

static guint copied_signal;

G_DEFINE_FINAL_TYPE (AlaGuideSteps, ala_guide_steps, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (AlaGuideSteps *self,
         GtkWidget     *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (AlaGuideSteps *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_value_copied (AlaCopyRow    *row,
                 AlaGuideSteps *self)
{
  g_signal_emit (self, copied_signal, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "value")));
}

static const char *
get_tick (AlaGuideValue value)
{
  switch (value)
    {
    case ALA_GUIDE_PRODUCT_URL:
      return ALA_GUIDE_STEPS_PRODUCT_URL_DONE;
    case ALA_GUIDE_APPLICATION_NAME:
      return "link-application-name";
    case ALA_GUIDE_CONSUMER_KEY:
      return "link-consumer-key";
    case ALA_GUIDE_CONSUMER_NAME:
      return "link-consumer-name";
    case ALA_GUIDE_PUBLIC_KEY:
      return ALA_GUIDE_STEPS_PUBLIC_KEY_DONE;
    case ALA_GUIDE_NOTHING:
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
create_value_row (AlaGuideSteps *self,
                  AlaGuideStep  *step,
                  AlaSetup      *setup,
                  const char    *text)
{
  AlaGuideValue value = ala_guide_step_get_value (step);
  GtkWidget *row = ala_copy_row_new (ala_guide_step_get_label (step));

  gtk_widget_add_css_class (row, "inner");
  ala_copy_row_set_value (ALA_COPY_ROW (row), text);
  if (*text == '\0' && value == ALA_GUIDE_PRODUCT_URL)
    ala_copy_row_set_hint (ALA_COPY_ROW (row), _("Enter the address of the product. You can note it on the page before."));
  ala_copy_row_note_same (ALA_COPY_ROW (row), self->rows);
  ala_copy_row_keep_tick (ALA_COPY_ROW (row), setup, get_tick (value));
  g_object_set_data (G_OBJECT (row), "value", GUINT_TO_POINTER ((guint) value));
  g_signal_connect_object (row, "copied", G_CALLBACK (on_value_copied), self, 0);

  return row;
}

/* What this product wants otherwise stands before the steps that it is about. */
static GtkWidget *
create_note_row (const char *note)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", note, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  return row;
}

void
ala_guide_steps_show (AlaGuideSteps *self,
                      AlaGuidance   *guidance,
                      AlaSetup      *setup,
                      AlaProfile    *profile,
                      const char    *public_key)
{
  g_autofree char *shown = NULL;
  g_auto (GStrv) notes = NULL;
  guint n_steps;

  g_return_if_fail (ALA_IS_GUIDE_STEPS (self));
  g_return_if_fail (ALA_IS_GUIDANCE (guidance));
  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (ALA_IS_PROFILE (profile));

  shown = g_strjoin ("\n", ala_guidance_get_id (guidance), ala_setup_get_id (setup), ala_profile_get_id (profile), public_key,
                     ala_setup_get_consumer_key (setup), ala_setup_get_product_url (setup), NULL);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);

  remove_rows (self);
  notes = ala_second_link_list_notes (setup, profile);
  for (guint i = 0; notes[i] != NULL; i++)
    add_row (self, create_note_row (notes[i]));
  n_steps = g_list_model_get_n_items (G_LIST_MODEL (guidance));
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (guidance), i);
      AlaGuideValue value = ala_guide_step_get_value (step);

      add_row (self, ala_guide_row_new (i + 1, step));
      if (value != ALA_GUIDE_NOTHING)
        {
          g_autofree char *text = ala_guidance_dup_value (value, setup, profile, public_key);

          add_row (self, create_value_row (self, step, setup, text));
        }
    }
}

void
ala_guide_steps_copy (AlaGuideSteps *self,
                      AlaGuideValue  value)
{
  g_return_if_fail (ALA_IS_GUIDE_STEPS (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (ALA_IS_COPY_ROW (row) && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "value")) == (guint) value)
        {
          ala_copy_row_copy_by_key (ALA_COPY_ROW (row));
          return;
        }
    }
}

static void
ala_guide_steps_dispose (GObject *object)
{
  AlaGuideSteps *self = ALA_GUIDE_STEPS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (ala_guide_steps_parent_class)->dispose (object);
}

static void
ala_guide_steps_class_init (AlaGuideStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_guide_steps_dispose;

  copied_signal = g_signal_new ("copied", ALA_TYPE_GUIDE_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
ala_guide_steps_init (AlaGuideSteps *self)
{
  self->rows = g_ptr_array_new ();
}
