/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-state.h"

GType
ala_check_state_get_type (void)
{
  static const GEnumValue values[] = {
    { ALA_CHECK_WAITING, "ALA_CHECK_WAITING", "waiting" },
    { ALA_CHECK_RUNNING, "ALA_CHECK_RUNNING", "running" },
    { ALA_CHECK_PASSED, "ALA_CHECK_PASSED", "passed" },
    { ALA_CHECK_SKIPPED, "ALA_CHECK_SKIPPED", "skipped" },
    { ALA_CHECK_WARNING, "ALA_CHECK_WARNING", "warning" },
    { ALA_CHECK_FAILED, "ALA_CHECK_FAILED", "failed" },
    { 0, NULL, NULL },
  };
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("AlaCheckState", values));

  return type;
}
