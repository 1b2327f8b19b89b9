/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-address.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-host-name.h"
#include "ala-secret.h"

/* Longer than any address that a browser shows; what is longer is not one. */
#define MAX_TEXT 8192

struct _AlaJiraAddress
{
  GObject parent_instance;

  char *base;
  char *origin; /* base without the path */
  char *host;   /* IPv6 literals without their brackets */
  char *path;
  AlaAddressNote notes;
};

G_DEFINE_FINAL_TYPE (AlaJiraAddress, ala_jira_address, G_TYPE_OBJECT)

/* What follows Jira's context path in the addresses that people see in their browsers. */
static const char * const deep_links[] = {
  "browse", "secure", "projects", "plugins", "rest", "issues", "servicedesk", "wiki", "login.jsp", "login", "logout", "images",
  "download", "activity", "charts", "si", "sr", "s", "rpc", "status", "includes", "static-assets", "people", "dashboards",
};

/* Behind "/jira", these belong to Cloud, which has no context path: also where Cloud goes by a name of its own. */
static const char * const cloud_places[] = {
  "software", "core", "your-work", "for-you", "people", "dashboards", "plans", "settings", "apps", "discovery", "filters",
  "what-to-do", "welcome",
};

static void
ala_jira_address_finalize (GObject *object)
{
  AlaJiraAddress *self = ALA_JIRA_ADDRESS (object);

  g_free (self->base);
  g_free (self->origin);
  g_free (self->host);
  g_free (self->path);

  G_OBJECT_CLASS (ala_jira_address_parent_class)->finalize (object);
}

static void
ala_jira_address_class_init (AlaJiraAddressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_jira_address_finalize;
}

static void
ala_jira_address_init (AlaJiraAddress *self)
{
}

static AlaJiraAddress *
create (const char     *origin,
        const char     *host,
        const char     *path,
        AlaAddressNote  notes)
{
  AlaJiraAddress *self = g_object_new (ALA_TYPE_JIRA_ADDRESS, NULL);

  self->origin = g_strdup (origin);
  self->host = g_strdup (host);
  self->path = g_strdup (path);
  self->base = g_strconcat (origin, path, NULL);
  self->notes = notes;

  return self;
}

static gboolean
is_invisible (gunichar c)
{
  /* Zero-width and direction characters, soft hyphen, byte order mark: word processors and chats leave them behind. */
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff;
}

static gboolean
is_wrapping (gunichar c,
             gboolean opening)
{
  if (c > 0x7f)
    switch (g_unichar_type (c))
      {
      case G_UNICODE_INITIAL_PUNCTUATION:
      case G_UNICODE_FINAL_PUNCTUATION:
      case G_UNICODE_OPEN_PUNCTUATION:
      case G_UNICODE_CLOSE_PUNCTUATION:
        return TRUE;
      default:
        return g_utf8_strchr ("…。，、；！？", -1, c) != NULL;
      }

  return c != 0 && strchr (opening ? "\"'`<([{*,;:." : "\"'`>)]}*.,;:!", (int) c) != NULL;
}

/* Whether the bracket at @start and the next closing one hold an IPv6 literal, so that neither is mere punctuation. */
static gboolean
is_bracketed_ipv6 (const char *start)
{
  const char *end = strchr (start, ']');
  g_autofree char *literal = NULL;

  if (*start != '[' || end == NULL)
    return FALSE;

  literal = g_strndup (start + 1, end - start - 1);
  return g_hostname_is_ip_address (literal);
}

/* Takes quotes, brackets and punctuation off both ends of @word, in place. */
static gboolean
unwrap (GString *word)
{
  gsize length = word->len;

  while (word->len > 0 && is_wrapping (g_utf8_get_char (word->str), TRUE) && !is_bracketed_ipv6 (word->str) &&
         !g_str_has_prefix (word->str, "::"))
    g_string_erase (word, 0, g_utf8_next_char (word->str) - word->str);

  while (word->len > 0)
    {
      const char *last = g_utf8_find_prev_char (word->str, word->str + word->len);
      const char *bracket;

      if (!is_wrapping (g_utf8_get_char (last), FALSE))
        break;
      bracket = *last == ']' ? strrchr (word->str, '[') : NULL;
      if (bracket != NULL && strchr (bracket, ']') == last && is_bracketed_ipv6 (bracket))
        break;
      g_string_truncate (word, last - word->str);
    }

  return word->len != length;
}

/* Makes one word of what was typed: no white space, nothing invisible, nothing around it. NULL when none of several words
 * looks like an address. */
