/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-dialogs.h"

#include <string.h>

#include "ala-practice-pages.h"
#include "ala-practice-template.h"

static const char *
field (AlaPracticeExchange *exchange,
       const char          *name)
{
  return ala_practice_exchange_get_field (exchange, name);
}

static AlaPracticeFlow
get_flow (AlaPracticeExchange *exchange)
{
  return exchange->state->generation->flow;
}

static char *
render_row (AlaPracticeExchange *exchange,
            AlaPracticeLink     *link)
{
  return ala_practice_template_render ("link-row",
                                       "context", exchange->context,
                                       "xsrf", exchange->session->xsrf_token,
                                       "id", link->id,
                                       "name", link->name,
                                       "url", link->url != NULL ? link->url : "",
                                       "type", link->type,
                                       "incoming", link->consumer_key != NULL ? "OAuth" : "Not configured",
                                       "key", link->consumer_key != NULL ? link->consumer_key : "",
                                       NULL);
}

static void
reply_list (AlaPracticeExchange *exchange,
            const char          *url,
            const char          *notice_text,
            const char          *error_text)
{
  AlaPracticeLinks *links = exchange->state->links;
  gboolean with_url = get_flow (exchange) == ALA_PRACTICE_FLOW_URL;
  g_autofree char *notice = ala_practice_pages_render_notice (notice_text);
  g_autofree char *error = ala_practice_pages_render_error (error_text);
  g_autofree char *start = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);

  start = ala_practice_template_render (with_url ? "links-start-url" : "links-start-button",
                                        "context", exchange->context,
                                        "xsrf", exchange->session->xsrf_token,
                                        "url", url,
                                        "&error", error,
                                        NULL);
  for (guint i = 0; i < ala_practice_links_get_length (links); i++)
    {
      g_autofree char *row = render_row (exchange, ala_practice_links_get (links, i));

      g_string_append (rows, row);
    }
  empty = rows->len > 0 ? g_strdup ("")
                        : ala_practice_template_render ("empty", "text", "There are no application links yet.", NULL);

  ala_practice_exchange_reply_page (exchange, 200, "Application links", "links",
                                    "heading", with_url ? "Configure Application Links" : "Application links",
                                    "&notice", notice,
                                    "&start", start,
                                    "&rows", rows->str,
                                    "&empty", empty,
                                    NULL);
}

static void
reply_choose (AlaPracticeExchange *exchange,
              const char          *error_text)
{
  gboolean direct = get_flow (exchange) == ALA_PRACTICE_FLOW_DIRECT;
  gboolean external = g_str_equal (field (exchange, "type"), "external");
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Create link", "link-choose",
                                    "id", direct ? "typeDirect" : "typeAtlassian",
                                    "value", direct ? "direct" : "atlassian",
                                    "label", direct ? "Direct application link" : "Atlassian product",
                                    "hint", direct ? "Links another application by its address."
                                                   : "Links another Atlassian product, or anything that speaks like one.",
                                    "&checked", external ? "" : " checked",
                                    "&external", external ? " checked" : "",
                                    "url", field (exchange, "applicationUrl"),
                                    "next", direct ? "Next" : "Continue",
                                    "&error", error,
                                    NULL);
}

static void
reply_external (AlaPracticeExchange *exchange,
                const char          *error_text)
{
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Configure an incoming link", "link-external",
                                    "name", field (exchange, "name"),
                                    "redirectUrl", field (exchange, "redirectUrl"),
                                    "&error", error,
                                    NULL);
}

static void
reply_warning (AlaPracticeExchange *exchange,
               const char          *url,
               const char          *error_text)
{
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Configure Application URL", "link-warning",
                                    "url", url,
                                    "&error", error,
                                    NULL);
}

static void
reply_details (AlaPracticeExchange *exchange,
               const char          *url,
               const char          *error_text)
{
  gboolean direct = get_flow (exchange) == ALA_PRACTICE_FLOW_DIRECT;
  gboolean incoming = ala_practice_exchange_has_field (exchange, "createIncoming");
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, direct ? "Review link" : "Link applications", "link-details",
                                    "heading", direct ? "Review link" : "Link applications",
                                    "hint", direct ? "Review the link before it is created."
                                                   : "Complete this form to link Jira with the application.",
                                    "url", url,
                                    "name", field (exchange, "name"),
                                    "serviceProviderName", field (exchange, "serviceProviderName"),
                                    "consumerKey", field (exchange, "consumerKey"),
                                    "sharedSecret", field (exchange, "sharedSecret"),
                                    "requestTokenUrl", field (exchange, "requestTokenUrl"),
                                    "accessTokenUrl", field (exchange, "accessTokenUrl"),
                                    "authorizeUrl", field (exchange, "authorizeUrl"),
                                    "&createIncoming", incoming ? " checked" : "",
                                    "&error", error,
                                    NULL);
}

