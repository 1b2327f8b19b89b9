/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

#include "ala-check-warm-up.h"
#include "ala-key-maker.h"
#include "ala-workspace-private.h"

struct _AlaWorkspace
{
  GObject parent_instance;

  AlaSetupStore *setups;
  AlaSecretStore *secrets;
  AlaProfiles *profiles;
  AlaHttpSession *session;

  AlaSetup *setup;
  AlaKeyPair *pair;
  AlaSecret *token;
  AlaSecret *token_secret;
  AlaAuthorization *authorization;
  AlaCheckRunner *checks;

  AlaKeyMaker *maker;
  GCancellable *making; /* non-NULL while a pair is being made */
  gboolean key_safe;
  gboolean rehearsal;
};

enum
{
  SIGNAL_KEY_FAILED,
  SIGNAL_SAVE_FAILED,
  N_SIGNALS,
};

typedef enum
{
  PROP_SETUP = 1,
  PROP_PROFILE,
  PROP_KEY_PAIR,
  PROP_KEY_SAFE,
  PROP_REHEARSAL,
} AlaWorkspaceProperty;

static GParamSpec *properties[PROP_REHEARSAL + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaWorkspace, ala_workspace, G_TYPE_OBJECT)

static void
notify (AlaWorkspace         *self,
        AlaWorkspaceProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
ala_workspace_set_key_safe (AlaWorkspace *self,
                            gboolean      safe)
{
  if (self->key_safe == safe)
    return;

  self->key_safe = safe;
  notify (self, PROP_KEY_SAFE);
}

void
ala_workspace_set_pair (AlaWorkspace *self,
                        AlaKeyPair   *pair,
                        gboolean      safe)
{
  g_set_object (&self->pair, pair);
  g_clear_object (&self->authorization);
  self->key_safe = safe;
  notify (self, PROP_KEY_PAIR);
  notify (self, PROP_KEY_SAFE);
}

void
ala_workspace_set_tokens (AlaWorkspace *self,
                          AlaSecret    *token,
                          AlaSecret    *token_secret)
{
  g_clear_pointer (&self->token, ala_secret_unref);
  g_clear_pointer (&self->token_secret, ala_secret_unref);
  if (token != NULL)
    self->token = ala_secret_ref (token);
  if (token_secret != NULL)
    self->token_secret = ala_secret_ref (token_secret);
}

/* Key, address and consumer key are what a request token was asked with: when one changes, so does the dance. */
static void
on_link_changed (AlaSetup     *setup,
                 GParamSpec   *pspec,
                 AlaWorkspace *self)
{
  g_clear_object (&self->authorization);
}

/* What cannot be read vouches for nobody; the next request says so. */
static void
on_ca_certificates_changed (AlaSetup     *setup,
                            GParamSpec   *pspec,
                            AlaWorkspace *self)
{
  const char *pem = ala_setup_get_ca_certificates (setup);
  g_autoptr (AlaTrust) trust = *pem != '\0' ? ala_trust_new_from_pem (pem, NULL) : NULL;

  ala_http_session_set_trust (self->session, trust);
}

static void
on_profile_changed (AlaSetup     *setup,
                    GParamSpec   *pspec,
                    AlaWorkspace *self)
{
  notify (self, PROP_PROFILE);
}

void
ala_workspace_set_setup (AlaWorkspace *self,
                         AlaSetup     *setup,
                         gboolean      rehearsal)
{
  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);

  g_set_object (&self->setup, setup);
  self->rehearsal = rehearsal;
  g_signal_connect_object (setup, "notify::jira-url", G_CALLBACK (on_link_changed), self, 0);
  g_signal_connect_object (setup, "notify::consumer-key", G_CALLBACK (on_link_changed), self, 0);
  g_signal_connect_object (setup, "notify::clock-offset", G_CALLBACK (on_link_changed), self, 0);
  g_signal_connect_object (setup, "notify::ca-certificates", G_CALLBACK (on_ca_certificates_changed), self, 0);
  g_signal_connect_object (setup, "notify::profile", G_CALLBACK (on_profile_changed), self, 0);
  on_ca_certificates_changed (setup, NULL, self);
  g_clear_object (&self->authorization);
  ala_workspace_set_tokens (self, NULL, NULL);
  notify (self, PROP_SETUP);
  notify (self, PROP_PROFILE);
  notify (self, PROP_REHEARSAL);
}

