/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The other programs of a desktop: what they find on the clipboard, and what they put there. On X11 xclip plays all of them, on Wayland
 * wl-clipboard, which sees the clipboard without being in front, as clipboard managers do. The main loop runs meanwhile.
 */

/** ala_app_run_elsewhere: Runs @command with @input (nullable). Returns: (transfer full): what it printed when there was no input, else "" */
char    *ala_app_run_elsewhere  (const char        *input,
                                 const char *const *command);

/** ala_app_read_elsewhere: Returns: (transfer full): the text that another program finds, "" when there is none */
char    *ala_app_read_elsewhere (void);

/** ala_app_list_elsewhere: Returns: (transfer full): the types that another program is offered, one a line */
char    *ala_app_list_elsewhere (void);

/** ala_app_copy_elsewhere: Another program puts @text there. */
void     ala_app_copy_elsewhere (const char        *text);

/** ala_app_is_wayland: Returns: whether the session of the test is one of Wayland */
gboolean ala_app_is_wayland     (void);

G_END_DECLS
