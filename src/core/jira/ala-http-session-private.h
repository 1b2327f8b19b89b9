/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-http-session.h"

G_BEGIN_DECLS

/*
 * For tests: how long a request may take as a whole, in milliseconds, where the default is six time-outs; and a proxy in
 * place of the system's.
 */
void ala_http_session_set_deadline       (AlaHttpSession *self,
                                          guint           milliseconds);
void ala_http_session_set_proxy_resolver (AlaHttpSession *self,
                                          GProxyResolver *resolver);

G_END_DECLS
