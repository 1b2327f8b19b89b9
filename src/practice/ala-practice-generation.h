/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlaPracticeFlow:
 * @ALA_PRACTICE_FLOW_URL: a URL box with "Create new link", up to Jira 8.21 and on earlier Clouds
 * @ALA_PRACTICE_FLOW_CHOICE: "Create link" and the choice between an Atlassian product and an external application
 * @ALA_PRACTICE_FLOW_DIRECT: "Create link", "Direct application link", one form; incoming authentication comes afterwards
 *
 * How a link is made (reference/jira-oauth.md section 4).
 */
typedef enum
{
  ALA_PRACTICE_FLOW_URL,
  ALA_PRACTICE_FLOW_CHOICE,
  ALA_PRACTICE_FLOW_DIRECT,
} AlaPracticeFlow;

/*
 * AlaPracticeGeneration: what differs between the Jiras that people meet. The ids are those of data/guidance/.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *version;
  guint numbers[3];
  guint build;
  const char *build_date;
  gboolean cloud;
  AlaPracticeFlow flow;
  gboolean new_webhooks;     /* /rest/jira-webhook/1.0/webhooks instead of /rest/webhooks/1.0/webhook */
  gboolean global_createmeta; /* /issue/createmeta without a project, gone in 9.0 */
  gboolean basic_auth;       /* whether a password will do instead of OAuth */
} AlaPracticeGeneration;

/** ala_practice_generation_find: Returns: (nullable) (transfer none): the generation of that id */
const AlaPracticeGeneration *ala_practice_generation_find (const char *id);

/** ala_practice_generation_list: Returns: (transfer none): the ids, oldest first, %NULL-terminated */
const char * const          *ala_practice_generation_list (void);

G_END_DECLS
