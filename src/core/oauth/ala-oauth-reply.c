/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-oauth-reply.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-oauth-request.h"

/* A refusal with its base string has about 2 kB and ten parameters. What goes beyond these limits is not read. */
#define BODY_MAX   (64 * 1024)
#define PARAMS_MAX 100
#define HEADER_MAX (64 * 1024)

/* How much of Jira's words goes into a sentence for the screen. */
#define WORDS_MAX 200

/* Jira says five years; beyond a century a number is a mistake. */
#define EXPIRES_IN_MAX (G_GINT64_CONSTANT (100) * 366 * 24 * 60 * 60)

/* What a body looks like, whatever its content type says. */
typedef enum
{
  BODY_EMPTY,
  BODY_FORM,
  BODY_HTML,
  BODY_OTHER,
} BodyKind;

struct _AlaOAuthReply
{
  GObject parent_instance;

  AlaOAuthEndpoint endpoint;
  guint status;
  BodyKind body_kind;
  AlaOAuthParams *body;   /* owned */
  AlaOAuthParams *header; /* owned, nullable: NULL when the header does not speak OAuth */
};

G_DEFINE_FINAL_TYPE (AlaOAuthReply, ala_oauth_reply, G_TYPE_OBJECT)

static void
ala_oauth_reply_finalize (GObject *object)
{
  AlaOAuthReply *self = ALA_OAUTH_REPLY (object);

  g_clear_pointer (&self->body, ala_oauth_params_free);
  g_clear_pointer (&self->header, ala_oauth_params_free);

  G_OBJECT_CLASS (ala_oauth_reply_parent_class)->finalize (object);
}

static void
ala_oauth_reply_class_init (AlaOAuthReplyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_oauth_reply_finalize;
}

static void
ala_oauth_reply_init (AlaOAuthReply *self)
{
}

static gboolean
is_success (guint status)
{
  return status >= 200 && status <= 299;
}

static BodyKind
classify_body (const char *text,
               gsize       length)
{
  if (length == 0)
    return BODY_EMPTY;
  if (*text == '<')
    return BODY_HTML;

  /* No name of a parameter begins like this: it is JSON. */
  return strchr ("{[\"", *text) != NULL ? BODY_OTHER : BODY_FORM;
}

static void
read_body (AlaOAuthReply *self,
           GBytes        *body)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  gsize length = 0;
  const char *text = body != NULL ? g_bytes_get_data (body, &length) : NULL;

  if (length > strlen (byte_order_mark) && memcmp (text, byte_order_mark, strlen (byte_order_mark)) == 0)
    {
      text += strlen (byte_order_mark);
      length -= strlen (byte_order_mark);
    }
  for (; length > 0 && g_ascii_isspace (*text); text++)
    length--;

  /* The data of a resource are its caller's business, and may be large. */
  self->body_kind = classify_body (text, length);
  if (self->body_kind != BODY_FORM || (self->endpoint == ALA_OAUTH_RESOURCE && is_success (self->status)))
    {
      self->body = ala_oauth_params_new ();
      return;
    }

  length = MIN (length, BODY_MAX);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  self->body = ala_oauth_params_parse (text, (gssize) length, PARAMS_MAX);
}

AlaOAuthReply *
ala_oauth_reply_new (AlaOAuthEndpoint  endpoint,
                     guint             status,
                     GBytes           *body,
                     const char       *authenticate)
{
  AlaOAuthReply *self = g_object_new (ALA_TYPE_OAUTH_REPLY, NULL);

  self->endpoint = endpoint;
  self->status = status;
  read_body (self, body);
  if (authenticate != NULL)
    {
      g_autofree char *header = g_strndup (authenticate, HEADER_MAX);

      self->header = ala_oauth_parse_header (header);
    }

  return self;
}

const char *
ala_oauth_reply_get (AlaOAuthReply *self,
                     const char    *name)
{
  const char *value;

  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  value = ala_oauth_params_get (self->body, name);
  if (value == NULL && self->header != NULL)
    value = ala_oauth_params_get (self->header, name);
  return value;
}

