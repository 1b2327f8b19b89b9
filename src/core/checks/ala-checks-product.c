/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-product.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-jira-reply.h"

#define MAX_REDIRECTS 5

/* A page for people; what comes behind this is not looked at, and a page of such a size is no login form. */
#define MAX_BODY (1024 * 1024)

struct _AlaProductCheck
{
  AlaCheck parent_instance;

  /* while it runs */
  AlaProfile *profile;
  GCancellable *cancellable;
  char *entered; /* the address of the product */
  char *asked;   /* the address that is being asked, to which redirects led */
  guint redirects;
};

G_DEFINE_FINAL_TYPE (AlaProductCheck, ala_product_check, ALA_TYPE_CHECK)

static void ask (AlaProductCheck *self,
                 AlaHttpSession  *session);

static void
forget (AlaProductCheck *self)
{
  g_clear_object (&self->profile);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entered, g_free);
  g_clear_pointer (&self->asked, g_free);
}

static void
ala_product_check_finalize (GObject *object)
{
  forget (ALA_PRODUCT_CHECK (object));

  G_OBJECT_CLASS (ala_product_check_parent_class)->finalize (object);
}

/* @error: (transfer full) */
static void
warn (AlaProductCheck *self,
      const char      *summary,
      GError          *error)
{
  forget (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ala_check_end_with_error (ALA_CHECK (self), error);
  else
    ala_check_end (ALA_CHECK (self), ALA_CHECK_WARNING, summary, error);
}

/* For the screen: queries of sign-in services are long, and may hold more than is anybody's business. */
static char *
dup_shown (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL);

  return parsed != NULL ? g_uri_to_string_partial (parsed, G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO)
                        : g_strdup (uri);
}

/* Whether @uri is the address of @entered, or below it. */
static gboolean
is_within (const char *uri,
           const char *entered)
{
  gsize length = strlen (entered);

  return strncmp (uri, entered, length) == 0 && (uri[length] == '\0' || strchr ("/?#;", uri[length]) != NULL);
}

/* Returns: (nullable) (transfer full): where the redirect leads, if it may be followed: the same host, and never from https back */
static char *
dup_target (const char   *from_text,
            AlaHttpReply *reply)
{
  g_autofree char *location = ala_jira_reply_dup_location (reply);
  g_autoptr (GUri) from = g_uri_parse (from_text, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) to = location != NULL ? g_uri_parse (location, G_URI_FLAGS_ENCODED, NULL) : NULL;

  if (from == NULL || to == NULL || g_uri_get_host (to) == NULL
      || g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) != 0)
    return NULL;
  if (g_str_equal (g_uri_get_scheme (to), "https")
      || (g_str_equal (g_uri_get_scheme (to), "http") && g_str_equal (g_uri_get_scheme (from), "http")))
    return g_steal_pointer (&location);

  return NULL;
}

static void
end_elsewhere (AlaProductCheck *self,
               const char      *target)
{
  g_autofree char *shown = target != NULL ? dup_shown (target) : g_strdup ("?");
  GError *error = ala_problem_new_error (ALA_PROBLEM_PRODUCT_ELSEWHERE, _("%s leads to %s."), self->entered, shown);

  ala_problem_annotate (error, ALA_NOTE_LOCATION, shown);
  warn (self, NULL, error);
}

