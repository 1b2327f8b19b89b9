/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"

G_BEGIN_DECLS

/* What every form of a report says in the same way. */

/** ala_report_words_get_state: Returns: the state as a word, translated: "Passed" */
const char *ala_report_words_get_state  (AlaCheckState  state);

/** ala_report_words_get_sign: Returns: the state as one character, for those who see no colours */
const char *ala_report_words_get_sign   (AlaCheckState  state);

/** ala_report_words_get_nick: Returns: the state as it stands in JSON, never translated: "passed" */
const char *ala_report_words_get_nick   (AlaCheckState  state);

/**
 * ala_report_words_dup_time:
 * @when: seconds since the epoch
 *
 * Returns: (transfer full): day, time and time zone, translated; "" for 0
 */
char       *ala_report_words_dup_time   (gint64         when);

/** ala_report_words_dup_day: Returns: (transfer full): the day alone, translated; "" for 0 */
char       *ala_report_words_dup_day    (gint64         when);

/**
 * ala_report_words_clean:
 * @text: (nullable): what a server, a file or a person said
 *
 * A report leaves the computer: what an address carries besides the place that it names, a user's name with a password or a
 * query, is cut and an ellipsis put in its place. The text becomes valid UTF-8 without control characters, at most 2000
 * characters long.
 *
 * Returns: (transfer full): the text as it may stand in a report
 */
char       *ala_report_words_clean      (const char    *text);

G_END_DECLS
