/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE (ala_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AlaPage, ala_page, ALA, PAGE, GtkWidget)

/**
 * AlaPage:
 *
 * What the assistant knows of a page. A page is idle (nothing asked), busy (something runs, Cancel works), waiting (for the person or
 * for Jira), in trouble (its problem box says what and how to mend it), or complete (Next leads on). It reacts to the workspace and never
 * to another page.
 *
 * Properties:
 * - "heading", "description": the first lines on the page
 * - "title": its name in the list of steps
 * - "complete": whether Next leads on
 * - "workspace": set once by the assistant
 *
 * Signals:
 * - "advance": the page is done and there is nothing to read on it: go to the next one
 * - "go-to" (AlaStep): the person asked for another page, usually to mend something there
 *
 * Children in the .ui file of a subclass land below heading and description, in a column of comfortable width that scrolls.
 */
struct _AlaPageClass
{
  GtkWidgetClass parent_class;

  /* The workspace is there: connect to it. Once. */
  void (* constructed_workspace) (AlaPage *self);

  /* The page comes into view, each time. */
  void (* prepare)               (AlaPage *self);

  /* The page goes out of view, or the window closes: stop what is only of use while it is seen. */
  void (* leave)                 (AlaPage *self);
};

const char   *ala_page_get_title       (AlaPage      *self);
void          ala_page_set_title       (AlaPage      *self,
                                        const char   *title);
void          ala_page_set_heading     (AlaPage      *self,
                                        const char   *heading);
void          ala_page_set_description (AlaPage      *self,
                                        const char   *description);
gboolean      ala_page_get_complete    (AlaPage      *self);
void          ala_page_set_complete    (AlaPage      *self,
                                        gboolean      complete);
AlaWorkspace *ala_page_get_workspace   (AlaPage      *self);
void          ala_page_set_workspace   (AlaPage      *self,
                                        AlaWorkspace *workspace);

/** ala_page_get_setup: Returns: (transfer none): the setup of the link that is worked on right now */
AlaSetup     *ala_page_get_setup       (AlaPage      *self);

/** ala_page_get_cancellable: Returns: (transfer none): cancelled when the page is left or goes away; a new one at each visit */
GCancellable *ala_page_get_cancellable (AlaPage      *self);

/** ala_page_save: Saves the link that is worked on, as ala_workspace_save() does. */
void          ala_page_save            (AlaPage      *self);

/** ala_page_is_in_front: Returns: whether the page is the one that is seen */
gboolean      ala_page_is_in_front     (AlaPage      *self);

void          ala_page_prepare         (AlaPage      *self);
void          ala_page_leave           (AlaPage      *self);
void          ala_page_advance         (AlaPage      *self);
void          ala_page_go_to           (AlaPage      *self,
                                        AlaStep       step);

G_END_DECLS
