/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-finding.h"

struct _AlaFinding
{
  GObject parent_instance;

  AlaCheckState state;
  char *id;
  char *label;
  char *text;
};

G_DEFINE_FINAL_TYPE (AlaFinding, ala_finding, G_TYPE_OBJECT)

static void
ala_finding_finalize (GObject *object)
{
  AlaFinding *self = ALA_FINDING (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->text);

  G_OBJECT_CLASS (ala_finding_parent_class)->finalize (object);
}

static void
ala_finding_class_init (AlaFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_finding_finalize;
}

static void
ala_finding_init (AlaFinding *self)
{
}

AlaFinding *
ala_finding_new (AlaCheckState  state,
                 const char    *id,
                 const char    *label,
                 const char    *text)
{
  AlaFinding *self;

  g_return_val_if_fail (state >= ALA_CHECK_PASSED && state <= ALA_CHECK_FAILED, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (ALA_TYPE_FINDING, NULL);
  self->state = state;
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->text = g_strdup (text != NULL ? text : "");

  return self;
}

AlaCheckState
ala_finding_get_state (AlaFinding *self)
{
  g_return_val_if_fail (ALA_IS_FINDING (self), ALA_CHECK_FAILED);

  return self->state;
}

#define DEFINE_GETTER(name)                             \
  const char *                                          \
  ala_finding_get_##name (AlaFinding *self)             \
  {                                                     \
    g_return_val_if_fail (ALA_IS_FINDING (self), NULL); \
    return self->name;                                  \
  }

DEFINE_GETTER (id)
DEFINE_GETTER (label)
DEFINE_GETTER (text)
