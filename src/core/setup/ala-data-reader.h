/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AlaDataReader:
 *
 * Reads the members of one JSON object of the program's data (data/profiles/, data/guidance/). It goes on after a mistake, and
 * remembers the first member that was missing or of a wrong kind, so that a whole object is read without a check in each line.
 */
typedef struct
{
  JsonObject *object;
  const char *bad; /* (nullable): the first bad member */
} AlaDataReader;

/** ala_data_reader_init: @node: (nullable): what should be an object; anything else counts as bad */
void        ala_data_reader_init       (AlaDataReader      *self,
                                        JsonNode           *node);

/** ala_data_reader_fail: Marks @member as bad. */
void        ala_data_reader_fail       (AlaDataReader      *self,
                                        const char         *member);

/** ala_data_reader_dup_text: Returns: (transfer full): the text of @member; "" when it is missing */
char       *ala_data_reader_dup_text   (AlaDataReader      *self,
                                        const char         *member);

/** ala_data_reader_dup_needed: Returns: (transfer full): the text of @member, which may be neither missing nor empty */
char       *ala_data_reader_dup_needed (AlaDataReader      *self,
                                        const char         *member);

/** ala_data_reader_dup_list: Returns: (transfer full): the texts of @member; none when it is missing */
GStrv       ala_data_reader_dup_list   (AlaDataReader      *self,
                                        const char         *member);

/** ala_data_reader_get_number: Returns: the number of @member between @low and @high; @fallback when it is missing */
gint64      ala_data_reader_get_number (AlaDataReader      *self,
                                        const char         *member,
                                        gint64              low,
                                        gint64              high,
                                        gint64              fallback);

/**
 * ala_data_reader_get_choice:
 * @nicks: (array zero-terminated=1): the texts that may stand there
 *
 * Returns: the position of the text of @member in @nicks; 0 when it is missing
 */
guint       ala_data_reader_get_choice (AlaDataReader      *self,
                                        const char         *member,
                                        const char *const  *nicks);

/** ala_data_reader_get_array: Returns: (transfer none) (nullable): the array of @member, which may be neither missing nor empty */
JsonArray  *ala_data_reader_get_array  (AlaDataReader      *self,
                                        const char         *member);

/** ala_data_translate: Returns: the translation of a text from the data; "" stays "" */
const char *ala_data_translate         (const char         *text);

G_END_DECLS