/* Whether @word, in small letters, stands in the page in whatever letter case. */
static gboolean
page_has (AlaHttpReply *reply,
          const char   *word)
{
  gsize length;
  const char *body = g_bytes_get_data (ala_http_reply_get_body (reply), &length);
  gsize word_length = strlen (word);

  for (gsize i = 0; i + word_length <= length; i++)
    if (g_ascii_tolower (body[i]) == *word && g_ascii_strncasecmp (body + i, word, word_length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_password_box (AlaHttpReply *reply)
{
  return page_has (reply, "type=\"password\"") || page_has (reply, "type='password'") || page_has (reply, "type=password");
}

static void
judge_page (AlaProductCheck *self,
            AlaHttpReply    *reply)
{
  const char *name = ala_profile_get_name (self->profile);
  g_autofree char *wanted = ala_profile_dup_product_url (self->profile, self->entered);
  g_autofree char *summary = NULL;

  if (!is_within (self->asked, self->entered))
    {
      end_elsewhere (self, self->asked);
      return;
    }
  if (*wanted != '\0' && !g_str_equal (wanted, self->entered))
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_ELSEWHERE, _("%s answers, but the address of %s would be %s."),
                                               self->entered, name, wanted));
      return;
    }

  if (!ala_http_reply_is_html (reply))
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_NO_LOGIN, _("%s answers with something that is no page."),
                                               self->entered));
      return;
    }

  if (has_password_box (reply))
    /* Translators: an address */
    summary = g_strdup_printf (_("A login form answers at %s"), self->entered);
  else if (page_has (reply, "<script"))
    /* Translators: an address */
    summary = g_strdup_printf (_("A page answers at %s; a login form that it draws by script cannot be seen from here"), self->entered);

  if (summary == NULL)
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_NO_LOGIN, _("The page at %s has no box for a password."),
                                               self->entered));
      return;
    }

  forget (self);
  ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
}

static void
judge_reply (AlaProductCheck *self,
             AlaHttpSession  *session,
             AlaHttpReply    *reply)
{
  guint status = ala_http_reply_get_status (reply);
  g_autofree char *target = NULL;

  if (status >= 200 && status <= 299)
    {
      judge_page (self, reply);
    }
  else if (status >= 300 && status <= 399)
    {
      target = dup_target (self->asked, reply);
      if (target == NULL || ++self->redirects > MAX_REDIRECTS)
        {
          g_autofree char *location = ala_jira_reply_dup_location (reply);

          end_elsewhere (self, location);
          return;
        }
      g_free (self->asked);
      self->asked = g_steal_pointer (&target);
      ask (self, session);
    }
  else if (status == 401 || status == 403)
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_NO_LOGIN, _("%s lets nobody in without a login (status %u)."),
                                               self->entered, status));
    }
  else if (status == 429 || status >= 500)
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_BUSY, _("%s answered with status %u."), self->entered, status));
    }
  else
    {
      warn (self, NULL, ala_problem_new_error (ALA_PROBLEM_PRODUCT_NOT_FOUND, _("%s answered with status %u."), self->entered, status));
    }
}

static void
reply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaProductCheck) self = user_data;
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);

  if (reply != NULL)
    judge_reply (self, ALA_HTTP_SESSION (source), reply);
  else
    warn (self, _("Its page could not be looked at from this computer"), error);
}

static void
ask (AlaProductCheck *self,
     AlaHttpSession  *session)
{
  static const char * const headers[] = { "Accept", "text/html,*/*;q=0.5", NULL };

  ala_http_session_send_async (session, "GET", self->asked, headers, NULL, NULL, MAX_BODY, self->cancellable, reply_cb,
                               g_object_ref (self));
}

static void
ala_product_check_run (AlaCheck      *check,
                       AlaJiraClient *client,
                       AlaSetup      *setup,
                       AlaProfile    *profile,
                       GCancellable  *cancellable)
{
  AlaProductCheck *self = ALA_PRODUCT_CHECK (check);
  const char *url = ala_setup_get_product_url (setup);
  g_autoptr (AlaHttpSession) session = NULL;

  if (*url == '\0')
    {
      /* Translators: %s is the name of a product */
      g_autofree char *why = g_strdup_printf (_("Not checked, because the address of %s was not entered"), ala_profile_get_name (profile));

      ala_check_end (check, ALA_CHECK_SKIPPED, why, NULL);
      return;
    }

  forget (self);
  self->profile = g_object_ref (profile);
  g_set_object (&self->cancellable, cancellable);
  self->entered = g_strdup (url);
  self->asked = g_strdup (url);
  self->redirects = 0;

  /* It lives as long as the request. */
  session = ala_http_session_new_sibling (ala_jira_client_get_session (client));
  ask (self, session);
}

static void
ala_product_check_class_init (AlaProductCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_product_check_finalize;

  check_class->id = "product";
  check_class->title = N_("The product’s page");
  check_class->keyless = TRUE;
  check_class->run = ala_product_check_run;
}

static void
ala_product_check_init (AlaProductCheck *self)
{
}
