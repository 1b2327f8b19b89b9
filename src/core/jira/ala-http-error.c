/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gnutls/gnutls.h>
#include <libsoup/soup.h>

#include "ala-certificate.h"

/* A network that is down looks like a name that is not known, and it is the better explanation. */
static gboolean
is_offline (void)
{
  return !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

static GError *
new_offline (const char *host)
{
  return ala_problem_new_error (ALA_PROBLEM_OFFLINE, _("There is no network by which “%s” could be reached."), host);
}

static GError *
new_lost (AlaHttpStage  stage,
          const char   *host)
{
  if (stage == ALA_HTTP_READING)
    return ala_problem_new_error (ALA_PROBLEM_REPLY_TRUNCATED, _("“%s” ended the connection in the middle of its answer."), host);

  return ala_problem_new_error (ALA_PROBLEM_CONNECTION_LOST, _("“%s” ended the connection before it had answered."), host);
}

static GError *
from_io (const GError *cause,
         AlaHttpStage  stage,
         const char   *host)
{
  switch (cause->code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return ala_problem_new_error (ALA_PROBLEM_CONNECTION_REFUSED, _("“%s” refused the connection."), host);
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      if (is_offline ())
        return new_offline (host);
      return ala_problem_new_error (ALA_PROBLEM_HOST_UNREACHABLE, _("There is no way from here to “%s”."), host);
    case G_IO_ERROR_HOST_NOT_FOUND:
      return ala_problem_new_error (ALA_PROBLEM_HOST_NOT_FOUND, _("“%s” is not known."), host);
    case G_IO_ERROR_TIMED_OUT:
      return ala_problem_new_error (ALA_PROBLEM_NETWORK_TIMEOUT, _("“%s” did not answer in time."), host);
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_CLOSED:
    case G_IO_ERROR_NOT_CONNECTED:
      return new_lost (stage, host);
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return ala_problem_new_error (ALA_PROBLEM_PROXY_FAILED, _("The proxy did not connect to “%s”: %s"), host, cause->message);
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
      return ala_problem_new_error (ALA_PROBLEM_PROXY_PASSWORD, _("The proxy did not connect to “%s”: %s"), host, cause->message);
    case G_IO_ERROR_INVALID_DATA:
      return ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("The answer of “%s” cannot be unpacked."), host);
    default:
      /* A reset has no code of its own in every GLib; on a stream that was open it is a connection that broke off. */
      return ala_problem_new_error (stage == ALA_HTTP_READING ? ALA_PROBLEM_REPLY_TRUNCATED : ALA_PROBLEM_CONNECTION_LOST,
                                    _("The connection to “%s” failed: %s"), host, cause->message);
    }
}

/* GIO has one code for a server that speaks no TLS and one that ends the handshake, and reports the former as "misc" too. The
 * sentence of GnuTLS within its message tells them apart, in whatever language. */
static gboolean
says (const GError *cause,
      int           gnutls_error)
{
  return strstr (cause->message, gnutls_strerror (gnutls_error)) != NULL;
}

static gboolean
is_no_tls (const GError *cause)
{
  return says (cause, GNUTLS_E_UNEXPECTED_PACKET) || says (cause, GNUTLS_E_UNEXPECTED_PACKET_LENGTH) ||
         says (cause, GNUTLS_E_UNSUPPORTED_VERSION_PACKET) ||
         (cause->code == G_TLS_ERROR_NOT_TLS && !says (cause, GNUTLS_E_PREMATURE_TERMINATION));
}

static GError *
from_tls (const GError *cause,
          AlaHttpStage  stage,
          const char   *host)
{
  if (is_no_tls (cause))
    return ala_problem_new_error (ALA_PROBLEM_TLS_NOT_SPOKEN, _("“%s” does not speak https on this port."), host);
  if (cause->code == G_TLS_ERROR_EOF)
    return new_lost (stage, host);
  if (cause->code == G_TLS_ERROR_CERTIFICATE_REQUIRED)
    return ala_problem_new_error (ALA_PROBLEM_TLS_FAILED, _("“%s” wants a certificate of this computer."), host);

  return ala_problem_new_error (ALA_PROBLEM_TLS_FAILED, _("The encrypted connection to “%s” failed: %s"), host, cause->message);
}

