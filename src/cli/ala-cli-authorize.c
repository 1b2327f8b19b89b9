/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-authorize.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-checks.h"
#include "ala-cli-connection.h"
#include "ala-cli-dialogue.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"
#include "ala-product-key.h"
#include "ala-verifier.h"

/* Kept with the link's secrets from a run that nobody could answer to the one that has the code. */
#define SECRET_REQUEST_TOKEN "request-token"

static gboolean no_browser;
static gboolean json;
static char *callback;
static char *verifier;
static int wait_seconds = -1;

const GOptionEntry ala_cli_authorize_options[] = {
  { "no-browser", 0, 0, G_OPTION_ARG_NONE, &no_browser, N_("Only print the address, do not open it"), NULL },
  { "callback", 0, 0, G_OPTION_ARG_STRING, &callback,
    N_("“loopback” (the default): the browser comes back by itself; “oob”: Jira shows a code to copy"), N_("KIND") },
  { "verifier", 0, 0, G_OPTION_ARG_STRING, &verifier,
    N_("The code that Jira showed for the address of an earlier run; “-” reads it from standard input, as without this"), N_("TEXT") },
  { "wait", 0, 0, G_OPTION_ARG_INT, &wait_seconds, N_("Give up after so long. Without this it goes on until Ctrl+C"), N_("SECONDS") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one event a line as JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

static AlaCliStatus
fail (const GError *error)
{
  if (json && ala_problem_from_error (error) != ALA_PROBLEM_NONE)
    ala_cli_json_print_problem (error);
  return ala_cli_fail (error);
}

static gboolean
keep_token (AlaCliLinks     *links,
            AlaSetup        *setup,
            AlaAccessToken  *token,
            GError         **error)
{
  if (!ala_cli_links_save_secret (links, setup, ALA_SECRET_ACCESS_TOKEN, token->token, NULL, error)
      || !ala_cli_links_save_secret (links, setup, ALA_SECRET_ACCESS_TOKEN_SECRET, token->secret, NULL, error))
    return FALSE;

  /* One that an earlier run left open is used up or overtaken; should this fail, Jira says so to whoever tries it again. */
  ala_cli_links_clear_secrets (links, setup, SECRET_REQUEST_TOKEN, NULL);
  ala_setup_set_authorized (setup, g_get_real_time () / G_USEC_PER_SEC, token->expires_at);
  ala_setup_set_step (setup, ALA_STEP_CHECKS);
  return ala_setup_store_save (links->setups, setup, error);
}

static void
tell_authorized (AlaSetup *setup)
{
  JsonBuilder *builder = ala_cli_json_new_event ("authorized");

  ala_cli_json_add_text (builder, "link", ala_setup_get_id (setup));
  ala_cli_json_add_text (builder, "user", ala_setup_get_user (setup));
  ala_cli_json_add_time (builder, "tokenExpires", ala_setup_get_token_expires (setup));
  ala_cli_json_print_event (builder);
}

/* What the token is worth, a signed request has to say. */
static AlaCliStatus
prove (AlaCliLinks   *links,
       AlaSetup      *setup,
       AlaJiraClient *client,
       GCancellable  *cancellable)
{
  static const char * const only[] = { "identity", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaCheckRunner) runner = ala_cli_checks_run (client, setup, ala_cli_links_get_profile (links, setup), only,
                                                          json ? ALA_CLI_TELL_NOTHING : ALA_CLI_TELL_LINES, cancellable, &error);
  AlaCheck *identity;

  if (runner == NULL || !ala_setup_store_save (links->setups, setup, &error))
    return fail (error);

  identity = ala_check_runner_find (runner, "identity");
  if (json)
    tell_authorized (setup);
  if (ala_check_get_state (identity) == ALA_CHECK_PASSED)
    return ALA_CLI_OK;

  if (json && ala_check_get_error (identity) != NULL)
    ala_cli_json_print_problem (ala_check_get_error (identity));
  return ALA_CLI_FAILED;
}

/* Finds the code in --verifier, and whether it belongs to @request_token. */
static AlaSecret *
find_code (AlaSecret  *request_token,
           GError    **error)
{
  g_autoptr (AlaVerifier) found = ala_verifier_parse (verifier);

  if (found->token != NULL && !g_str_equal (found->token, ala_secret_peek (request_token)))
    {
      ala_problem_set_error (error, ALA_PROBLEM_VERIFIER_OTHER_RUN, _("The answer does not belong to the page that is open now."));
      return NULL;
    }

  switch (found->kind)
    {
    case ALA_VERIFIER_CODE:
      return ala_secret_ref (found->code);
    case ALA_VERIFIER_DENIED:
      ala_problem_set_error (error, ALA_PROBLEM_AUTHORIZATION_DENIED, _("“Deny” was chosen on Jira’s page."));
      return NULL;
    case ALA_VERIFIER_NO_CODE:
      ala_problem_set_error (error, ALA_PROBLEM_VERIFIER_NO_CODE, _("Jira’s page tells no code."));
      return NULL;
    case ALA_VERIFIER_NOTHING:
    default:
      ala_problem_set_error (error, ALA_PROBLEM_VERIFIER_NOT_FOUND, _("The text holds no answer of Jira."));
      return NULL;
    }
}

static AlaAccessToken *
exchange (AlaJiraClient  *client,
          AlaSecret      *request_token,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (AlaOAuthParams) extra = ala_oauth_params_new ();
  g_autoptr (AlaSecret) code = find_code (request_token, error);
  g_autoptr (AlaOAuthReply) reply = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (code == NULL)
    return NULL;

  ala_oauth_params_add (extra, "oauth_verifier", ala_secret_peek (code));
  ala_jira_client_call_token_async (client, ALA_OAUTH_ACCESS_TOKEN, request_token, extra, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira for the access token"));
  reply = ala_jira_client_call_token_finish (client, result, error);
  if (reply == NULL)
    return NULL;

  return ala_access_token_new_from_reply (reply, ala_jira_client_get_clock_offset (client));
}

/* Goes on where an earlier run ended, with the code that Jira showed since. */
static AlaAccessToken *
go_on (AlaCliLinks   *links,
       AlaSetup      *setup,
       AlaJiraClient *client,
       GCancellable  *cancellable,
       AlaCliStatus  *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) request_token = NULL;
  AlaAccessToken *token;

  request_token = ala_cli_links_load_secret (links, setup, SECRET_REQUEST_TOKEN, cancellable, &error);
  if (request_token == NULL)
    {
      if (ala_problem_from_error (error) == ALA_PROBLEM_TOKEN_MISSING)
        ala_cli_message (_("No earlier run left an address open. “applink authorize --callback oob %.8s” prints one."),
                         ala_setup_get_id (setup));
      else
        fail (error);
      *status = ALA_CLI_NOT_RUN;
      return NULL;
    }

  token = exchange (client, request_token, cancellable, &error);
  if (token == NULL)
    {
      *status = fail (error);
      return NULL;
    }

  return token;
}

/* Nobody could bring the answer in this run: keeps what the next one needs. */
static AlaCliStatus
leave (AlaCliLinks *links,
       AlaSetup    *setup,
       AlaSecret   *request_token)
{
  g_autoptr (GError) error = NULL;

  if (!ala_cli_links_save_secret (links, setup, SECRET_REQUEST_TOKEN, request_token, NULL, &error))
    return fail (error);

  ala_cli_message (_("Standard input has ended, so nobody can type the code here. “applink authorize --verifier CODE %.8s” takes it, "
                     "within ten minutes."), ala_setup_get_id (setup));
  return ALA_CLI_NOT_RUN;
}

static AlaAccessToken *
ask (AlaCliLinks   *links,
     AlaSetup      *setup,
     AlaJiraClient *client,
     GCancellable  *cancellable,
     AlaCliStatus  *status)
{
  g_autoptr (AlaAuthorization) authorization = ala_authorization_new (client);
  g_autoptr (GCancellable) limit = ala_cli_wait_limit (cancellable, wait_seconds);
  g_autoptr (AlaSecret) left_token = NULL;
  g_autoptr (GError) error = NULL;
  AlaCliDialogue dialogue = { authorization, !no_browser, json };
  AlaAccessToken *token;

  ala_authorization_set_loopback (authorization, g_strcmp0 (callback, "oob") != 0);
  token = ala_cli_dialogue_run (&dialogue, limit, &error);
  left_token = g_steal_pointer (&dialogue.left_token);
  if (token != NULL)
    return token;

  if (left_token != NULL)
    {
      *status = leave (links, setup, left_token);
    }
  else if (g_cancellable_is_cancelled (limit) && !g_cancellable_is_cancelled (cancellable))
    {
      ala_cli_message (_("Nobody allowed the access in time."));
      *status = ALA_CLI_FAILED;
    }
  else
    {
      *status = fail (error);
    }
  return NULL;
}

static AlaCliStatus
check_options (void)
{
  if (callback != NULL && !g_str_equal (callback, "loopback") && !g_str_equal (callback, "oob"))
    {
      ala_cli_message (_("“--callback” takes “loopback” or “oob”."));
      return ALA_CLI_USAGE;
    }

  if (g_strcmp0 (verifier, "-") == 0)
    g_clear_pointer (&verifier, g_free);
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_authorize_run (const char * const *arguments,
                       GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaAccessToken) token = NULL;
  g_autoptr (GError) error = NULL;
  AlaCliStatus status = check_options ();
  AlaSetup *setup;

  if (status != ALA_CLI_OK)
    return status;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;
  if (ala_cli_links_is_keyless (setup))
    error = ala_product_key_new_error (ala_cli_links_get_profile (&links, setup));
  else
    client = ala_cli_links_new_client (&links, setup, FALSE, cancellable, &error);
  if (client == NULL)
    return fail (error);

  if (verifier != NULL)
    token = go_on (&links, setup, client, cancellable, &status);
  else
    token = ask (&links, setup, client, cancellable, &status);
  if (token == NULL)
    return status;
  if (!keep_token (&links, setup, token, &error))
    return fail (error);

  ala_jira_client_set_access_token (client, token->token);
  return prove (&links, setup, client, cancellable);
}