static char *
pick_word (const char     *text,
           AlaAddressNote *notes)
{
  g_autoptr (GString) visible = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) word = NULL;
  const char *chosen = NULL;
  gboolean odd = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        odd = TRUE;
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          odd = odd || (c > 0x7f);
          /* "https:// jira.example.com" */
          if (!g_str_has_suffix (visible->str, "://"))
            g_string_append_c (visible, ' ');
        }
      else if (c == '\\')
        {
          odd = TRUE;
          g_string_append_c (visible, '/');
        }
      else
        g_string_append_unichar (visible, c);
    }

  g_strstrip (visible->str);
  if (*visible->str == '\0')
    return g_strdup ("");

  words = g_strsplit (visible->str, " ", -1);
  for (guint i = 0; words[i] != NULL && chosen == NULL; i++)
    if (strstr (words[i], "://") != NULL)
      chosen = words[i];
  for (guint i = 0; words[i] != NULL && chosen == NULL && words[1] != NULL; i++)
    {
      const char *dot = strchr (words[i], '.');

      if (dot != NULL && dot != words[i] && dot[1] != '\0')
        chosen = words[i];
    }
  if (chosen == NULL && words[0] != NULL && words[1] == NULL)
    chosen = words[0];
  if (chosen == NULL)
    return NULL;

  word = g_string_new (chosen);
  odd = unwrap (word) || odd || words[1] != NULL;
  if (odd)
    *notes |= ALA_ADDRESS_CUT_PUNCTUATION;

  return g_string_free (g_steal_pointer (&word), FALSE);
}

/* Takes the scheme off the front of @word. "" means that there was none. */
static char *
take_scheme (const char     **word,
             AlaAddressNote  *notes)
{
  const char *text = *word;
  const char *mark = strstr (text, "://");
  const char *start;
  static const char * const others[] = { "mailto:", "file:", "ftp:", "ssh:", "javascript:", "data:", "about:", "tel:" };

  /* A "://" behind a slash belongs to a parameter. */
  if (mark != NULL && strcspn (text, "/?#") >= (gsize) (mark - text))
    {
      for (start = mark; start > text && (g_ascii_isalnum (start[-1]) || strchr ("+-.", start[-1]) != NULL); start--)
        ;
      if (start != text)
        *notes |= ALA_ADDRESS_CUT_PUNCTUATION;
      *word = mark + strlen ("://");
      while (**word == '/')
        (*word)++;
      return g_ascii_strdown (start, mark - start);
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strncasecmp (text, others[i], strlen (others[i])) == 0)
      return g_ascii_strdown (text, strlen (others[i]) - 1);

  /* "https:/jira…", "https:jira…", "https//jira…", but "https:8443" is a host of that name */
  for (guint i = 0; i < 2; i++)
    {
      const char *scheme = i == 0 ? "https" : "http";
      const char *rest = text + strlen (scheme);

      if (g_ascii_strncasecmp (text, scheme, strlen (scheme)) != 0)
        continue;
      if ((rest[0] == ':' && !g_ascii_isdigit (rest[1])) || g_str_has_prefix (rest, "//"))
        {
          *notes |= ALA_ADDRESS_CUT_PUNCTUATION;
          *word = rest + strspn (rest, ":/");
          return g_strdup (scheme);
        }
    }

  *word += strspn (text, "/");
  return g_strdup ("");
}

static gboolean
take_port (char      *authority,
           guint     *port,
           GError   **error)
{
  char *colon = strrchr (authority, ':');
  guint64 number;

  *port = 0;
  if (colon == NULL || strchr (colon, ']') != NULL)
    return TRUE;

  /* "Host: name:" makes Jira sign port 0 (reference/jira-oauth.md section 6), so an empty port never goes out. */
  *colon = '\0';
  if (colon[1] == '\0')
    return TRUE;

  if (!g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT16, &number, NULL))
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” is not a port number."), colon + 1);
      return FALSE;
    }
  *port = (guint) number;
  return TRUE;
}

