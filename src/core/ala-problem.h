/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlaStep:
 *
 * The steps of the job, in order. A problem belongs to the step at which it can be mended.
 */
typedef enum
{
  ALA_STEP_START,
  ALA_STEP_KEY,
  ALA_STEP_JIRA,
  ALA_STEP_LINK,
  ALA_STEP_AUTHORIZATION,
  ALA_STEP_CHECKS,
  ALA_STEP_WEBHOOKS,
  ALA_STEP_HANDOVER,
  ALA_STEP_SUMMARY,
} AlaStep;

/**
 * AlaProof:
 * @ALA_PROOF_REACHED: Jira itself answered
 * @ALA_PROOF_CONSUMER_KEY: Jira knows the consumer key
 * @ALA_PROOF_CLOCK: both clocks agree within Jira's 300 seconds
 * @ALA_PROOF_KEY: Jira verified a signature, so the public key there is ours
 * @ALA_PROOF_REQUEST_TOKEN: Jira issued a request token
 * @ALA_PROOF_ACCESS_TOKEN: Jira issued an access token
 *
 * What an answer proves about the steps before it. Jira checks in a fixed order, so even a refusal proves something
 * (reference/jira-oauth.md section 1, "Order of server checks").
 */
typedef enum
{
  ALA_PROOF_NOTHING       = 0,
  ALA_PROOF_REACHED       = 1 << 0,
  ALA_PROOF_CONSUMER_KEY  = 1 << 1,
  ALA_PROOF_CLOCK         = 1 << 2,
  ALA_PROOF_KEY           = 1 << 3,
  ALA_PROOF_REQUEST_TOKEN = 1 << 4,
  ALA_PROOF_ACCESS_TOKEN  = 1 << 5,
} AlaProof;

/**
 * AlaProblem:
 *
 * Everything that can go wrong, as the rows of one table. The values are the codes of #ALA_PROBLEM_ERROR; the stable
 * id of each row ("signature-invalid") is what reports and the command line show, so rows may be reordered but an id
 * never changes its meaning.
 */
