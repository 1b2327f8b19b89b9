/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ALA_TYPE_BROWSER_OPENER (ala_browser_opener_get_type ())
G_DECLARE_FINAL_TYPE (AlaBrowserOpener, ala_browser_opener, ALA, BROWSER_OPENER, AdwBin)

/**
 * AlaBrowserOpener:
 *
 * The button that opens the page in the browser where the page's values are entered, with what else the press does, and what to do if
 * there is no browser.
 *
 * Signal: "opening", when it was pressed, before the browser comes to the front: the last moment at which Wayland lets something be
 * copied. The first value is to be copied then, as the words below the button say.
 */

/**
 * ala_browser_opener_set_page:
 * @label: of the button, with a mnemonic
 * @address: of the page
 */
void     ala_browser_opener_set_page      (AlaBrowserOpener *self,
                                           const char       *label,
                                           const char       *address);

/** ala_browser_opener_set_can_go_on: @can_go_on: whether the wizard sees by itself that the job is done there, and may be let go on then */
void     ala_browser_opener_set_can_go_on (AlaBrowserOpener *self,
                                           gboolean          can_go_on);

/** ala_browser_opener_shall_go_on: Returns: whether the person opened the page, and lets the wizard go on by itself */
gboolean ala_browser_opener_shall_go_on   (AlaBrowserOpener *self);

/** ala_browser_opener_reset: Forgets that the page was opened, and what went wrong then. */
void     ala_browser_opener_reset         (AlaBrowserOpener *self);

/** ala_browser_opener_set_error: @error: (nullable): what else went wrong on the way out of the program */
void     ala_browser_opener_set_error     (AlaBrowserOpener *self,
                                           const GError     *error);

G_END_DECLS
