/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"

G_BEGIN_DECLS

/* A private key file of 4096 bits has about 3.3 kB; what is larger than this is something else. */
#define ALA_KEY_FILE_MAX (64 * 1024)

/**
 * ala_key_import:
 * @data: what the person brought: PEM in any of its forms, DER, or a base64 body without markers
 * @password: (nullable): the password of an encrypted PKCS#8
 *
 * Recognises what @data is. Taken are RSA keys in PKCS#1 and PKCS#8, PEM, DER or trimmed, encrypted PKCS#8 with its
 * password; everything else is refused with the row that says what it is.
 *
 * Returns: (transfer full): the pair, or %NULL with %ALA_PROBLEM_KEY_PASSWORD_NEEDED, %ALA_PROBLEM_KEY_PASSWORD_WRONG,
 *   %ALA_PROBLEM_KEY_IS_PUBLIC, %ALA_PROBLEM_KEY_IS_CERTIFICATE, %ALA_PROBLEM_KEY_IS_SSH, %ALA_PROBLEM_KEY_TRUNCATED,
 *   %ALA_PROBLEM_KEY_NOT_RSA, %ALA_PROBLEM_KEY_TOO_SMALL, %ALA_PROBLEM_KEY_TOO_LARGE or %ALA_PROBLEM_KEY_NOT_RECOGNISED
 */
AlaKeyPair *ala_key_import           (AlaSecret            *data,
                                      AlaSecret            *password,
                                      GError              **error);

/**
 * ala_key_import_file_async:
 * @file: a file of at most %ALA_KEY_FILE_MAX bytes
 *
 * Reads @file and imports it; besides the errors of ala_key_import() there is %ALA_PROBLEM_KEY_FILE_UNREADABLE.
 */
void        ala_key_import_file_async  (GFile                *file,
                                        AlaSecret            *password,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
AlaKeyPair *ala_key_import_file_finish (GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
