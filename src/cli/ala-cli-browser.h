/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-cli-page.h"
#include "ala-trust.h"

G_BEGIN_DECLS

#define ALA_TYPE_CLI_BROWSER (ala_cli_browser_get_type ())
G_DECLARE_FINAL_TYPE (AlaCliBrowser, ala_cli_browser, ALA, CLI_BROWSER, GObject)

/**
 * AlaCliBrowser:
 *
 * The browser of a rehearsal: opens pages, follows redirects, keeps cookies, and sends forms. It has nothing in common with the
 * engine's own connections: a person's browser has not either.
 */

/** ala_cli_browser_new: @trust: (nullable): who is trusted over https besides the system's authorities */
AlaCliBrowser *ala_cli_browser_new   (AlaTrust       *trust);

/**
 * ala_cli_browser_open:
 *
 * Turns the main context until the page is there.
 *
 * Returns: (transfer full): the page, whatever its status; an error when none came
 */
AlaCliPage    *ala_cli_browser_open  (AlaCliBrowser  *self,
                                      const char     *url,
                                      GCancellable   *cancellable,
                                      GError        **error);

/** ala_cli_browser_press: Presses @button (nullable: the first one) of @form on @page. Returns: (transfer full): what comes then */
AlaCliPage    *ala_cli_browser_press (AlaCliBrowser  *self,
                                      AlaCliPage     *page,
                                      AlaCliForm     *form,
                                      const char     *button,
                                      GCancellable   *cancellable,
                                      GError        **error);

G_END_DECLS
