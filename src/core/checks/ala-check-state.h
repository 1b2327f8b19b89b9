/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlaCheckState:
 *
 * The order is from good to bad, so that the worst of several is their maximum.
 */
typedef enum
{
  ALA_CHECK_WAITING,
  ALA_CHECK_RUNNING,
  ALA_CHECK_PASSED,
  ALA_CHECK_SKIPPED,
  ALA_CHECK_WARNING,
  ALA_CHECK_FAILED,
} AlaCheckState;

GType ala_check_state_get_type (void) G_GNUC_CONST;
#define ALA_TYPE_CHECK_STATE (ala_check_state_get_type ())

G_END_DECLS
