/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-validation.h"

#include "ala-practice-signature.h"

#define FORM "application/x-www-form-urlencoded;charset=UTF-8"

/* Seconds by which the clock of the signature check is wrong with that fault. */
#define CLOCK_FAULT ((gint64) 3600)

#define HUGE_BASE_STRING (10 * 1024 * 1024)

/* net.oauth's map (reference/jira-oauth.md section 2); what is not in it is 403. */
static const struct
{
  const char *problem;
  guint status;
} statuses[] = {
  { "additional_authorization_required", 401 },
  { "consumer_key_refused", 503 },
  { "consumer_key_rejected", 401 },
  { "consumer_key_unknown", 401 },
  { "nonce_used", 401 },
  { "parameter_absent", 400 },
  { "parameter_rejected", 400 },
  { "permission_denied", 401 },
  { "permission_unknown", 401 },
  { "signature_invalid", 401 },
  { "signature_method_rejected", 400 },
  { "timestamp_refused", 400 },
  { "token_expired", 401 },
  { "token_rejected", 401 },
  { "token_revoked", 401 },
  { "token_used", 401 },
  { "user_refused", 503 },
  { "version_rejected", 400 },
};

static guint
get_status (const char *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].problem, problem))
      return statuses[i].status;

  return 403;
}

/* The realm is the configured base URL, and the one place where OAuth tells it. */
static void
set_challenge (AlaPracticeExchange *exchange,
               AlaOAuthParams      *params)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *realm = ala_oauth_encode (base_url);
  g_autoptr (GString) header = g_string_new ("OAuth realm=\"");

  g_string_append_printf (header, "%s\"", realm);
  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    {
      g_autofree char *name = ala_oauth_encode (ala_oauth_params_get_name (params, i));
      g_autofree char *value = ala_oauth_encode (ala_oauth_params_get_value (params, i));

      if (g_str_has_prefix (name, "oauth_"))
        g_string_append_printf (header, ", %s=\"%s\"", name, value);
    }

  ala_practice_exchange_set_header (exchange, "WWW-Authenticate", header->str);
}

guint
ala_practice_oauth_challenge (AlaPracticeExchange *exchange,
                              const char          *problem)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();

  ala_oauth_params_add (params, "oauth_problem", problem);
  set_challenge (exchange, params);

  return get_status (problem);
}

gboolean
ala_practice_oauth_refuse (AlaPracticeExchange *exchange,
                           const char          *problem,
                           ...)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  const char *name;
  va_list args;

  ala_oauth_params_add (params, "oauth_problem", problem);
  va_start (args, problem);
  while ((name = va_arg (args, const char *)) != NULL)
    ala_oauth_params_add (params, name, va_arg (args, const char *));
  va_end (args);

  set_challenge (exchange, params);
  ala_practice_exchange_reply (exchange, get_status (problem), FORM, ala_oauth_params_to_form (params));

  return FALSE;
}

gboolean
ala_practice_oauth_refuse_with_echo (AlaPracticeExchange *exchange,
                                     AlaOAuthParams      *params)
{
  set_challenge (exchange, params);
  ala_practice_reply_tomcat (exchange->message, 401, "Unauthorized");

  return FALSE;
}

static gboolean
fail (AlaPracticeExchange *exchange)
{
  ala_practice_reply_tomcat (exchange->message, 500, "Internal Server Error");

  return FALSE;
}

gboolean
ala_practice_oauth_require (AlaPracticeExchange *exchange,
                            AlaOAuthParams      *params,
                            const char * const  *names)
{
  g_autoptr (GString) absent = g_string_new (NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    if (ala_oauth_params_get (params, names[i]) == NULL)
      g_string_append_printf (absent, "%s%s", absent->len > 0 ? "&" : "", names[i]);

  return absent->len == 0
         || ala_practice_oauth_refuse (exchange, "parameter_absent", "oauth_parameters_absent", absent->str, NULL);
}

static gboolean
check_duplicates (AlaPracticeExchange *exchange,
                  AlaOAuthParams      *params)
{
  static const char *single[] = { "oauth_consumer_key", "oauth_token", "oauth_token_secret", "oauth_callback",
                                  "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce",
                                  "oauth_version" };
  g_autoptr (AlaOAuthParams) rejected = ala_oauth_params_new ();
  g_autofree char *form = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    {
      if (ala_oauth_params_count (params, single[i]) < 2)
        continue;
      for (guint j = 0; j < ala_oauth_params_get_length (params); j++)
        if (g_str_equal (ala_oauth_params_get_name (params, j), single[i]))
          ala_oauth_params_add (rejected, single[i], ala_oauth_params_get_value (params, j));
    }
  if (ala_oauth_params_get_length (rejected) == 0)
    return TRUE;

  form = ala_oauth_params_to_form (rejected);

  return ala_practice_oauth_refuse (exchange, "parameter_rejected", "oauth_parameters_rejected", form, NULL);
}

static gboolean
check_version (AlaPracticeExchange *exchange,
               AlaOAuthParams      *params)
{
  const char *version = ala_oauth_params_get (params, "oauth_version");
  char *end = NULL;
  double number;

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_VERSION_REJECTED))
    return ala_practice_oauth_refuse (exchange, "version_rejected", "oauth_acceptable_versions", "2.0-2.0", NULL);
  if (version == NULL)
    return TRUE;

  /* Java parses a number here and throws when it is none. */
  number = g_ascii_strtod (version, &end);
  if (end == version || *end != '\0')
    return fail (exchange);

  return number == 1.0
         || ala_practice_oauth_refuse (exchange, "version_rejected", "oauth_acceptable_versions", "1.0-1.0", NULL);
}

