/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlaSecretPlace:
 *
 * Where the secrets of a link are kept.
 */
typedef enum
{
  ALA_SECRET_PLACE_KEYRING,
  ALA_SECRET_PLACE_FILE,
  ALA_SECRET_PLACE_SESSION,
} AlaSecretPlace;

/**
 * AlaWebhookPlan:
 *
 * Who makes the webhooks by which Jira tells the product of changes.
 */
typedef enum
{
  ALA_WEBHOOK_PLAN_UNDECIDED,
  ALA_WEBHOOK_PLAN_AUTOMATIC, /* the product, with the rights of the connection's user */
  ALA_WEBHOOK_PLAN_MANUAL,    /* an administrator of Jira, with this program or by hand */
  ALA_WEBHOOK_PLAN_NONE,      /* nobody; the person knows what is missing then */
} AlaWebhookPlan;

/* The types of the enumerations that a setup holds. Their nicks stand in saved files, so a nick never changes. */
GType ala_secret_place_get_type (void) G_GNUC_CONST;
GType ala_edition_get_type (void) G_GNUC_CONST;
GType ala_step_get_type (void) G_GNUC_CONST;
GType ala_webhook_plan_get_type (void) G_GNUC_CONST;
#define ALA_TYPE_SECRET_PLACE (ala_secret_place_get_type ())
#define ALA_TYPE_EDITION (ala_edition_get_type ())
#define ALA_TYPE_STEP (ala_step_get_type ())
#define ALA_TYPE_WEBHOOK_PLAN (ala_webhook_plan_get_type ())

G_END_DECLS
