/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-permission-set.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"

struct _AlaPermissionSet
{
  GObject parent_instance;

  GPtrArray *permissions;
};

typedef struct
{
  char *key;
  char *name; /* (nullable) */
  gboolean global;
} Permission;

G_DEFINE_FINAL_TYPE (AlaPermissionSet, ala_permission_set, G_TYPE_OBJECT)

gboolean
ala_permission_bits_get (const AlaPermissionBits *self,
                         guint                    i)
{
  g_return_val_if_fail (self != NULL && i < ALA_PERMISSIONS_MOST, FALSE);

  return (self->words[i / 32] & (1u << (i % 32))) != 0;
}

void
ala_permission_bits_set (AlaPermissionBits *self,
                         guint              i)
{
  g_return_if_fail (self != NULL && i < ALA_PERMISSIONS_MOST);

  self->words[i / 32] |= 1u << (i % 32);
}

static void
permission_free (gpointer data)
{
  Permission *permission = data;

  g_free (permission->key);
  g_free (permission->name);
  g_free (permission);
}

static void
ala_permission_set_finalize (GObject *object)
{
  g_ptr_array_unref (ALA_PERMISSION_SET (object)->permissions);

  G_OBJECT_CLASS (ala_permission_set_parent_class)->finalize (object);
}

static void
ala_permission_set_class_init (AlaPermissionSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_permission_set_finalize;
}

static void
ala_permission_set_init (AlaPermissionSet *self)
{
  self->permissions = g_ptr_array_new_with_free_func (permission_free);
}

AlaPermissionSet *
ala_permission_set_new (const char * const *keys)
{
  AlaPermissionSet *self;

  g_return_val_if_fail (keys != NULL, NULL);

  self = g_object_new (ALA_TYPE_PERMISSION_SET, NULL);
  /* One is left for the permission that a check adds. */
  for (; *keys != NULL && self->permissions->len < ALA_PERMISSIONS_MOST - 1; keys++)
    ala_permission_set_add (self, *keys);

  return self;
}

static Permission *
get (AlaPermissionSet *self,
     guint             i)
{
  return g_ptr_array_index (self->permissions, i);
}

guint
ala_permission_set_add (AlaPermissionSet *self,
                        const char       *key)
{
  Permission *permission;

  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), 0);
  g_return_val_if_fail (key != NULL, 0);

  for (guint i = 0; i < self->permissions->len; i++)
    if (g_str_equal (get (self, i)->key, key))
      return i;

  g_return_val_if_fail (self->permissions->len < ALA_PERMISSIONS_MOST, 0);

  permission = g_new0 (Permission, 1);
  permission->key = g_strdup (key);
  g_ptr_array_add (self->permissions, permission);

  return self->permissions->len - 1;
}

guint
ala_permission_set_get_length (AlaPermissionSet *self)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), 0);

  return self->permissions->len;
}

const char *
ala_permission_set_get_key (AlaPermissionSet *self,
                            guint             i)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), NULL);
  g_return_val_if_fail (i < self->permissions->len, NULL);

  return get (self, i)->key;
}

const char *
ala_permission_set_get_name (AlaPermissionSet *self,
                             guint             i)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), NULL);
  g_return_val_if_fail (i < self->permissions->len, NULL);

  return get (self, i)->name != NULL ? get (self, i)->name : get (self, i)->key;
}

gboolean
ala_permission_set_is_global (AlaPermissionSet *self,
                              guint             i)
{
  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), FALSE);
  g_return_val_if_fail (i < self->permissions->len, FALSE);

  return get (self, i)->global;
}

AlaOAuthParams *
ala_permission_set_dup_query (AlaPermissionSet *self,
                              const char       *project)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  AlaOAuthParams *query;

  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), NULL);

  for (guint i = 0; i < self->permissions->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? "," : "", get (self, i)->key);

  query = ala_oauth_params_new ();
  ala_oauth_params_add (query, "permissions", keys->str);
  if (project != NULL)
    ala_oauth_params_add (query, "projectKey", project);

  return query;
}

gboolean
ala_permission_set_read (AlaPermissionSet   *self,
                         JsonNode           *root,
                         AlaPermissionBits  *held,
                         GError            **error)
{
  JsonObject *all;

  g_return_val_if_fail (ALA_IS_PERMISSION_SET (self), FALSE);
  g_return_val_if_fail (held != NULL, FALSE);

  *held = (AlaPermissionBits) { { 0 } };
  all = ala_check_json_get_object (ala_check_json_get_member (ala_check_json_get_object (root), "permissions"));
  if (all == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer does not list the permissions."));
      return FALSE;
    }

  for (guint i = 0; i < self->permissions->len; i++)
    {
      Permission *permission = get (self, i);
      JsonObject *entry = ala_check_json_get_object (ala_check_json_get_member (all, permission->key));
      const char *name = ala_check_json_get_name (entry, "name");
      gboolean deprecated = FALSE, have = FALSE;

      if (name != NULL && permission->name == NULL)
        permission->name = g_strdup (name);
      if (entry != NULL)
        permission->global = g_strcmp0 (ala_check_json_get_name (entry, "type"), "GLOBAL") == 0;

      /* Data Center lists older spellings beside the present ones and marks them. */
      if (ala_check_json_get_boolean (entry, "deprecatedKey", &deprecated) && deprecated)
        continue;
      if (ala_check_json_get_boolean (entry, "havePermission", &have) && have)
        ala_permission_bits_set (held, i);
    }

  return TRUE;
}

char *
ala_permission_dup_where (gboolean   global,
                          AlaEdition edition)
{
  /* Jira's screens are in the language of each user, so the names of menus are given in English as its documentation has them. */
  if (global)
    return g_strdup (edition == ALA_EDITION_CLOUD ? _("Settings > System > Global permissions")
                                                  : _("Administration > System > Global permissions"));

  return g_strdup (edition == ALA_EDITION_CLOUD ? _("Project settings > Permissions; in team-managed projects Project settings > Access")
                                                : _("Project settings > Permissions"));
}
