/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-guidance.h"

G_BEGIN_DECLS

/* Under these names a setup keeps which of its values were copied for Jira, as far as others ask for it. */
#define ALA_GUIDE_STEPS_PRODUCT_URL_DONE "link-product-url"
#define ALA_GUIDE_STEPS_PUBLIC_KEY_DONE "link-public-key"

#define ALA_TYPE_GUIDE_STEPS (ala_guide_steps_get_type ())
G_DECLARE_FINAL_TYPE (AlaGuideSteps, ala_guide_steps, ALA, GUIDE_STEPS, AdwPreferencesGroup)

/**
 * AlaGuideSteps:
 *
 * The numbered steps in Jira's screens, each value with its Copy button. What was copied is ticked in the setup.
 *
 * Signal: "copied" (guint: the #AlaGuideValue).
 */

/** ala_guide_steps_show: Shows the steps of @guidance with the values of the link; the rows are made anew only when these changed. */
void ala_guide_steps_show (AlaGuideSteps *self,
                           AlaGuidance   *guidance,
                           AlaSetup      *setup,
                           AlaProfile    *profile,
                           const char    *public_key);

/** ala_guide_steps_copy: Copies @value as if its key had been pressed, if a step enters it: its row is scrolled to and has the focus. */
void ala_guide_steps_copy (AlaGuideSteps *self,
                           AlaGuideValue  value);

G_END_DECLS
