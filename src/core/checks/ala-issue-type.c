/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-issue-type.h"

#include "ala-check-json.h"

struct _AlaIssueType
{
  GObject parent_instance;

  char *id;
  char *name;
  gboolean subtask;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
} AlaIssueTypeProperty;

G_DEFINE_FINAL_TYPE (AlaIssueType, ala_issue_type, G_TYPE_OBJECT)

static void
ala_issue_type_finalize (GObject *object)
{
  AlaIssueType *self = ALA_ISSUE_TYPE (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (ala_issue_type_parent_class)->finalize (object);
}

static void
ala_issue_type_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AlaIssueType *self = ALA_ISSUE_TYPE (object);

  switch ((AlaIssueTypeProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ala_issue_type_class_init (AlaIssueTypeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ala_issue_type_finalize;
  object_class->get_property = ala_issue_type_get_property;

  g_object_class_install_property (object_class, PROP_ID, g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_NAME, g_param_spec_string ("name", NULL, NULL, NULL, flags));
}

static void
ala_issue_type_init (AlaIssueType *self)
{
}

AlaIssueType *
ala_issue_type_new_from_json (JsonNode *node)
{
  JsonObject *object = ala_check_json_get_object (node);
  const char *id = ala_check_json_get_name (object, "id");
  const char *name = ala_check_json_get_name (object, "name");
  AlaIssueType *self;

  if (id == NULL || name == NULL)
    return NULL;

  self = g_object_new (ALA_TYPE_ISSUE_TYPE, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  if (!ala_check_json_get_boolean (object, "subtask", &self->subtask))
    self->subtask = FALSE;

  return self;
}

const char *
ala_issue_type_get_id (AlaIssueType *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPE (self), NULL);

  return self->id;
}

const char *
ala_issue_type_get_name (AlaIssueType *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPE (self), NULL);

  return self->name;
}

gboolean
ala_issue_type_is_subtask (AlaIssueType *self)
{
  g_return_val_if_fail (ALA_IS_ISSUE_TYPE (self), FALSE);

  return self->subtask;
}
