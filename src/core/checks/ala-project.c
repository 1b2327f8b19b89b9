/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-project.h"

#include <string.h>

#include "ala-check-json.h"

struct _AlaProject
{
  GObject parent_instance;

  char *id;
  char *key;
  char *name;
};

G_DEFINE_FINAL_TYPE (AlaProject, ala_project, G_TYPE_OBJECT)

static void
ala_project_finalize (GObject *object)
{
  AlaProject *self = ALA_PROJECT (object);

  g_free (self->id);
  g_free (self->key);
  g_free (self->name);

  G_OBJECT_CLASS (ala_project_parent_class)->finalize (object);
}

static void
ala_project_class_init (AlaProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_project_finalize;
}

static void
ala_project_init (AlaProject *self)
{
}

AlaProject *
ala_project_new (const char *id,
                 const char *key,
                 const char *name)
{
  AlaProject *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (ALA_TYPE_PROJECT, NULL);
  self->id = g_strdup (id);
  self->key = g_strdup (key);
  self->name = g_strdup (name);

  return self;
}

AlaProject *
ala_project_new_from_json (JsonNode *node)
{
  JsonObject *object = ala_check_json_get_object (node);
  const char *id = ala_check_json_get_name (object, "id");
  const char *key = ala_check_json_get_name (object, "key");
  const char *name = ala_check_json_get_name (object, "name");

  if (key == NULL)
    return NULL;

  return ala_project_new (id != NULL ? id : "", key, name != NULL ? name : key);
}

const char *
ala_project_get_id (AlaProject *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT (self), NULL);

  return self->id;
}

const char *
ala_project_get_key (AlaProject *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT (self), NULL);

  return self->key;
}

const char *
ala_project_get_name (AlaProject *self)
{
  g_return_val_if_fail (ALA_IS_PROJECT (self), NULL);

  return self->name;
}

static gboolean
contains (const char *text,
          const char *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, words) != NULL;
}

gboolean
ala_project_matches (AlaProject *self,
                     const char *words)
{
  g_return_val_if_fail (ALA_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  return contains (self->name, words) || contains (self->key, words);
}
