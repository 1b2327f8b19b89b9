/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ala_practice_template_render:
 * @name: of a file in data/practice, without ".html"
 * @...: names and values in turn, %NULL-terminated
 *
 * Puts values in place of "{{name}}", with every character that means something in HTML escaped. A name that begins with "&"
 * stands for "{{&name}}" and is HTML already; both sides have to say so, so that no value slips in unescaped.
 *
 * Returns: (transfer full): the HTML
 */
char *ala_practice_template_render    (const char         *name,
                                       ...) G_GNUC_NULL_TERMINATED;

/** ala_practice_template_render_v: The same with values that every page has. @common: (nullable): names and values in turn */
char *ala_practice_template_render_v  (const char         *name,
                                       const char * const *common,
                                       va_list             args);

/** ala_practice_template_dup_style: Returns: (transfer full): the style sheet of all pages */
char *ala_practice_template_dup_style (void);

G_END_DECLS