/* The second page while a link is made, from the fields that were sent so far. */
static void
reply_incoming (AlaPracticeExchange *exchange,
                const char          *error_text)
{
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Link applications", "link-incoming",
                                    "heading", "Link applications",
                                    "hint", "Enter what the application will use when it asks this Jira for access.",
                                    "step", "incoming",
                                    "id", "",
                                    "url", field (exchange, "applicationUrl"),
                                    "name", field (exchange, "name"),
                                    "type", field (exchange, "applicationType"),
                                    "key", field (exchange, "key"),
                                    "consumerName", field (exchange, "consumerName"),
                                    "publicKey", field (exchange, "publicKey"),
                                    "callbackUrl", field (exchange, "callbackUrl"),
                                    "&twoLegged", ala_practice_exchange_has_field (exchange, "twoLegged") ? " checked" : "",
                                    "button", "continue",
                                    "label", "Continue",
                                    "&error", error,
                                    NULL);
}

/* The same fields of a link that is there: what it has, or after a mistake what was sent. */
static void
reply_edit (AlaPracticeExchange *exchange,
            AlaPracticeLink     *link,
            const char          *error_text)
{
  gboolean sent = ala_practice_exchange_is (exchange, "POST");
  const char *key = sent ? field (exchange, "key") : link->consumer_key;
  const char *name = sent ? field (exchange, "consumerName") : link->consumer_name;
  const char *public_key = sent ? field (exchange, "publicKey") : link->public_key;
  const char *callback = sent ? field (exchange, "callbackUrl") : link->callback;
  gboolean two_legged = sent ? ala_practice_exchange_has_field (exchange, "twoLegged") : link->two_legged;
  g_autofree char *error = ala_practice_pages_render_error (error_text);
  g_autofree char *heading = g_strdup_printf ("Edit %s: Incoming Authentication", link->name);

  ala_practice_exchange_reply_page (exchange, 200, heading, "link-incoming",
                                    "heading", heading,
                                    "hint", "A change ends every access that users have allowed for this link.",
                                    "step", "edit",
                                    "id", link->id,
                                    "url", "",
                                    "name", "",
                                    "type", "",
                                    "key", key != NULL ? key : "",
                                    "consumerName", name != NULL ? name : "",
                                    "publicKey", public_key != NULL ? public_key : "",
                                    "callbackUrl", callback != NULL ? callback : "",
                                    "&twoLegged", two_legged ? " checked" : "",
                                    "button", "save",
                                    "label", "Save",
                                    "&error", error,
                                    NULL);
}

/* Returns: (transfer full) (nullable): the address as it is kept; %NULL when it is none. Without a scheme it is one of http. */
static char *
dup_url (const char *text)
{
  g_autofree char *url = g_strstrip (g_strdup (text));
  g_autofree char *full = strstr (url, "://") != NULL ? g_strdup (url) : g_strconcat ("http://", url, NULL);

  if (*url == '\0' || strlen (full) > 2048 || !ala_practice_callback_is_valid (full))
    return NULL;

  return g_steal_pointer (&full);
}

/* The addresses are those of nobody, so no application ever answers, and Jira always warns. */
static void
take_url (AlaPracticeExchange *exchange)
{
  g_autofree char *url = dup_url (field (exchange, "applicationUrl"));

  if (url != NULL)
    reply_warning (exchange, url, NULL);
  else if (get_flow (exchange) == ALA_PRACTICE_FLOW_URL)
    reply_list (exchange, field (exchange, "applicationUrl"), NULL, "The URL is not valid.");
  else
    reply_choose (exchange, "The URL is not valid.");
}

static void
take_list (AlaPracticeExchange *exchange)
{
  if (get_flow (exchange) == ALA_PRACTICE_FLOW_URL)
    take_url (exchange);
  else
    reply_choose (exchange, NULL);
}

static void
take_choice (AlaPracticeExchange *exchange)
{
  if (g_str_equal (field (exchange, "type"), "external"))
    reply_external (exchange, NULL);
  else
    take_url (exchange);
}

static void
take_external (AlaPracticeExchange *exchange)
{
  g_autoptr (GError) error = NULL;

  if (!ala_practice_callback_is_valid (field (exchange, "redirectUrl")))
    reply_external (exchange, "The redirect URL must begin with http:// or https://.");
  else if (ala_practice_links_add (exchange->state->links, field (exchange, "name"), NULL, "External application",
                                   &error) == NULL)
    reply_external (exchange, error->message);
  else
    reply_list (exchange, "", "The incoming link by OAuth 2.0 was created.", NULL);
}

static void
take_warning (AlaPracticeExchange *exchange)
{
  g_autofree char *url = dup_url (field (exchange, "applicationUrl"));

  if (url != NULL)
    reply_details (exchange, url, NULL);
  else
    reply_warning (exchange, field (exchange, "applicationUrl"), "The URL is not valid.");
}

