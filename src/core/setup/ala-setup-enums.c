/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup-enums.h"

#include "ala-jira-probe.h"

#define DEFINE_ENUM_TYPE(Name, name, ...)                                  \
  GType                                                                    \
  name##_get_type (void)                                                   \
  {                                                                        \
    static const GEnumValue values[] = { __VA_ARGS__, { 0, NULL, NULL } }; \
    static gsize type = 0;                                                 \
                                                                           \
    if (g_once_init_enter (&type))                                         \
      g_once_init_leave (&type, g_enum_register_static (Name, values));    \
    return type;                                                           \
  }

#define VALUE(constant, nick) { constant, #constant, nick }

DEFINE_ENUM_TYPE ("AlaSecretPlace", ala_secret_place,
                  VALUE (ALA_SECRET_PLACE_KEYRING, "keyring"),
                  VALUE (ALA_SECRET_PLACE_FILE, "file"),
                  VALUE (ALA_SECRET_PLACE_SESSION, "session"))

DEFINE_ENUM_TYPE ("AlaEdition", ala_edition,
                  VALUE (ALA_EDITION_UNKNOWN, "unknown"),
                  VALUE (ALA_EDITION_SERVER, "server"),
                  VALUE (ALA_EDITION_CLOUD, "cloud"))

DEFINE_ENUM_TYPE ("AlaStep", ala_step,
                  VALUE (ALA_STEP_START, "start"),
                  VALUE (ALA_STEP_KEY, "key"),
                  VALUE (ALA_STEP_JIRA, "jira"),
                  VALUE (ALA_STEP_LINK, "link"),
                  VALUE (ALA_STEP_AUTHORIZATION, "authorization"),
                  VALUE (ALA_STEP_CHECKS, "checks"),
                  VALUE (ALA_STEP_WEBHOOKS, "webhooks"),
                  VALUE (ALA_STEP_HANDOVER, "handover"),
                  VALUE (ALA_STEP_SUMMARY, "summary"))

DEFINE_ENUM_TYPE ("AlaWebhookPlan", ala_webhook_plan,
                  VALUE (ALA_WEBHOOK_PLAN_UNDECIDED, "undecided"),
                  VALUE (ALA_WEBHOOK_PLAN_AUTOMATIC, "automatic"),
                  VALUE (ALA_WEBHOOK_PLAN_MANUAL, "manual"),
                  VALUE (ALA_WEBHOOK_PLAN_NONE, "none"))
