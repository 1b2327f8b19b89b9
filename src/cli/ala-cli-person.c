/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-person.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-wait.h"
#include "ala-oauth-reply.h"

/* The longest dialog has five pages, and two logins may come between. */
#define MAX_PAGES 12

/* How long an answer may be on its way from the browser back to us, in seconds: both are on this computer. */
#define WAY_BACK_TIMEOUT 30

static void
set_stuck (GError     **error,
           AlaCliPage  *page)
{
  /* Translators: %s is the address of a web page */
  ala_problem_set_error (error, ALA_PROBLEM_UNEXPECTED, _("Jira’s page %s leads no further."), ala_cli_page_get_url (page));
}

/* Presses the first button of @buttons that is on @page. */
static AlaCliPage *
press_one_of (AlaCliPerson         *self,
              AlaCliPage           *page,
              const char * const   *buttons,
              GError              **error)
{
  for (; *buttons != NULL; buttons++)
    {
      AlaCliForm *form = ala_cli_page_find_form (page, *buttons);

      if (form != NULL)
        return ala_cli_browser_press (self->browser, page, form, *buttons, self->cancellable, error);
    }

  set_stuck (error, page);
  return NULL;
}

/* Where Jira wants to know who is there, says so. Returns the page that comes after, %NULL with an error, or %NULL without one
 * when @page is no such page. */
static AlaCliPage *
log_in (AlaCliPerson  *self,
        AlaCliPage    *page,
        GError       **error)
{
  AlaCliForm *form = ala_cli_page_find_form (page, "os_password");

  if (form != NULL)
    {
      ala_cli_form_fill (form, "os_username", self->user);
      ala_cli_form_fill (form, "os_password", self->password);
    }
  else
    {
      form = ala_cli_page_find_form (page, "webSudoPassword");
      if (form == NULL)
        return NULL;
      ala_cli_form_fill (form, "webSudoPassword", self->password);
    }

  return ala_cli_browser_press (self->browser, page, form, NULL, self->cancellable, error);
}

static AlaCliPage *
open_logged_in (AlaCliPerson  *self,
                const char    *url,
                GError       **error)
{
  g_autoptr (AlaCliPage) page = ala_cli_browser_open (self->browser, url, self->cancellable, error);

  for (guint i = 0; page != NULL && i < 2; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (AlaCliPage) next = log_in (self, page, &failure);

      if (next == NULL && failure == NULL)
        break;
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      g_clear_pointer (&page, ala_cli_page_free);
      page = g_steal_pointer (&next);
    }

  return g_steal_pointer (&page);
}

/* What the guidance says of each field, whatever page it is on. The rest stays as it is. */
static void
fill_in (AlaCliPage    *page,
         AlaCliHandout *link)
{
  const struct
  {
    const char *field;
    const char *value; /* NULL for something to tick */
  } entries[] = {
    { "typeAtlassian", NULL },
    { "typeDirect", NULL },
    { "applicationUrl", link->application_url },
    { "name", link->application_name },
    { "createIncoming", NULL },
    { "key", link->consumer_key },
    { "consumerName", link->consumer_name },
    { "publicKey", link->public_key },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      AlaCliForm *form = ala_cli_page_find_form (page, entries[i].field);

      if (form == NULL)
        continue;
      if (entries[i].value != NULL)
        ala_cli_form_fill (form, entries[i].field, entries[i].value);
      else
        ala_cli_form_tick (form, entries[i].field);
    }
}

static gboolean
is_list (AlaCliPage *page)
{
  return ala_cli_page_find_form (page, "createLink") != NULL || ala_cli_page_find_form (page, "createNewLink") != NULL;
}

