/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlaCallbackPage: what the browser shows when Jira has sent it back
 */
typedef enum
{
  ALA_CALLBACK_PAGE_ALLOWED,
  ALA_CALLBACK_PAGE_DENIED,
  ALA_CALLBACK_PAGE_OTHER_RUN,
} AlaCallbackPage;

/**
 * ala_callback_page_make:
 * @policy: (out) (transfer full): the value of its Content-Security-Policy header
 *
 * A page that needs nothing from anywhere, and takes the verification code out of the browser's history.
 *
 * Returns: (transfer full): HTML in UTF-8
 */
char *ala_callback_page_make (AlaCallbackPage   page,
                              char            **policy);

G_END_DECLS
