/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-faults.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *how;
} FaultRow;

/* The names are switches on the command line and ids of the problem table: they never change their meaning. */
static const FaultRow faults[ALA_PRACTICE_N_FAULTS] = {
  [ALA_PRACTICE_FAULT_CONNECTION_LOST] = { "connection-lost", N_("Every connection is closed before the answer.") },
  [ALA_PRACTICE_FAULT_NETWORK_TIMEOUT] = { "network-timeout", N_("No request is ever answered.") },
  [ALA_PRACTICE_FAULT_PROXY_PASSWORD] = { "proxy-password",
      N_("Every request is answered 407 by a proxy that wants a password.") },
  [ALA_PRACTICE_FAULT_TLS_NOT_SPOKEN] = { "tls-not-spoken", N_("With https: the port speaks http instead.") },
  [ALA_PRACTICE_FAULT_TLS_UNTRUSTED] = { "tls-untrusted",
      N_("With https: the certificate is of an authority that nobody knows.") },
  [ALA_PRACTICE_FAULT_TLS_INSECURE] = { "tls-insecure", N_("With https: the certificate is signed with SHA-1.") },
  [ALA_PRACTICE_FAULT_TLS_ENDS_SOON] = { "tls-ends-soon", N_("With https: the certificate ends in nine days.") },
  [ALA_PRACTICE_FAULT_TLS_EXPIRED] = { "tls-expired", N_("With https: the certificate ended yesterday.") },
  [ALA_PRACTICE_FAULT_TLS_NOT_YET_VALID] = { "tls-not-yet-valid", N_("With https: the certificate begins tomorrow.") },
  [ALA_PRACTICE_FAULT_TLS_WRONG_HOST] = { "tls-wrong-host", N_("With https: the certificate is for another host.") },
  [ALA_PRACTICE_FAULT_NOT_JIRA] = { "not-jira", N_("Another program answers in place of Jira, whatever is asked.") },
  [ALA_PRACTICE_FAULT_CONTEXT_PATH] = { "context-path", N_("Jira has moved to a path that nobody guesses.") },
  [ALA_PRACTICE_FAULT_LOGIN_GATEWAY] = { "login-gateway",
      N_("Every request is redirected to a sign-in service on another host.") },
  [ALA_PRACTICE_FAULT_LOGIN_PAGE] = { "login-page",
      N_("REST resources are redirected to the login page, all but serverInfo.") },
  [ALA_PRACTICE_FAULT_REDIRECTED] = { "redirected",
      N_("Signed requests are redirected to the same page by another host name.") },
  [ALA_PRACTICE_FAULT_REPLY_HTML] = { "reply-html",
      N_("REST resources answer 200 with a web page, as the portal of a hotel does.") },
  [ALA_PRACTICE_FAULT_REPLY_EMPTY] = { "reply-empty",
      N_("A POST arrives as a GET, so the token servlets answer 200 with nothing.") },
  [ALA_PRACTICE_FAULT_REPLY_MALFORMED] = { "reply-malformed",
      N_("Replies of REST resources and token servlets make no sense.") },
  [ALA_PRACTICE_FAULT_REPLY_NOT_UTF8] = { "reply-not-utf8",
      N_("Replies of REST resources and token servlets are no valid UTF-8.") },
  [ALA_PRACTICE_FAULT_REPLY_TRUNCATED] = { "reply-truncated", N_("The connection ends in the middle of each reply.") },
  [ALA_PRACTICE_FAULT_REPLY_TOO_LARGE] = { "reply-too-large",
      N_("REST resources and token servlets answer with 40 megabytes.") },
  [ALA_PRACTICE_FAULT_NOT_FOUND] = { "not-found", N_("REST resources are not there (404), all but serverInfo and myself.") },
  [ALA_PRACTICE_FAULT_BAD_REQUEST] = { "bad-request", N_("REST resources answer 400, all but serverInfo and myself.") },
  [ALA_PRACTICE_FAULT_SERVER_ERROR] = { "server-error", N_("Everything answers 500 with Tomcat's error page.") },
  [ALA_PRACTICE_FAULT_MAINTENANCE] = { "maintenance", N_("Everything answers 503; /status says MAINTENANCE.") },
  [ALA_PRACTICE_FAULT_STARTING] = { "starting", N_("Everything answers 503; /status says STARTING.") },
  [ALA_PRACTICE_FAULT_RATE_LIMITED] = { "rate-limited", N_("REST resources answer 429 with Retry-After, all but serverInfo.") },
  [ALA_PRACTICE_FAULT_CAPTCHA] = { "captcha", N_("REST resources answer 403 and ask for a CAPTCHA, all but serverInfo.") },
  [ALA_PRACTICE_FAULT_BASE_URL_DIFFERS] = { "base-url-differs", N_("The configured base URL is another one than people use.") },
  [ALA_PRACTICE_FAULT_CLOCK_DIFFERS] = { "clock-differs", N_("Jira's clock is two minutes fast.") },

  [ALA_PRACTICE_FAULT_CONSUMER_KEY_UNKNOWN] = { "consumer-key-unknown", N_("Jira knows no consumer key.") },
  [ALA_PRACTICE_FAULT_CONSUMER_KEY_REJECTED] = { "consumer-key-rejected", N_("Jira rejects each consumer key that it knows.") },
  [ALA_PRACTICE_FAULT_CONSUMER_REFUSED] = { "consumer-refused", N_("Jira refuses the consumer for now (503).") },
  [ALA_PRACTICE_FAULT_USER_REFUSED] = { "user-refused", N_("REST resources refuse the token's user for now (503).") },
  [ALA_PRACTICE_FAULT_SIGNATURE_INVALID] = { "signature-invalid",
      N_("No signature is right, and Jira does not say what it signed.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_KEY] = { "signature-other-key",
      N_("Signatures are verified with another key of the same size.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_ADDRESS] = { "signature-other-address", N_("A proxy gives Jira another host and port.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_SCHEME] = { "signature-other-scheme",
      N_("Jira sees http for https, or https for http.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_PORT] = { "signature-other-port", N_("Jira sees another port.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_PATH] = { "signature-other-path", N_("A proxy removes the context path.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_METHOD] = { "signature-other-method",
      N_("A cache in front of Jira changes the method to HEAD.") },
  [ALA_PRACTICE_FAULT_PARAMETER_MISSING] = { "parameter-missing", N_("A proxy drops the query and the callback parameter.") },
  [ALA_PRACTICE_FAULT_PARAMETER_ADDED] = { "parameter-added", N_("A proxy adds a parameter to the query.") },
  [ALA_PRACTICE_FAULT_PARAMETER_REENCODED] = { "parameter-reencoded", N_("A proxy encodes parameter values a second time.") },
  [ALA_PRACTICE_FAULT_BASE_STRING_HUGE] = { "base-string-huge",
      N_("No signature is right; the base string in the reply has ten megabytes.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_OTHER_SIZE] = { "signature-other-size",
      N_("The registered key has another size, so verifying fails with 500.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_METHOD_REJECTED] = { "signature-method-rejected", N_("Jira does not accept RSA-SHA1.") },
  [ALA_PRACTICE_FAULT_TIMESTAMP_REFUSED] = { "timestamp-refused",
      N_("The clock by which signatures are checked is one hour fast, while replies tell the right time.") },
  [ALA_PRACTICE_FAULT_NONCE_USED] = { "nonce-used", N_("Jira has seen every nonce before.") },
  [ALA_PRACTICE_FAULT_VERSION_REJECTED] = { "version-rejected", N_("Jira wants another version of OAuth.") },
  [ALA_PRACTICE_FAULT_PARAMETER_ABSENT] = { "parameter-absent", N_("A proxy removes the Authorization header.") },
  [ALA_PRACTICE_FAULT_PARAMETER_REJECTED] = { "parameter-rejected", N_("A proxy sends an OAuth parameter twice.") },
  [ALA_PRACTICE_FAULT_CALLBACK_REJECTED] = { "callback-rejected", N_("Jira takes no callback address but “oob”.") },
  [ALA_PRACTICE_FAULT_OAUTH_OFF] = { "oauth-off", N_("The OAuth servlets are not there (404).") },

  [ALA_PRACTICE_FAULT_AUTHORIZATION_DENIED] = { "authorization-denied", N_("Each press of “Allow” counts as “Deny”.") },
  [ALA_PRACTICE_FAULT_PERMISSION_UNKNOWN] = { "permission-unknown", N_("A press of “Allow” is not remembered.") },
  [ALA_PRACTICE_FAULT_PERMISSION_DENIED] = { "permission-denied", N_("Links may not be authorized by users.") },
  [ALA_PRACTICE_FAULT_VERIFIER_NO_CODE] = { "verifier-no-code",
      N_("The callback parameter is ignored, so tokens are of OAuth 1.0 and have no code.") },
  [ALA_PRACTICE_FAULT_VERIFIER_WRONG] = { "verifier-wrong", N_("The code that Jira shows is not the one that it wants.") },
  [ALA_PRACTICE_FAULT_VERIFIER_OTHER_RUN] = { "verifier-other-run",
      N_("The browser returns with the token of another attempt.") },
  [ALA_PRACTICE_FAULT_REQUEST_TOKEN_EXPIRED] = { "request-token-expired",
      N_("Ten minutes have passed since each request token was made.") },
  [ALA_PRACTICE_FAULT_TOKEN_USED] = { "token-used", N_("The authorize page finds each request token used.") },
  [ALA_PRACTICE_FAULT_TOKEN_REJECTED] = { "token-rejected", N_("Jira knows no access token.") },
  [ALA_PRACTICE_FAULT_TOKEN_EXPIRED] = { "token-expired", N_("Five years have passed since each access token was made.") },
  [ALA_PRACTICE_FAULT_TOKEN_ENDS_SOON] = { "token-ends-soon", N_("Access tokens are issued for nine days.") },
  [ALA_PRACTICE_FAULT_TOKEN_REVOKED] = { "token-revoked", N_("Each access token counts as revoked.") },
  [ALA_PRACTICE_FAULT_ADDITIONAL_AUTHORIZATION] = { "additional-authorization",
      N_("An extension wants its own authorization.") },

  [ALA_PRACTICE_FAULT_ANONYMOUS] = { "anonymous", N_("REST resources do not see the Authorization header.") },
  [ALA_PRACTICE_FAULT_SIGNATURE_IGNORED] = { "signature-ignored", N_("Every signature counts as right.") },
  [ALA_PRACTICE_FAULT_USER_LOCKED_OUT] = { "user-locked-out", N_("The token's user may not log in.") },
  [ALA_PRACTICE_FAULT_USER_INACTIVE] = { "user-inactive", N_("Users are shown as inactive.") },
  [ALA_PRACTICE_FAULT_FORBIDDEN] = { "forbidden", N_("REST resources answer 403, all but serverInfo and myself.") },
  [ALA_PRACTICE_FAULT_PERMISSIONS_MISSING] = { "permissions-missing",
      N_("Nobody may link, move or transition issues, or administer Jira.") },
  [ALA_PRACTICE_FAULT_PROJECT_PERMISSIONS_MISSING] = { "project-permissions-missing",
      N_("In every third project nobody may link or move issues, in every fifth delete attachments; the first is spared.") },
  [ALA_PRACTICE_FAULT_NO_PROJECTS] = { "no-projects", N_("Nobody may browse any project.") },
  [ALA_PRACTICE_FAULT_CREATE_ISSUES_MISSING] = { "create-issues-missing",
      N_("The projects are closed: nobody may create issues in them.") },
  [ALA_PRACTICE_FAULT_DEFECT_FIELD_REQUIRED] = { "defect-field-required",
      N_("A bug needs a field that only this Jira has, and that has no default.") },

  [ALA_PRACTICE_FAULT_ISSUE_LINKING_OFF] = { "issue-linking-off", N_("Links between issues are switched off (404).") },
  [ALA_PRACTICE_FAULT_NO_PRIORITIES] = { "no-priorities", N_("The list of priorities is empty.") },
  [ALA_PRACTICE_FAULT_ATTACHMENTS_OFF] = { "attachments-off", N_("Attachments are switched off.") },
  [ALA_PRACTICE_FAULT_JIRA_SLOW] = { "jira-slow", N_("Signed requests to REST resources take more than a second.") },

  [ALA_PRACTICE_FAULT_WEBHOOKS_FORBIDDEN] = { "webhooks-forbidden", N_("Nobody may see or change webhooks (403).") },
  [ALA_PRACTICE_FAULT_WEBHOOKS_NOT_FOUND] = { "webhooks-not-found",
      N_("Webhooks are managed at neither of the two addresses (404).") },
  [ALA_PRACTICE_FAULT_WEBHOOK_INCOMPLETE] = { "webhook-incomplete", N_("Webhooks have lost their events about versions.") },
  [ALA_PRACTICE_FAULT_WEBHOOK_DISABLED] = { "webhook-disabled", N_("Webhooks are switched off.") },
  [ALA_PRACTICE_FAULT_WEBHOOK_FAILING] = { "webhook-failing",
      N_("Jira could not deliver to any webhook. Only Jira 10 says so.") },
  [ALA_PRACTICE_FAULT_WEBHOOK_NARROW] = { "webhook-narrow", N_("Somebody has given webhooks a filter for issues.") },
  [ALA_PRACTICE_FAULT_WEBHOOK_NOT_AS_SENT] = { "webhook-not-as-sent",
      N_("Jira keeps only the first event of a webhook that is made or changed.") },
};

AlaPracticeFault
ala_practice_fault_find (const char *name)
{
  AlaPracticeFault fault = 0;

  g_return_val_if_fail (name != NULL, ALA_PRACTICE_N_FAULTS);

  while (fault < ALA_PRACTICE_N_FAULTS && !g_str_equal (faults[fault].name, name))
    fault++;

  return fault;
}

const char *
ala_practice_fault_get_name (AlaPracticeFault fault)
{
  g_return_val_if_fail (fault < ALA_PRACTICE_N_FAULTS, NULL);

  return faults[fault].name;
}

const char *
ala_practice_fault_get_how (AlaPracticeFault fault)
{
  g_return_val_if_fail (fault < ALA_PRACTICE_N_FAULTS, NULL);

  return _(faults[fault].how);
}

const char * const *
ala_practice_fault_list (void)
{
  static const char *names[ALA_PRACTICE_N_FAULTS + 1];

  for (AlaPracticeFault fault = 0; fault < ALA_PRACTICE_N_FAULTS; fault++)
    names[fault] = faults[fault].name;

  return names;
}
