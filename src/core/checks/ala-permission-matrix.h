/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-project-rights.h"
#include "ala-request-queue.h"

G_BEGIN_DECLS

#define ALA_TYPE_PERMISSION_MATRIX (ala_permission_matrix_get_type ())
G_DECLARE_FINAL_TYPE (AlaPermissionMatrix, ala_permission_matrix, ALA, PERMISSION_MATRIX, GObject)

/**
 * AlaPermissionMatrix:
 *
 * Projects × permissions, as a #GListModel of #AlaProjectRights. Jira's global answer means "in some project" only, so each
 * project is asked for by itself (reference/jira-oauth.md section 7, "global context"). Rows are made when somebody wants them.
 *
 * Properties, notified, read-only: "set" (AlaPermissionSet, nullable), "checked" (guint): of how many projects the answer is
 * known; "running" (gboolean).
 */
AlaPermissionMatrix *ala_permission_matrix_new              (void);

/**
 * ala_permission_matrix_set_projects:
 * @set: what is asked for
 * @projects: (element-type AlaProject): all projects
 * @first: keys of those that come first
 *
 * Begins anew. Not to be called while it runs.
 *
 * Returns: how many of @first are among @projects
 */
guint                ala_permission_matrix_set_projects     (AlaPermissionMatrix  *self,
                                                             AlaPermissionSet     *set,
                                                             GListModel           *projects,
                                                             const char * const   *first);

AlaPermissionSet    *ala_permission_matrix_get_set          (AlaPermissionMatrix  *self);
guint                ala_permission_matrix_get_n_checked    (AlaPermissionMatrix  *self);
gboolean             ala_permission_matrix_is_running       (AlaPermissionMatrix  *self);

/** ala_permission_matrix_count: Returns: how many of the first @n rows are in @state; a row that nobody wanted yet waits */
guint                ala_permission_matrix_count            (AlaPermissionMatrix  *self,
                                                             guint                 n,
                                                             AlaCheckState         state);

/**
 * ala_permission_matrix_count_missing:
 * @keys: (out) (optional) (transfer full): the keys of the first few projects that lack it, joined by ", "
 *
 * Returns: in how many of the projects that were asked the permission is missing
 */
guint                ala_permission_matrix_count_missing    (AlaPermissionMatrix  *self,
                                                             guint                 permission,
                                                             char                **keys);

/**
 * ala_permission_matrix_check_async:
 * @n: how many rows, from the first on
 *
 * Asks for those of the first @n rows whose answer is not known yet, a few at a time. One project that Jira says nothing about
 * does not stop the others; a row of failures does, and so does a Jira that wants a long rest.
 */
void                 ala_permission_matrix_check_async      (AlaPermissionMatrix  *self,
                                                             AlaJiraClient        *client,
                                                             guint                 n,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
/** ala_permission_matrix_check_finish: Returns: whether it came to its end, or was stopped; the answers until then are kept */
gboolean             ala_permission_matrix_check_finish     (AlaPermissionMatrix  *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

/** ala_permission_matrix_stop: Asks for no more; what is under way is given up, and the operation ends well. */
void                 ala_permission_matrix_stop             (AlaPermissionMatrix  *self);

G_END_DECLS
