/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-http-reply.h"
#include "ala-oauth-reply.h"

G_BEGIN_DECLS

/**
 * ala_signed_error_complete:
 * @error: (transfer full): what Jira's reply to a signed request means
 * @endpoint: what was asked
 * @base_string: the signature base string of the request
 * @reply: the reply
 *
 * Adds what the request itself tells: whether a refused signature means another key or another address, both base strings, how
 * far the clocks are apart, the address. An access token within the base strings is hidden.
 *
 * Returns: (transfer full): @error or a finer one in its place
 */
GError *ala_signed_error_complete (GError           *error,
                                   AlaOAuthEndpoint  endpoint,
                                   const char       *base_string,
                                   AlaHttpReply     *reply);

G_END_DECLS