const char *
ala_oauth_reply_get_problem (AlaOAuthReply *self)
{
  const char *problem;

  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), NULL);

  problem = ala_oauth_reply_get (self, "oauth_problem");
  return problem != NULL && *problem != '\0' ? problem : NULL;
}

const char *
ala_oauth_reply_get_realm (AlaOAuthReply *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), NULL);

  return self->header != NULL ? ala_oauth_params_get (self->header, "realm") : NULL;
}

/* Of the body alone: a header may repeat the token that we sent. */
static AlaSecret *
dup_secret (AlaOAuthReply *self,
            const char    *name)
{
  const char *value = ala_oauth_params_get (self->body, name);

  return value != NULL && *value != '\0' ? ala_secret_new (value, -1) : NULL;
}

AlaSecret *
ala_oauth_reply_dup_token (AlaOAuthReply *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), NULL);

  return dup_secret (self, "oauth_token");
}

AlaSecret *
ala_oauth_reply_dup_token_secret (AlaOAuthReply *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), NULL);

  return dup_secret (self, "oauth_token_secret");
}

gint64
ala_oauth_reply_get_expires_in (AlaOAuthReply *self)
{
  const char *value;
  gint64 seconds;

  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), 0);

  value = ala_oauth_params_get (self->body, "oauth_expires_in");
  if (value == NULL || !g_ascii_string_to_signed (value, 10, 0, EXPIRES_IN_MAX, &seconds, NULL))
    return 0;

  return seconds;
}

gboolean
ala_oauth_reply_get_callback_confirmed (AlaOAuthReply *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), FALSE);

  return g_strcmp0 (ala_oauth_params_get (self->body, "oauth_callback_confirmed"), "true") == 0;
}

/* The rows for Jira's words, reference/jira-oauth.md section 2, where a word may mean something else at each address. */
static const struct
{
  const char *word;
  AlaProblem request_token;
  AlaProblem access_token;
  AlaProblem resource;
} words[] = {
#define EVERYWHERE(word, problem) { word, ALA_PROBLEM_##problem, ALA_PROBLEM_##problem, ALA_PROBLEM_##problem }
  EVERYWHERE ("additional_authorization_required", ADDITIONAL_AUTHORIZATION),
  EVERYWHERE ("consumer_key_refused", CONSUMER_REFUSED),
  EVERYWHERE ("consumer_key_rejected", CONSUMER_KEY_REJECTED),
  EVERYWHERE ("consumer_key_unknown", CONSUMER_KEY_UNKNOWN),
  EVERYWHERE ("nonce_used", NONCE_USED),
  EVERYWHERE ("parameter_absent", PARAMETER_ABSENT),
  EVERYWHERE ("parameter_rejected", PARAMETER_REJECTED),
  /* Before a token is issued, nobody has been asked yet: the link itself does not let users authorize. */
  { "permission_denied", ALA_PROBLEM_PERMISSION_DENIED, ALA_PROBLEM_AUTHORIZATION_DENIED, ALA_PROBLEM_PERMISSION_DENIED },
  EVERYWHERE ("permission_unknown", PERMISSION_UNKNOWN),
  EVERYWHERE ("signature_invalid", SIGNATURE_INVALID),
  EVERYWHERE ("signature_method_rejected", SIGNATURE_METHOD_REJECTED),
  EVERYWHERE ("timestamp_refused", TIMESTAMP_REFUSED),
  { "token_expired", ALA_PROBLEM_REQUEST_TOKEN_EXPIRED, ALA_PROBLEM_REQUEST_TOKEN_EXPIRED, ALA_PROBLEM_TOKEN_EXPIRED },
  /* Jira has no word of its own for a wrong verification code. */
  { "token_rejected", ALA_PROBLEM_TOKEN_REJECTED, ALA_PROBLEM_VERIFIER_WRONG, ALA_PROBLEM_TOKEN_REJECTED },
  EVERYWHERE ("token_revoked", TOKEN_REVOKED),
  EVERYWHERE ("token_used", TOKEN_USED),
  EVERYWHERE ("user_refused", CONSUMER_REFUSED),
  EVERYWHERE ("version_rejected", VERSION_REJECTED),
#undef EVERYWHERE
};

