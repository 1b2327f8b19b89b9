/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-application.h"
#include "ala-page.h"

G_BEGIN_DECLS

/*
 * Drives the real window from inside its process, as a person would: through what can be seen and pressed. Everything runs in the main
 * loop of the application; waiting means running that loop until something holds, and failing when it never does.
 */

/* What is to hold. */
typedef gboolean (* AlaAppCondition) (gpointer data);

/* A test's body, run once the window is there. */
typedef void     (* AlaAppBody)      (AlaApplication *application,
                                      gpointer        data);

/** ala_app_run: Starts the application, runs @body, and returns when the application has ended. The body closes the window. */
void         ala_app_run          (AlaAppBody       body,
                                   gpointer         data);

/** ala_app_forget_everything: Removes what the program has saved, which has to be in the home folder of a test's session. */
void         ala_app_forget_everything (void);

/** ala_app_wait: Runs the main loop until @condition holds; fails the test, saying @what, after 30 seconds. */
void         ala_app_wait         (const char      *what,
                                   AlaAppCondition  condition,
                                   gpointer         data);

/** ala_app_settle: Runs the main loop until nothing is left to be laid out or drawn. */
void         ala_app_settle       (AlaApplication  *application);

/** ala_app_wait_step: Waits until the page of @step is shown. Returns: (transfer none): that page */
AlaPage     *ala_app_wait_step    (AlaApplication  *application,
                                   AlaStep          step);

/** ala_app_wait_complete: Waits until @page is complete. */
void         ala_app_wait_complete (AlaPage        *page);

/** ala_app_press_next: Presses Next, which has to be there and sensitive. */
void         ala_app_press_next   (AlaApplication  *application);
void         ala_app_press_back   (AlaApplication  *application);
gboolean     ala_app_can_go_on    (AlaApplication  *application);

/** ala_app_press: Presses a button, once it is seen and sensitive. */
void         ala_app_press        (GtkWidget       *button);

/** ala_app_get: Returns: (transfer none): the widget called @id in the template of @widget */
gpointer     ala_app_get          (gpointer         widget,
                                   const char      *id);

/** ala_app_find_row: Returns: (transfer none) (nullable): the seen row below @widget whose title is @title */
GtkWidget   *ala_app_find_row     (GtkWidget        *widget,
                                   const char       *title);

/** ala_app_find_copy_row: Returns: (transfer none) (nullable): the seen row below @widget whose label is @label */
GtkWidget   *ala_app_find_copy_row (GtkWidget      *widget,
                                    const char     *label);

/** ala_app_find_dialog: Returns: (transfer none): the question that is asked right now; fails the test when there is none */
GtkWindow   *ala_app_find_dialog  (void);

/** ala_app_read_clipboard: Returns: (transfer full) (nullable): the text on the clipboard */
char        *ala_app_read_clipboard (GtkWidget     *widget);

/** ala_app_take_picture: Saves a window, or the bubble of a menu, as it is drawn now. */
void         ala_app_take_picture (gpointer         window,
                                   const char      *file);

G_END_DECLS
