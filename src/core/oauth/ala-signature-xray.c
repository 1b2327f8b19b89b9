/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-signature-xray.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-oauth-encoding.h"
#include "ala-secret.h"

/* How many parameters of a stranger's string are looked at, and about how much is said of them, in bytes. */
#define MAX_PARAMS    256
#define MAX_SENTENCES 2000

/* RFC 5849 section 3.4.1.1: method, base URI and parameters, each encoded once more, joined by "&". */
typedef struct
{
  char *method;
  char *scheme;
  char *host;
  char *path;
  int port;
  AlaOAuthParams *params;
} BaseString;

static void
base_string_clear (BaseString *self)
{
  g_free (self->method);
  g_free (self->scheme);
  g_free (self->host);
  g_free (self->path);
  g_clear_pointer (&self->params, ala_oauth_params_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaseString, base_string_clear)

static int
default_port (const char *scheme)
{
  return g_str_equal (scheme, "https") ? 443 : 80;
}

static gboolean
base_string_parse (BaseString *self,
                   const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", 4);
  g_autofree char *uri = NULL;
  char *params;

  if (g_strv_length (parts) != 3)
    return FALSE;

  uri = ala_oauth_decode (parts[1], -1, FALSE);
  if (!g_uri_split (uri, G_URI_FLAGS_ENCODED, &self->scheme, NULL, &self->host, &self->port, &self->path, NULL, NULL, NULL) ||
      self->scheme == NULL || self->host == NULL)
    return FALSE;

  if (self->port < 0)
    self->port = default_port (self->scheme);
  self->method = g_strdup (parts[0]);
  params = ala_oauth_decode (parts[2], -1, FALSE);
  self->params = ala_oauth_params_parse (params, -1, MAX_PARAMS);
  ala_secret_wipe_free (params);
  return TRUE;
}

static void add_sentence (GString *sentences, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_sentence (GString    *sentences,
              const char *format,
              ...)
{
  va_list args;

  if (sentences->len > 0)
    g_string_append_c (sentences, ' ');
  va_start (args, format);
  g_string_append_vprintf (sentences, format, args);
  va_end (args);
}

static void
compare_addresses (GString    *sentences,
                   BaseString *ours,
                   BaseString *theirs)
{
  if (!g_str_equal (ours->method, theirs->method))
    add_sentence (sentences, _("We sent %.20s, and Jira received %.20s."), ours->method, theirs->method);
  if (!g_str_equal (ours->scheme, theirs->scheme))
    add_sentence (sentences, _("We asked by %.20s, and Jira believes that it was %.20s."), ours->scheme, theirs->scheme);
  if (!g_str_equal (ours->host, theirs->host))
    add_sentence (sentences, _("We asked the host “%.200s”, and Jira believes that it is “%.200s”."), ours->host, theirs->host);
  /* Where the scheme differs, its own port does so of itself. */
  if (ours->port != theirs->port &&
      (ours->port != default_port (ours->scheme) || theirs->port != default_port (theirs->scheme)))
    add_sentence (sentences, _("We asked port %d, and Jira believes that it was %d."), ours->port, theirs->port);
  if (!g_str_equal (ours->path, theirs->path))
    add_sentence (sentences, _("We asked for the path “%.200s”, and Jira received “%.200s”."), ours->path, theirs->path);
}

static gboolean
is_first (AlaOAuthParams *params,
          guint           i)
{
  const char *name = ala_oauth_params_get_name (params, i);

  for (guint j = 0; j < i; j++)
    if (g_str_equal (ala_oauth_params_get_name (params, j), name))
      return FALSE;

  return TRUE;
}

/* Both lists are sorted by name and value, so that values of one name can be compared in turn. */
static gboolean
same_values (AlaOAuthParams *a,
             AlaOAuthParams *b,
             const char     *name)
{
  guint i = 0, j = 0;

  for (;; i++, j++)
    {
      while (i < ala_oauth_params_get_length (a) && !g_str_equal (ala_oauth_params_get_name (a, i), name))
        i++;
      while (j < ala_oauth_params_get_length (b) && !g_str_equal (ala_oauth_params_get_name (b, j), name))
        j++;
      if (i == ala_oauth_params_get_length (a) || j == ala_oauth_params_get_length (b))
        return i == ala_oauth_params_get_length (a) && j == ala_oauth_params_get_length (b);
      if (!g_str_equal (ala_oauth_params_get_value (a, i), ala_oauth_params_get_value (b, j)))
        return FALSE;
    }
}

static void
compare_params (GString        *sentences,
                AlaOAuthParams *ours,
                AlaOAuthParams *theirs)
{
  for (guint i = 0; i < ala_oauth_params_get_length (ours); i++)
    {
      const char *name = ala_oauth_params_get_name (ours, i);

      if (!is_first (ours, i))
        continue;
      if (ala_oauth_params_count (theirs, name) == 0)
        add_sentence (sentences, _("The parameter “%.100s” did not reach Jira."), name);
      else if (ala_oauth_params_count (theirs, name) != ala_oauth_params_count (ours, name))
        add_sentence (sentences, _("The parameter “%.100s” reached Jira another number of times."), name);
      else if (!same_values (ours, theirs, name))
        add_sentence (sentences, _("The parameter “%.100s” reached Jira with another value."), name);
    }

  for (guint i = 0; i < ala_oauth_params_get_length (theirs) && sentences->len < MAX_SENTENCES; i++)
    if (ala_oauth_params_count (ours, ala_oauth_params_get_name (theirs, i)) == 0 && is_first (theirs, i))
      add_sentence (sentences, _("Jira received a parameter “%.100s” that we did not send."), ala_oauth_params_get_name (theirs, i));
}

AlaXrayVerdict
ala_signature_xray (const char  *ours,
                    const char  *theirs,
                    char       **description)
{
  g_auto (BaseString) our_parts = { NULL };
  g_auto (BaseString) their_parts = { NULL };
  g_autoptr (GString) sentences = NULL;

  g_return_val_if_fail (ours != NULL, ALA_XRAY_UNREADABLE);
  g_return_val_if_fail (theirs != NULL, ALA_XRAY_UNREADABLE);

  if (!base_string_parse (&our_parts, ours) || !base_string_parse (&their_parts, theirs))
    return ALA_XRAY_UNREADABLE;
  if (g_str_equal (ours, theirs))
    return ALA_XRAY_SAME;

  sentences = g_string_new (NULL);
  compare_addresses (sentences, &our_parts, &their_parts);
  compare_params (sentences, our_parts.params, their_parts.params);
  if (sentences->len == 0)
    add_sentence (sentences, _("The same request reached Jira in another encoding."));

  /* Jira's half may have been cut within a letter. */
  if (description != NULL)
    *description = g_utf8_make_valid (sentences->str, (gssize) sentences->len);
  return ALA_XRAY_DIFFERENT;
}

char *
ala_signature_xray_hide_token (const char *base_string)
{
  /* "&oauth_token=…&" within the parameters, each of which is encoded once more. */
  static const char name[] = "oauth_token%3D";
  GString *hidden;
  const char *start;
  const char *end;

  g_return_val_if_fail (base_string != NULL, NULL);

  hidden = g_string_new (NULL);
  for (start = base_string; (end = strstr (start, name)) != NULL; start = end)
    {
      end += strlen (name);
      g_string_append_len (hidden, start, end - start);
      g_string_append (hidden, "…");
      start = end;
      end = strstr (start, "%26");
      if (end == NULL)
        end = start + strlen (start);
    }
  g_string_append (hidden, start);

  return g_string_free (hidden, FALSE);
}
