/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"

G_BEGIN_DECLS

/* What the program and a person tell each other while the person is in Jira's page that asks whether to allow the access. */

/**
 * AlaCliDialogue:
 * @authorization: what waits for the answer
 * @open_browser: whether to open the page too
 * @json: whether to tell it as events
 * @left_token: (nullable): set at the end: the request token of which nobody can bring the answer in this run, because standard
 *   input ended and Jira was to show a code
 */
typedef struct
{
  AlaAuthorization *authorization;
  gboolean open_browser;
  gboolean json;
  AlaSecret *left_token;

  /* Its own */
  gboolean input_ended;
  guint giving_up;
  GCancellable *run;
} AlaCliDialogue;

/**
 * ala_cli_dialogue_run:
 *
 * Shows the address, and waits for the answer of whichever way is the first.
 *
 * Returns: (transfer full): the access token
 */
AlaAccessToken *ala_cli_dialogue_run (AlaCliDialogue  *self,
                                      GCancellable    *cancellable,
                                      GError         **error);

G_END_DECLS