gboolean
ala_cli_person_make_link (AlaCliPerson  *self,
                          const char    *url,
                          AlaCliHandout *link,
                          GError       **error)
{
  static const char * const begin[] = { "createNewLink", "createLink", NULL };
  static const char * const go_on[] = { "continue", "save", NULL };
  g_autoptr (AlaCliPage) page = open_logged_in (self, url, error);
  gboolean key_entered = FALSE, begun = FALSE;

  for (guint i = 0; page != NULL && i < MAX_PAGES; i++)
    {
      g_autoptr (AlaCliPage) before = g_steal_pointer (&page);
      g_autoptr (GError) failure = NULL;

      if (is_list (before) && key_entered)
        return TRUE;

      page = log_in (self, before, &failure);
      if (page == NULL && failure == NULL)
        {
          AlaCliForm *edit;
          const char *button;

          fill_in (before, link);
          key_entered |= ala_cli_page_find_form (before, "publicKey") != NULL;

          edit = begun && is_list (before) ? ala_cli_page_find_form_prefix (before, "edit-", &button) : NULL;
          if (edit != NULL)
            page = ala_cli_browser_press (self->browser, before, edit, button, self->cancellable, &failure);
          else
            page = press_one_of (self, before, is_list (before) ? begin : go_on, &failure);
          begun = TRUE;
        }

      if (page == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  if (page != NULL)
    set_stuck (error, page);
  return FALSE;
}

/* Where a request token is no good Jira shows a page that says so in words, and in its header in a way that the program reads
 * too. */
static gboolean
check_page (AlaCliPage  *page,
            GError     **error)
{
  const char *authenticate = ala_cli_page_get_authenticate (page);
  g_autoptr (AlaOAuthReply) reply = NULL;

  if (authenticate == NULL)
    return TRUE;

  reply = ala_oauth_reply_new (ALA_OAUTH_ACCESS_TOKEN, ala_cli_page_get_status (page), NULL, authenticate);
  return ala_oauth_reply_check (reply, error);
}

AlaCliPage *
ala_cli_person_allow (AlaCliPerson  *self,
                      const char    *url,
                      GError       **error)
{
  static const char * const buttons[] = { "approve", NULL };
  g_autoptr (AlaCliPage) page = open_logged_in (self, url, error);

  if (page == NULL || !check_page (page, error))
    return NULL;

  return press_one_of (self, page, buttons, error);
}

/* What becomes of the wait for the browser. */
typedef struct
{
  GCancellable *limit; /* ends the wait alone */
  GError *refused;     /* why an answer was no good */
} Wait;

static void
refused_cb (AlaAuthorization *authorization,
            GError           *why,
            Wait             *wait)
{
  /* A person would try again. Here nobody does, so the first refusal is what there is to tell. */
  if (wait->refused == NULL)
    wait->refused = g_error_copy (why);
  g_cancellable_cancel (wait->limit);
}

static gboolean
way_back_timeout_cb (gpointer data)
{
  Wait *wait = data;

  if (wait->refused == NULL)
    wait->refused = ala_problem_new_error (ALA_PROBLEM_NETWORK_TIMEOUT,
                                           _("The browser’s answer did not come within %d seconds."), WAY_BACK_TIMEOUT);
  g_cancellable_cancel (wait->limit);
  return G_SOURCE_CONTINUE;
}

/* Where the browser does not come back by itself, hands over what it shows: the code, or the address at which it came to nothing. */
static gboolean
answer (AlaCliPerson      *self,
        AlaAuthorization  *authorization,
        const char        *jira_url,
        GError           **error)
{
  g_autoptr (AlaCliPage) page = ala_cli_person_allow (self, ala_authorization_get_authorize_url (authorization), error);

  if (page == NULL)
    return FALSE;

  if (g_str_has_prefix (ala_cli_page_get_url (page), jira_url))
    return ala_authorization_offer (authorization, ala_cli_page_get_text (page), error);
  if (ala_cli_page_get_status (page) != 200)
    return ala_authorization_offer (authorization, ala_cli_page_get_url (page), error);

  return TRUE;
}

AlaAccessToken *
ala_cli_person_authorize (AlaCliPerson      *self,
                          AlaAuthorization  *authorization,
                          const char        *jira_url,
                          GError           **error)
{
  g_autoptr (GCancellable) limit = ala_cli_wait_limit (self->cancellable, -1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) stuck = NULL, failure = NULL;
  Wait wait = { limit, NULL };
  AlaAccessToken *token;
  gulong refused;
  guint give_up;

  g_return_val_if_fail (ALA_IS_AUTHORIZATION (authorization), NULL);

  refused = g_signal_connect (authorization, "refused", G_CALLBACK (refused_cb), &wait);
  ala_authorization_run_async (authorization, limit, ala_cli_keep_result, &result);
  if (!answer (self, authorization, jira_url, &stuck))
    {
      if (wait.refused == NULL)
        wait.refused = g_steal_pointer (&stuck);
      g_cancellable_cancel (limit);
    }

  give_up = g_timeout_add_seconds (WAY_BACK_TIMEOUT, way_back_timeout_cb, &wait);
  ala_cli_wait (&result);
  g_source_remove (give_up);
  g_signal_handler_disconnect (authorization, refused);

  token = ala_authorization_run_finish (authorization, result, &failure);
  if (token == NULL && wait.refused != NULL && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&wait.refused));
  else if (token == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  g_clear_error (&wait.refused);

  return token;
}
