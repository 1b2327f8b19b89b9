/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-jira-note.h"

G_BEGIN_DECLS

#define ALA_TYPE_NOTE_GROUP (ala_note_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaNoteGroup, ala_note_group, ALA, NOTE_GROUP, AdwPreferencesGroup)

/**
 * AlaNoteGroup:
 *
 * For when somebody else administers Jira: the steps as a note to save or to copy. The page goes on watching meanwhile.
 *
 * Signal: "failed" (GError).
 */

/** ala_note_group_set_note: @note: (nullable): what is to be handed on */
void ala_note_group_set_note (AlaNoteGroup *self,
                              AlaJiraNote  *note);

/** ala_note_group_save_to: Saves the note, as if @file had been chosen in the dialog. */
void ala_note_group_save_to  (AlaNoteGroup *self,
                              GFile        *file);

G_END_DECLS
