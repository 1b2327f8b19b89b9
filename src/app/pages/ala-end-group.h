/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_END_GROUP (ala_end_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaEndGroup, ala_end_group, ALA, END_GROUP, AdwPreferencesGroup)

/**
 * AlaEndGroup:
 *
 * What of a link ends, when, and what is to be done then; and a reminder to save for a calendar.
 *
 * Signal: "failed" (GError): the reminder could not be saved.
 */

/**
 * ala_end_group_set_setup:
 * @setup: a link, shown as it stands now
 * @lasting: whether it will still be there when something ends, so that a reminder makes sense
 */
void ala_end_group_set_setup (AlaEndGroup *self,
                              AlaSetup    *setup,
                              gboolean     lasting);

/** ala_end_group_save_to: Saves the reminder, as if @file had been chosen in the dialog. */
void ala_end_group_save_to   (AlaEndGroup *self,
                              GFile       *file);

G_END_DECLS