static AlaProblem
find_word (AlaOAuthEndpoint  endpoint,
           const char       *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      switch (endpoint)
        {
        case ALA_OAUTH_REQUEST_TOKEN:
          return words[i].request_token;
        case ALA_OAUTH_ACCESS_TOKEN:
          return words[i].access_token;
        case ALA_OAUTH_RESOURCE:
          return words[i].resource;
        }

  return ALA_PROBLEM_BAD_REQUEST;
}

/* What a stranger says, made fit for one line of a sentence. */
static char *
dup_words (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  glong n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > WORDS_MAX)
        {
          g_string_append (line, "…");
          break;
        }
      if (g_unichar_isprint (c))
        g_string_append_unichar (line, c);
      else if (g_unichar_isspace (c))
        g_string_append_c (line, ' ');
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Checks the form MIN-MAX, so that whoever reads the note can rely on it. */
static gboolean
is_range (const char *text)
{
  gsize low = strspn (text, "0123456789");
  gsize high = text[low] == '-' ? strspn (text + low + 1, "0123456789") : 0;

  return low > 0 && low < 16 && high > 0 && high < 16 && text[low + 1 + high] == '\0';
}

/* The parameters that Jira names; it may send several, joined by "&". */
static gboolean
is_named (const char *names,
          const char *name)
{
  g_auto (GStrv) each = NULL;

  if (names == NULL)
    return FALSE;

  each = g_strsplit_set (names, "&, ", -1);
  return g_strv_contains ((const char * const *) each, name);
}

static GError *
new_error_for_word (AlaOAuthReply *self,
                    const char    *word)
{
  AlaProblem problem = find_word (self->endpoint, word);
  const char *base_string = ala_oauth_reply_get (self, "oauth_signature_base_string");
  const char *timestamps = ala_oauth_reply_get (self, "oauth_acceptable_timestamps");
  const char *rejected = ala_oauth_reply_get (self, "oauth_parameters_rejected");
  const char *detail = ala_oauth_reply_get (self, "oauth_problem_advice");
  g_autofree char *shown = dup_words (word);
  GError *error;

  if (problem == ALA_PROBLEM_PARAMETER_REJECTED && is_named (rejected, "oauth_callback"))
    problem = ALA_PROBLEM_CALLBACK_REJECTED;
  if (detail == NULL)
    detail = rejected;
  if (detail == NULL)
    detail = ala_oauth_reply_get (self, "oauth_parameters_absent");

  if (detail != NULL && *detail != '\0')
    {
      g_autofree char *shown_detail = dup_words (detail);

      /* Translators: the first %s is a word of the OAuth standard, the second what Jira adds to it. */
      error = ala_problem_new_error (problem, _("Jira answered “%s”: %s"), shown, shown_detail);
    }
  else
    {
      /* Translators: %s is a word of the OAuth standard, %u an HTTP status. */
      error = ala_problem_new_error (problem, _("Jira answered “%s” with status %u."), shown, self->status);
    }

  ala_problem_annotate (error, ALA_NOTE_OAUTH_PROBLEM, shown);
  ala_problem_annotate (error, ALA_NOTE_JIRA_BASE_STRING, base_string);
  if (timestamps != NULL && is_range (timestamps))
    ala_problem_annotate (error, ALA_NOTE_TIMESTAMPS, timestamps);
  return error;
}

