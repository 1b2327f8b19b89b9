/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-problem.h"

G_BEGIN_DECLS

/* Members of the objects that the program prints. */

void      ala_cli_json_add_text    (JsonBuilder  *builder,
                                    const char   *name,
                                    const char   *text);
void      ala_cli_json_add_number  (JsonBuilder  *builder,
                                    const char   *name,
                                    gint64        number);

/** ala_cli_json_add_time: Adds seconds since the epoch as ISO 8601, null for 0, which means never. */
void      ala_cli_json_add_time    (JsonBuilder  *builder,
                                    const char   *name,
                                    gint64        when);

/** ala_cli_json_add_problem: Adds what the table says of @error as an object: id, title, seen, cause, remedy. */
void      ala_cli_json_add_problem (JsonBuilder  *builder,
                                    const GError *error);

/** ala_cli_json_print: Writes what @builder has built to standard output, indented. */
void      ala_cli_json_print       (JsonBuilder  *builder);

/** ala_cli_json_print_line: Writes it as one line, at once: an event for whoever reads along. */
void      ala_cli_json_print_line  (JsonBuilder  *builder);

/** ala_cli_json_new_event: Returns: (transfer full): a builder with an object open, which tells that @event happened */
JsonBuilder *ala_cli_json_new_event (const char  *event);

/** ala_cli_json_print_event: Closes the object of @builder, writes it as one line, and frees it. */
void      ala_cli_json_print_event (JsonBuilder  *builder);

/** ala_cli_json_print_problem: Writes @error as the event "problem". */
void      ala_cli_json_print_problem (const GError *error);

G_END_DECLS
