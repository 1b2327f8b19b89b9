/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-end-date.h"

G_BEGIN_DECLS

#define ALA_TYPE_END_CALENDAR (ala_end_calendar_get_type ())
G_DECLARE_FINAL_TYPE (AlaEndCalendar, ala_end_calendar, ALA, END_CALENDAR, GObject)

/**
 * AlaEndCalendar:
 *
 * The end dates of a link for a calendar (iCalendar, RFC 5545): a day for each that is still to come, with reminders at nine in the
 * morning, when it is time and a week before. An event has the same name each time, so that a calendar replaces what it was given before.
 * It holds no secret. Immutable.
 *
 * Written by hand: of the format two dozen lines are needed, for which no library that a sandbox would have to bring along is worth it.
 */

/** ala_end_calendar_new: @now: the time now, by the clock of this computer; a calendar that is made later counts for more */
AlaEndCalendar *ala_end_calendar_new           (AlaSetup             *setup,
                                                gint64                now);

/** ala_end_calendar_get_n_events: Returns: how many ends are to come; 0 when there is nothing to remind of */
guint           ala_end_calendar_get_n_events  (AlaEndCalendar       *self);

/** ala_end_calendar_get_text: Returns: the file, UTF-8 with CRLF */
const char     *ala_end_calendar_get_text      (AlaEndCalendar       *self);

/** ala_end_calendar_get_file_name: Returns: a name to save it under: “applink-jira.example.com.ics” */
const char     *ala_end_calendar_get_file_name (AlaEndCalendar       *self);

/** ala_end_calendar_save_async: Writes it to @file; one that is there is replaced whole or not at all. */
void            ala_end_calendar_save_async    (AlaEndCalendar       *self,
                                                GFile                *file,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/** ala_end_calendar_save_finish: Returns: whether it was saved; %ALA_PROBLEM_FILE_NOT_SAVED */
gboolean        ala_end_calendar_save_finish   (AlaEndCalendar       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