static gboolean
check_timestamp_and_nonce (AlaPracticeExchange *exchange,
                           AlaOAuthParams      *params)
{
  static const char *names[] = { "oauth_timestamp", "oauth_nonce", NULL };
  gint64 now = ala_practice_state_get_now (exchange->state);
  gint64 timestamp;

  /* As in a cluster, where one node's clock may be wrong and another one's is told. */
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_TIMESTAMP_REFUSED))
    now += CLOCK_FAULT;

  if (!ala_practice_oauth_require (exchange, params, names))
    return FALSE;

  if (!g_ascii_string_to_signed (ala_oauth_params_get (params, "oauth_timestamp"), 10, G_MININT64, G_MAXINT64, &timestamp,
                                 NULL))
    return fail (exchange);
  if (timestamp < now - ALA_PRACTICE_WINDOW || timestamp > now + ALA_PRACTICE_WINDOW)
    {
      g_autofree char *range = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, now - ALA_PRACTICE_WINDOW,
                                                now + ALA_PRACTICE_WINDOW);

      return ala_practice_oauth_refuse (exchange, "timestamp_refused", "oauth_acceptable_timestamps", range, NULL);
    }

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_NONCE_USED)
      || !ala_practice_tokens_use_nonce (exchange->state->tokens,
                                         ala_oauth_params_get (params, "oauth_consumer_key"),
                                         ala_oauth_params_get (params, "oauth_token"),
                                         ala_oauth_params_get (params, "oauth_nonce"),
                                         now))
    return ala_practice_oauth_refuse (exchange, "nonce_used", NULL);

  return TRUE;
}

static gboolean
refuse_signature (AlaPracticeExchange *exchange,
                  AlaOAuthParams      *params,
                  const char          *base_string)
{
  AlaPracticeState *state = exchange->state;

  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SIGNATURE_INVALID))
    return ala_practice_oauth_refuse (exchange, "signature_invalid", NULL);
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_BASE_STRING_HUGE))
    {
      g_autofree char *padding = g_strnfill (HUGE_BASE_STRING, 'x');

      /* In the body alone: no HTTP library reads such a header. */
      ala_practice_exchange_reply (exchange, get_status ("signature_invalid"), FORM,
                                   g_strconcat ("oauth_problem=signature_invalid&oauth_signature_base_string=", padding, NULL));
      return FALSE;
    }

  return ala_practice_oauth_refuse (exchange, "signature_invalid",
                 "oauth_signature", ala_oauth_params_get (params, "oauth_signature"),
                 "oauth_signature_base_string", base_string,
                 "oauth_signature_method", ala_oauth_params_get (params, "oauth_signature_method"),
                 NULL);
}

static gboolean
check_signature (AlaPracticeExchange *exchange,
                 AlaOAuthParams      *params,
                 AlaPublicKey        *key)
{
  static const char *names[] = { "oauth_consumer_key", "oauth_signature_method", "oauth_signature", NULL };
  static const AlaPracticeFault always_wrong[] = {
    ALA_PRACTICE_FAULT_SIGNATURE_INVALID,
    ALA_PRACTICE_FAULT_SIGNATURE_OTHER_KEY,
    ALA_PRACTICE_FAULT_BASE_STRING_HUGE,
  };
  g_autofree char *base_string = NULL;

  if (!ala_practice_oauth_require (exchange, params, names))
    return FALSE;

  base_string = ala_practice_signature_dup_base_string (exchange, params);
  if (base_string == NULL || ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_SIZE))
    return fail (exchange);
  for (gsize i = 0; i < G_N_ELEMENTS (always_wrong); i++)
    if (ala_practice_state_has_fault (exchange->state, always_wrong[i]))
      return refuse_signature (exchange, params, base_string);

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_SIGNATURE_IGNORED))
    return TRUE;

  switch (ala_practice_signature_verify (key, base_string, ala_oauth_params_get (params, "oauth_signature")))
    {
    case ALA_PRACTICE_SIGNATURE_RIGHT:
      return TRUE;
    case ALA_PRACTICE_SIGNATURE_WRONG:
      return refuse_signature (exchange, params, base_string);
    case ALA_PRACTICE_SIGNATURE_OTHER_SIZE:
    default:
      return fail (exchange);
    }
}

gboolean
ala_practice_oauth_validate (AlaPracticeExchange *exchange,
                             AlaOAuthParams      *params,
                             AlaPracticeLink     *link)
{
  const char *method = ala_oauth_params_get (params, "oauth_signature_method");

  if (g_strcmp0 (method, "RSA-SHA1") != 0
      || ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_SIGNATURE_METHOD_REJECTED))
    return ala_practice_oauth_refuse (exchange, "signature_method_rejected", NULL);

  return check_duplicates (exchange, params)
         && check_version (exchange, params)
         && check_timestamp_and_nonce (exchange, params)
         && check_signature (exchange, params, link->key);
}

AlaPracticeLink *
ala_practice_oauth_find_link (AlaPracticeExchange *exchange,
                              const char          *consumer_key)
{
  AlaPracticeState *state = exchange->state;
  AlaPracticeLink *link = ala_practice_links_find_consumer (state->links, consumer_key);

  if (link == NULL || ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_CONSUMER_KEY_UNKNOWN))
    ala_practice_oauth_refuse (exchange, "consumer_key_unknown", NULL);
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_CONSUMER_KEY_REJECTED))
    ala_practice_oauth_refuse (exchange, "consumer_key_rejected", NULL);
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_CONSUMER_REFUSED))
    ala_practice_oauth_refuse (exchange, "consumer_key_refused", NULL);
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_PERMISSION_DENIED))
    ala_practice_oauth_refuse (exchange, "permission_denied", NULL);
  else
    return link;

  return NULL;
}
