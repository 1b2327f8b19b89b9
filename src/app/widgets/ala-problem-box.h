/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-problem.h"

G_BEGIN_DECLS

#define ALA_TYPE_PROBLEM_BOX (ala_problem_box_get_type ())
G_DECLARE_FINAL_TYPE (AlaProblemBox, ala_problem_box, ALA, PROBLEM_BOX, GtkWidget)

/**
 * AlaProblemBox:
 *
 * Says what is wrong and what to do, in the words of the problem table, with what was seen this time below. Invisible while there is no
 * problem. Up to two buttons help to mend it.
 *
 * Property "mild": whether it is a warning that does not stop the job.
 * Signals: "primary", "secondary": the buttons.
 */
GtkWidget  *ala_problem_box_new         (void);

/** ala_problem_box_set_error: Shows @error; %NULL and a cancelled operation hide the box. */
void        ala_problem_box_set_error   (AlaProblemBox *self,
                                         const GError  *error);

/** ala_problem_box_get_problem: Returns: the row that is shown, or %ALA_PROBLEM_NONE */
AlaProblem  ala_problem_box_get_problem (AlaProblemBox *self);

void        ala_problem_box_set_mild    (AlaProblemBox *self,
                                         gboolean       mild);

/** ala_problem_box_set_buttons: Labels of the buttons, each (nullable) for none */
void        ala_problem_box_set_buttons (AlaProblemBox *self,
                                         const char    *primary,
                                         const char    *secondary);

G_END_DECLS
