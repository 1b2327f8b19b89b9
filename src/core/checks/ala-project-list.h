/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-project.h"
#include "ala-request-queue.h"
#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_PROJECT_LIST (ala_project_list_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectList, ala_project_list, ALA, PROJECT_LIST, GObject)

/**
 * AlaProjectList:
 *
 * The projects that the account sees, as a #GListModel of #AlaProject in Jira's order, each key once. It grows while it is
 * loaded: a Data Center gives all in one array, Cloud gives pages, which are fetched several at a time
 * (reference/jira-oauth.md section 7). What a large reply holds is taken apart in a thread.
 *
 * Property, notified: "total" (guint, read-only): how many there will be as far as Jira has said, 0 before it did.
 */
AlaProjectList *ala_project_list_new         (void);

/** ala_project_list_is_loaded: Returns: whether it was loaded; it may still be short of what Jira has, see below */
gboolean        ala_project_list_is_loaded   (AlaProjectList       *self);

/** ala_project_list_is_whole: Returns: whether there are no more than these: a Jira that always has one more page is left in the end */
gboolean        ala_project_list_is_whole    (AlaProjectList       *self);

guint           ala_project_list_get_total   (AlaProjectList       *self);

/** ala_project_list_find: Returns: (nullable) (transfer none): the project of that key */
AlaProject     *ala_project_list_find        (AlaProjectList       *self,
                                              const char           *key);

/**
 * ala_project_list_load_async:
 * @setup: says whether this is a Cloud
 *
 * Empties the list and loads it again. Not to be called while it loads.
 */
void            ala_project_list_load_async  (AlaProjectList       *self,
                                              AlaJiraClient        *client,
                                              AlaSetup             *setup,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/** ala_project_list_load_finish: Returns: whether it was loaded, also when it is empty; what came before an error stays in it */
gboolean        ala_project_list_load_finish (AlaProjectList       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
