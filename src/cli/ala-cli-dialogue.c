/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-dialogue.h"

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "ala-browser-launch.h"
#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"

/* A pasted page is longer than a code, but no book. */
#define LINE_MAX_BYTES (64 * 1024)

/* A line that is being read may still be under way when the dialogue is over. */
typedef struct
{
  AlaCliDialogue *dialogue;
  GDataInputStream *input;
  GCancellable *cancellable;
} Reading;

static void read_line (Reading *reading);

static void
tell_problem (AlaCliDialogue *self,
              const GError   *error)
{
  if (self->json)
    ala_cli_json_print_problem (error);
  else
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
}

/* When Jira shows a code and nobody can type it any more, this run is over. The code may still come to another one. */
static gboolean
give_up_cb (gpointer data)
{
  AlaCliDialogue *self = data;
  const char *url = ala_authorization_get_authorize_url (self->authorization);
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) query = NULL;

  self->giving_up = 0;
  if (url == NULL || ala_authorization_get_loopback (self->authorization)
      || ala_authorization_get_state (self->authorization) != ALA_AUTHORIZATION_WAITING)
    return G_SOURCE_REMOVE;

  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  query = uri != NULL && g_uri_get_query (uri) != NULL
            ? g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL)
            : NULL;
  if (query != NULL && g_hash_table_contains (query, "oauth_token"))
    self->left_token = ala_secret_new (g_hash_table_lookup (query, "oauth_token"), -1);
  g_cancellable_cancel (self->run);
  return G_SOURCE_REMOVE;
}

/* Not at once: an answer that was typed before the end may be the next to be tried. */
static void
give_up_without_input (AlaCliDialogue *self)
{
  if (self->input_ended && self->giving_up == 0)
    self->giving_up = g_idle_add (give_up_cb, self);
}

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  Reading *reading;
  gsize length;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, &length, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The end of standard input ends nothing where the browser may still come back. */
  reading = user_data;
  if (line == NULL)
    {
      reading->dialogue->input_ended = TRUE;
      give_up_without_input (reading->dialogue);
      return;
    }

  if (length <= LINE_MAX_BYTES && g_utf8_validate (line, length, NULL) && *g_strstrip (line) != '\0'
      && !ala_authorization_offer (reading->dialogue->authorization, line, &error))
    tell_problem (reading->dialogue, error);

  ala_secret_wipe (line, length);
  read_line (reading);
}

static void
read_line (Reading *reading)
{
  g_data_input_stream_read_line_async (reading->input, G_PRIORITY_DEFAULT, reading->cancellable, line_read_cb, reading);
}

static void
refused_cb (AlaAuthorization *authorization,
            GError           *why,
            AlaCliDialogue   *self)
{
  tell_problem (self, why);
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
show_address (AlaCliDialogue *self)
{
  const char *url = ala_authorization_get_authorize_url (self->authorization);

  if (url == NULL)
    return;

  if (self->json)
    {
      JsonBuilder *builder = ala_cli_json_new_event ("authorize-url");

      ala_cli_json_add_text (builder, "url", url);
      ala_cli_json_print_event (builder);
    }
  else
    {
      ala_cli_print_line (ALA_CLI_MARK_NONE, "%s", url);
    }
  if (self->open_browser)
    ala_browser_launch_async (url, NULL, NULL, browser_opened_cb, NULL);
}

static void
state_changed_cb (AlaAuthorization *authorization,
                  GParamSpec       *pspec,
                  AlaCliDialogue   *self)
{
  if (ala_authorization_get_state (authorization) != ALA_AUTHORIZATION_WAITING)
    return;

  if (self->json)
    {
      JsonBuilder *builder = ala_cli_json_new_event ("waiting");

      json_builder_set_member_name (builder, "loopback");
      json_builder_add_boolean_value (builder, ala_authorization_get_loopback (authorization));
      ala_cli_json_add_number (builder, "secondsLeft", ala_authorization_get_seconds_left (authorization));
      ala_cli_json_print_event (builder);
    }
  give_up_without_input (self);
}

static void
tell_what_to_do (AlaCliDialogue *self)
{
  if (self->json)
    return;

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

AlaAccessToken *
ala_cli_dialogue_run (AlaCliDialogue  *self,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr (GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (standard_input);
  g_autoptr (GCancellable) input_cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) prepared = NULL, result = NULL;
  Reading reading = { self, input, input_cancellable };
  AlaAccessToken *token;

  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self->authorization), NULL);

  ala_authorization_prepare_async (self->authorization, cancellable, ala_cli_keep_result, &prepared);
  ala_cli_wait_telling (&prepared, _("Asking Jira for a request token"));
  if (!ala_authorization_prepare_finish (self->authorization, prepared, error))
    return NULL;

  self->run = ala_cli_wait_limit (cancellable, -1);
  g_signal_connect (self->authorization, "refused", G_CALLBACK (refused_cb), self);
  tell_what_to_do (self);
  show_address (self);
  g_signal_connect_swapped (self->authorization, "notify::authorize-url", G_CALLBACK (show_address), self);
  g_signal_connect (self->authorization, "notify::state", G_CALLBACK (state_changed_cb), self);

  ala_authorization_run_async (self->authorization, self->run, ala_cli_keep_result, &result);
  read_line (&reading);
  ala_cli_wait (&result);
  token = ala_authorization_run_finish (self->authorization, result, error);

  g_clear_handle_id (&self->giving_up, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->authorization, self);
  g_cancellable_cancel (input_cancellable);
  g_clear_object (&self->run);
  return token;
}
