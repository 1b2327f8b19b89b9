/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-assistant.h"

G_BEGIN_DECLS

#define ALA_TYPE_APPLICATION (ala_application_get_type ())
G_DECLARE_FINAL_TYPE (AlaApplication, ala_application, ALA, APPLICATION, AdwApplication)

/**
 * AlaApplication:
 *
 * The program: its stores, its one window, its actions. A link that was not finished is opened where the person stopped.
 */
AlaApplication *ala_application_new           (void);

/** ala_application_get_assistant: Returns: (transfer none) (nullable): the assistant, once its window was asked for */
AlaAssistant   *ala_application_get_assistant (AlaApplication *self);

/** ala_application_get_workspace: Returns: (transfer none) (nullable): what its pages work on */
AlaWorkspace   *ala_application_get_workspace (AlaApplication *self);

G_END_DECLS
