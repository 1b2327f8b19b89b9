/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-signed-error.h"

#include <glib/gi18n-lib.h>

#include "ala-signature-xray.h"

/* Tells another key from another address, by the text that Jira says it verified (reference/jira-oauth.md section 2). */
static GError *
refine_signature_error (GError     *error,
                        const char *ours)
{
  static const char * const notes[] = { ALA_NOTE_STATUS, ALA_NOTE_OAUTH_PROBLEM, ALA_NOTE_JIRA_BASE_STRING };
  const char *theirs = ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING);
  g_autofree char *description = NULL;
  GError *refined;

  if (theirs == NULL)
    return error;

  switch (ala_signature_xray (ours, theirs, &description))
    {
    case ALA_XRAY_SAME:
      refined = ala_problem_new_error (ALA_PROBLEM_SIGNATURE_OTHER_KEY,
                                       _("Jira verified the very text that was signed, and the signature did not fit its key."));
      break;
    case ALA_XRAY_DIFFERENT:
      refined = ala_problem_new_error (ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS, "%s", description);
      break;
    case ALA_XRAY_UNREADABLE:
    default:
      return error;
    }

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    ala_problem_annotate (refined, notes[i], ala_problem_get_note (error, notes[i]));
  g_error_free (error);
  return refined;
}

static void
annotate_base_string (GError     *error,
                      const char *note,
                      const char *base_string,
                      gboolean    is_secret)
{
  g_autofree char *hidden = NULL;

  if (base_string == NULL)
    return;
  /* A request token is worthless once it is used; an access token lives five years. */
  if (is_secret)
    hidden = ala_signature_xray_hide_token (base_string);
  ala_problem_annotate (error, note, hidden != NULL ? hidden : base_string);
}

/* Jira's clock minus ours, by the range of timestamps that it would take, or else by the reply's date. */
static void
annotate_clock (GError       *error,
                AlaHttpReply *reply)
{
  const char *range = ala_problem_get_note (error, ALA_NOTE_TIMESTAMPS);
  g_autofree char *text = NULL;
  gint64 offset;

  if (range != NULL)
    {
      char *end;
      gint64 low = g_ascii_strtoll (range, &end, 10);
      gint64 high = *end == '-' ? g_ascii_strtoll (end + 1, NULL, 10) : low;

      offset = low / 2 + high / 2 - g_get_real_time () / G_USEC_PER_SEC;
    }
  else if (!ala_http_reply_get_clock_offset (reply, &offset))
    {
      return;
    }

  text = g_strdup_printf ("%" G_GINT64_FORMAT, offset);
  ala_problem_annotate (error, ALA_NOTE_CLOCK_OFFSET, text);
}

GError *
ala_signed_error_complete (GError           *error,
                           AlaOAuthEndpoint  endpoint,
                           const char       *base_string,
                           AlaHttpReply     *reply)
{
  gboolean is_secret = endpoint == ALA_OAUTH_RESOURCE;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (base_string != NULL, error);
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (reply), error);

  if (error->domain != ALA_PROBLEM_ERROR)
    return error;

  if (error->code == ALA_PROBLEM_SIGNATURE_INVALID)
    error = refine_signature_error (error, base_string);
  if (error->code == ALA_PROBLEM_TIMESTAMP_REFUSED)
    annotate_clock (error, reply);
  theirs = g_strdup (ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING));
  annotate_base_string (error, ALA_NOTE_JIRA_BASE_STRING, theirs, is_secret);
  annotate_base_string (error, ALA_NOTE_OWN_BASE_STRING, base_string, is_secret);
  ala_problem_annotate (error, ALA_NOTE_URL, ala_http_reply_get_uri (reply));
  return error;
}
