/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-guidance.h"

G_BEGIN_DECLS

#define ALA_TYPE_JIRA_NOTE (ala_jira_note_get_type ())
G_DECLARE_FINAL_TYPE (AlaJiraNote, ala_jira_note, ALA, JIRA_NOTE, GObject)

/** AlaJiraNoteForm: the forms in which a note is written. */
typedef enum
{
  ALA_JIRA_NOTE_TEXT,
  ALA_JIRA_NOTE_MARKDOWN,
  ALA_JIRA_NOTE_HTML,
} AlaJiraNoteForm;

/**
 * AlaJiraNote:
 *
 * What somebody else needs who administers Jira: the page, the numbered steps for their version, and every value to enter. It is made of
 * the public half of a link and never holds a secret. Immutable.
 */

/** ala_jira_note_new: @public_key: the body of the link's public key */
AlaJiraNote    *ala_jira_note_new            (AlaGuidance          *guidance,
                                              AlaSetup             *setup,
                                              AlaProfile           *profile,
                                              const char           *public_key);

/** ala_jira_note_get_address: Returns: the page in Jira on which the steps begin */
const char     *ala_jira_note_get_address    (AlaJiraNote          *self);

/** ala_jira_note_dup_value: Returns: (transfer full): what to enter at @step; "" for nothing */
char           *ala_jira_note_dup_value      (AlaJiraNote          *self,
                                              AlaGuideStep         *step);

/** ala_jira_note_to: Returns: (transfer full): the note in that form */
char           *ala_jira_note_to             (AlaJiraNote          *self,
                                              AlaJiraNoteForm       form);

/** ala_jira_note_form_from_name: Returns: the form for a file of that name; HTML when its ending says nothing */
AlaJiraNoteForm ala_jira_note_form_from_name (const char           *name);

/** ala_jira_note_dup_file_name: Returns: (transfer full): a name to save it under: “applink-jira.example.com.html” */
char           *ala_jira_note_dup_file_name  (AlaJiraNote          *self);

/** ala_jira_note_save_async: Writes the note in the form that the name of @file asks for; a file that is there is replaced whole or not at all. */
void            ala_jira_note_save_async     (AlaJiraNote          *self,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/** ala_jira_note_save_finish: Returns: whether it was saved; %ALA_PROBLEM_FILE_NOT_SAVED */
gboolean        ala_jira_note_save_finish    (AlaJiraNote          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
