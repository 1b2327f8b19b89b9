/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-webhook.h"

G_BEGIN_DECLS

struct _AlaWebhook
{
  GObject parent_instance;

  char *id;
  char *name;
  char *url;
  GStrv events;
  char *jql;
  gboolean active;
  gboolean excludes_body;
  gint64 failures;
  char *last_error;
};

/** ala_webhook_take: Returns: (transfer full): a webhook of these values, each (transfer full), with nothing known of failures */
AlaWebhook *ala_webhook_take (char     *id,
                              char     *name,
                              char     *url,
                              GStrv     events,
                              char     *jql,
                              gboolean  active,
                              gboolean  excludes_body);

G_END_DECLS
