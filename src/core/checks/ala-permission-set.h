/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-oauth-encoding.h"
#include "ala-profile.h"

G_BEGIN_DECLS

/* Jira knows some forty permissions, and extensions add a few. */
#define ALA_PERMISSIONS_MOST 128

/* The permission to administer Jira, and the one that files a defect; no vendor lists them. */
#define ALA_PERMISSION_ADMINISTER "ADMINISTER"
#define ALA_PERMISSION_CREATE     "CREATE_ISSUES"

/** AlaPermissionBits: one bit for each permission of a set, in its order */
typedef struct
{
  guint32 words[ALA_PERMISSIONS_MOST / 32];
} AlaPermissionBits;

gboolean ala_permission_bits_get    (const AlaPermissionBits *self,
                                     guint                    i);
void     ala_permission_bits_set    (AlaPermissionBits       *self,
                                     guint                    i);

#define ALA_TYPE_PERMISSION_SET (ala_permission_set_get_type ())
G_DECLARE_FINAL_TYPE (AlaPermissionSet, ala_permission_set, ALA, PERMISSION_SET, GObject)

/**
 * AlaPermissionSet:
 *
 * The permissions that are asked for, and what Jira calls them (reference/jira-oauth.md section 7, mypermissions).
 */

/** ala_permission_set_new: @keys: the permissions of a profile; what is listed twice is taken once */
AlaPermissionSet *ala_permission_set_new         (const char * const *keys);

/** ala_permission_set_add: Adds one more, unless it is there. Returns: its position */
guint             ala_permission_set_add         (AlaPermissionSet   *self,
                                                  const char         *key);

guint             ala_permission_set_get_length  (AlaPermissionSet   *self);
const char       *ala_permission_set_get_key     (AlaPermissionSet   *self,
                                                  guint               i);

/** ala_permission_set_get_name: Returns: Jira's word for it, in the language of the user; the key while that is not known */
const char       *ala_permission_set_get_name    (AlaPermissionSet   *self,
                                                  guint               i);

/** ala_permission_set_is_global: Returns: whether Jira calls it a global permission */
gboolean          ala_permission_set_is_global   (AlaPermissionSet   *self,
                                                  guint               i);

/**
 * ala_permission_set_dup_query:
 * @project: (nullable): the key of a project; %NULL asks globally, which for permissions of projects means: in some project
 *
 * Returns: (transfer full): the query of mypermissions. Cloud wants "permissions", Data Center does not mind it.
 */
AlaOAuthParams   *ala_permission_set_dup_query   (AlaPermissionSet   *self,
                                                  const char         *project);

/**
 * ala_permission_set_read:
 * @root: (nullable): a reply of mypermissions
 * @held: (out): which permissions the account has; what Jira does not list, or marks as an older spelling, it does not have
 *
 * Learns the names, too.
 *
 * Returns: whether it is such a reply; %ALA_PROBLEM_REPLY_MALFORMED
 */
gboolean          ala_permission_set_read        (AlaPermissionSet   *self,
                                                  JsonNode           *root,
                                                  AlaPermissionBits  *held,
                                                  GError            **error);

/**
 * ala_permission_dup_where:
 * @global: whether it is a global permission
 * @edition: of Jira
 *
 * Returns: (transfer full): translated: the screen of Jira that grants it
 */
char             *ala_permission_dup_where       (gboolean            global,
                                                  AlaEdition          edition);

G_END_DECLS
