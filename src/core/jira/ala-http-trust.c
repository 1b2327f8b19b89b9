/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-trust.h"

#include <glib/gi18n-lib.h>

#include "ala-problem.h"

GTlsDatabase *
ala_http_trust_load (GFile   *file,
                     GError **error)
{
  GTlsDatabase *authorities = NULL;
  g_autofree char *path = NULL;
  GList *certificates;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* A database of a file without certificates loads, and trusts nobody: so they are counted first. */
  path = g_file_get_path (file);
  certificates = path != NULL ? g_tls_certificate_list_new_from_file (path, NULL) : NULL;
  if (certificates != NULL)
    authorities = g_tls_file_database_new (path, NULL);
  g_list_free_full (certificates, g_object_unref);

  if (authorities == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      ala_problem_set_error (error, ALA_PROBLEM_CA_FILE_UNREADABLE, _("No certificate could be read from “%s”."), name);
    }
  return authorities;
}

GTlsCertificateFlags
ala_http_trust_verify (GTlsDatabase         *authorities,
                       GTlsCertificate      *certificate,
                       GUri                 *uri,
                       GTlsCertificateFlags  flags)
{
  g_autoptr (GSocketConnectable) identity = NULL;
  g_autoptr (GError) error = NULL;
  GTlsCertificateFlags left;

  g_return_val_if_fail (G_IS_TLS_DATABASE (authorities), flags);
  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), flags);
  g_return_val_if_fail (uri != NULL, flags);

  identity = g_network_address_new (g_uri_get_host (uri), (guint16) MAX (g_uri_get_port (uri), 0));
  left = g_tls_database_verify_chain (authorities, certificate, G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, identity, NULL,
                                      G_TLS_DATABASE_VERIFY_NONE, NULL, &error);

  /* Where the file does not know the issuer either, what the system said stands. And only the system may know that a certificate
   * was withdrawn: a file of authorities has no list of those. */
  if (error != NULL || (left & G_TLS_CERTIFICATE_UNKNOWN_CA))
    return flags;
  return left | (flags & G_TLS_CERTIFICATE_REVOKED);
}
