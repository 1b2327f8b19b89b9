/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"
#include "ala-cli-browser.h"

G_BEGIN_DECLS

/*
 * The person of a rehearsal: a Jira administrator who does by hand, in Jira's own pages, what the program cannot do. Knows what
 * the program's guidance says, the names of the fields, and nothing of how the practice Jira works inside.
 */

/**
 * AlaCliPerson:
 * @browser: the browser; it keeps the session from one thing to the next
 * @user: the login name
 * @password: the password
 * @cancellable: ends everything
 */
typedef struct
{
  AlaCliBrowser *browser;
  const char *user;
  const char *password;
  GCancellable *cancellable;
} AlaCliPerson;

/** AlaCliHandout: What the program hands out for the application link. */
typedef struct
{
  const char *application_name;
  const char *application_url;
  const char *consumer_key;
  const char *consumer_name;
  const char *public_key;
} AlaCliHandout;

/**
 * ala_cli_person_make_link:
 * @url: Jira's page for application links
 *
 * Goes through the dialogs of whatever generation they are, page after page, and enters what is asked for.
 *
 * Returns: whether Jira took the public key in the end; an error says on which page it went no further
 */
gboolean    ala_cli_person_make_link (AlaCliPerson   *self,
                                      const char     *url,
                                      AlaCliHandout  *link,
                                      GError        **error);

/**
 * ala_cli_person_allow:
 * @url: Jira's page that asks whether to allow the access
 *
 * Chooses "Allow".
 *
 * Returns: (transfer full): the page that comes then: the program's own on this computer, or Jira's with the verification code
 */
AlaCliPage     *ala_cli_person_allow     (AlaCliPerson      *self,
                                          const char        *url,
                                          GError           **error);

/**
 * ala_cli_person_authorize:
 * @authorization: prepared already
 * @jira_url: where Jira's own pages are
 *
 * Opens the page that asks whether to allow the access, chooses "Allow", and waits until the answer is worth an access token. The
 * first answer that is refused ends it: nobody is there to try another one.
 *
 * Returns: (transfer full): the access token
 */
AlaAccessToken *ala_cli_person_authorize (AlaCliPerson      *self,
                                          AlaAuthorization  *authorization,
                                          const char        *jira_url,
                                          GError           **error);

G_END_DECLS
