/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"
#include "ala-test-server.h"

G_BEGIN_DECLS

/* Runs one check at a time against a scripted server, through the runner and a real client. */
typedef struct
{
  AlaTestServer *server;
  AlaJiraClient *client;
  AlaSetup *setup;
  AlaProfile *profile;
  guint tolerated; /* a status that is no failure here, 0 for none: check_bench_assert_fails_in_words() passes it over */
} CheckBench;

void      check_bench_set_up      (CheckBench    *self,
                                   gconstpointer  unused);
void      check_bench_tear_down   (CheckBench    *self,
                                   gconstpointer  unused);

/** check_bench_run: Returns: (transfer full): a check of @type that has ended */
AlaCheck *check_bench_run         (CheckBench    *self,
                                   GType          type);

/** check_bench_get_finding_state: Returns: the state of the finding of that id; fails when there is none */
AlaCheckState check_bench_get_finding_state (AlaCheck   *check,
                                             const char *id);

/** check_bench_reply: What the server says to @path from now on: @json with status 200, as a user who is signed in. */
void      check_bench_reply       (CheckBench    *self,
                                   const char    *path,
                                   const char    *json);

/** check_bench_set_cloud: From now on the setup knows that this is a Cloud. */
void      check_bench_set_cloud   (CheckBench    *self);

/** check_bench_assert_problem: @problem is %ALA_PROBLEM_NONE for a check that passed or was skipped */
#define check_bench_assert_problem(check, expected_state, expected_problem) \
  G_STMT_START { \
    g_assert_cmpint (ala_check_get_state (check), ==, expected_state); \
    g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (ala_check_get_error (check))), ==, \
                     ala_problem_get_id (expected_problem)); \
  } G_STMT_END

/**
 * check_bench_assert_fails_in_words:
 *
 * Makes @path answer in every way in which a request can go wrong; each has to end in a failed check of a row that says more
 * than "unexpected".
 */
void      check_bench_assert_fails_in_words (CheckBench *self,
                                             GType       type,
                                             const char *path);

G_END_DECLS
