/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-authorize.h"

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "ala-authorization.h"
#include "ala-browser-launch.h"
#include "ala-cli-checks.h"
#include "ala-cli-connection.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"

/* A pasted page is longer than a code, but no book. */
#define LINE_MAX_BYTES (64 * 1024)

static gboolean no_browser;
static char *callback;

const GOptionEntry ala_cli_authorize_options[] = {
  { "no-browser", 0, 0, G_OPTION_ARG_NONE, &no_browser, N_("Only print the address, do not open it"), NULL },
  { "callback", 0, 0, G_OPTION_ARG_STRING, &callback,
    N_("“loopback” (as usual): the browser comes back by itself; “oob”: Jira shows a code to copy"), N_("KIND") },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

/* What happens while the person is in the browser. */
typedef struct
{
  AlaAuthorization *authorization;
  GDataInputStream *input;
  GCancellable *cancellable; /* of the input */
  gboolean open_browser;
} Dialogue;

static void read_line (Dialogue *self);

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  Dialogue *self;
  gsize length;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, &length, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The end of standard input ends nothing: the browser may still come back. */
  self = user_data;
  if (line == NULL)
    return;

  if (length <= LINE_MAX_BYTES && g_utf8_validate (line, length, NULL) && *g_strstrip (line) != '\0'
      && !ala_authorization_offer (self->authorization, line, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);

  ala_secret_wipe (line, length);
  read_line (self);
}

static void
read_line (Dialogue *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable, line_read_cb, self);
}

static void
refused_cb (AlaAuthorization *authorization,
            GError           *why,
            gpointer          unused)
{
  ala_cli_message_problem (ALA_CLI_MARK_WARNING, why);
}

static void
browser_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ala_browser_launch_finish (result, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
}

/* The address is data: whoever calls us may want to show it somewhere else. */
static void
show_address (Dialogue *self)
{
  const char *url = ala_authorization_get_authorize_url (self->authorization);

  if (url == NULL)
    return;

  ala_cli_print_line (ALA_CLI_MARK_NONE, "%s", url);
  if (self->open_browser)
    ala_browser_launch_async (url, NULL, NULL, browser_opened_cb, NULL);
}

static void
tell_what_to_do (Dialogue *self)
{
  if (self->open_browser)
    ala_cli_message (_("Choose “Allow” in the browser that opens."));
  else
    ala_cli_message (_("Open this address in a browser and choose “Allow”."));

  if (ala_authorization_get_loopback (self->authorization))
    ala_cli_message (_("The answer comes by itself if the browser is on this computer. Otherwise paste the address at which it "
                       "ends here."));
  else
    ala_cli_message (_("Then paste the code that Jira shows here, or the whole sentence."));
}

/* Waits for the answer of whichever way is the first. */
static AlaAccessToken *
wait_for_token (AlaAuthorization  *authorization,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (standard_input);
  g_autoptr (GCancellable) input_cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) prepared = NULL, result = NULL;
  Dialogue dialogue = { authorization, input, input_cancellable, !no_browser };
  AlaAccessToken *token;
  gulong changed;

  ala_authorization_prepare_async (authorization, cancellable, ala_cli_keep_result, &prepared);
  ala_cli_wait (&prepared);
  if (!ala_authorization_prepare_finish (authorization, prepared, error))
    return NULL;

  g_signal_connect (authorization, "refused", G_CALLBACK (refused_cb), NULL);
  changed = g_signal_connect_swapped (authorization, "notify::authorize-url", G_CALLBACK (show_address), &dialogue);
  tell_what_to_do (&dialogue);
  show_address (&dialogue);

  ala_authorization_run_async (authorization, cancellable, ala_cli_keep_result, &result);
  read_line (&dialogue);
  ala_cli_wait (&result);
  token = ala_authorization_run_finish (authorization, result, error);

  g_signal_handler_disconnect (authorization, changed);
  g_cancellable_cancel (input_cancellable);
  return token;
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

  ala_setup_set_authorized (setup, g_get_real_time () / G_USEC_PER_SEC, token->expires_at);
  ala_setup_set_step (setup, ALA_STEP_CHECKS);
  return ala_setup_store_save (links->setups, setup, error);
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
                                                          TRUE, cancellable, &error);

  if (runner == NULL)
    return ala_cli_fail (error);
  if (!ala_setup_store_save (links->setups, setup, &error))
    return ala_cli_fail (error);

  return ala_check_get_state (ala_check_runner_find (runner, "identity")) == ALA_CHECK_PASSED ? ALA_CLI_OK : ALA_CLI_FAILED;
}

AlaCliStatus
ala_cli_authorize_run (const char * const *arguments,
                       GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaAuthorization) authorization = NULL;
  g_autoptr (AlaAccessToken) token = NULL;
  g_autoptr (GError) error = NULL;
  AlaSetup *setup;

  if (ala_cli_connection_check_options () != ALA_CLI_OK)
    return ALA_CLI_USAGE;
  if (callback != NULL && !g_str_equal (callback, "loopback") && !g_str_equal (callback, "oob"))
    {
      ala_cli_message (_("“--callback” takes “loopback” or “oob”."));
      return ALA_CLI_USAGE;
    }

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;
  client = ala_cli_links_new_client (&links, setup, FALSE, cancellable, &error);
  if (client == NULL)
    return ala_cli_fail (error);

  authorization = ala_authorization_new (client);
  ala_authorization_set_loopback (authorization, g_strcmp0 (callback, "oob") != 0);
  token = wait_for_token (authorization, cancellable, &error);
  if (token == NULL || !keep_token (&links, setup, token, &error))
    return ala_cli_fail (error);

  ala_jira_client_set_access_token (client, token->token);
  return prove (&links, setup, client, cancellable);
}
