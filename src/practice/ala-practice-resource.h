/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* The resources of Jira's REST API that the checks read, with a few sample projects (reference/jira-oauth.md section 7). */
void     ala_practice_resource_server_info   (AlaPracticeExchange *exchange);
void     ala_practice_resource_manifest      (AlaPracticeExchange *exchange);

/** ala_practice_resource_reply_nothing: Answers as Jira does where no resource is. */
void     ala_practice_resource_reply_nothing (AlaPracticeExchange *exchange);

/**
 * ala_practice_resource:
 * @path: what follows "/rest/api/2/"
 *
 * Returns: whether there is such a resource, and it answered
 */
gboolean ala_practice_resource               (AlaPracticeExchange *exchange,
                                              const char          *path);

G_END_DECLS
