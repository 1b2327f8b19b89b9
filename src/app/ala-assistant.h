/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_ASSISTANT (ala_assistant_get_type ())
G_DECLARE_FINAL_TYPE (AlaAssistant, ala_assistant, ALA, ASSISTANT, GObject)

/**
 * AlaAssistant:
 *
 * The window, and the order of its pages. GtkAssistant cannot be subclassed in C and is deprecated since GTK 4.10, so this file pair is
 * the only place that knows it: pages ask to move on by the signals of #AlaPage.
 */
AlaAssistant *ala_assistant_new        (GtkApplication *application,
                                        AlaWorkspace   *workspace);
GtkWindow    *ala_assistant_get_window (AlaAssistant   *self);

/** ala_assistant_open: Goes on with a saved link on the page where the person stopped, though it be finished. */
void          ala_assistant_open       (AlaAssistant   *self,
                                        AlaSetup       *setup);

/** ala_assistant_go_to: Shows the page of @step, as if the person had walked there. */
void          ala_assistant_go_to      (AlaAssistant   *self,
                                        AlaStep         step);

/** ala_assistant_get_step: Returns: the step of the page that is shown */
AlaStep       ala_assistant_get_step   (AlaAssistant   *self);

/** ala_assistant_get_page: Returns: (transfer none) (nullable) (type AlaPage): the page of @step */
GtkWidget    *ala_assistant_get_page   (AlaAssistant   *self,
                                        AlaStep         step);

/** ala_assistant_close: Closes the window; asks first where that would lose something. */
void          ala_assistant_close      (AlaAssistant   *self);

G_END_DECLS
