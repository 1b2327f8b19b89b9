/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-profile.h"

G_BEGIN_DECLS

/**
 * AlaGuideValue:
 *
 * A value that a step asks the person to enter in Jira.
 */
typedef enum
{
  ALA_GUIDE_NOTHING,
  ALA_GUIDE_PRODUCT_URL,
  ALA_GUIDE_APPLICATION_NAME,
  ALA_GUIDE_CONSUMER_KEY,
  ALA_GUIDE_CONSUMER_NAME,
  ALA_GUIDE_PUBLIC_KEY,
} AlaGuideValue;

#define ALA_TYPE_GUIDE_STEP (ala_guide_step_get_type ())
G_DECLARE_FINAL_TYPE (AlaGuideStep, ala_guide_step, ALA, GUIDE_STEP, GObject)

/** AlaGuideStep: one numbered step in Jira's screens. */
const char    *ala_guide_step_get_text    (AlaGuideStep *self); /* translated: what to do */
const char    *ala_guide_step_get_warning (AlaGuideStep *self); /* translated: the trap at this place, or "" */
const char    *ala_guide_step_get_label   (AlaGuideStep *self); /* the field's label as it reads in Jira, or "" */
AlaGuideValue  ala_guide_step_get_value   (AlaGuideStep *self);

#define ALA_TYPE_GUIDE_MISTAKE (ala_guide_mistake_get_type ())
G_DECLARE_FINAL_TYPE (AlaGuideMistake, ala_guide_mistake, ALA, GUIDE_MISTAKE, GObject)

/** AlaGuideMistake: one of those after which Jira does not know the consumer key; from outside they all look the same. */
const char    *ala_guide_mistake_get_sign   (AlaGuideMistake *self); /* translated: how the person recognises it */
const char    *ala_guide_mistake_get_remedy (AlaGuideMistake *self); /* translated: how to mend it */

#define ALA_TYPE_GUIDANCE (ala_guidance_get_type ())
G_DECLARE_FINAL_TYPE (AlaGuidance, ala_guidance, ALA, GUIDANCE, GObject)

/**
 * AlaGuidance:
 *
 * The steps that make an application link, worded for one generation of Jira's screens, read from data/guidance/
 * (reference/jira-oauth.md section 4). A #GListModel of #AlaGuideStep. Immutable.
 */
const char    *ala_guidance_get_id        (AlaGuidance  *self); /* "server-8", "data-center-9", "cloud-2024" … */
const char    *ala_guidance_get_title     (AlaGuidance  *self); /* translated: "Jira Data Center 8.22 to 9" */
const char    *ala_guidance_get_outlook   (AlaGuidance  *self); /* translated: what is known of the future of OAuth 1.0a there, or "" */

/** ala_guidance_get_mistakes: Returns: (transfer none): a #GListModel of #AlaGuideMistake, the most likely first */
GListModel    *ala_guidance_get_mistakes  (AlaGuidance  *self);

/**
 * ala_guidance_list:
 *
 * Returns: (transfer full) (element-type AlaGuidance): every generation, oldest first
 */
GListModel    *ala_guidance_list          (void);

/**
 * ala_guidance_choose:
 * @edition: the edition
 * @major: the version's first number, 0 when unknown
 * @minor: the second
 *
 * Returns: (transfer full): the generation that Jira shows most likely; for an unknown version the newest of the edition
 */
AlaGuidance   *ala_guidance_choose        (AlaEdition    edition,
                                           guint         major,
                                           guint         minor);

/** ala_guidance_dup_value: Returns: (transfer full): what to enter for @value; "" for %ALA_GUIDE_NOTHING */
char          *ala_guidance_dup_value     (AlaGuideValue value,
                                           AlaSetup     *setup,
                                           AlaProfile   *profile,
                                           const char   *public_key_body); /* (nullable) */

G_END_DECLS
