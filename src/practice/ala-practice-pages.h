/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* The pages around the others: login and logout, the administrator's password, dashboard, status, faults. */
void     ala_practice_pages_home          (AlaPracticeExchange *exchange);
void     ala_practice_pages_dashboard     (AlaPracticeExchange *exchange);
void     ala_practice_pages_login         (AlaPracticeExchange *exchange);
void     ala_practice_pages_logout        (AlaPracticeExchange *exchange);
void     ala_practice_pages_websudo       (AlaPracticeExchange *exchange);
void     ala_practice_pages_status        (AlaPracticeExchange *exchange);
void     ala_practice_pages_style         (AlaPracticeExchange *exchange);
void     ala_practice_pages_faults        (AlaPracticeExchange *exchange);

/** ala_practice_pages_require_login: Returns: whether somebody is logged in; otherwise the login page follows */
gboolean ala_practice_pages_require_login (AlaPracticeExchange *exchange);

/**
 * ala_practice_pages_require_admin:
 *
 * Returns: whether an administrator is logged in who gave the password again where this Jira wants that; otherwise the browser
 *   was sent there
 */
gboolean ala_practice_pages_require_admin (AlaPracticeExchange *exchange);

/** ala_practice_pages_require_xsrf: Returns: whether the form has the token of the session; otherwise it was answered 403 */
gboolean ala_practice_pages_require_xsrf  (AlaPracticeExchange *exchange);

/** ala_practice_pages_render_notice: Returns: (transfer full): HTML, "" when @text is %NULL */
char    *ala_practice_pages_render_notice (const char          *text);
char    *ala_practice_pages_render_error  (const char          *text);

G_END_DECLS
