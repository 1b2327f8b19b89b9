/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-form.h"

G_BEGIN_DECLS

/*
 * AlaCliPage: a web page as far as the rehearsal's browser reads it: its forms, and the text that a person sees.
 * No scripts, no styles; whatever the page holds, reading it ends.
 */
typedef struct _AlaCliPage AlaCliPage;

/**
 * ala_cli_page_new:
 * @url: where it came from
 * @html: the page, any octets
 * @length: how many, or -1
 */
AlaCliPage     *ala_cli_page_new        (const char  *url,
                                         const char  *html,
                                         gssize       length);
void            ala_cli_page_free       (AlaCliPage  *self);

/**
 * ala_cli_page_set_head:
 * @status: the HTTP status, 200 unless it is set
 * @authenticate: (nullable): the WWW-Authenticate header, in which Jira says what is wrong with a token
 */
void            ala_cli_page_set_head   (AlaCliPage  *self,
                                         guint        status,
                                         const char  *authenticate);
guint           ala_cli_page_get_status (AlaCliPage  *self);
const char     *ala_cli_page_get_authenticate (AlaCliPage *self);

const char     *ala_cli_page_get_url    (AlaCliPage  *self);
const char     *ala_cli_page_get_text   (AlaCliPage  *self);

/** ala_cli_page_find_form: Returns: (nullable) (transfer none): the first form with a field of that id or name */
AlaCliForm     *ala_cli_page_find_form  (AlaCliPage  *self,
                                         const char  *field);

/**
 * ala_cli_page_find_form_prefix:
 * @id: (out) (transfer none): the field's id
 *
 * Returns: (nullable) (transfer none): the last form with a field whose id begins with @prefix
 */
AlaCliForm     *ala_cli_page_find_form_prefix (AlaCliPage  *self,
                                               const char  *prefix,
                                               const char **id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaCliPage, ala_cli_page_free)

G_END_DECLS