typedef enum
{
  ALA_PROBLEM_NONE,

  /* The private key */
  ALA_PROBLEM_KEY_NOT_RECOGNISED,
  ALA_PROBLEM_KEY_TRUNCATED,
  ALA_PROBLEM_KEY_NOT_RSA,
  ALA_PROBLEM_KEY_TOO_SMALL,
  ALA_PROBLEM_KEY_SMALL,
  ALA_PROBLEM_KEY_TOO_LARGE,
  ALA_PROBLEM_KEY_IS_PUBLIC,
  ALA_PROBLEM_KEY_IS_CERTIFICATE,
  ALA_PROBLEM_KEY_IS_SSH,
  ALA_PROBLEM_KEY_PASSWORD_NEEDED,
  ALA_PROBLEM_KEY_PASSWORD_WRONG,
  ALA_PROBLEM_KEY_FILE_UNREADABLE,
  ALA_PROBLEM_KEY_FILE_NOT_WRITTEN,
  ALA_PROBLEM_KEY_GENERATION_FAILED,
  ALA_PROBLEM_SIGNING_REFUSED,

  /* The public key that a product brings */
  ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED,
  ALA_PROBLEM_PUBLIC_KEY_IS_PRIVATE,
  ALA_PROBLEM_PUBLIC_KEY_MISSING,
  ALA_PROBLEM_PUBLIC_KEY_TOO_SMALL,
  ALA_PROBLEM_PUBLIC_KEY_SMALL,
  ALA_PROBLEM_PUBLIC_KEY_UNUSUAL,
  ALA_PROBLEM_PUBLIC_KEY_SHARED,
  ALA_PROBLEM_KEY_ELSEWHERE,

  /* The address of Jira */
  ALA_PROBLEM_ADDRESS_EMPTY,
  ALA_PROBLEM_ADDRESS_UNREADABLE,
  ALA_PROBLEM_ADDRESS_SCHEME,
  ALA_PROBLEM_ADDRESS_LOOKALIKE,
  ALA_PROBLEM_ADDRESS_UNDERSCORE,
  ALA_PROBLEM_ADDRESS_PLAIN_HTTP,
  ALA_PROBLEM_CONSUMER_KEY_EMPTY,
  ALA_PROBLEM_CONSUMER_KEY_SPACES,
  ALA_PROBLEM_CONSUMER_KEY_LONG,

  /* The way to Jira */
  ALA_PROBLEM_OFFLINE,
  ALA_PROBLEM_HOST_NOT_FOUND,
  ALA_PROBLEM_HOST_UNREACHABLE,
  ALA_PROBLEM_CONNECTION_REFUSED,
  ALA_PROBLEM_CONNECTION_LOST,
  ALA_PROBLEM_NETWORK_TIMEOUT,
  ALA_PROBLEM_TLS_UNTRUSTED,
  ALA_PROBLEM_TLS_EXPIRED,
  ALA_PROBLEM_TLS_NOT_YET_VALID,
  ALA_PROBLEM_TLS_WRONG_HOST,
  ALA_PROBLEM_TLS_REVOKED,
  ALA_PROBLEM_TLS_INSECURE,
  ALA_PROBLEM_TLS_ENDS_SOON,
  ALA_PROBLEM_TLS_FAILED,
  ALA_PROBLEM_TLS_NOT_SPOKEN,
  ALA_PROBLEM_CA_FILE_UNREADABLE,
  ALA_PROBLEM_CA_FILE_OTHER_ISSUER,
  ALA_PROBLEM_PROXY_FAILED,
  ALA_PROBLEM_PROXY_PASSWORD,

  /* What came back */
  ALA_PROBLEM_NOT_JIRA,
  ALA_PROBLEM_CONTEXT_PATH,
  ALA_PROBLEM_LOGIN_GATEWAY,
  ALA_PROBLEM_LOGIN_PAGE,
  ALA_PROBLEM_REDIRECTED,
  ALA_PROBLEM_REPLY_HTML,
  ALA_PROBLEM_REPLY_EMPTY,
  ALA_PROBLEM_REPLY_MALFORMED,
  ALA_PROBLEM_REPLY_TRUNCATED,
  ALA_PROBLEM_REPLY_TOO_LARGE,
  ALA_PROBLEM_NOT_FOUND,
  ALA_PROBLEM_BAD_REQUEST,
  ALA_PROBLEM_SERVER_ERROR,
  ALA_PROBLEM_MAINTENANCE,
  ALA_PROBLEM_STARTING,
  ALA_PROBLEM_RATE_LIMITED,
  ALA_PROBLEM_CAPTCHA,
  ALA_PROBLEM_BASE_URL_DIFFERS,
  ALA_PROBLEM_CLOCK_DIFFERS,

  /* The application link */
  ALA_PROBLEM_CONSUMER_KEY_UNKNOWN,
  ALA_PROBLEM_CONSUMER_KEY_OTHER,
  ALA_PROBLEM_CONSUMER_KEY_REJECTED,
  ALA_PROBLEM_CONSUMER_REFUSED,
  ALA_PROBLEM_SIGNATURE_INVALID,
  ALA_PROBLEM_SIGNATURE_OTHER_KEY,
  ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS,
  ALA_PROBLEM_SIGNATURE_OTHER_SIZE,
  ALA_PROBLEM_SIGNATURE_METHOD_REJECTED,
  ALA_PROBLEM_TIMESTAMP_REFUSED,
  ALA_PROBLEM_NONCE_USED,
  ALA_PROBLEM_VERSION_REJECTED,
  ALA_PROBLEM_PARAMETER_ABSENT,
  ALA_PROBLEM_PARAMETER_REJECTED,
  ALA_PROBLEM_CALLBACK_REJECTED,
  ALA_PROBLEM_OAUTH_OFF,
  ALA_PROBLEM_OLD_ACCESS_WORKS,
  ALA_PROBLEM_OLD_LINK_KNOWN,

  /* The authorization */
  ALA_PROBLEM_AUTHORIZATION_DENIED,
  ALA_PROBLEM_PERMISSION_UNKNOWN,
  ALA_PROBLEM_PERMISSION_DENIED,
  ALA_PROBLEM_VERIFIER_NOT_FOUND,
  ALA_PROBLEM_VERIFIER_NO_CODE,
  ALA_PROBLEM_VERIFIER_WRONG,
  ALA_PROBLEM_VERIFIER_OTHER_RUN,
  ALA_PROBLEM_REQUEST_TOKEN_EXPIRED,
  ALA_PROBLEM_TOKEN_USED,
  ALA_PROBLEM_TOKEN_REJECTED,
  ALA_PROBLEM_TOKEN_EXPIRED,
  ALA_PROBLEM_TOKEN_ENDS_SOON,
  ALA_PROBLEM_TOKEN_REVOKED,
  ALA_PROBLEM_ADDITIONAL_AUTHORIZATION,
  ALA_PROBLEM_BROWSER_MISSING,
  ALA_PROBLEM_LISTENER_FAILED,

  /* The account and its rights */
  ALA_PROBLEM_ANONYMOUS,
  ALA_PROBLEM_SIGNATURE_IGNORED,
  ALA_PROBLEM_USER_LOCKED_OUT,
  ALA_PROBLEM_USER_INACTIVE,
  ALA_PROBLEM_FORBIDDEN,
  ALA_PROBLEM_PERMISSIONS_MISSING,
  ALA_PROBLEM_PROJECT_PERMISSIONS_MISSING,
  ALA_PROBLEM_PROJECT_RIGHTS_UNKNOWN,
  ALA_PROBLEM_NO_PROJECTS,
  ALA_PROBLEM_PROJECT_NOT_SEEN,
  ALA_PROBLEM_CREATE_ISSUES_MISSING,
  ALA_PROBLEM_ISSUE_TYPES_NONE,
  ALA_PROBLEM_ISSUE_TYPE_NOT_SEEN,
  ALA_PROBLEM_DEFECT_FIELD_REQUIRED,

  /* What Jira offers */
  ALA_PROBLEM_ISSUE_LINKING_OFF,
  ALA_PROBLEM_NO_PRIORITIES,
  ALA_PROBLEM_ATTACHMENTS_OFF,
  ALA_PROBLEM_JIRA_SLOW,

  /* The product */
  ALA_PROBLEM_PRODUCT_NOT_FOUND,
  ALA_PROBLEM_PRODUCT_BUSY,
  ALA_PROBLEM_PRODUCT_ELSEWHERE,
  ALA_PROBLEM_PRODUCT_NO_LOGIN,

  /* The webhooks */
  ALA_PROBLEM_WEBHOOKS_FORBIDDEN,
  ALA_PROBLEM_WEBHOOKS_NOT_FOUND,
  ALA_PROBLEM_WEBHOOK_MISSING,
  ALA_PROBLEM_WEBHOOK_INCOMPLETE,
  ALA_PROBLEM_WEBHOOK_DISABLED,
  ALA_PROBLEM_WEBHOOK_FAILING,
  ALA_PROBLEM_WEBHOOK_NARROW,
  ALA_PROBLEM_WEBHOOK_NOT_AS_SENT,
  ALA_PROBLEM_WEBHOOK_ADDRESS,
  ALA_PROBLEM_WEBHOOK_ADDRESS_PRIVATE,

  /* This computer */
  ALA_PROBLEM_KEYRING_ABSENT,
  ALA_PROBLEM_KEYRING_LOCKED,
  ALA_PROBLEM_KEYRING_FAILED,
  ALA_PROBLEM_SECRET_FILE_FAILED,
  ALA_PROBLEM_CLIPBOARD_KEPT,
  ALA_PROBLEM_SECRETS_MISSING,
  ALA_PROBLEM_TOKEN_MISSING,
  ALA_PROBLEM_SETUP_UNREADABLE,
  ALA_PROBLEM_SETUP_NOT_SAVED,
  ALA_PROBLEM_PROFILE_UNREADABLE,
  ALA_PROBLEM_FILE_NOT_SAVED,
  ALA_PROBLEM_OUTPUT_FAILED,
  ALA_PROBLEM_REPORT_UNREADABLE,
  ALA_PROBLEM_REPORT_TOO_NEW,
  ALA_PROBLEM_PRACTICE_FAILED,
  ALA_PROBLEM_UNEXPECTED,

  ALA_N_PROBLEMS
} AlaProblem;