/* The present Cloud form fails when anything but name, type and the tick box was filled (reference/jira-oauth.md section 4). */
static gboolean
has_outgoing_fields (AlaPracticeExchange *exchange)
{
  static const char *names[] = { "serviceProviderName", "consumerKey", "sharedSecret", "requestTokenUrl", "accessTokenUrl",
                                 "authorizeUrl" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (*field (exchange, names[i]) != '\0')
      return TRUE;

  return FALSE;
}

static void
take_details (AlaPracticeExchange *exchange)
{
  const char *url = field (exchange, "applicationUrl");
  const char *name = field (exchange, "name");
  gboolean direct = get_flow (exchange) == ALA_PRACTICE_FLOW_DIRECT;
  gboolean incoming = ala_practice_exchange_has_field (exchange, "createIncoming");
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    reply_details (exchange, url, "The application name is required.");
  else if (direct && has_outgoing_fields (exchange))
    reply_details (exchange, url, "The link could not be created. Fill in all fields of the outgoing link, or none of them.");
  else if (incoming && !direct)
    reply_incoming (exchange, NULL);
  else if (ala_practice_links_add (exchange->state->links, name, url, field (exchange, "applicationType"), &error) == NULL)
    reply_details (exchange, url, error->message);
  else
    reply_list (exchange, "", "The application link was created.", NULL);
}

/* Returns: whether the incoming fields are right; @error: the sentence for the form */
static gboolean
check_incoming (AlaPracticeExchange  *exchange,
                AlaPracticeLink      *link,
                AlaPublicKey        **key,
                GError              **error)
{
  return ala_practice_links_check_consumer (exchange->state->links, link, field (exchange, "key"),
                                            field (exchange, "consumerName"), field (exchange, "publicKey"),
                                            field (exchange, "callbackUrl"), key, error);
}

static void
set_incoming (AlaPracticeExchange *exchange,
              AlaPracticeLink     *link,
              AlaPublicKey        *key)
{
  /* A change of a link's settings takes its tokens away (reference/jira-oauth.md section 1, revocation). */
  if (link->consumer_key != NULL)
    ala_practice_tokens_remove_consumer (exchange->state->tokens, link->consumer_key);

  ala_practice_link_set_consumer (link, field (exchange, "key"), field (exchange, "consumerName"),
                                  field (exchange, "publicKey"), key, field (exchange, "callbackUrl"),
                                  ala_practice_exchange_has_field (exchange, "twoLegged"));
}

static void
take_incoming (AlaPracticeExchange *exchange)
{
  g_autoptr (AlaPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;
  AlaPracticeLink *link = NULL;

  if (check_incoming (exchange, NULL, &key, &error))
    link = ala_practice_links_add (exchange->state->links, field (exchange, "name"), field (exchange, "applicationUrl"),
                                   field (exchange, "applicationType"), &error);
  if (link == NULL)
    {
      reply_incoming (exchange, error->message);
      return;
    }

  set_incoming (exchange, link, key);
  reply_list (exchange, "", "The application link was created, and its incoming authentication is configured.", NULL);
}

static void
take_edit (AlaPracticeExchange *exchange)
{
  AlaPracticeLink *link = ala_practice_links_find (exchange->state->links, field (exchange, "id"));
  g_autoptr (AlaPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (link == NULL)
    {
      reply_list (exchange, "", NULL, "This application link does not exist any more.");
    }
  else if (!check_incoming (exchange, link, &key, &error))
    {
      reply_edit (exchange, link, error->message);
    }
  else
    {
      set_incoming (exchange, link, key);
      reply_list (exchange, "", "The incoming authentication was saved.", NULL);
    }
}

static void
take_delete (AlaPracticeExchange *exchange)
{
  AlaPracticeLink *link = ala_practice_links_find (exchange->state->links, field (exchange, "id"));

  if (link == NULL)
    {
      reply_list (exchange, "", NULL, "This application link does not exist any more.");
      return;
    }

  if (link->consumer_key != NULL)
    ala_practice_tokens_remove_consumer (exchange->state->tokens, link->consumer_key);
  ala_practice_links_remove (exchange->state->links, link);
  reply_list (exchange, "", "The application link was deleted.", NULL);
}

void
ala_practice_dialogs (AlaPracticeExchange *exchange)
{
  static const struct
  {
    const char *name;
    void (*take) (AlaPracticeExchange *exchange);
  } steps[] = {
    { "list", take_list },
    { "choose", take_choice },
    { "external", take_external },
    { "warning", take_warning },
    { "details", take_details },
    { "incoming", take_incoming },
    { "edit", take_edit },
    { "delete", take_delete },
  };
  AlaPracticeLink *link;
  const char *id;

  g_return_if_fail (exchange != NULL);

  if (!ala_practice_pages_require_admin (exchange))
    return;

  if (ala_practice_exchange_is (exchange, "POST"))
    {
      if (!ala_practice_pages_require_xsrf (exchange))
        return;
      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        if (g_str_equal (steps[i].name, field (exchange, "step")))
          {
            steps[i].take (exchange);
            return;
          }
    }

  id = ala_practice_exchange_get_query (exchange, "edit");
  link = id != NULL ? ala_practice_links_find (exchange->state->links, id) : NULL;
  if (link != NULL)
    reply_edit (exchange, link, NULL);
  else
    reply_list (exchange, "", NULL, NULL);
}