void
ala_workspace_stop_making (AlaWorkspace *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
on_key_made (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AlaWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_maker_take_finish (ALA_KEY_MAKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->making);
  if (pair != NULL)
    ala_workspace_set_pair (self, pair, ala_workspace_is_keyless (self));
  else
    g_signal_emit (self, signals[SIGNAL_KEY_FAILED], 0, error);
}

void
ala_workspace_make_key (AlaWorkspace *self,
                        guint         bits)
{
  g_return_if_fail (ALA_IS_WORKSPACE (self));

  ala_workspace_stop_making (self);
  self->making = g_cancellable_new ();
  ala_workspace_set_pair (self, NULL, FALSE);
  ala_key_maker_take_async (self->maker, bits, self->making, on_key_made, g_object_ref (self));
}

gboolean
ala_workspace_is_making_key (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), FALSE);

  return self->making != NULL;
}

void
ala_workspace_adopt_key (AlaWorkspace *self,
                         AlaKeyPair   *pair)
{
  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (ALA_IS_KEY_PAIR (pair));

  ala_workspace_stop_making (self);
  ala_workspace_set_pair (self, pair, FALSE);
}

void
ala_workspace_begin (AlaWorkspace *self,
                     const char   *profile,
                     const char   *rehearsal_url)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  g_return_if_fail (ALA_IS_WORKSPACE (self));

  ala_setup_set_profile (setup, profile);
  if (rehearsal_url != NULL)
    {
      ala_setup_set_jira_url (setup, rehearsal_url);
      ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_SESSION);
    }
  ala_workspace_set_setup (self, setup, rehearsal_url != NULL);
  ala_setup_set_consumer_key (setup, ala_profile_get_consumer_key (ala_workspace_get_profile (self)));
  ala_setup_set_product_url (setup, ala_profile_get_product_url (ala_workspace_get_profile (self)));
  ala_workspace_begin_key (self);
}

void
ala_workspace_reset_link (AlaWorkspace *self)
{
  gboolean copied;

  g_return_if_fail (ALA_IS_WORKSPACE (self));

  copied = ala_setup_is_done (self->setup, "public-key");
  ala_setup_reset_link (self->setup);
  ala_setup_set_done (self->setup, "public-key", copied);
  ala_workspace_forget_token (self);
}

void
ala_workspace_save (AlaWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ALA_IS_WORKSPACE (self));

  if (self->rehearsal || !self->key_safe)
    return;

  if (!ala_setup_store_save (self->setups, self->setup, &error))
    g_signal_emit (self, signals[SIGNAL_SAVE_FAILED], 0, error);
}

void
ala_workspace_forget_token (AlaWorkspace *self)
{
  g_return_if_fail (ALA_IS_WORKSPACE (self));

  ala_workspace_set_tokens (self, NULL, NULL);
  ala_setup_set_authorized (self->setup, 0, 0);
}

AlaJiraClient *
ala_workspace_dup_client (AlaWorkspace *self)
{
  g_autoptr (AlaJiraAddress) address = NULL;
  AlaJiraClient *client;

  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  address = ala_jira_address_new (ala_setup_get_jira_url (self->setup), NULL);
  if (address == NULL || self->pair == NULL || *ala_setup_get_consumer_key (self->setup) == '\0')
    return NULL;

  client = ala_jira_client_new (self->session, address, ala_setup_get_consumer_key (self->setup), self->pair);
  ala_jira_client_set_clock_offset (client, ala_setup_get_clock_offset (self->setup));
  if (self->token != NULL)
    ala_jira_client_set_access_token (client, self->token);
  return client;
}

