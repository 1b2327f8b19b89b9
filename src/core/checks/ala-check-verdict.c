/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-verdict.h"

AlaCheckState
ala_check_verdict_of (GPtrArray *checks)
{
  AlaCheckState worst = ALA_CHECK_WAITING;
  AlaCheckState open = ALA_CHECK_PASSED;

  g_return_val_if_fail (checks != NULL, ALA_CHECK_WAITING);

  for (guint i = 0; i < checks->len; i++)
    {
      AlaCheckState state = ala_check_get_state (g_ptr_array_index (checks, i));

      worst = MAX (worst, state);
      if (state == ALA_CHECK_RUNNING || (state == ALA_CHECK_WAITING && open != ALA_CHECK_RUNNING))
        open = state;
    }

  return worst < ALA_CHECK_WARNING && open < ALA_CHECK_PASSED ? open : worst;
}

const char *
ala_check_verdict_get_name (AlaCheckState verdict)
{
  switch (verdict)
    {
    case ALA_CHECK_PASSED:
    case ALA_CHECK_SKIPPED:
      return "passed";
    case ALA_CHECK_WARNING:
      return "warning";
    case ALA_CHECK_FAILED:
      return "failed";
    case ALA_CHECK_WAITING:
    case ALA_CHECK_RUNNING:
    default:
      return NULL;
    }
}
