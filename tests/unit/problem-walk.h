/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * ProblemWalk:
 *
 * One way in which a row of the problem table is met. A row may be met in several. What the practice Jira can be made to do
 * is not here: test-rehearse walks all of that.
 */
typedef struct
{
  AlaProblem problem;
  const char *variant;        /* nullable: which one, when a row is met in several ways */
  AlaStep step;               /* where a person can mend it */
  AlaProof proofs;
  const char *by;             /* the public function that names it */
  GError *(* meet)    (void); /* makes it happen */
  const char *says;           /* nullable: what the sentence has to hold */
  const char *keyring;        /* nullable: the state of with-keyring in which it happens */
} ProblemWalk;

/* Each ends with a row of zeros. */
extern const ProblemWalk problem_walk_keys[];
extern const ProblemWalk problem_walk_addresses[];
extern const ProblemWalk problem_walk_checks[];
extern const ProblemWalk problem_walk_network[];
extern const ProblemWalk problem_walk_product[];
extern const ProblemWalk problem_walk_computer[];
extern const ProblemWalk problem_walk_retirement[];
extern const ProblemWalk problem_walk_webhooks[];

G_END_DECLS
