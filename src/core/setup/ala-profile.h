/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-key-export.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * AlaFieldValue:
 *
 * Where the value of a field in a product's dialog comes from.
 */
typedef enum
{
  ALA_FIELD_TEXT,              /* a fixed text of the profile: something to choose or to type as it stands */
  ALA_FIELD_LINK_NAME,         /* the name of the link */
  ALA_FIELD_JIRA_URL,
  ALA_FIELD_CONSUMER_KEY,
  ALA_FIELD_PRIVATE_KEY,       /* secret, in the profile's form */
  ALA_FIELD_PUBLIC_KEY,
  ALA_FIELD_ACCESS_TOKEN,      /* secret */
  ALA_FIELD_ACCESS_TOKEN_SECRET, /* secret */
  ALA_FIELD_ACTION,            /* nothing to copy: something to click or to wait for */
  ALA_FIELD_REQUEST_TOKEN_URL, /* where Jira issues request tokens */
  ALA_FIELD_AUTHORIZE_URL,     /* where Jira asks the person */
  ALA_FIELD_ACCESS_TOKEN_URL,  /* where Jira issues access tokens */
} AlaFieldValue;

#define ALA_TYPE_PROFILE_FIELD (ala_profile_field_get_type ())
G_DECLARE_FINAL_TYPE (AlaProfileField, ala_profile_field, ALA, PROFILE_FIELD, GObject)

/** AlaProfileField: one line of the hand-over to the product, in the order of its dialog. */
const char     *ala_profile_field_get_id    (AlaProfileField *self); /* stable within its profile, for ala_setup_set_done() */
const char     *ala_profile_field_get_label (AlaProfileField *self); /* as it reads in the dialog; not translated */
const char     *ala_profile_field_get_hint  (AlaProfileField *self); /* translated, "" when there is none */
const char     *ala_profile_field_get_text  (AlaProfileField *self); /* for ALA_FIELD_TEXT */
AlaFieldValue   ala_profile_field_get_value (AlaProfileField *self);
gboolean        ala_profile_field_is_secret (AlaProfileField *self);

/** ala_profile_field_get_secret: Returns: (nullable): the name under which an #AlaSecretStore keeps the value; %NULL when it is no secret */
const char     *ala_profile_field_get_secret (AlaProfileField *self);

/**
 * ala_profile_field_dup_value:
 * @public_key_body: (nullable): the public key of the link
 *
 * Returns: (transfer full): what to enter; "" for a secret and for an action
 */
char           *ala_profile_field_dup_value (AlaProfileField *self,
                                             AlaSetup        *setup,
                                             const char      *public_key_body);

#define ALA_TYPE_PROFILE (ala_profile_get_type ())
G_DECLARE_FINAL_TYPE (AlaProfile, ala_profile, ALA, PROFILE, GObject)

/**
 * AlaProfile:
 *
 * A product that can be connected to Jira, described by data (data/profiles/, its README has the schema): names, key form, size
 * advice, the fields of its dialog, permissions and events. No code knows a product. Immutable.
 */
AlaProfile     *ala_profile_new_from_json         (const char  *text,
                                                   gssize       length,
                                                   GError     **error); /* %ALA_PROBLEM_PROFILE_UNREADABLE */

const char     *ala_profile_get_id                (AlaProfile *self);
const char     *ala_profile_get_name              (AlaProfile *self); /* "Zephyr Enterprise" */
const char     *ala_profile_get_description       (AlaProfile *self); /* translated */
const char     *ala_profile_get_consumer_key      (AlaProfile *self); /* the proposed consumer key; "" when the product shows one */
const char     *ala_profile_get_application_name  (AlaProfile *self); /* what the link and its webhooks are called; without a name of its own that of the product */
const char     *ala_profile_get_url_label         (AlaProfile *self); /* translated: "Zephyr address" */
const char     *ala_profile_get_url_suffix        (AlaProfile *self); /* "/flex", or "" */
const char * const *ala_profile_get_url_forms      (AlaProfile *self); /* what its addresses look like, like "https://{subdomain}.example.com" */
const char     *ala_profile_get_product_url       (AlaProfile *self); /* the proposed address of the product, or "" */
const char     *ala_profile_get_key_source        (AlaProfile *self); /* translated: where the product shows its own public key, or "" */
guint           ala_profile_get_key_bits          (AlaProfile *self); /* the proposed size; for a key of the product's own the one that it is known to have, or 0 */
const char     *ala_profile_get_key_note          (AlaProfile *self); /* translated advice on sizes, or "" */
AlaKeyForm      ala_profile_get_private_key_form  (AlaProfile *self);
GListModel     *ala_profile_get_fields            (AlaProfile *self); /* (transfer none): of #AlaProfileField */
const char * const *ala_profile_get_permissions   (AlaProfile *self); /* Jira's permission keys that it needs */
const char * const *ala_profile_get_defect_fields (AlaProfile *self); /* ids of the fields that it sends with a new defect, as far as that is known */
const char * const *ala_profile_get_events        (AlaProfile *self); /* Jira's webhook events that it needs */
const char * const *ala_profile_get_jira_notes    (AlaProfile *self); /* translated: what differs from the usual steps in Jira */
const char * const *ala_profile_get_afterwards    (AlaProfile *self); /* translated: what is left to do once the link works */

/**
 * ala_profile_names_link_by_key:
 *
 * Returns: whether application and consumer are to be called by the consumer key, so that Jira's dialog takes one value in three fields
 *   and none can be mistaken for another; the vendor's guide proposes it for Zephyr (reference/zephyr-connection.md section 1.3)
 */
gboolean        ala_profile_names_link_by_key     (AlaProfile *self);

/**
 * ala_profile_brings_key:
 *
 * Returns: whether the product has a key pair of its own, of which it shows the public key: then nobody else can sign, and there is no
 *   private key to hand over (reference/zephyr-connection.md section 6, family B)
 */
gboolean        ala_profile_brings_key            (AlaProfile *self);

/**
 * ala_profile_get_known_key_note:
 * @fingerprint: as ala_public_key_get_fingerprint() tells it
 *
 * Returns: (nullable) (transfer none): translated: what is known of just this key; %NULL when it is no known one
 */
const char     *ala_profile_get_known_key_note    (AlaProfile *self,
                                                   const char *fingerprint);

/**
 * ala_profile_dup_url_offer:
 * @typed: what a person entered as the address of the product
 *
 * Returns: (transfer full) (nullable): the whole address, where @typed is no more than the {subdomain} of one of the forms; %NULL
 *   otherwise. It may be the name of a computer as well, so it is for the person to take (reference/zephyr-connection.md section 1.3).
 */
char           *ala_profile_dup_url_offer         (AlaProfile *self,
                                                   const char *typed);

/**
 * ala_profile_dup_webhook_url:
 * @product_url: the product's address, "" when it is not known
 *
 * Returns: (transfer full): the known address of the product's webhook in the one deployment that ala_profile_get_webhook_note() names,
 *   to be offered and never to be taken unasked; "" when none is known
 */
char           *ala_profile_dup_webhook_url       (AlaProfile *self,
                                                   const char *product_url);
const char     *ala_profile_get_webhook_note      (AlaProfile *self); /* translated, "" when there is none */

/** ala_profile_dup_product_url: Returns: (transfer full): @typed as an address with the suffix added once; "" when unreadable */
char           *ala_profile_dup_product_url       (AlaProfile  *self,
                                                   const char  *typed);

G_END_DECLS
