/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-http-session.h"
#include "ala-jira-address.h"
#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * AlaEdition:
 * @ALA_EDITION_UNKNOWN: not asked yet
 * @ALA_EDITION_SERVER: Jira Server or Data Center, which call themselves "Server" alike
 * @ALA_EDITION_CLOUD: Jira Cloud
 */
typedef enum
{
  ALA_EDITION_UNKNOWN,
  ALA_EDITION_SERVER,
  ALA_EDITION_CLOUD,
} AlaEdition;

#define ALA_TYPE_JIRA_SERVER (ala_jira_server_get_type ())
G_DECLARE_FINAL_TYPE (AlaJiraServer, ala_jira_server, ALA, JIRA_SERVER, GObject)

/**
 * AlaJiraServer:
 *
 * What a Jira says of itself without a login (reference/jira-oauth.md sections 7 and 8, serverInfo). Immutable.
 */
AlaJiraAddress *ala_jira_server_get_address      (AlaJiraServer *self); /* the one that answered */
AlaEdition      ala_jira_server_get_edition      (AlaJiraServer *self);
const char     *ala_jira_server_get_version      (AlaJiraServer *self); /* "9.12.4"; "" when not said */
guint           ala_jira_server_get_major        (AlaJiraServer *self); /* 9; 0 when not said */
guint           ala_jira_server_get_minor        (AlaJiraServer *self);
const char     *ala_jira_server_get_title        (AlaJiraServer *self); /* "" when not said */

/** ala_jira_server_get_base_url: Returns: (nullable): the base URL configured in Jira, as an address that parsed */
AlaJiraAddress *ala_jira_server_get_base_url     (AlaJiraServer *self);

/** ala_jira_server_get_clock_offset: Returns: seconds, Jira's clock minus ours; 0 when it did not say */
gint64          ala_jira_server_get_clock_offset (AlaJiraServer *self);

/** ala_jira_server_get_elapsed: Returns: microseconds that the answer took */
gint64          ala_jira_server_get_elapsed      (AlaJiraServer *self);

/** ala_jira_server_get_certificate: Returns: (nullable) (transfer none): its TLS certificate */
GTlsCertificate *ala_jira_server_get_certificate (AlaJiraServer *self);

/**
 * ala_jira_probe_async:
 * @session: the session
 * @address: where to look
 *
 * Asks serverInfo, anonymously. Follows redirects by hand as long as they lead to the same host or to the same host's https,
 * tries the likely context paths when there is no Jira at @address, and names what is there instead: a login gateway, a web
 * page, another program.
 */
void            ala_jira_probe_async             (AlaHttpSession       *session,
                                                  AlaJiraAddress       *address,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
/** ala_jira_probe_finish: Returns: (transfer full): what was found */
AlaJiraServer  *ala_jira_probe_finish            (GAsyncResult         *result,
                                                  GError              **error);

/**
 * ala_jira_server_new_from_json:
 * @address: the address that was asked
 * @text: the body of serverInfo
 * @length: its length
 *
 * Parses a serverInfo reply; everything but a version or a base URL may be missing or of a wrong type.
 */
AlaJiraServer  *ala_jira_server_new_from_json    (AlaJiraAddress       *address,
                                                  const char           *text,
                                                  gssize                length,
                                                  GError              **error);

G_END_DECLS
