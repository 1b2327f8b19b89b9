/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-project-list.h"

G_BEGIN_DECLS

/* For the loader. */

void ala_project_list_clear      (AlaProjectList *self);
void ala_project_list_set_total  (AlaProjectList *self,
                                  guint           total);

/** ala_project_list_append: Adds what is new of @projects: one that moved from a page to the next meanwhile comes twice. */
void ala_project_list_append     (AlaProjectList *self,
                                  GPtrArray      *projects);
void ala_project_list_set_loaded (AlaProjectList *self,
                                  gboolean        whole);

G_END_DECLS
