/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-rehearse.h"

#include <glib/gi18n-lib.h>

#include "ala-authorization.h"
#include "ala-callback-listener.h"
#include "ala-check-warm-up.h"
#include "ala-checks-server.h"
#include "ala-cli-checks.h"
#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-cli-person.h"
#include "ala-cli-practice.h"
#include "ala-cli-wait.h"
#include "ala-clock.h"
#include "ala-guidance.h"
#include "ala-jira-page.h"
#include "ala-practice-jira.h"
#include "ala-profiles.h"
#include "ala-webhooks.h"

/* Where a product would be; nothing is sent there. */
#define PRODUCT_URL "https://product.example.com"
#define WEBHOOK_URL PRODUCT_URL "/webhook"

static char **faults;
static char *generation;
static gboolean https;
static gboolean json;

const GOptionEntry ala_cli_rehearse_options[] = {
  { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &faults,
    N_("Switch a fault of the practice Jira on, to see how it is explained; may come more than once"), N_("NAME") },
  { "generation", 0, 0, G_OPTION_ARG_STRING, &generation, N_("Which Jira to rehearse with"), N_("NAME") },
  { "https", 0, 0, G_OPTION_ARG_NONE, &https, N_("Rehearse by https; faults of TLS choose it by themselves"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one event a line as JSON"), NULL },
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

typedef struct
{
  GCancellable *cancellable;
  AlaCliStatus status; /* the worst of what did not stop the job */

  /* Jira's side, of which we know no more than its address */
  AlaPracticeJira *jira;
  AlaCliBrowser *browser;

  /* Our side */
  AlaProfile *profile;
  AlaSetup *setup;
  AlaHttpSession *session;
  AlaJiraServer *server;
  AlaKeyPair *pair;
  AlaJiraClient *client;
  AlaAuthorization *authorization;
} Rehearsal;

static void
rehearsal_clear (Rehearsal *self)
{
  g_clear_object (&self->authorization);
  g_clear_object (&self->client);
  g_clear_object (&self->pair);
  g_clear_object (&self->server);
  g_clear_object (&self->session);
  g_clear_object (&self->setup);
  g_clear_object (&self->profile);
  g_clear_object (&self->browser);
  g_clear_object (&self->jira);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rehearsal, rehearsal_clear)

static void G_GNUC_PRINTF (3, 4)
tell (const char *step,
      AlaCliMark  mark,
      const char *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (json)
    {
      JsonBuilder *builder = ala_cli_json_new_event ("step");

      ala_cli_json_add_text (builder, "id", step);
      ala_cli_json_add_text (builder, "state", mark == ALA_CLI_MARK_PASSED ? "passed" : "warning");
      ala_cli_json_add_text (builder, "text", text);
      ala_cli_json_print_event (builder);
    }
  else
    {
      ala_cli_print_line (mark, "%s", text);
    }
}

static void
tell_problem (AlaCliMark    mark,
              const GError *error)
{
  if (json)
    ala_cli_json_print_problem (error);
  ala_cli_message_problem (mark, error);
}

/* What is worth mending, in a line; the checks explain it at their time. */
static void
mention (const char *step,
         GError     *doubt)
{
  if (doubt == NULL)
    return;

  tell (step, ALA_CLI_MARK_WARNING, "%s", doubt->message);
  g_error_free (doubt);
}

static gboolean
ask_what_it_is (Rehearsal  *self,
                GError    **error)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (ala_practice_jira_get_url (self->jira), error);
  g_autoptr (GAsyncResult) result = NULL;

  if (address == NULL)
    return FALSE;

  ala_jira_probe_async (self->session, address, self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira what it is"));
  self->server = ala_jira_probe_finish (result, error);
  if (self->server == NULL)
    return FALSE;

  tell ("jira", ALA_CLI_MARK_PASSED, _("Jira %s answers at %s: the address is right"),
                      ala_jira_server_get_version (self->server),
                      ala_jira_address_get_base (ala_jira_server_get_address (self->server)));
  mention ("jira", ala_server_check_find_doubt (address, self->server));
  if (ABS (ala_jira_server_get_clock_offset (self->server)) > ALA_CLOCK_TOLERANCE)
    mention ("jira", ala_clock_new_error (ala_jira_server_get_clock_offset (self->server)));

  ala_setup_set_server (self->setup, self->server);
  ala_setup_set_jira_url (self->setup, ala_jira_address_get_base (ala_jira_server_get_address (self->server)));
  ala_setup_set_consumer_key (self->setup, ala_profile_get_consumer_key (self->profile));
  return TRUE;
}

static gboolean
make_keys (Rehearsal  *self,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_key_pair_generate_async (ala_profile_get_key_bits (self->profile), self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Making a key pair"));
  self->pair = ala_key_pair_generate_finish (result, error);
  if (self->pair == NULL)
    return FALSE;

  ala_setup_set_key (self->setup, ala_key_pair_get_bits (self->pair), ala_key_pair_get_fingerprint (self->pair));
  tell ("key", ALA_CLI_MARK_PASSED, _("A key pair of %u bits was made: %s"),
                      ala_key_pair_get_bits (self->pair), ala_key_pair_get_fingerprint (self->pair));
  return TRUE;
}

static AlaCliPerson
get_person (Rehearsal *self)
{
  return (AlaCliPerson) { self->browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, self->cancellable };
}

/* What an administrator does with our guidance in one hand and Jira's dialogs before the eyes. */
static gboolean
enter_link (Rehearsal  *self,
            GError    **error)
{
  g_autoptr (AlaGuidance) guidance = ala_guidance_choose (ala_jira_server_get_edition (self->server),
                                                          ala_jira_server_get_major (self->server),
                                                          ala_jira_server_get_minor (self->server));
  g_autofree char *url = ala_jira_page_dup_address (ALA_JIRA_PAGE_LINKS, ala_setup_get_jira_url (self->setup));
  g_autofree char *product_url = ala_profile_dup_product_url (self->profile, PRODUCT_URL);
  g_autofree char *public_key = ala_key_export_public_body (self->pair);
  AlaCliPerson person = get_person (self);
  AlaCliHandout link = {
    .application_name = ala_profile_get_application_name (self->profile),
    .application_url = product_url,
    .consumer_key = ala_setup_get_consumer_key (self->setup),
    .consumer_name = ala_profile_get_application_name (self->profile),
    .public_key = public_key,
  };

  if (!ala_cli_person_make_link (&person, url, &link, error))
    return FALSE;

  tell ("link", ALA_CLI_MARK_PASSED, _("The application link was entered in Jira’s own pages (%s)"),
                      ala_guidance_get_title (guidance));
  return TRUE;
}

/* The authorization goes on without a way back by itself, and does not say which end of it is closed. */
static GError *
find_why_no_loopback (void)
{
  GError *error = NULL;
  g_autoptr (AlaCallbackListener) listener = ala_callback_listener_new (&error);

  if (listener == NULL)
    return error;

  return ala_problem_new_error (ALA_PROBLEM_CALLBACK_REJECTED, _("The code has to be copied from Jira’s page."));
}

static gboolean
ask_for_request_token (Rehearsal  *self,
                       GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  self->client = ala_jira_client_new (self->session, ala_jira_server_get_address (self->server),
                                      ala_setup_get_consumer_key (self->setup), self->pair);
  ala_jira_client_set_clock_offset (self->client, ala_jira_server_get_clock_offset (self->server));
  self->authorization = ala_authorization_new (self->client);
  ala_check_warm_up (self->authorization, self->client);

  ala_authorization_prepare_async (self->authorization, self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira for a request token"));
  if (!ala_authorization_prepare_finish (self->authorization, result, error))
    return FALSE;

  ala_setup_set_link_proven (self->setup, g_get_real_time () / G_USEC_PER_SEC);
  tell ("request-token", ALA_CLI_MARK_PASSED, _("Jira issued a request token: consumer key, clock and key are right"));
  if (!ala_authorization_get_loopback (self->authorization))
    {
      g_autoptr (GError) why = find_why_no_loopback ();

      self->status = ALA_CLI_WARNING;
      tell_problem (ALA_CLI_MARK_WARNING, why);
    }
  return TRUE;
}

static gboolean
authorize (Rehearsal  *self,
           GError    **error)
{
  AlaCliPerson person = get_person (self);
  g_autoptr (AlaAccessToken) token = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *end_text = NULL;

  token = ala_cli_person_authorize (&person, self->authorization, ala_setup_get_jira_url (self->setup), error);
  if (token == NULL)
    return FALSE;

  if (ala_authorization_get_loopback (self->authorization))
    tell ("authorization", ALA_CLI_MARK_PASSED, "%s", _("The access was allowed, and the browser came back with Jira’s answer"));
  else
    tell ("authorization", ALA_CLI_MARK_PASSED, "%s", _("The access was allowed, and Jira showed a verification code"));

  end = token->expires_at > 0 ? g_date_time_new_from_unix_local (token->expires_at) : NULL;
  end_text = end != NULL ? g_date_time_format (end, "%F") : g_strdup (_("an end that Jira did not say"));
  tell ("access-token", ALA_CLI_MARK_PASSED, _("Jira issued an access token, valid until %s"), end_text);

  ala_jira_client_set_access_token (self->client, token->token);
  ala_setup_set_authorized (self->setup, g_get_real_time () / G_USEC_PER_SEC, token->expires_at);
  return TRUE;
}

static gboolean
check (Rehearsal  *self,
       GError    **error)
{
  g_autoptr (AlaCheckRunner) runner = ala_cli_checks_run (self->client, self->setup, self->profile, NULL,
                                                          json ? ALA_CLI_TELL_EVENTS : ALA_CLI_TELL_LINES,
                                                          self->cancellable, error);

  if (runner == NULL)
    return FALSE;

  if (ala_check_runner_get_verdict (runner) == ALA_CHECK_FAILED)
    self->status = ALA_CLI_FAILED;
  else if (ala_check_runner_get_verdict (runner) == ALA_CHECK_WARNING)
    self->status = ALA_CLI_WARNING;
  return TRUE;
}

/* Makes the product's webhook as the window does, reads it back, and looks at it once more as the nightly check does. */
static gboolean
make_webhook (Rehearsal  *self,
              GError    **error)
{
  static const char * const only[] = { "webhooks", NULL };
  g_autoptr (AlaWebhooks) webhooks = NULL;
  g_autoptr (AlaWebhook) wanted = NULL;
  g_autoptr (AlaWebhook) made = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AlaCheckRunner) runner = NULL;

  /* Where something does not work already there is nothing to go on with. */
  if (self->status == ALA_CLI_FAILED || *ala_profile_get_events (self->profile) == NULL)
    return TRUE;

  webhooks = ala_webhooks_new (self->client, ala_setup_get_edition (self->setup), ala_setup_get_version (self->setup));
  wanted = ala_webhook_new (ala_profile_get_application_name (self->profile), WEBHOOK_URL, ala_profile_get_events (self->profile), NULL);
  ala_webhooks_save_async (webhooks, wanted, NULL, self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  made = ala_webhooks_save_finish (webhooks, result, error);
  if (made == NULL || !ala_webhooks_judge (wanted, made, error))
    return FALSE;
  tell ("webhook", ALA_CLI_MARK_PASSED, _("The webhook was made, and Jira keeps it as it was sent"));

  ala_setup_set_webhook_plan (self->setup, ALA_WEBHOOK_PLAN_MANUAL);
  ala_setup_set_webhook_url (self->setup, WEBHOOK_URL);
  runner = ala_cli_checks_run (self->client, self->setup, self->profile, only, ALA_CLI_TELL_NOTHING, self->cancellable,
                               error);
  if (runner == NULL)
    return FALSE;
  if (ala_check_get_error (ala_check_runner_find (runner, only[0])) != NULL)
    {
      tell_problem (ALA_CLI_MARK_WARNING, ala_check_get_error (ala_check_runner_find (runner, only[0])));
      self->status = ALA_CLI_WARNING;
    }

  return TRUE;
}

/* The one thing that counts: a signed request was answered, and for the person who pressed "Allow". */
static gboolean
prove_user (Rehearsal  *self,
            GError    **error)
{
  const char *user = ala_setup_get_user (self->setup);

  /* The check of the account has said already why nobody was named. */
  if (*user == '\0' && self->status == ALA_CLI_FAILED)
    return TRUE;

  if (!g_str_equal (user, ALA_PRACTICE_NAME))
    {
      ala_problem_set_error (error, ALA_PROBLEM_ANONYMOUS, _("“%s” allowed the access, but Jira answered “%s”."),
                             ALA_PRACTICE_NAME, user);
      return FALSE;
    }

  tell ("user", ALA_CLI_MARK_PASSED, _("A signed request was answered for %s: the link works"), user);
  return TRUE;
}

/* Returns: what the command ends with when the job ended as the rehearsal says */
static AlaCliStatus
finish (Rehearsal *self)
{
  if (faults == NULL)
    return self->status;
  if (self->status != ALA_CLI_OK)
    return ALA_CLI_FAILED;

  ala_cli_message (_("The job went well although a fault was switched on: it was not noticed."));
  return ALA_CLI_NOT_RUN;
}

/* The job ended early. Somebody who stopped it knows why. */
static AlaCliStatus
fail (const GError *error)
{
  if (ala_problem_from_error (error) == ALA_PROBLEM_NONE)
    return ALA_CLI_NOT_RUN;

  tell_problem (ALA_CLI_MARK_FAILED, error);
  return ALA_CLI_FAILED;
}

static AlaCliStatus
tell_end (AlaCliStatus status)
{
  static const char * const verdicts[] = { [ALA_CLI_OK] = "passed", [ALA_CLI_WARNING] = "warning", [ALA_CLI_FAILED] = "failed" };
  JsonBuilder *builder;

  if (!json || status > ALA_CLI_FAILED)
    return status;

  builder = ala_cli_json_new_event ("rehearsed");
  ala_cli_json_add_text (builder, "verdict", verdicts[status]);
  ala_cli_json_print_event (builder);
  return status;
}

static gboolean
needs_https (void)
{
  for (guint i = 0; faults != NULL && faults[i] != NULL; i++)
    if (g_str_has_prefix (faults[i], "tls-"))
      return TRUE;

  return https;
}

/* Nobody but the one who rehearses knows the authority of a practice Jira. */
static gboolean
trust_jira (Rehearsal  *self,
            GError    **error)
{
  const char *pem = ala_practice_jira_get_ca_pem (self->jira);
  g_autoptr (AlaTrust) trust = NULL;

  if (pem != NULL)
    {
      trust = ala_trust_new_from_pem (pem, error);
      if (trust == NULL)
        return FALSE;
      ala_http_session_set_trust (self->session, trust);
    }

  self->browser = ala_cli_browser_new (trust);
  return TRUE;
}

AlaCliStatus
ala_cli_rehearse_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  static gboolean (* const steps[]) (Rehearsal *self, GError **error) = {
    ask_what_it_is, make_keys, enter_link, ask_for_request_token, authorize, check, make_webhook, prove_user,
  };
  g_auto (Rehearsal) self = { cancellable };
  g_autoptr (AlaProfiles) profiles = NULL;
  g_autoptr (GError) error = NULL;

  self.jira = needs_https () ? ala_practice_jira_new_secure (0, &error) : ala_practice_jira_new (0, &error);
  if (self.jira == NULL)
    return fail (error);
  if (!ala_cli_practice_set_up (self.jira, generation, (const char * const *) faults))
    return ALA_CLI_USAGE;

  profiles = ala_profiles_new ();
  self.profile = g_list_model_get_item (G_LIST_MODEL (profiles), 0);
  self.setup = ala_setup_new ();
  ala_setup_set_profile (self.setup, ala_profile_get_id (self.profile));
  self.session = ala_cli_connection_new_session (NULL, &error);
  if (self.session == NULL || !trust_jira (&self, &error))
    return fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i] (&self, &error))
      return tell_end (fail (error));

  return tell_end (finish (&self));
}