AlaAuthorization *
ala_workspace_get_authorization (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  if (self->authorization == NULL)
    {
      g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (self);

      if (client != NULL)
        {
          self->authorization = ala_authorization_new (client);
          ala_check_warm_up (self->authorization, client);
        }
    }

  return self->authorization;
}

AlaCheckRunner *
ala_workspace_get_checks (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->checks;
}

AlaSetup *
ala_workspace_get_setup (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->setup;
}

AlaProfile *
ala_workspace_get_profile (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return ala_profiles_find (self->profiles, ala_setup_get_profile (self->setup));
}

AlaProfiles *
ala_workspace_get_profiles (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->profiles;
}

AlaSetupStore *
ala_workspace_get_setups (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->setups;
}

AlaSecretStore *
ala_workspace_get_secrets (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->secrets;
}

AlaHttpSession *
ala_workspace_get_session (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->session;
}

AlaKeyPair *
ala_workspace_get_key_pair (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->pair;
}

gboolean
ala_workspace_is_key_safe (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), FALSE);

  return self->key_safe;
}

gboolean
ala_workspace_is_rehearsal (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), FALSE);

  return self->rehearsal;
}

AlaSecret *
ala_workspace_get_access_token (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->token;
}

AlaSecret *
ala_workspace_get_access_token_secret (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  return self->token_secret;
}

AlaWorkspace *
ala_workspace_new (AlaSetupStore  *setups,
                   AlaSecretStore *secrets,
                   AlaProfiles    *profiles,
                   AlaHttpSession *session)
{
  AlaWorkspace *self = g_object_new (ALA_TYPE_WORKSPACE, NULL);

  self->setups = g_object_ref (setups);
  self->secrets = g_object_ref (secrets);
  self->profiles = g_object_ref (profiles);
  self->session = g_object_ref (session);
  self->maker = ala_key_maker_new ();

  return self;
}

static void
ala_workspace_dispose (GObject *object)
{
  AlaWorkspace *self = ALA_WORKSPACE (object);

  ala_workspace_stop_making (self);
  g_clear_object (&self->maker);
  g_clear_object (&self->authorization);
  g_clear_object (&self->checks);
  g_clear_object (&self->setup);
  g_clear_object (&self->pair);
  g_clear_object (&self->setups);
  g_clear_object (&self->secrets);
  g_clear_object (&self->profiles);
  g_clear_object (&self->session);
  ala_workspace_set_tokens (self, NULL, NULL);

  G_OBJECT_CLASS (ala_workspace_parent_class)->dispose (object);
}

static void
ala_workspace_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AlaWorkspace *self = ALA_WORKSPACE (object);

  switch ((AlaWorkspaceProperty) id)
    {
    case PROP_SETUP:
      g_value_set_object (value, self->setup);
      break;
    case PROP_PROFILE:
      g_value_set_object (value, ala_workspace_get_profile (self));
      break;
    case PROP_KEY_PAIR:
      g_value_set_object (value, self->pair);
      break;
    case PROP_KEY_SAFE:
      g_value_set_boolean (value, self->key_safe);
      break;
    case PROP_REHEARSAL:
      g_value_set_boolean (value, self->rehearsal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_workspace_class_init (AlaWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ala_workspace_dispose;
  object_class->get_property = ala_workspace_get_property;

  properties[PROP_SETUP] = g_param_spec_object ("setup", NULL, NULL, ALA_TYPE_SETUP, flags);
  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, ALA_TYPE_PROFILE, flags);
  properties[PROP_KEY_PAIR] = g_param_spec_object ("key-pair", NULL, NULL, ALA_TYPE_KEY_PAIR, flags);
  properties[PROP_KEY_SAFE] = g_param_spec_boolean ("key-safe", NULL, NULL, FALSE, flags);
  properties[PROP_REHEARSAL] = g_param_spec_boolean ("rehearsal", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_KEY_FAILED] = g_signal_new ("key-failed", ALA_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_SAVE_FAILED] = g_signal_new ("save-failed", ALA_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ala_workspace_init (AlaWorkspace *self)
{
  self->setup = ala_setup_new ();
  self->checks = ala_check_runner_new ();
}
