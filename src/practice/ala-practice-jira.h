/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ALA_TYPE_PRACTICE_JIRA (ala_practice_jira_get_type ())
G_DECLARE_FINAL_TYPE (AlaPracticeJira, ala_practice_jira, ALA, PRACTICE_JIRA, GObject)

/**
 * AlaPracticeJira:
 *
 * A simulated Jira on the loopback interface that behaves as reference/jira-oauth.md says Jira does: the order of checks,
 * status codes and bodies, web pages for login, application links, authorization and verification code, and the REST resources
 * that the checks read. It verifies signatures for real. Everything is in memory; it ends with the object.
 *
 * Its pages are plain forms without scripts, so that a test can drive them with a browser or with nothing but HTTP. Below
 * ala_practice_jira_get_url(), "field" being the id and the name of an input or button alike:
 *
 *   /login.jsp                                      GET; POST os_username, os_password, os_destination
 *   /secure/admin/WebSudoAuthenticate.jspa          POST webSudoPassword, webSudoDestination (never on Cloud)
 *   /plugins/servlet/applinks/listApplicationLinks  the dialogs below
 *   /plugins/servlet/oauth/authorize?oauth_token=…  buttons approve and deny
 *   /plugins/servlet/oauth/users/access-tokens      button revoke of each token
 *   /practice                                       a switch for each fault, and the generations
 *
 * The dialogs, one page each, that follow each other by POST of the field "step" and of the hidden fields that they carry on:
 *
 *   list       server-8, cloud-2020: applicationUrl and createNewLink; the others: createLink. Buttons edit-ID and delete-ID
 *              of each link
 *   choose     typeAtlassian or typeDirect, typeExternal (radio buttons "type"); applicationUrl; continue
 *   warning    applicationUrl again; continue
 *   details    name, applicationType, serviceProviderName, consumerKey, sharedSecret, requestTokenUrl, accessTokenUrl,
 *              authorizeUrl, createIncoming; continue (cloud-2024 ends here: incoming authentication is under edit-ID)
 *   incoming   key, consumerName, publicKey, callbackUrl, twoLegged; continue
 *   edit       the fields of incoming; save
 *
 * Each form that changes something carries the hidden field atl_token of the session.
 */

/** The one who can log in: an administrator. Shown on its login page, since nothing here is a secret. */
#define ALA_PRACTICE_USER     "admin"
#define ALA_PRACTICE_PASSWORD "admin"
#define ALA_PRACTICE_NAME     "Practice Administrator"

/** The generation that it has unless another one is chosen. */
#define ALA_PRACTICE_GENERATION "data-center-10"

/**
 * ala_practice_jira_new:
 * @port: the port, 0 for a free one
 *
 * Starts to serve in the thread-default main context.
 *
 * Returns: (transfer full): a Jira that listens, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
AlaPracticeJira *ala_practice_jira_new              (guint             port,
                                                     GError          **error);

/**
 * ala_practice_jira_new_secure:
 *
 * The same by https, with a certificate of an authority that nobody but ala_practice_jira_get_ca_pem() knows.
 */
AlaPracticeJira *ala_practice_jira_new_secure       (guint             port,
                                                     GError          **error);

/** ala_practice_jira_get_ca_pem: Returns: (nullable) (transfer none): the certificate of its authority, %NULL without https */
const char      *ala_practice_jira_get_ca_pem       (AlaPracticeJira  *self);

/** ala_practice_jira_get_url: Returns: (transfer none): its base address, "http://127.0.0.1:PORT/jira" */
const char      *ala_practice_jira_get_url          (AlaPracticeJira  *self);

/**
 * ala_practice_jira_set_generation:
 * @generation: a name of ala_practice_jira_list_generations()
 *
 * Changes what it says it is, its dialogs and its REST resources; links, tokens and sessions stay.
 *
 * Returns: whether there is such a generation
 */
gboolean         ala_practice_jira_set_generation   (AlaPracticeJira  *self,
                                                     const char       *generation);
const char      *ala_practice_jira_get_generation   (AlaPracticeJira  *self);

/** ala_practice_jira_list_generations: Returns: (transfer none): the ids of data/guidance/, oldest first, %NULL-terminated */
const char * const *
                 ala_practice_jira_list_generations (void);

/**
 * ala_practice_jira_set_fault:
 * @fault: a name of ala_practice_jira_list_faults()
 *
 * Switches one fault on or off. Several may be on; what Jira meets first shows.
 *
 * Returns: whether there is such a fault
 */
gboolean         ala_practice_jira_set_fault        (AlaPracticeJira  *self,
                                                     const char       *fault,
                                                     gboolean          on);

/** ala_practice_jira_list_faults: Returns: (transfer none): ids of #AlaProblem rows where one fits, %NULL-terminated */
const char * const *
                 ala_practice_jira_list_faults      (void);

/** ala_practice_jira_describe_fault: Returns: (nullable) (transfer none): in a line what the fault does, in English */
const char      *ala_practice_jira_describe_fault   (const char       *fault);

/** ala_practice_jira_set_latency: Adds @milliseconds to every reply. */
void             ala_practice_jira_set_latency      (AlaPracticeJira  *self,
                                                     guint             milliseconds);

/** ala_practice_jira_set_clock: Moves its clock by @seconds. */
void             ala_practice_jira_set_clock        (AlaPracticeJira  *self,
                                                     gint64            seconds);

/**
 * ala_practice_jira_set_n_projects:
 * @n: how many projects there are, at most 100,000; three unless this is called
 */
void             ala_practice_jira_set_n_projects   (AlaPracticeJira  *self,
                                                     guint             n);

/** ala_practice_jira_set_n_fields: Adds @n fields, at most 100,000, to those of Jira itself; each issue has them all. */
void             ala_practice_jira_set_n_fields     (AlaPracticeJira  *self,
                                                     guint             n);

/**
 * ala_practice_jira_add_link:
 * @name: of the application
 * @consumer_key: (nullable): the consumer key, %NULL for a link whose incoming side was forgotten
 * @public_key: (nullable): as it would be pasted
 * @callback: (nullable): the link's own callback URL
 *
 * What an administrator does in the dialogs, with the same checks.
 *
 * Returns: whether the link was made; otherwise %ALA_PROBLEM_BAD_REQUEST or what ala_public_key_new_from_text() says
 */
gboolean         ala_practice_jira_add_link         (AlaPracticeJira  *self,
                                                     const char       *name,
                                                     const char       *consumer_key,
                                                     const char       *public_key,
                                                     const char       *callback,
                                                     GError          **error);

G_END_DECLS
