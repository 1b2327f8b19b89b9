/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-certificate.h"

#include <glib/gi18n-lib.h>

#include "ala-certificate.h"
#include "ala-day.h"
#include "ala-end-date.h"

#define SERVER_INFO_PATH "/rest/api/2/serverInfo"

/* What is answered does not matter here; serverInfo has less than 2 kB. */
#define REPLY_MAX (256 * 1024)

/* Chains have three or four certificates. Of a name, as many characters as a line on the screen may have. */
#define MAX_CHAIN 10
#define MAX_NAME  200

struct _AlaCertificateCheck
{
  AlaCheck parent_instance;

  AlaSetup *setup; /* (nullable): of the latest run */
};

G_DEFINE_FINAL_TYPE (AlaCertificateCheck, ala_certificate_check, ALA_TYPE_CHECK)

/* @name: (nullable) (transfer full): a distinguished name, as whoever made the certificate wrote it */
static char *
make_presentable (char *name)
{
  g_autofree char *taken = name;
  g_autofree char *valid = NULL;

  if (name == NULL || *name == '\0')
    return g_strdup (_("somebody without a name"));

  valid = g_utf8_make_valid (name, -1);
  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_NAME));
}

static gboolean
is_near (AlaEndDate *end)
{
  return ala_end_date_get_state (end) >= ALA_END_SOON;
}

static void
add_chain (AlaCheck        *check,
           GTlsCertificate *certificate,
           gint64           now)
{
  for (guint i = 0; certificate != NULL && i < MAX_CHAIN; i++, certificate = g_tls_certificate_get_issuer (certificate))
    {
      g_autofree char *id = g_strdup_printf ("certificate-%u", i + 1);
      g_autofree char *subject = make_presentable (g_tls_certificate_get_subject_name (certificate));
      g_autofree char *issuer = make_presentable (g_tls_certificate_get_issuer_name (certificate));
      g_autoptr (GDateTime) date = g_tls_certificate_get_not_valid_after (certificate);
      gint64 when = date != NULL ? g_date_time_to_unix (date) : 0;
      g_autoptr (AlaEndDate) end = ala_end_date_new (ALA_END_CERTIFICATE, when, NULL, now);
      g_autofree char *day = when != 0 ? ala_day_format (when) : g_strdup ("?");
      g_autofree char *text = NULL;

      /* Translators: a certificate’s issuer, and its last day */
      text = g_strdup_printf (_("Issued by %s, valid until %s"), issuer, day);
      ala_check_add_finding (check, is_near (end) ? ALA_CHECK_WARNING : ALA_CHECK_PASSED, id, subject, text);
    }
}

/* Of an authority that only this link trusts nobody else keeps the day. */
static void
add_authority (AlaCheck   *check,
               AlaEndDate *authority)
{
  if (authority != NULL)
    ala_check_add_finding (check, is_near (authority) ? ALA_CHECK_WARNING : ALA_CHECK_PASSED, "authority",
                           ala_end_date_get_title (authority), ala_end_date_get_text (authority));
}

static void
judge_certificate (AlaCheck        *check,
                   AlaSetup        *setup,
                   GTlsCertificate *certificate)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (AlaEndDate) end = ala_end_date_new (ALA_END_CERTIFICATE, ala_certificate_find_end (certificate), NULL, now);
  g_autoptr (AlaEndDate) authority = ala_end_date_new_for (setup, ALA_END_AUTHORITY, now);
  g_autofree char *issuer = make_presentable (g_tls_certificate_get_issuer_name (certificate));
  g_autofree char *seen = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *day = ala_day_format (ala_end_date_get_when (end));

  add_chain (check, certificate, now);
  add_authority (check, authority);
  ala_setup_set_certificate_expires (setup, ala_end_date_get_when (end));

  /* What ends first is told. */
  if (authority != NULL && is_near (authority)
      && (!is_near (end) || ala_end_date_get_when (authority) < ala_end_date_get_when (end)))
    {
      g_set_object (&end, authority);
      seen = g_strdup (ala_end_date_get_advice (authority));
    }
  else
    {
      seen = g_strdup_printf (_("The last day of the certificate is %s."), day);
    }

  if (is_near (end))
    {
      ala_check_end (check, ALA_CHECK_WARNING, ala_end_date_get_text (end),
                     ala_problem_new_error (ALA_PROBLEM_TLS_ENDS_SOON, "%s", seen));
      return;
    }
  if (ala_end_date_get_state (end) == ALA_END_UNKNOWN)
    {
      ala_check_end (check, ALA_CHECK_SKIPPED, _("The certificate is trusted, but its last day cannot be read"), NULL);
      return;
    }

  /* Translators: a certificate’s last day, and its issuer */
  summary = g_strdup_printf (_("Trusted, and valid until %s (issued by %s)"), day, issuer);
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static void
reply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaCheck) check = user_data;
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  GTlsCertificate *certificate;

  if (reply == NULL)
    {
      ala_check_end_with_error (check, error);
      return;
    }

  /* The handshake was done before anything was answered, so every status is as good as another. */
  certificate = ala_http_reply_get_certificate (reply);
  if (certificate != NULL)
    judge_certificate (check, ALA_CERTIFICATE_CHECK (check)->setup, certificate);
  else
    ala_check_end (check, ALA_CHECK_SKIPPED, _("Not checked, because the connection does not show its certificate"), NULL);
}

static void
ala_certificate_check_run (AlaCheck      *check,
                           AlaJiraClient *client,
                           AlaSetup      *setup,
                           AlaProfile    *profile,
                           GCancellable  *cancellable)
{
  static const char * const headers[] = { "Accept", "application/json", NULL };
  g_autofree char *uri = ala_jira_address_resolve (ala_jira_client_get_address (client), SERVER_INFO_PATH, NULL);

  if (!g_str_has_prefix (uri, "https:"))
    {
      ala_check_end (check, ALA_CHECK_SKIPPED, _("There is none: the connection to Jira is not encrypted"), NULL);
      return;
    }

  g_set_object (&ALA_CERTIFICATE_CHECK (check)->setup, setup);
  ala_http_session_send_async (ala_jira_client_get_session (client), "GET", uri, headers, NULL, NULL, REPLY_MAX, cancellable,
                               reply_cb, g_object_ref (check));
}

static void
ala_certificate_check_dispose (GObject *object)
{
  g_clear_object (&ALA_CERTIFICATE_CHECK (object)->setup);

  G_OBJECT_CLASS (ala_certificate_check_parent_class)->dispose (object);
}

static void
ala_certificate_check_class_init (AlaCertificateCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_certificate_check_dispose;
  check_class->id = "certificate";
  check_class->title = N_("Certificate");
  check_class->keyless = TRUE;
  check_class->run = ala_certificate_check_run;
}

static void
ala_certificate_check_init (AlaCertificateCheck *self)
{
}
