/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/*
 * Secrets in files, for an #AlaSecretStore: FOLDER/LINK/NAME, each with nothing in it but the secret. So nothing has to parse
 * it into memory that nobody wipes, and each is replaced in one go. Files are 0600 and the link's folder 0700, from the first byte.
 */

/** ala_secret_file_save: Returns: success, else %ALA_PROBLEM_SECRET_FILE_FAILED */
gboolean   ala_secret_file_save  (const char  *folder,
                                  const char  *link,
                                  const char  *name,
                                  AlaSecret   *secret,
                                  GError     **error);

/**
 * ala_secret_file_load:
 *
 * A file that others could read is closed to them again, with a warning in the log.
 *
 * Returns: (transfer full): the secret, or %NULL with %ALA_PROBLEM_SECRETS_MISSING or %ALA_PROBLEM_SECRET_FILE_FAILED
 */
AlaSecret *ala_secret_file_load  (const char  *folder,
                                  const char  *link,
                                  const char  *name,
                                  GError     **error);

/**
 * ala_secret_file_clear:
 * @name: (nullable): which secret of @link to remove; %NULL for the link's folder and whatever a crash left in it
 *
 * Returns: success, also when there was none; else %ALA_PROBLEM_SECRET_FILE_FAILED
 */
gboolean   ala_secret_file_clear (const char  *folder,
                                  const char  *link,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS
