/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"

G_BEGIN_DECLS

/* How often Jira is asked while somebody works in its dialog, in milliseconds: soon at first, then more and more seldom. */
#define ALA_LINK_WATCH_FIRST 3000
#define ALA_LINK_WATCH_LAST  15000

#define ALA_TYPE_LINK_WATCH (ala_link_watch_get_type ())
G_DECLARE_FINAL_TYPE (AlaLinkWatch, ala_link_watch, ALA, LINK_WATCH, GObject)

/**
 * AlaLinkWatch:
 *
 * Watches an application link come into being: asks Jira for a request token again and again, gently, and tells from each refusal how far
 * the link has got. Never more than one request at a time; waits as long as Jira asks (Retry-After); ends at the first request token,
 * which stays in the #AlaAuthorization for the person to authorize.
 *
 * Properties, read-only and notified:
 * - "checking": whether a request is under way
 * - "proofs": an #AlaProof: what the last answer proved
 * - "error" (boxed GError, nullable): why there is no request token yet
 * - "proven": whether there is one
 */
AlaLinkWatch *ala_link_watch_new         (void);

/** ala_link_watch_start: Asks at once, and from then on until stopped or proven. */
void          ala_link_watch_start       (AlaLinkWatch     *self,
                                          AlaAuthorization *authorization);
void          ala_link_watch_stop        (AlaLinkWatch     *self);

/** ala_link_watch_check_now: Asks at once, unless a request is under way; the intervals begin anew. */
void          ala_link_watch_check_now   (AlaLinkWatch     *self);

/** ala_link_watch_set_interval: Replaces both intervals, in milliseconds, for the command line and for tests. */
void          ala_link_watch_set_interval (AlaLinkWatch    *self,
                                           guint            first,
                                           guint            last);

/**
 * ala_link_watch_set_stand_in:
 * @stand_in: whether the key that signs stands in for one that nobody here has
 *
 * Then Jira cannot but refuse the signature; but it does so only after it has found the consumer key. That ends the watch as
 * ala_link_watch_is_known(), and is no error (reference/jira-oauth.md section 1, "Order of server checks").
 */
void          ala_link_watch_set_stand_in (AlaLinkWatch    *self,
                                           gboolean         stand_in);

/** ala_link_watch_is_known: Returns: whether Jira refused nothing but the signature of the key that stands in */
gboolean      ala_link_watch_is_known    (AlaLinkWatch     *self);

gboolean      ala_link_watch_is_checking (AlaLinkWatch     *self);
gboolean      ala_link_watch_is_proven   (AlaLinkWatch     *self);
AlaProof      ala_link_watch_get_proofs  (AlaLinkWatch     *self);
const GError *ala_link_watch_get_error   (AlaLinkWatch     *self);

/**
 * ala_link_watch_hold:
 * @held: whether something else asks Jira at the moment
 *
 * While it is held it does not ask, so that Jira never has two questions at a time.
 */
void          ala_link_watch_hold        (AlaLinkWatch     *self,
                                          gboolean          held);

G_END_DECLS
