/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

/* oauth_vectors_load: Returns: (transfer none): the published vectors of tests/data/oauth-vectors.json, kept until the end */
JsonObject *oauth_vectors_load (void);
