/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

#define ALA_TYPE_READ_CHECK (ala_read_check_get_type ())
G_DECLARE_DERIVABLE_TYPE (AlaReadCheck, ala_read_check, ALA, READ_CHECK, AlaCheck)

/**
 * AlaReadCheck:
 *
 * A check that reads one resource of Jira and judges what is in it. A refusal fails it with the row that explains the refusal.
 */
struct _AlaReadCheckClass
{
  AlaCheckClass parent_class;

  const char *path; /* of the resource, below Jira's base address */

  /* Judges what came: an array or object, of whatever content. Ends by calling ala_check_end(). */
  void     (* judge)   (AlaCheck     *check,
                        JsonNode     *root,
                        AlaProfile   *profile);

  /* (nullable): ends the check by a refusal that means more here than elsewhere. Returns: whether it did */
  gboolean (* refused) (AlaCheck     *check,
                        const GError *error,
                        AlaProfile   *profile);
};

G_END_DECLS
