/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-jira-probe.h"
#include "ala-record.h"
#include "ala-setup-enums.h"

G_BEGIN_DECLS

#define ALA_TYPE_SETUP (ala_setup_get_type ())
G_DECLARE_FINAL_TYPE (AlaSetup, ala_setup, ALA, SETUP, AlaRecord)

/**
 * AlaSetup:
 *
 * The state of one link, passive: it does no input or output and has no opinions. Every value has its one home here; pages bind
 * to its properties. Secrets are not in it: they live in an #AlaSecretStore under ala_setup_get_id().
 *
 * Every property is readable, writable, notified only when the value changes, and saved. Strings are never %NULL, "" means
 * "not known yet". Times are seconds since the epoch, 0 for never.
 */
AlaSetup       *ala_setup_new                  (void);

/* "id": a random UUID, given once, safe as a file name */
const char     *ala_setup_get_id               (AlaSetup *self);

/* "created", "changed": when it was begun and last saved */
gint64          ala_setup_get_created          (AlaSetup *self);
gint64          ala_setup_get_changed          (AlaSetup *self);
void            ala_setup_set_changed          (AlaSetup *self, gint64 when);

/* "name": what the person calls the link, one line as ala_link_name_clean() leaves it; "" for none. Two links may have the same. */
const char     *ala_setup_get_name             (AlaSetup *self);
void            ala_setup_set_name             (AlaSetup *self, const char *name);

/* "step": where the person is */
AlaStep         ala_setup_get_step             (AlaSetup *self);
void            ala_setup_set_step             (AlaSetup *self, AlaStep step);

/* "profile": the id of the consumer profile ("zephyr-enterprise") */
const char     *ala_setup_get_profile          (AlaSetup *self);
void            ala_setup_set_profile          (AlaSetup *self, const char *id);

/* "secret-place": where the secrets are */
AlaSecretPlace  ala_setup_get_secret_place     (AlaSetup *self);
void            ala_setup_set_secret_place     (AlaSetup *self, AlaSecretPlace place);

/* "key-bits", "key-fingerprint": the pair whose private key is in the store */
guint           ala_setup_get_key_bits         (AlaSetup *self);
const char     *ala_setup_get_key_fingerprint  (AlaSetup *self);
void            ala_setup_set_key              (AlaSetup *self, guint bits, const char *fingerprint);

/* "public-key": the body of the public key that the product brought, whose private half only the product has; "" for a pair of ours */
const char     *ala_setup_get_public_key       (AlaSetup *self);
void            ala_setup_set_public_key       (AlaSetup *self, const char *body);

/* "jira-url": the base address, as ala_jira_address_get_base() says it */
const char     *ala_setup_get_jira_url         (AlaSetup *self);
void            ala_setup_set_jira_url         (AlaSetup *self, const char *url);

/* "consumer-key": exactly as it stands in Jira, spaces kept */
const char     *ala_setup_get_consumer_key     (AlaSetup *self);
void            ala_setup_set_consumer_key     (AlaSetup *self, const char *consumer_key);

/* "product-url": the address of the product to connect, for Zephyr with its /flex */
const char     *ala_setup_get_product_url      (AlaSetup *self);
void            ala_setup_set_product_url      (AlaSetup *self, const char *url);

/* "ca-certificates": PEM certificates that this link trusts besides the system's, "" for none. Public, so kept with the setup. */
const char     *ala_setup_get_ca_certificates  (AlaSetup *self);
void            ala_setup_set_ca_certificates  (AlaSetup *self, const char *pem);

/* "edition", "version", "title", "clock-offset", "certificate-expires": what the probe found; no certificate where nothing is encrypted */
AlaEdition      ala_setup_get_edition          (AlaSetup *self);
const char     *ala_setup_get_version          (AlaSetup *self);
const char     *ala_setup_get_title            (AlaSetup *self);
gint64          ala_setup_get_clock_offset     (AlaSetup *self);
void            ala_setup_set_server           (AlaSetup *self, AlaJiraServer *server);
void            ala_setup_set_clock_offset     (AlaSetup *self, gint64 seconds);
gint64          ala_setup_get_certificate_expires (AlaSetup *self);
void            ala_setup_set_certificate_expires (AlaSetup *self, gint64 when);

