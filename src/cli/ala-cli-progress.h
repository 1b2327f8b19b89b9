/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The line that says on a terminal what is being waited for, and for how long already. It is on standard error, and gone before
 * anything else is written. Where standard error is no terminal there is none.
 */

/** ala_cli_progress_show: Says that @text is under way, in place of what was said before. */
void ala_cli_progress_show (const char *text);

/** ala_cli_progress_hide: Makes room for what is written next; the line comes back if it still takes long. */
void ala_cli_progress_hide (void);

/** ala_cli_progress_end: What was said is over. */
void ala_cli_progress_end  (void);

G_END_DECLS
