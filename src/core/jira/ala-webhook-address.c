/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-address.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ala-host-name.h"

/* Jira's own box takes no more. */
#define MAX_LENGTH 2048

/* Jira replaces variables like ${issue.id} and {issue.id} within the address, which no strict reader of addresses lets pass. */
#define PARSE_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

static GUri *
parse (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, PARSE_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return NULL;

  return g_steal_pointer (&uri);
}

/* White space and control characters within an address are never meant, and Jira would send to another place. */
static gboolean
has_blanks (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_iszerowidth (c))
        return TRUE;
    }

  return FALSE;
}

static char *
trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, end - text);
}

char *
ala_webhook_address_normalize (const char  *text,
                               GError     **error)
{
  g_autofree char *address = NULL;
  g_autofree char *host = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GError) host_error = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  address = trim (text);
  if (*address == '\0')
    {
      ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS, _("No address was entered."));
      return NULL;
    }
  if (strlen (address) > MAX_LENGTH || has_blanks (address))
    {
      ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS, _("There is white space in the address, or it is far too long."));
      return NULL;
    }

  uri = parse (address);
  if (uri == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS, _("“%s” does not begin with http:// or https:// and a host."), address);
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS, _("The address holds a user or a password, which everybody who may see "
                                                                   "Jira’s webhooks would read."));
      return NULL;
    }

  if (strchr (g_uri_get_host (uri), ':') != NULL)
    return g_steal_pointer (&address);
  host = ala_host_name_normalize (g_uri_get_host (uri), &host_error);
  if (host == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS, "%s", host_error->message);
      return NULL;
    }

  return g_steal_pointer (&address);
}

char *
ala_webhook_address_dup_host (const char *address)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = parse (address);

  return uri != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : g_strdup ("");
}

char *
ala_webhook_address_dup_shown (const char *address)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = parse (address);

  return uri != NULL ? g_strdup_printf ("%s://%s/…", g_uri_get_scheme (uri), g_uri_get_host (uri)) : g_strdup ("…");
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static gboolean
paths_are_equal (const char *one,
                 const char *other)
{
  gsize length = strlen (one);
  gsize other_length = strlen (other);

  if (length > 0 && one[length - 1] == '/')
    length--;
  if (other_length > 0 && other[other_length - 1] == '/')
    other_length--;

  return length == other_length && strncmp (one, other, length) == 0;
}

gboolean
ala_webhook_address_equal (const char *one,
                           const char *other)
{
  g_autoptr (GUri) a = NULL;
  g_autoptr (GUri) b = NULL;

  g_return_val_if_fail (one != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  a = parse (one);
  b = parse (other);
  if (a == NULL || b == NULL)
    return FALSE;

  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b))
         && g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0
         && get_port (a) == get_port (b)
         && paths_are_equal (g_uri_get_path (a), g_uri_get_path (b))
         && g_strcmp0 (g_uri_get_query (a), g_uri_get_query (b)) == 0;
}

static gboolean
literal_is_private (GInetAddress *literal)
{
  const guint8 *bytes = g_inet_address_to_bytes (literal);

  if (g_inet_address_get_is_loopback (literal) || g_inet_address_get_is_link_local (literal)
      || g_inet_address_get_is_site_local (literal) || g_inet_address_get_is_any (literal))
    return TRUE;

  /* RFC 6598 and RFC 4193, which GLib does not know. */
  if (g_inet_address_get_family (literal) == G_SOCKET_FAMILY_IPV4)
    return bytes[0] == 100 && (bytes[1] & 0xc0) == 64;

  return (bytes[0] & 0xfe) == 0xfc;
}

gboolean
ala_webhook_address_is_private (const char *address)
{
  /* RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps free for such use. */
  static const char *const suffixes[] = {
    ".localhost", ".local", ".test", ".invalid", ".home.arpa", ".internal", ".lan", ".corp", ".home", ".intranet", ".private",
    ".localdomain",
  };
  g_autofree char *host = NULL;
  g_autoptr (GInetAddress) literal = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  host = ala_webhook_address_dup_host (address);
  if (*host == '\0')
    return FALSE;

  literal = g_inet_address_new_from_string (host);
  if (literal != NULL)
    return literal_is_private (literal);
  if (strchr (host, '.') == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (host, suffixes[i]))
      return TRUE;

  return FALSE;
}

gboolean
ala_webhook_address_check_reach (const char  *address,
                                 gboolean     from_cloud,
                                 GError     **error)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!from_cloud || !ala_webhook_address_is_private (address))
    return TRUE;

  host = ala_webhook_address_dup_host (address);
  ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_ADDRESS_PRIVATE, _("“%s” is no address of the internet."), host);
  return FALSE;
}
