/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"

G_BEGIN_DECLS

/*
 * AlaProblemRow: one row of the table, indexed by #AlaProblem. Texts are marked with N_() and translated when they are read.
 * The cause says what happened, the remedy what to do; both are whole sentences that a person can act on.
 */
typedef struct
{
  const char *id;
  AlaStep step;
  AlaProof proofs;
  const char *title;
  const char *cause;
  const char *remedy;
} AlaProblemRow;

extern const AlaProblemRow ala_problem_table[ALA_N_PROBLEMS];

G_END_DECLS
