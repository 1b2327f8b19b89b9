/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-watch.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-progress.h"
#include "ala-cli-wait.h"
#include "ala-clock.h"
#include "ala-consumer-guess.h"
#include "ala-consumer-key.h"
#include "ala-link-watch.h"

/* Looking for another spelling takes several requests, so it is done at the first answer and then once in so many. */
#define GUESS_EVERY 4

static gboolean json;
static gboolean adopt;
static int wait_seconds = -1;

const GOptionEntry ala_cli_watch_options[] = {
  { "adopt", 0, 0, G_OPTION_ARG_NONE, &adopt, N_("Take the consumer key as it stands in Jira, if it is spelt otherwise there"), NULL },
  { "wait", 0, 0, G_OPTION_ARG_INT, &wait_seconds, N_("Give up after so long; 0 asks once. Without this it goes on until Ctrl+C"),
    N_("SECONDS") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one event a line as JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

static const struct
{
  AlaProof proof;
  const char *id;
  const char *title;
} sights[] = {
  { ALA_PROOF_REACHED, "reached", N_("Jira answers") },
  { ALA_PROOF_CONSUMER_KEY, "consumer-key", N_("Jira knows the consumer key") },
  { ALA_PROOF_CLOCK, "clock", N_("The clocks agree") },
  { ALA_PROOF_KEY, "key", N_("The public key in Jira is ours") },
  { ALA_PROOF_REQUEST_TOKEN, "request-token", N_("Jira issued a request token") },
};

typedef struct
{
  AlaCliLinks *links;
  AlaSetup *setup;
  AlaJiraClient *client;
  AlaAuthorization *authorization; /* of the client */
  AlaLinkWatch *watch;
  GCancellable *limit;

  gboolean keyless;                /* whether only the product can sign, so that less can be seen */
  AlaProof told_proofs;
  AlaProblem told_problem;
  guint unknown;          /* how often Jira has said that it does not know the consumer key */
  gboolean told_mistakes;
  char *found;            /* (nullable): the consumer key under which Jira knows the link */
  gboolean once;          /* whether the first answer ends it */
  GError *failure;        /* (nullable): what ended it besides */
} Watching;

static void start (Watching *self);

static void
clear_watching (Watching *self)
{
  if (self->limit != NULL)
    g_cancellable_cancel (self->limit);
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      ala_link_watch_stop (self->watch);
    }
  g_clear_object (&self->watch);
  g_clear_object (&self->authorization);
  g_clear_object (&self->client);
  g_clear_object (&self->limit);
  g_clear_pointer (&self->found, g_free);
  g_clear_error (&self->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watching, clear_watching)

/* What is told */

static void
tell_answer_as_json (Watching *self)
{
  const GError *error = ala_link_watch_get_error (self->watch);
  JsonBuilder *builder = ala_cli_json_new_event (ala_link_watch_is_proven (self->watch)  ? "proven"
                                                 : ala_link_watch_is_known (self->watch) ? "known"
                                                                                         : "answer");

  json_builder_set_member_name (builder, "proofs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    if (ala_link_watch_get_proofs (self->watch) & sights[i].proof)
      json_builder_add_string_value (builder, sights[i].id);
  json_builder_end_array (builder);
  if (error != NULL)
    {
      json_builder_set_member_name (builder, "problem");
      ala_cli_json_add_problem (builder, error);
    }
  ala_cli_json_print_event (builder);
}

static void
tell_sights (Watching *self)
{
  AlaProof proofs = ala_link_watch_get_proofs (self->watch);
  gint64 offset = ala_setup_get_clock_offset (self->setup);
  gboolean next = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      gboolean proven = (proofs & sights[i].proof) != 0;

      if (self->keyless && (sights[i].proof & (ALA_PROOF_KEY | ALA_PROOF_REQUEST_TOKEN)) != 0)
        continue;
      if (proven && sights[i].proof == ALA_PROOF_CLOCK && ABS (offset) > ALA_CLOCK_TOLERANCE)
        {
          g_autofree char *difference = ala_clock_describe_offset (offset);

          ala_cli_print_line (ALA_CLI_MARK_WARNING, "%s", difference);
        }
      else if (proven || next)
        ala_cli_print_line (proven ? ALA_CLI_MARK_PASSED : ALA_CLI_MARK_NONE,
                            /* Translators: %s is what is looked for, as “Jira knows the consumer key” */
                            proven ? "%s" : _("… %s: not yet"), _(sights[i].title));
      next = next && proven;
    }
}

/* Jira answers alike to all of these, so the person has to look which one it is. */
static void
tell_mistakes (Watching *self)
{
  g_autoptr (AlaGuidance) guidance = ala_cli_links_get_guidance (self->setup);
  GListModel *mistakes = ala_guidance_get_mistakes (guidance);

  self->told_mistakes = TRUE;
  ala_cli_message (_("That is so until the link is made in Jira; this goes on by itself as soon as it is. If you have made it already, "
                     "it is one of these:"));
  for (guint i = 0; i < g_list_model_get_n_items (mistakes); i++)
    {
      g_autoptr (AlaGuideMistake) mistake = g_list_model_get_item (mistakes, i);

      ala_cli_message ("  • %s", ala_guide_mistake_get_sign (mistake));
      ala_cli_message ("    %s", ala_guide_mistake_get_remedy (mistake));
    }
}

static void
tell_answer (Watching *self)
{
  const GError *error = ala_link_watch_get_error (self->watch);
  AlaProblem problem = ala_problem_from_error (error);
  AlaProof proofs = ala_link_watch_get_proofs (self->watch);

  if (json)
    {
      tell_answer_as_json (self);
      return;
    }

  /* What is as it was before is not said again. */
  if (proofs == self->told_proofs && problem == self->told_problem)
    return;
  self->told_proofs = proofs;
  self->told_problem = problem;

  tell_sights (self);
  if (problem == ALA_PROBLEM_CONSUMER_KEY_UNKNOWN)
    {
      if (!self->told_mistakes)
        tell_mistakes (self);
    }
  else if (error != NULL)
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
}

/* What is done */

static gboolean
save (Watching *self)
{
  return ala_setup_store_save (self->links->setups, self->setup, self->failure == NULL ? &self->failure : NULL);
}

static void
take_found (Watching *self)
{
  g_autoptr (AlaJiraClient) client = NULL;

  ala_setup_reset_link (self->setup);
  ala_setup_set_consumer_key (self->setup, self->found);
  if (!save (self))
    return;

  client = ala_jira_client_new (ala_jira_client_get_session (self->client), ala_jira_client_get_address (self->client),
                                self->found, ala_jira_client_get_key_pair (self->client));
  ala_jira_client_set_clock_offset (client, ala_jira_client_get_clock_offset (self->client));
  g_set_object (&self->client, client);
  if (!json)
    ala_cli_message (_("The link uses the consumer key “%s” from now on."), self->found);
  start (self);
}

static void
guessed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = ala_consumer_guess_finish (result, &error);
  g_autoptr (GError) other = NULL;
  Watching *self;

  /* Stopped: there may be nobody to tell any more. What else stopped the search stops the watch too, which says so. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  if (found != NULL && g_strcmp0 (found, self->found) != 0)
    {
      g_free (self->found);
      self->found = g_steal_pointer (&found);
      other = ala_consumer_guess_new_error (self->found);
      if (json)
        ala_cli_json_print_problem (other);
      else
        ala_cli_message_problem (ALA_CLI_MARK_WARNING, other);
      if (adopt)
        {
          take_found (self);
          return;
        }
      if (!json)
        ala_cli_message (_("“applink link watch --adopt %.8s” takes the consumer key as it stands in Jira."),
                         ala_setup_get_id (self->setup));
    }

  if (self->once)
    g_cancellable_cancel (self->limit);
  else
    ala_link_watch_hold (self->watch, FALSE);
}

static void
guess (Watching *self)
{
  g_auto (GStrv) candidates = NULL;

  candidates = ala_consumer_key_list_likely (ala_jira_client_get_consumer_key (self->client), ala_profile_get_application_name (
                                               ala_cli_links_get_profile (self->links, self->setup)));
  ala_link_watch_hold (self->watch, TRUE);
  ala_consumer_guess_async (self->client, (const char * const *) candidates, self->limit, guessed_cb, self);
}

/* By the time that Jira names it goes on at once. */
static gboolean
adopt_clock (Watching *self)
{
  const GError *error = ala_link_watch_get_error (self->watch);
  const char *note = ala_problem_get_note (error, ALA_NOTE_CLOCK_OFFSET);
  gint64 offset;

  if (ala_problem_from_error (error) != ALA_PROBLEM_TIMESTAMP_REFUSED || note == NULL)
    return FALSE;

  offset = g_ascii_strtoll (note, NULL, 10);
  if (ABS (offset - ala_setup_get_clock_offset (self->setup)) <= ALA_CLOCK_TOLERANCE)
    return FALSE;

  ala_setup_set_clock_offset (self->setup, offset);
  if (!save (self))
    return FALSE;
  ala_jira_client_set_clock_offset (self->client, offset);
  start (self);
  return TRUE;
}

static void
answer_cb (AlaLinkWatch *watch,
           GParamSpec   *pspec,
           Watching     *self)
{
  AlaProblem problem = ala_problem_from_error (ala_link_watch_get_error (watch));

  /* It was started anew, and has seen nothing yet. */
  if (!ala_link_watch_is_proven (watch) && !ala_link_watch_is_known (watch) && ala_link_watch_get_error (watch) == NULL)
    return;
  if (adopt_clock (self))
    return;

  tell_answer (self);
  /* Another spelling would show by a signature that Jira takes. */
  if (problem == ALA_PROBLEM_CONSUMER_KEY_UNKNOWN && !self->keyless && self->unknown++ % GUESS_EVERY == 0)
    guess (self);
  else if (self->once)
    g_cancellable_cancel (self->limit);
}

static void
start (Watching *self)
{
  g_clear_object (&self->authorization);
  self->authorization = ala_authorization_new (self->client);
  ala_link_watch_start (self->watch, self->authorization);
}

static AlaCliStatus
end (Watching     *self,
     GCancellable *cancellable)
{
  if (self->failure == NULL && ala_link_watch_is_proven (self->watch))
    {
      ala_setup_set_link_proven (self->setup, g_get_real_time () / G_USEC_PER_SEC);
      if (save (self))
        {
          if (!json)
            ala_cli_message (_("Jira accepts the link. “applink authorize %.8s” goes on."), ala_setup_get_id (self->setup));
          return ALA_CLI_OK;
        }
    }

  if (self->failure == NULL && ala_link_watch_is_known (self->watch))
    {
      ala_setup_set_link_known (self->setup, g_get_real_time () / G_USEC_PER_SEC);
      ala_setup_set_step (self->setup, ALA_STEP_HANDOVER);
      if (save (self))
        {
          if (!json)
            /* Translators: twice the name of a product, then an id */
            ala_cli_message (_("Jira knows the consumer key. Whether the public key there is that of %s, only %s can show: "
                               "“applink handover %.8s” says how it connects."),
                             ala_profile_get_name (ala_cli_links_get_profile (self->links, self->setup)),
                             ala_profile_get_name (ala_cli_links_get_profile (self->links, self->setup)),
                             ala_setup_get_id (self->setup));
          return ALA_CLI_OK;
        }
    }

  if (self->failure != NULL)
    return ala_cli_fail (self->failure);
  if (g_cancellable_is_cancelled (cancellable))
    return ALA_CLI_NOT_RUN;
  if (!json)
    ala_cli_message (_("Jira does not accept the link yet."));
  return ALA_CLI_FAILED;
}

AlaCliStatus
ala_cli_watch_run (const char * const *arguments,
                   GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_auto (Watching) watching = { &links };
  g_autoptr (GError) error = NULL;

  ala_cli_links_open (&links);
  watching.setup = ala_cli_links_find (&links, arguments[0]);
  if (watching.setup == NULL)
    return ALA_CLI_NOT_RUN;
  watching.client = ala_cli_links_new_client (&links, watching.setup, FALSE, cancellable, &error);
  if (watching.client == NULL)
    return ala_cli_fail (error);

  /* Asking once is not to be cut off in the middle of it. */
  watching.once = wait_seconds == 0;
  watching.limit = ala_cli_wait_limit (cancellable, watching.once ? -1 : wait_seconds);
  watching.watch = ala_link_watch_new ();
  watching.keyless = ala_cli_links_is_keyless (watching.setup);
  ala_link_watch_set_stand_in (watching.watch, watching.keyless);
  g_signal_connect (watching.watch, "notify::error", G_CALLBACK (answer_cb), &watching);
  start (&watching);
  ala_cli_progress_show (_("Watching Jira"));
  while (watching.failure == NULL && !ala_link_watch_is_proven (watching.watch) && !ala_link_watch_is_known (watching.watch)
         && !g_cancellable_is_cancelled (watching.limit))
    g_main_context_iteration (NULL, TRUE);
  ala_cli_progress_end ();

  return end (&watching, cancellable);
}