/* A token endpoint that named no problem: what the status alone tells. %ALA_PROBLEM_NONE when that is nothing. */
static AlaProblem
find_status (AlaOAuthReply *self)
{
  switch (self->status)
    {
    case 401:
      return self->header != NULL ? ALA_PROBLEM_ANONYMOUS : ALA_PROBLEM_LOGIN_GATEWAY;
    case 403:
    case 404:
    case 405:
    case 410:
    case 501:
      return ALA_PROBLEM_OAUTH_OFF;
    case 407:
      return ALA_PROBLEM_PROXY_PASSWORD;
    case 429:
      return ALA_PROBLEM_RATE_LIMITED;
    case 500:
      /* Java throws when a signature has another length than the registered key (reference/jira-oauth.md section 6). */
      return self->endpoint == ALA_OAUTH_REQUEST_TOKEN ? ALA_PROBLEM_SIGNATURE_OTHER_SIZE : ALA_PROBLEM_SERVER_ERROR;
    case 502:
    case 503:
    case 504:
      return ALA_PROBLEM_MAINTENANCE;
    default:
      if (self->status >= 300 && self->status <= 399)
        return ALA_PROBLEM_REDIRECTED;
      if (self->status >= 500)
        return ALA_PROBLEM_SERVER_ERROR;
      return ALA_PROBLEM_NONE;
    }
}

static GError *
new_error_for_status (AlaOAuthReply *self)
{
  AlaProblem problem = find_status (self);

  if (problem != ALA_PROBLEM_NONE)
    return ala_problem_new_error (problem, _("The server answered with status %u."), self->status);

  switch (self->body_kind)
    {
    case BODY_HTML:
      return ala_problem_new_error (ALA_PROBLEM_REPLY_HTML, _("A web page came with status %u, and no token."), self->status);
    case BODY_EMPTY:
      if (is_success (self->status))
        return ala_problem_new_error (ALA_PROBLEM_REPLY_EMPTY, _("The answer has status %u and nothing in it."), self->status);
      break;
    case BODY_FORM:
    case BODY_OTHER:
      if (is_success (self->status))
        return ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("The answer has status %u and no token in it."),
                                      self->status);
      break;
    }

  return ala_problem_new_error (ALA_PROBLEM_BAD_REQUEST, _("The server answered with status %u."), self->status);
}

/* Jira repeats the parameters of a request that was signed well by a user who may not log in (section 2). */
static gboolean
repeats_our_parameters (AlaOAuthReply *self)
{
  return self->status == 401 && self->header != NULL &&
         (ala_oauth_params_get (self->header, "oauth_token") != NULL ||
          ala_oauth_params_get (self->header, "oauth_consumer_key") != NULL);
}

static gboolean
has_token (AlaOAuthReply *self)
{
  g_autoptr (AlaSecret) token = ala_oauth_reply_dup_token (self);
  g_autoptr (AlaSecret) secret = ala_oauth_reply_dup_token_secret (self);

  return token != NULL && secret != NULL;
}

/* No parameter may come twice (RFC 5849 section 3.2), and which of two tokens is Jira's nobody can tell. */
static gboolean
has_token_twice (AlaOAuthReply *self)
{
  return ala_oauth_params_count (self->body, "oauth_token") > 1 || ala_oauth_params_count (self->body, "oauth_token_secret") > 1;
}

gboolean
ala_oauth_reply_check (AlaOAuthReply  *self,
                       GError        **error)
{
  const char *word;
  GError *found;
  char status[16];

  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  word = ala_oauth_reply_get_problem (self);
  if (word != NULL)
    found = new_error_for_word (self, word);
  else if (repeats_our_parameters (self))
    found = ala_problem_new_error (ALA_PROBLEM_USER_LOCKED_OUT, _("Jira took the signature but not its user."));
  else if (self->endpoint != ALA_OAUTH_RESOURCE && is_success (self->status) && has_token_twice (self))
    found = ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("The answer holds more than one token."));
  else if (self->endpoint == ALA_OAUTH_RESOURCE || (is_success (self->status) && has_token (self)))
    return TRUE;
  else
    found = new_error_for_status (self);

  g_snprintf (status, sizeof status, "%u", self->status);
  ala_problem_annotate (found, ALA_NOTE_STATUS, status);
  g_propagate_error (error, found);
  return FALSE;
}
