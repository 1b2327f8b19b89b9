/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-authorization.h"

#include <glib/gi18n-lib.h>

#include "ala-authorization-private.h"
#include "ala-verifier.h"

G_DEFINE_FINAL_TYPE (AlaAuthorization, ala_authorization, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AlaAuthorizationState, ala_authorization_state,
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_REQUESTING, "requesting"),
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_EXCHANGING, "exchanging"),
                    G_DEFINE_ENUM_VALUE (ALA_AUTHORIZATION_DONE, "done"))

typedef enum
{
  PROP_STATE = 1,
  PROP_AUTHORIZE_URL,
  PROP_LOOPBACK,
} AlaAuthorizationProperty;

static GParamSpec *properties[PROP_LOOPBACK + 1];

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ala_authorization_dispose (GObject *object)
{
  AlaAuthorization *self = ALA_AUTHORIZATION (object);

  if (self->request_token != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->request_token, self);
      ala_request_token_drop (self->request_token);
    }
  g_clear_object (&self->request_token);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (ala_authorization_parent_class)->dispose (object);
}

static void
ala_authorization_finalize (GObject *object)
{
  AlaAuthorization *self = ALA_AUTHORIZATION (object);

  g_clear_pointer (&self->tried, ala_secret_unref);
  g_clear_pointer (&self->answer, ala_secret_unref);
  /* Those who wait hold a reference each, so there are none left. */
  ala_waiters_free (self->preparing);
  ala_waiters_free (self->running);

  G_OBJECT_CLASS (ala_authorization_parent_class)->finalize (object);
}

static void
ala_authorization_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AlaAuthorization *self = ALA_AUTHORIZATION (object);

  switch ((AlaAuthorizationProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_AUTHORIZE_URL:
      g_value_set_string (value, ala_authorization_get_authorize_url (self));
      break;
    case PROP_LOOPBACK:
      g_value_set_boolean (value, ala_authorization_get_loopback (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ala_authorization_class_init (AlaAuthorizationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ala_authorization_dispose;
  object_class->finalize = ala_authorization_finalize;
  object_class->get_property = ala_authorization_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, ALA_TYPE_AUTHORIZATION_STATE, ALA_AUTHORIZATION_IDLE, flags);
  properties[PROP_AUTHORIZE_URL] = g_param_spec_string ("authorize-url", NULL, NULL, NULL, flags);
  properties[PROP_LOOPBACK] = g_param_spec_boolean ("loopback", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ala_authorization_init (AlaAuthorization *self)
{
}

AlaAuthorization *
ala_authorization_new (AlaJiraClient *client)
{
  AlaAuthorization *self;

  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (client), NULL);

  self = g_object_new (ALA_TYPE_AUTHORIZATION, NULL);
  self->client = g_object_ref (client);
  ala_authorization_begin (self);

  return self;
}

void
ala_authorization_set_loopback (AlaAuthorization *self,
                                gboolean          wanted)
{
  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  ala_request_token_set_loopback (self->request_token, wanted);
}

void
ala_authorization_set_life (AlaAuthorization *self,
                            guint             life,
                            guint             margin)
{
  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  ala_request_token_set_life (self->request_token, life, margin);
}

AlaAuthorizationState
ala_authorization_get_state (AlaAuthorization *self)
{
  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self), ALA_AUTHORIZATION_IDLE);

  return self->state;
}

const char *
ala_authorization_get_authorize_url (AlaAuthorization *self)
{
  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self), NULL);

  return ala_request_token_get_authorize_url (self->request_token);
}

gboolean
ala_authorization_get_loopback (AlaAuthorization *self)
{
  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self), FALSE);

  return ala_request_token_get_loopback (self->request_token);
}

guint
ala_authorization_get_seconds_left (AlaAuthorization *self)
{
  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self), 0);

  return ala_request_token_get_seconds_left (self->request_token);
}

void
ala_authorization_prepare_async (AlaAuthorization    *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_authorization_prepare_async);
  g_task_set_name (task, "ala_authorization_prepare");

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->exchange != NULL || self->answer != NULL || self->is_denied || ala_request_token_is_usable (self->request_token))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  ala_waiters_add (self->preparing, task);
  if (!ala_request_token_is_asking (self->request_token))
    ala_authorization_ask (self);
}

gboolean
ala_authorization_prepare_finish (AlaAuthorization  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ala_authorization_run_async (AlaAuthorization    *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_authorization_run_async);
  g_task_set_name (task, "ala_authorization_run");

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!ala_waiters_is_empty (self->running))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "The authorization runs already");
      return;
    }

  ala_waiters_add (self->running, task);
  ala_authorization_go_on (self);
}

AlaAccessToken *
ala_authorization_run_finish (AlaAuthorization  *self,
                              GAsyncResult      *result,
                              GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether @verifier can belong to the request token that is out. A bare code does not say, so Jira has to. */
static gboolean
is_of_this_run (AlaAuthorization *self,
                AlaVerifier      *verifier)
{
  AlaSecret *awaited = ala_request_token_peek (self->request_token);
  g_autoptr (AlaSecret) token = NULL;

  if (awaited == NULL || verifier->token == NULL)
    return awaited != NULL;

  token = ala_secret_new (verifier->token, -1);
  return ala_secret_equal (token, awaited);
}

gboolean
ala_authorization_offer (AlaAuthorization *self,
                         const char       *text,
                         GError          **error)
{
  g_autoptr (AlaVerifier) verifier = NULL;
  g_autoptr (GError) refusal = NULL;

  g_return_val_if_fail (ALA_IS_AUTHORIZATION (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  verifier = ala_verifier_parse (text);
  if (verifier->kind == ALA_VERIFIER_NOTHING)
    {
      ala_problem_set_error (error, ALA_PROBLEM_VERIFIER_NOT_FOUND, _("The text holds no answer of Jira."));
      return FALSE;
    }

  if (!is_of_this_run (self, verifier))
    ala_problem_set_error (&refusal, ALA_PROBLEM_VERIFIER_OTHER_RUN, _("The answer does not belong to the page that is open now."));
  else if (verifier->kind == ALA_VERIFIER_NO_CODE)
    ala_problem_set_error (&refusal, ALA_PROBLEM_VERIFIER_NO_CODE, _("Jira’s page tells no code."));

  if (refusal != NULL)
    {
      ala_authorization_refuse_answer (self, refusal, g_error_matches (refusal, ALA_PROBLEM_ERROR, ALA_PROBLEM_VERIFIER_NO_CODE));
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  ala_authorization_take_answer (self, verifier->kind == ALA_VERIFIER_DENIED ? NULL : verifier->code);
  return TRUE;
}
