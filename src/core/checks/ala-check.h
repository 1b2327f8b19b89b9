/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"
#include "ala-finding.h"
#include "ala-jira-client.h"
#include "ala-profile.h"
#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_CHECK (ala_check_get_type ())
G_DECLARE_DERIVABLE_TYPE (AlaCheck, ala_check, ALA, CHECK, GObject)

/**
 * AlaCheck:
 *
 * One thing that is looked at, and what came out. A subclass says what it is called, which check has to pass first, and how to
 * run. Properties, notified: "state", "summary" (translated: what was found; while it runs how far it has come, "" when that is
 * not known), "error" (boxed GError, nullable: the row that explains a warning or failure).
 */
struct _AlaCheckClass
{
  GObjectClass parent_class;

  const char *id;     /* stable: "server", "clock", "identity", "permissions", "projects" */
  const char *title;  /* marked for translation with N_() */
  const char *needs;  /* (nullable): the id of the check that has to pass first */
  gboolean    eager;  /* whether it runs at the same time as the one that it needs, and ends after that one: its answers do not build on
                       * the other's, they only mean nothing without it */
  gboolean    keyless; /* whether it asks Jira nothing that has to be signed, so that it can run where only the product has the private key */
  gboolean    last;   /* whether it waits until every other check of the run has ended, in whatever way */

  void (* prepare)    (AlaCheck      *self,
                       AlaJiraClient *client); /* (nullable): a run begins, and it will have its turn; nothing has run yet */

  void (* run)        (AlaCheck      *self,
                       AlaJiraClient *client,
                       AlaSetup      *setup,
                       AlaProfile    *profile,
                       GCancellable  *cancellable); /* ends by calling ala_check_end() */
};

const char    *ala_check_get_id       (AlaCheck *self);
const char    *ala_check_get_title    (AlaCheck *self); /* translated */
const char    *ala_check_get_needs    (AlaCheck *self);

/** ala_check_get_needed: Returns: (nullable) (transfer none): the check of that id, where both run together: what it found is there */
AlaCheck      *ala_check_get_needed   (AlaCheck *self);

AlaCheckState  ala_check_get_state    (AlaCheck *self);
const char    *ala_check_get_summary  (AlaCheck *self);
const GError  *ala_check_get_error    (AlaCheck *self);

/** ala_check_get_findings: Returns: (transfer none): a #GListModel of #AlaFinding: what was found in detail; empty for most checks */
GListModel    *ala_check_get_findings (AlaCheck *self);

/** ala_check_get_elapsed: Returns: microseconds that it ran */
gint64         ala_check_get_elapsed  (AlaCheck *self);

/* What follows is for subclasses and the runner. */

/** ala_check_set_needed: @needed: (nullable): the check that has to pass first; not kept alive */
void           ala_check_set_needed   (AlaCheck      *self,
                                       AlaCheck      *needed);

/** ala_check_begin: Enters %ALA_CHECK_RUNNING and starts the clock; nothing of an earlier run is left. */
void           ala_check_begin        (AlaCheck      *self);

/**
 * ala_check_hold:
 * @cancellable: (nullable): cancels the run
 *
 * For an eager check, between ala_check_begin() and its start: what it ends with is kept until ala_check_confirm() or
 * ala_check_annul() says whether it counts. Until then it is shown as running.
 *
 * Returns: (transfer none): what the check is to be run with; cancelled with @cancellable and by ala_check_annul()
 */
GCancellable  *ala_check_hold         (AlaCheck      *self,
                                       GCancellable  *cancellable);

/** ala_check_is_held: Returns: whether ala_check_hold() waits for an answer */
gboolean       ala_check_is_held      (AlaCheck      *self);

/** ala_check_confirm: What it needed has passed: it ends as it had ended, or by itself from now on. */
void           ala_check_confirm      (AlaCheck      *self);

/**
 * ala_check_annul:
 * @why: (nullable): translated: it counts as skipped, for this reason; %NULL when the run was stopped: it waits again
 *
 * What it needed has not passed: its requests are cancelled, and whatever it ends with is forgotten.
 */
void           ala_check_annul        (AlaCheck      *self,
                                       const char    *why);

/** ala_check_set_progress: Says in "summary", while it runs, how far it has come: translated, "300 of 10,000 projects". */
void           ala_check_set_progress   (AlaCheck    *self,
                                         const char  *progress);

/**
 * ala_check_add_finding:
 * @state: passed, skipped, warning or failed
 * @id: what it is about, stable and not translated: a permission key, an event, the id of a field
 * @label: how Jira calls it
 * @text: (nullable): translated: what was found
 *
 * Adds a line to the findings; they are forgotten when the check begins again.
 */
void           ala_check_add_finding    (AlaCheck      *self,
                                         AlaCheckState  state,
                                         const char    *id,
                                         const char    *label,
                                         const char    *text);

/**
 * ala_check_end:
 * @state: passed, skipped, warning or failed
 * @summary: (nullable): translated; %NULL takes the row's title
 * @error: (nullable) (transfer full): why; needed for a warning or failure, and only for these
 */
void           ala_check_end          (AlaCheck      *self,
                                       AlaCheckState  state,
                                       const char    *summary,
                                       GError        *error);

/**
 * ala_check_end_with_error:
 * @error: (transfer full): what a request ended with
 *
 * The check failed by @error; unless it was cancelled: then nothing was found out, and it waits again.
 */
void           ala_check_end_with_error (AlaCheck    *self,
                                         GError      *error);

/** ala_check_skip_without_key: Returns: whether the check was skipped, because it has to sign and only the product of the link can */
gboolean       ala_check_skip_without_key (AlaCheck  *self,
                                           AlaSetup   *setup,
                                           AlaProfile *profile);

/** ala_check_reset: Goes back to %ALA_CHECK_WAITING and forgets what was found. */
void           ala_check_reset        (AlaCheck      *self);

G_END_DECLS