/* "link-known": when Jira last knew the consumer key, which is all that can be seen without the product's private key */
gint64          ala_setup_get_link_known       (AlaSetup *self);
void            ala_setup_set_link_known       (AlaSetup *self, gint64 when);

/* "link-proven": when Jira last issued a request token, so that key and consumer key are known to be right */
gint64          ala_setup_get_link_proven      (AlaSetup *self);
void            ala_setup_set_link_proven      (AlaSetup *self, gint64 when);

/* "token-expires", "authorized": end date, by the clock of Jira, and birth of the access token in the store */
gint64          ala_setup_get_authorized       (AlaSetup *self);
gint64          ala_setup_get_token_expires    (AlaSetup *self);
void            ala_setup_set_authorized       (AlaSetup *self, gint64 when, gint64 token_expires);

/* "user": the display name of the user that a signed request proved */
const char     *ala_setup_get_user             (AlaSetup *self);
void            ala_setup_set_user             (AlaSetup *self, const char *user);

/* "checked", "verdict": when the checks last ran, and the worst row: "passed", "warning", "failed" or "" */
gint64          ala_setup_get_checked          (AlaSetup *self);
const char     *ala_setup_get_verdict          (AlaSetup *self);
void            ala_setup_set_checked          (AlaSetup *self, gint64 when, const char *verdict);

/* "projects": keys of the projects that the person wants to work with, checked first; empty for all */
const char *const *
                ala_setup_get_projects         (AlaSetup *self);
void            ala_setup_set_projects         (AlaSetup *self, const char *const *keys); /* (nullable) */

/* "issue-type": id of the issue type of a defect, whose fields are looked at */
const char     *ala_setup_get_issue_type       (AlaSetup *self);
void            ala_setup_set_issue_type       (AlaSetup *self, const char *id);

/* "webhook-url": where Jira is to send its events, as the person entered it */
const char     *ala_setup_get_webhook_url      (AlaSetup *self);
void            ala_setup_set_webhook_url      (AlaSetup *self, const char *url);

/* "webhook-plan": who makes the webhooks */
AlaWebhookPlan  ala_setup_get_webhook_plan     (AlaSetup *self);
void            ala_setup_set_webhook_plan     (AlaSetup *self, AlaWebhookPlan plan);

/* "finished": when the person came to the end */
gint64          ala_setup_get_finished         (AlaSetup *self);
void            ala_setup_set_finished         (AlaSetup *self, gint64 when);

/* "replaces": the id of the link in whose place this one is to come, "" for none; that one may be deleted by now */
const char     *ala_setup_get_replaces         (AlaSetup *self);
void            ala_setup_set_replaces         (AlaSetup *self, const char *id);

/* "number": which link of its product to its Jira it is, 0 while it is the only one: in Jira two links need two names and two addresses */
guint           ala_setup_get_number           (AlaSetup *self);
void            ala_setup_set_number           (AlaSetup *self, guint number);

/* "old-refused": when Jira was seen to refuse the link that is replaced */
gint64          ala_setup_get_old_refused      (AlaSetup *self);
void            ala_setup_set_old_refused      (AlaSetup *self, gint64 when);

/* "done": which values of the target dialog were copied or ticked, in the order of ticking */
gboolean        ala_setup_is_done              (AlaSetup *self, const char *what);
void            ala_setup_set_done             (AlaSetup *self, const char *what, gboolean done);

/**
 * ala_setup_dup_name:
 *
 * Returns: (transfer full): how the link is called in lists: the name that the person gave it, else the host of its Jira, or
 *   "New link"
 */
char           *ala_setup_dup_name             (AlaSetup *self);

/**
 * ala_setup_dup_host:
 *
 * Returns: (transfer full): the host of its Jira, "" when there is no address yet; an address without a host as it is
 */
char           *ala_setup_dup_host             (AlaSetup *self);

/**
 * ala_setup_reset_link:
 *
 * Forgets what was proven of link, token and checks, and what was ticked: another key, address or consumer key was chosen, so
 * each of these has to be done again.
 */
void            ala_setup_reset_link           (AlaSetup *self);

G_END_DECLS