GError *
ala_http_error_new (const GError *cause,
                    AlaHttpStage  stage,
                    const char   *host)
{
  g_return_val_if_fail (cause != NULL, NULL);
  g_return_val_if_fail (host != NULL, NULL);

  if (cause->domain == ALA_PROBLEM_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);

  if (cause->domain == G_RESOLVER_ERROR)
    {
      if (is_offline ())
        return new_offline (host);
      return ala_problem_new_error (ALA_PROBLEM_HOST_NOT_FOUND, _("No server named “%s” was found."), host);
    }

  if (cause->domain == G_IO_ERROR)
    return from_io (cause, stage, host);

  if (cause->domain == G_TLS_ERROR)
    return from_tls (cause, stage, host);

  if (cause->domain == SOUP_SESSION_ERROR)
    return ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("“%s” did not answer as a web server does."), host);

  return ala_problem_new_error (ALA_PROBLEM_UNEXPECTED, _("The request to “%s” failed: %s"), host, cause->message);
}

static char *
format_date (GDateTime *date)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (date);

  return g_date_time_format (local, "%x");
}

static char *
describe_flag (GTlsCertificateFlags  flag,
               GTlsCertificate      *certificate,
               const char           *host)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  switch (flag)
    {
    case G_TLS_CERTIFICATE_REVOKED:
      return g_strdup_printf (_("The certificate of “%s” was withdrawn by its issuer."), host);
    case G_TLS_CERTIFICATE_NOT_ACTIVATED:
      date = certificate != NULL ? g_tls_certificate_get_not_valid_before (certificate) : NULL;
      text = date != NULL ? format_date (date) : g_strdup ("?");
      return g_strdup_printf (_("The certificate of “%s” is valid from %s on."), host, text);
    case G_TLS_CERTIFICATE_EXPIRED:
      date = certificate != NULL ? g_tls_certificate_get_not_valid_after (certificate) : NULL;
      text = date != NULL ? format_date (date) : g_strdup ("?");
      return g_strdup_printf (_("The certificate of “%s” expired on %s."), host, text);
    case G_TLS_CERTIFICATE_BAD_IDENTITY:
      return g_strdup_printf (_("The certificate was not issued for “%s”."), host);
    case G_TLS_CERTIFICATE_INSECURE:
      return g_strdup_printf (_("The certificate of “%s” uses a method that is not safe."), host);
    case G_TLS_CERTIFICATE_UNKNOWN_CA:
      text = certificate != NULL ? g_tls_certificate_get_issuer_name (certificate) : NULL;
      if (text != NULL)
        return g_strdup_printf (_("The certificate of “%s” was issued by “%s”, which is not trusted here."), host, text);
      return g_strdup_printf (_("The certificate of “%s” was issued by somebody who is not trusted here."), host);
    default:
      return g_strdup_printf (_("The certificate of “%s” cannot be checked."), host);
    }
}

GError *
ala_http_error_new_for_certificate (GTlsCertificateFlags  flags,
                                    GTlsCertificate      *certificate,
                                    const char           *host)
{
  /* The most telling first: what no installed authority could mend comes before the authority. */
  static const struct
  {
    GTlsCertificateFlags flag;
    AlaProblem problem;
  } rows[] = {
    { G_TLS_CERTIFICATE_REVOKED, ALA_PROBLEM_TLS_REVOKED },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, ALA_PROBLEM_TLS_NOT_YET_VALID },
    { G_TLS_CERTIFICATE_EXPIRED, ALA_PROBLEM_TLS_EXPIRED },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, ALA_PROBLEM_TLS_WRONG_HOST },
    { G_TLS_CERTIFICATE_INSECURE, ALA_PROBLEM_TLS_INSECURE },
    { G_TLS_CERTIFICATE_UNKNOWN_CA, ALA_PROBLEM_TLS_UNTRUSTED },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, ALA_PROBLEM_TLS_FAILED },
  };
  g_autoptr (GString) sentences = g_string_new (NULL);
  AlaProblem problem = ALA_PROBLEM_NONE;
  GError *error;

  g_return_val_if_fail (flags != G_TLS_CERTIFICATE_NO_FLAGS, NULL);
  g_return_val_if_fail (host != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (flags & rows[i].flag)
      {
        g_autofree char *sentence = describe_flag (rows[i].flag, certificate, host);

        g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
        if (problem == ALA_PROBLEM_NONE)
          problem = rows[i].problem;
      }

  error = ala_problem_new_error (problem != ALA_PROBLEM_NONE ? problem : ALA_PROBLEM_TLS_FAILED, "%s", sentences->str);
  if (certificate != NULL)
    {
      g_autoptr (AlaCertificate) shown = ala_certificate_new (certificate);
      g_autofree char *chain = ala_certificate_dup_chain_pem (shown);

      ala_problem_annotate (error, ALA_NOTE_CERTIFICATE, chain);
    }
  return error;
}
