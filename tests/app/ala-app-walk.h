/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-app-driver.h"
#include "ala-practice-jira.h"

G_BEGIN_DECLS

/*
 * The ways through the wizard that several tests walk. The practice Jira is one of its own, which the window knows by its address alone;
 * the person in Jira's pages is the one of the command line's rehearsal.
 * Without one (%NULL) it is that of another process, whose address is in the environment as ALA_TEST_JIRA,
 * and that of its product as ALA_TEST_PRODUCT.
 */

/** ala_app_get_product: Returns: (transfer none): the address of a product that shows a login form below /flex */
const char *
         ala_app_get_product           (void);

/** ala_app_walk_to_key: From the first page to the key page, with the private key kept in a file. */
AlaPage *ala_app_walk_to_key           (AlaApplication  *application);

/** ala_app_walk_to_jira: On to the page of Jira, and @address entered there. */
AlaPage *ala_app_walk_to_jira          (AlaApplication  *application,
                                        const char      *address);

/** ala_app_walk_to_link: On to the application link, Jira found at the address of @jira. */
AlaPage *ala_app_walk_to_link          (AlaApplication  *application,
                                        AlaPracticeJira *jira);

/** ala_app_make_link: What the person does in Jira's dialogs, with the values that the page shows. */
void     ala_app_make_link             (AlaApplication  *application,
                                        AlaPracticeJira *jira,
                                        const char      *public_key);

/** ala_app_walk_to_authorization: On to the authorization, the link made in @jira. */
AlaPage *ala_app_walk_to_authorization (AlaApplication  *application,
                                        AlaPracticeJira *jira);

/** ala_app_allow: What the person does on Jira's page: logs in and allows. Returns: (transfer full): the text of the page that comes */
char    *ala_app_allow                 (AlaApplication  *application);

/** ala_app_walk_to_checks: On to the checks, the access allowed; the page has come by itself. */
AlaPage *ala_app_walk_to_checks        (AlaApplication  *application,
                                        AlaPracticeJira *jira);

/** ala_app_walk_past_webhooks: From the checks on to the hand-over, the webhooks left for later. */
AlaPage *ala_app_walk_past_webhooks    (AlaApplication  *application);

/** ala_app_close: Closes the window as the person does. */
void     ala_app_close                 (AlaApplication  *application);

/** ala_app_check_now: Presses “Check Now” on the page of the link, as soon as it is not asking; it may have seen the link by itself. */
void     ala_app_check_now            (AlaPage         *page);

G_END_DECLS