static gboolean
is_one_of (const char         *segment,
           const char * const *list,
           gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (segment, list[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_page (const char *segment)
{
  return g_str_has_suffix (segment, ".jspa") || g_str_has_suffix (segment, ".jsp") ||
         g_str_has_suffix (segment, ".html") || g_str_has_suffix (segment, ".action");
}

/* The context path: what stands before the first segment that only a page of Jira has. */
static char *
find_context (const char     *rest,
              AlaAddressNote *notes)
{
  g_autofree char *whole = g_strndup (rest, strcspn (rest, "?#"));
  g_auto (GStrv) segments = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GString *context;
  gboolean cut = rest[strlen (whole)] != '\0';

  for (guint i = 0; segments[i] != NULL; i++)
    {
      char *semicolon = strchr (segments[i], ';');

      /* ";jsessionid=…" */
      if (semicolon != NULL)
        {
          *semicolon = '\0';
          cut = TRUE;
        }
      if (*segments[i] == '\0' || g_str_equal (segments[i], "."))
        continue;
      if (g_str_equal (segments[i], ".."))
        {
          if (kept->len > 0)
            g_ptr_array_set_size (kept, kept->len - 1);
          continue;
        }
      if ((*notes & ALA_ADDRESS_CLOUD) || is_one_of (segments[i], deep_links, G_N_ELEMENTS (deep_links)) ||
          is_page (segments[i]))
        {
          cut = TRUE;
          break;
        }
      if (kept->len == 1 && g_ascii_strcasecmp (g_ptr_array_index (kept, 0), "jira") == 0 &&
          is_one_of (segments[i], cloud_places, G_N_ELEMENTS (cloud_places)))
        {
          g_ptr_array_set_size (kept, 0);
          cut = TRUE;
          break;
        }
      g_ptr_array_add (kept, segments[i]);
    }

  if (cut)
    *notes |= ALA_ADDRESS_CUT_PATH;

  context = g_string_new (NULL);
  for (guint i = 0; i < kept->len; i++)
    {
      /* "%" stays: what is encoded already is sent as it is. */
      g_string_append_c (context, '/');
      g_string_append_uri_escaped (context, g_ptr_array_index (kept, i), "!$&'()*+,=:@%", FALSE);
    }
  return g_string_free (context, FALSE);
}

AlaJiraAddress *
ala_jira_address_new (const char  *text,
                      GError     **error)
{
  AlaAddressNote notes = ALA_ADDRESS_NOTE_NONE;
  g_autofree char *word = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *authority = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GString) origin = NULL;
  const char *rest;
  char *at;
  guint port;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE,
                             _("The text is too long or damaged, so no address could be read from it."));
      return NULL;
    }

  word = pick_word (text, &notes);
  if (word == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("None of these words is the name of a server."));
      return NULL;
    }
  if (*word == '\0')
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_EMPTY, _("The address of Jira is still empty."));
      return NULL;
    }

  rest = word;
  scheme = take_scheme (&rest, &notes);
  if (*scheme != '\0' && !g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_SCHEME, _("The address begins with “%s:”."), scheme);
      return NULL;
    }

  authority = g_strndup (rest, strcspn (rest, "/?#"));
  rest += strlen (authority);
  at = strrchr (authority, '@');
  if (at != NULL)
    {
      /* The part in front may be a password. */
      notes |= ALA_ADDRESS_CUT_USER;
      ala_secret_wipe (authority, at - authority);
      memmove (authority, at + 1, strlen (at + 1) + 1);
    }

  host = ala_host_name_take_ipv6 (authority);
  if (!take_port (authority, &port, error))
    return NULL;
  if (host != NULL && *authority != '\0')
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” does not belong behind the host."), authority);
      return NULL;
    }
  if (host == NULL)
    host = ala_host_name_normalize (authority, error);
  if (host == NULL)
    return NULL;

  if (ala_host_name_is_loopback (host))
    notes |= ALA_ADDRESS_LOOPBACK;
  if (g_str_has_suffix (host, ".atlassian.net") || g_str_has_suffix (host, ".jira.com"))
    notes |= ALA_ADDRESS_CLOUD;
  if (*scheme == '\0')
    {
      notes |= ALA_ADDRESS_ADDED_SCHEME;
      g_free (scheme);
      scheme = g_strdup (notes & ALA_ADDRESS_LOOPBACK ? "http" : "https");
    }
  if (g_str_equal (scheme, "http") && !(notes & ALA_ADDRESS_LOOPBACK))
    notes |= ALA_ADDRESS_PLAIN_HTTP;

  path = find_context (rest, &notes);
  origin = g_string_new (scheme);
  g_string_append_printf (origin, strchr (host, ':') != NULL ? "://[%s]" : "://%s", host);
  if (port != 0 && port != (g_str_equal (scheme, "https") ? 443 : 80))
    g_string_append_printf (origin, ":%u", port);

  return create (origin->str, host, path, notes);
}

const char *
ala_jira_address_get_base (AlaJiraAddress *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), NULL);

  return self->base;
}

const char *
ala_jira_address_get_host (AlaJiraAddress *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), NULL);

  return self->host;
}

const char *
ala_jira_address_get_path (AlaJiraAddress *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), NULL);

  return self->path;
}

AlaAddressNote
ala_jira_address_get_notes (AlaJiraAddress *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), ALA_ADDRESS_NOTE_NONE);

  return self->notes;
}

gboolean
ala_jira_address_equal (AlaJiraAddress *a,
                        AlaJiraAddress *b)
{
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (a), FALSE);
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (b), FALSE);

  return g_str_equal (a->base, b->base);
}

char *
ala_jira_address_resolve (AlaJiraAddress *self,
                          const char     *path,
                          AlaOAuthParams *query)
{
  g_autofree char *form = NULL;

  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), NULL);
  g_return_val_if_fail (path != NULL && *path == '/', NULL);

  if (query == NULL || ala_oauth_params_get_length (query) == 0)
    return g_strconcat (self->base, path, NULL);

  form = ala_oauth_params_to_form (query);
  return g_strconcat (self->base, path, "?", form, NULL);
}

GPtrArray *
ala_jira_address_dup_parents (AlaJiraAddress *self)
{
  GPtrArray *parents;
  g_autofree char *path = NULL;
  char *slash;

  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (self), NULL);

  parents = g_ptr_array_new_with_free_func (g_object_unref);
  path = g_strdup (self->path);
  while ((slash = strrchr (path, '/')) != NULL)
    {
      *slash = '\0';
      g_ptr_array_add (parents, create (self->origin, self->host, path, self->notes));
    }
  if (!(self->notes & ALA_ADDRESS_CLOUD) && !g_str_equal (self->path, "/jira") &&
      !g_str_has_prefix (self->path, "/jira/"))
    g_ptr_array_add (parents, create (self->origin, self->host, "/jira", self->notes));

  return parents;
}
