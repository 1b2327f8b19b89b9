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
 * A simulated Jira on the loopback interface that behaves as reference/jira-oauth.md says Jira does: the order of checks, status
 * codes and bodies, web pages for login, application links, authorization and verification code, and the REST resources that
 * the checks read. It verifies signatures for real. Everything is in memory; it ends with the object.
 */

/**
 * ala_practice_jira_new:
 * @port: the port, 0 for a free one
 *
 * Starts to serve in the thread-default main context.
 *
 * Returns: (transfer full): a Jira that listens, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
AlaPracticeJira *ala_practice_jira_new           (guint             port,
                                                  GError          **error);

/** ala_practice_jira_get_url: Returns: (transfer none): its base address, "http://127.0.0.1:PORT/jira" or without a path */
const char      *ala_practice_jira_get_url       (AlaPracticeJira  *self);

/** The one who can log in: an administrator. Shown on its login page, since nothing here is a secret. */
#define ALA_PRACTICE_USER     "admin"
#define ALA_PRACTICE_PASSWORD "admin"
#define ALA_PRACTICE_NAME     "Practice Administrator"

/**
 * ala_practice_jira_set_fault:
 * @fault: a name of ala_practice_jira_list_faults()
 *
 * Switches one fault on or off.
 *
 * Returns: whether there is such a fault
 */
gboolean         ala_practice_jira_set_fault     (AlaPracticeJira  *self,
                                                  const char       *fault,
                                                  gboolean          on);

/** ala_practice_jira_list_faults: Returns: (transfer none): the names, %NULL-terminated: ids of #AlaProblem rows where one fits */
const char * const *
                 ala_practice_jira_list_faults   (void);

/** ala_practice_jira_set_latency: Adds @milliseconds to every reply. */
void             ala_practice_jira_set_latency   (AlaPracticeJira  *self,
                                                  guint             milliseconds);

/** ala_practice_jira_set_clock: Moves its clock by @seconds. */
void             ala_practice_jira_set_clock     (AlaPracticeJira  *self,
                                                  gint64            seconds);

G_END_DECLS
