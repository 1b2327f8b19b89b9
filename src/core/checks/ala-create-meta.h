/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-issue-type.h"
#include "ala-jira-client.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * AlaCreateField: a field of the form with which an issue is created
 */
typedef struct
{
  char *id;
  char *name;
  gboolean required;
  gboolean has_default;
} AlaCreateField;

void ala_create_field_free (gpointer field);

/*
 * What it takes to create an issue. Below Jira 8.4 all of it comes in one reply, from 9.0 on in pages for each project, in between
 * and on Cloud in both forms (reference/jira-oauth.md section 7, issue/createmeta). The form is chosen by the version, and the
 * other one is tried where Jira does not have it (404).
 */

/** ala_create_meta_load_types_async: @project: key of a project */
void       ala_create_meta_load_types_async   (AlaJiraClient        *client,
                                               AlaSetup             *setup,
                                               const char           *project,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/**
 * ala_create_meta_load_types_finish:
 *
 * Returns: (transfer full) (element-type AlaIssueType): the issue types; none where Jira shows none, which it does to who may not
 *   create issues there
 */
GPtrArray *ala_create_meta_load_types_finish  (GAsyncResult         *result,
                                               GError              **error);

void       ala_create_meta_load_fields_async  (AlaJiraClient        *client,
                                               AlaSetup             *setup,
                                               const char           *project,
                                               const char           *issue_type,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/** ala_create_meta_load_fields_finish: Returns: (transfer full) (element-type AlaCreateField): the fields */
GPtrArray *ala_create_meta_load_fields_finish (GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
