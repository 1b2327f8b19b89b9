/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "ala-oauth-encoding.h"
#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * AlaAddressNote:
 *
 * What was changed or is worth saying about an address that was typed.
 */
typedef enum
{
  ALA_ADDRESS_NOTE_NONE         = 0,
  ALA_ADDRESS_ADDED_SCHEME      = 1 << 0, /* https:// was put in front */
  ALA_ADDRESS_CUT_PATH          = 1 << 1, /* a deep link, query or fragment was cut off */
  ALA_ADDRESS_CUT_PUNCTUATION   = 1 << 2, /* quotes, brackets, trailing full stops, odd spaces */
  ALA_ADDRESS_CUT_USER          = 1 << 3, /* user and password in the address */
  ALA_ADDRESS_PLAIN_HTTP        = 1 << 4, /* http to something other than this computer: worth a warning */
  ALA_ADDRESS_LOOPBACK          = 1 << 5, /* this computer itself */
  ALA_ADDRESS_CLOUD             = 1 << 6, /* a host below atlassian.net or jira.com */
} AlaAddressNote;

#define ALA_TYPE_JIRA_ADDRESS (ala_jira_address_get_type ())
G_DECLARE_FINAL_TYPE (AlaJiraAddress, ala_jira_address, ALA, JIRA_ADDRESS, GObject)

/**
 * AlaJiraAddress:
 *
 * The base address of a Jira: scheme, host, port and context path, without a slash at its end. Immutable.
 */

/**
 * ala_jira_address_new:
 * @text: what a person typed or pasted
 *
 * Reads forgivingly: white space, quotes, brackets, zero-width characters and closing punctuation go; a missing scheme
 * becomes https (http for this computer); a deep link is cut behind the context path ("/browse/…", "/secure/…", "/projects/…",
 * "/jira/software/…" on Cloud, "/plugins/servlet/…", "/rest/…", "/login.jsp", "/issues/…", "/servicedesk/…", "/wiki" …); the
 * scheme's own port goes; scheme and host become lower-case. An international host is kept as punycode; letters of two
 * scripts within one label, or a whole label of look-alikes, are refused with the letter named
 * (reference/zephyr-connection.md section 1.5).
 *
 * Returns: (transfer full): the address, or %NULL with %ALA_PROBLEM_ADDRESS_EMPTY, %ALA_PROBLEM_ADDRESS_UNREADABLE,
 *   %ALA_PROBLEM_ADDRESS_SCHEME, %ALA_PROBLEM_ADDRESS_LOOKALIKE or %ALA_PROBLEM_ADDRESS_UNDERSCORE (Tomcat refuses "_")
 */
AlaJiraAddress *ala_jira_address_new       (const char      *text,
                                            GError         **error);

/** ala_jira_address_get_base: Returns: (transfer none): for example "https://jira.example.com/jira" */
const char     *ala_jira_address_get_base  (AlaJiraAddress  *self);
const char     *ala_jira_address_get_host  (AlaJiraAddress  *self);

/** ala_jira_address_get_path: Returns: (transfer none): the context path, "" or "/jira" */
const char     *ala_jira_address_get_path  (AlaJiraAddress  *self);

AlaAddressNote  ala_jira_address_get_notes (AlaJiraAddress  *self);
gboolean        ala_jira_address_equal     (AlaJiraAddress  *a,
                                            AlaJiraAddress  *b);

/**
 * ala_jira_address_resolve:
 * @path: a path below the base, beginning with "/" and already encoded
 * @query: (nullable): parameters, encoded by ala_oauth_encode()
 *
 * Returns: (transfer full): the whole address, exactly as it is to be sent and signed
 */
char           *ala_jira_address_resolve   (AlaJiraAddress  *self,
                                            const char      *path,
                                            AlaOAuthParams  *query);

/**
 * ala_jira_address_dup_parents:
 *
 * The other places at which the same Jira may be: with the context path shortened segment by segment, and with "/jira".
 * For a probe that met "not found".
 *
 * Returns: (transfer full) (element-type AlaJiraAddress): candidates, best first, without @self
 */
GPtrArray      *ala_jira_address_dup_parents (AlaJiraAddress *self);

G_END_DECLS
