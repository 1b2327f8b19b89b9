/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ala_text_file_save:
 * @file: the file that the person chose, on whatever kind of place; what it held is replaced
 * @text: (transfer full): what is to stand in it; nothing secret, since others may be allowed to read it
 * @task: (transfer full): returns %TRUE when it is saved, else %ALA_PROBLEM_FILE_NOT_SAVED; its cancellable stops the writing
 *
 * The middle of a pair of functions that saves a page for people. Secrets go by ala_private_file_write().
 */
void ala_text_file_save (GFile *file,
                         char  *text,
                         GTask *task);

G_END_DECLS
