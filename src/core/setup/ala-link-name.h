/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a name that a person gives to a link: what a row of a list can show. */
#define ALA_LINK_NAME_MAX 60

/**
 * ala_link_name_clean:
 * @text: (nullable): what a person entered, or what stands in a file
 *
 * Makes a name of it that is one line: blanks around it go, each run of blanks and control characters becomes one blank, marks
 * that turn the direction of writing go, and what is longer than %ALA_LINK_NAME_MAX characters is cut off.
 *
 * Returns: (transfer full): valid UTF-8, "" when nothing is left
 */
char *ala_link_name_clean (const char *text);

/**
 * ala_link_name_next:
 * @text: a name, or a consumer key
 * @separator: what stands between it and its number
 * @max: the most characters that the result may have
 *
 * Counts on: "Jira" becomes "Jira 2", "Jira 2" becomes "Jira 3". A number of more than two digits is part of the name, for example
 * a year, and gets one of its own.
 *
 * Returns: (transfer full): the next one, of at most @max characters
 */
char *ala_link_name_next  (const char *text,
                           const char *separator,
                           guint       max);

G_END_DECLS
