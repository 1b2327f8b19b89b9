/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-guide-mistake-private.h"

struct _AlaGuideMistake
{
  GObject parent_instance;

  char *sign;
  char *remedy;
};

G_DEFINE_FINAL_TYPE (AlaGuideMistake, ala_guide_mistake, G_TYPE_OBJECT)

static void
ala_guide_mistake_finalize (GObject *object)
{
  AlaGuideMistake *self = ALA_GUIDE_MISTAKE (object);

  g_free (self->sign);
  g_free (self->remedy);

  G_OBJECT_CLASS (ala_guide_mistake_parent_class)->finalize (object);
}

static void
ala_guide_mistake_class_init (AlaGuideMistakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_guide_mistake_finalize;
}

static void
ala_guide_mistake_init (AlaGuideMistake *self)
{
}

AlaGuideMistake *
ala_guide_mistake_new (JsonNode *node)
{
  g_autoptr (AlaGuideMistake) self = g_object_new (ALA_TYPE_GUIDE_MISTAKE, NULL);
  AlaDataReader reader;

  ala_data_reader_init (&reader, node);
  self->sign = ala_data_reader_dup_needed (&reader, "sign");
  self->remedy = ala_data_reader_dup_needed (&reader, "remedy");

  return reader.bad == NULL ? g_steal_pointer (&self) : NULL;
}

const char *
ala_guide_mistake_get_sign (AlaGuideMistake *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_MISTAKE (self), NULL);

  return ala_data_translate (self->sign);
}

const char *
ala_guide_mistake_get_remedy (AlaGuideMistake *self)
{
  g_return_val_if_fail (ALA_IS_GUIDE_MISTAKE (self), NULL);

  return ala_data_translate (self->remedy);
}