/**
 * ALA_PROBLEM_ERROR:
 *
 * The one error domain of the engine. A #GError of this domain has an #AlaProblem as its code and, as its message, a
 * translated sentence with what was seen this time (an address, a status, a number), fit for the screen and free of
 * secrets. Title, cause and remedy come from the table.
 */
#define ALA_PROBLEM_ERROR (ala_problem_error_quark ())

GQuark      ala_problem_error_quark (void);

/* The columns of the table. Texts are translated and never %NULL; %ALA_PROBLEM_NONE has empty ones. */
const char *ala_problem_get_id      (AlaProblem    problem);
const char *ala_problem_get_title   (AlaProblem    problem);
const char *ala_problem_get_cause   (AlaProblem    problem);
const char *ala_problem_get_remedy  (AlaProblem    problem);
AlaStep     ala_problem_get_step    (AlaProblem    problem);
AlaProof    ala_problem_get_proofs  (AlaProblem    problem);

/**
 * ala_problem_from_id:
 * @id: a stable id
 *
 * Returns: the row of that id, or %ALA_PROBLEM_NONE.
 */
AlaProblem  ala_problem_from_id     (const char   *id);

/**
 * ala_problem_from_error:
 * @error: (nullable): any error
 *
 * Returns: the row that explains @error: its code when it is of #ALA_PROBLEM_ERROR, %ALA_PROBLEM_NONE for %NULL and for
 *   a cancelled operation (nobody has to be told), %ALA_PROBLEM_UNEXPECTED for everything else.
 */
