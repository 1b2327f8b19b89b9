/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"

G_BEGIN_DECLS

/**
 * AlaKeyForm:
 * @ALA_KEY_FORM_PKCS8_PEM: unencrypted PKCS#8 with its BEGIN and END lines (RFC 5958)
 * @ALA_KEY_FORM_PKCS8_BODY: the same base64 in one line, without markers: what Zephyr's box takes
 * @ALA_KEY_FORM_PKCS1_PEM: PKCS#1 with its BEGIN and END lines (RFC 8017 appendix A.1.2)
 * @ALA_KEY_FORM_PKCS1_BODY: the same base64 in one line
 *
 * The forms of a private key.
 */
typedef enum
{
  ALA_KEY_FORM_PKCS8_PEM,
  ALA_KEY_FORM_PKCS8_BODY,
  ALA_KEY_FORM_PKCS1_PEM,
  ALA_KEY_FORM_PKCS1_BODY,
} AlaKeyForm;

/**
 * ala_key_export_private:
 *
 * Bodies have no newline at all; PEM texts end in one.
 *
 * Returns: (transfer full): the private key in @form, or %NULL with %ALA_PROBLEM_UNEXPECTED
 */
AlaSecret *ala_key_export_private     (AlaKeyPair    *pair,
                                       AlaKeyForm     form,
                                       GError       **error);

/** ala_key_export_public_pem: Returns: (transfer full): SubjectPublicKeyInfo as PEM, ending in a newline */
char      *ala_key_export_public_pem  (AlaKeyPair    *pair);

/** ala_key_export_public_body: Returns: (transfer full): its base64 in one line: what Jira's box takes */
char      *ala_key_export_public_body (AlaKeyPair    *pair);

/**
 * ala_key_export_certificate:
 * @pair: the pair
 * @common_name: the subject's common name
 * @days: how long it is valid from now
 *
 * A self-signed X.509 certificate that carries the public key, as the guide makes one. Jira reads only the key of it.
 *
 * Returns: (transfer full): the certificate as PEM, or %NULL with %ALA_PROBLEM_UNEXPECTED
 */
char      *ala_key_export_certificate (AlaKeyPair    *pair,
                                       const char    *common_name,
                                       guint          days,
                                       GError       **error);

/**
 * ala_key_export_guide_files:
 * @folder: an existing folder
 *
 * Writes the four files of the vendor's guide under the guide's own names: jira_privatekey.pem (PKCS#1, mode 0600),
 * jira_publickey.cer, jira_privatekey.pcks8 (PKCS#8, mode 0600) and jira_publickey.pem. Existing files of these names are
 * replaced, and private ones are 0600 from their first byte.
 *
 * Returns: whether all four were written; %ALA_PROBLEM_KEY_FILE_NOT_WRITTEN
 */
gboolean   ala_key_export_guide_files (AlaKeyPair    *pair,
                                       GFile         *folder,
                                       GError       **error);

/**
 * ala_key_export_guide_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the four file names
 */
const char * const *
           ala_key_export_guide_names (void);

G_END_DECLS
