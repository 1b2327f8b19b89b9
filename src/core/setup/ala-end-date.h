/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup.h"

G_BEGIN_DECLS

/* Days before an end at which it counts as soon. A token needs a person who may log in to Jira, and often a second one for the product;
 * a certificate is renewed by whoever does that all the time. */
#define ALA_END_TOKEN_DAYS       60
#define ALA_END_CERTIFICATE_DAYS 30

/**
 * AlaEndKind:
 * @ALA_END_TOKEN: the access token, counted by the clock of Jira, which refuses it
 * @ALA_END_CERTIFICATE: what Jira’s server shows, counted by the clock of this computer, which refuses it; of a chain the first end
 * @ALA_END_AUTHORITY: the last of the certificates that the link trusts besides the system's: as long as one vouches, all is well
 *
 * What ends.
 */
typedef enum
{
  ALA_END_TOKEN,
  ALA_END_CERTIFICATE,
  ALA_END_AUTHORITY,
} AlaEndKind;

/**
 * AlaEndState:
 * @ALA_END_UNKNOWN: nobody said when it ends
 * @ALA_END_FAR: not for a while
 * @ALA_END_SOON: it is time to do something
 * @ALA_END_OVER: it has ended
 */
typedef enum
{
  ALA_END_UNKNOWN,
  ALA_END_FAR,
  ALA_END_SOON,
  ALA_END_OVER,
} AlaEndState;

#define ALA_TYPE_END_DATE (ala_end_date_get_type ())
G_DECLARE_FINAL_TYPE (AlaEndDate, ala_end_date, ALA, END_DATE, GObject)

/**
 * AlaEndDate:
 *
 * Something of a link that ends one day, as it stands at one moment. Immutable. Times are seconds since the epoch.
 */

/**
 * ala_end_date_new:
 * @when: when it ends, 0 when that is not known
 * @name: (nullable): whose certificate it is, for %ALA_END_AUTHORITY
 * @now: the time now, by the clock that counts
 */
AlaEndDate   *ala_end_date_new         (AlaEndKind    kind,
                                        gint64        when,
                                        const char   *name,
                                        gint64        now);

/**
 * ala_end_date_new_for:
 * @now: the time now, by the clock of this computer
 *
 * Returns: (transfer full) (nullable): when that of the link ends; %NULL when there is none: no token before it was authorized, no
 *   certificate without https, no authority where the system's are enough
 */
AlaEndDate   *ala_end_date_new_for     (AlaSetup     *setup,
                                        AlaEndKind    kind,
                                        gint64        now);

/** ala_end_date_list: Returns: (transfer full): a #GListModel of #AlaEndDate: all that there is, the day known or not */
GListModel   *ala_end_date_list        (AlaSetup     *setup,
                                        gint64        now);

/** ala_end_date_find_next: Returns: (transfer full) (nullable): of those that are over or end soon, the one that ends first */
AlaEndDate   *ala_end_date_find_next   (AlaSetup     *setup,
                                        gint64        now);

AlaEndKind    ala_end_date_get_kind    (AlaEndDate   *self);

/** ala_end_date_get_id: Returns: a stable id: “token”, “certificate” or “authority” */
const char   *ala_end_date_get_id      (AlaEndDate   *self);

/** ala_end_date_get_title: Returns: what ends, as a heading */
const char   *ala_end_date_get_title   (AlaEndDate   *self);

/** ala_end_date_get_when: Returns: when it ends; 0 when that is not known */
gint64        ala_end_date_get_when    (AlaEndDate   *self);

AlaEndState   ala_end_date_get_state   (AlaEndDate   *self);

/** ala_end_date_get_days: Returns: how many days the calendar has until it ends; 0 on that day, negative afterwards */
int           ala_end_date_get_days    (AlaEndDate   *self);

/** ala_end_date_get_ahead: Returns: how many days before its end a thing of this kind ends “soon” */
int           ala_end_date_get_ahead   (AlaEndDate   *self);

/** ala_end_date_get_text: Returns: the state in a sentence without a full stop: “The token ends in 12 days, on December 6, 2026” */
const char   *ala_end_date_get_text    (AlaEndDate   *self);

/** ala_end_date_get_advice: Returns: what to do about it, or will have to be done */
const char   *ala_end_date_get_advice  (AlaEndDate   *self);

/** ala_end_state_get_nick: Returns: a stable word for programs: “unknown”, “far”, “soon” or “over” */
const char   *ala_end_state_get_nick   (AlaEndState   state);

G_END_DECLS