AlaProblem  ala_problem_from_error  (const GError *error);

/**
 * ala_problem_set_error:
 * @error: (out) (optional): return location
 * @problem: a row, not %ALA_PROBLEM_NONE
 * @format: a translated sentence that says what was seen; never a secret
 */
void        ala_problem_set_error   (GError      **error,
                                     AlaProblem    problem,
                                     const char   *format,
                                     ...) G_GNUC_PRINTF (3, 4);

/**
 * ala_problem_new_error:
 *
 * Like ala_problem_set_error(), as a new #GError.
 *
 * Returns: (transfer full): the error
 */
GError     *ala_problem_new_error   (AlaProblem    problem,
                                     const char   *format,
                                     ...) G_GNUC_PRINTF (2, 3);

/* Notes that travel with an error of #ALA_PROBLEM_ERROR: facts for a program, where the message is for a person. */
#define ALA_NOTE_STATUS            "http-status"
#define ALA_NOTE_URL               "url"
#define ALA_NOTE_RETRY_AFTER       "retry-after"          /* seconds */
#define ALA_NOTE_OAUTH_PROBLEM     "oauth-problem"
#define ALA_NOTE_OWN_BASE_STRING   "own-base-string"
#define ALA_NOTE_JIRA_BASE_STRING  "jira-base-string"
#define ALA_NOTE_TIMESTAMPS        "acceptable-timestamps" /* MIN-MAX, seconds since the epoch */
#define ALA_NOTE_CLOCK_OFFSET      "clock-offset"          /* seconds, Jira's clock minus ours */
#define ALA_NOTE_LOCATION          "location"
#define ALA_NOTE_CERTIFICATE       "certificate"          /* the server's and its chain, PEM */

/**
 * ala_problem_annotate:
 * @error: an error of #ALA_PROBLEM_ERROR
 * @key: one of the ALA_NOTE_ names
 * @value: (nullable): its value, copied; %NULL removes the note
 */
void        ala_problem_annotate    (GError       *error,
                                     const char   *key,
                                     const char   *value);

/**
 * ala_problem_get_note:
 *
 * Returns: (nullable) (transfer none): the note, %NULL when there is none or @error is of another domain.
 */
const char *ala_problem_get_note    (const GError *error,
                                     const char   *key);

G_END_DECLS
