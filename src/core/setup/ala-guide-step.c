/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-guide-step-private.h"

struct _AlaGuideStep
{
  GObject parent_instance;

  char *text;
  char *warning;
  char *label;
  AlaGuideValue value;
};

G_DEFINE_FINAL_TYPE (AlaGuideStep, ala_guide_step, G_TYPE_OBJECT)

static const char *const value_nicks[] = {
  [ALA_GUIDE_NOTHING] = "nothing",
  [ALA_GUIDE_PRODUCT_URL] = "product-url",
  [ALA_GUIDE_APPLICATION_NAME] = "application-name",
  [ALA_GUIDE_CONSUMER_KEY] = "consumer-key",
  [ALA_GUIDE_CONSUMER_NAME] = "consumer-name",
  [ALA_GUIDE_PUBLIC_KEY] = "public-key",
  NULL,
};

static void
ala_guide_step_finalize (GObject *object)
{
  AlaGuideStep *self = ALA_GUIDE_STEP (object);

  g_free (self->text);
  g_free (self->warning);
  g_free (self->label);

  G_OBJECT_CLASS (ala_guide_step_parent_class)->finalize (object);
}

static void
ala_guide_step_class_init (AlaGuideStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_guide_step_finalize;
}

static void
ala_guide_step_init (AlaGuideStep *self)
{
}

AlaGuideStep *
ala_guide_step_new (JsonNode *node)
{
  g_autoptr (AlaGuideStep) self = g_object_new (ALA_TYPE_GUIDE_STEP, NULL);
  AlaDataReader reader;

  ala_data_reader_init (&reader, node);
  self->text = ala_data_reader_dup_needed (&reader, "text");
  self->warning = ala_data_reader_dup_text (&reader, "warning");
  self->label = ala_data_reader_dup_text (&reader, "label");
  self->value = ala_data_reader_get_choice (&reader, "value", value_nicks);
  if ((self->value == ALA_GUIDE_NOTHING) != (*self->label == '\0'))
    ala_data_reader_fail (&reader, "label");

  return reader.bad == NULL ? g_steal_pointer (&self) : NULL;
}

const char *
ala_guide_step_get_text (AlaGuideStep *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_STEP (self), NULL);

  return ala_data_translate (self->text);
}

const char *
ala_guide_step_get_warning (AlaGuideStep *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_STEP (self), NULL);

  return ala_data_translate (self->warning);
}

const char *
ala_guide_step_get_label (AlaGuideStep *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_STEP (self), NULL);

  return self->label;
}

AlaGuideValue
ala_guide_step_get_value (AlaGuideStep *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_STEP (self), ALA_GUIDE_NOTHING);

  return self->value;
}
