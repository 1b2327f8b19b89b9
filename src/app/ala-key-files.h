/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-key-pair.h"

G_BEGIN_DECLS

#define ALA_TYPE_KEY_FILES (ala_key_files_get_type ())
G_DECLARE_FINAL_TYPE (AlaKeyFiles, ala_key_files, ALA, KEY_FILES, GObject)

/**
 * AlaKeyFiles:
 *
 * The conversations about key files: choosing a private key and asking for its password, choosing a folder for the four files of the guide
 * and asking before any of them is replaced.
 *
 * Signals: "imported" (AlaKeyPair), "exported" (GFile: the folder), "failed" (GError). Nothing is emitted when the person cancels.
 */
AlaKeyFiles *ala_key_files_new    (void);
void         ala_key_files_import (AlaKeyFiles *self,
                                   GtkWindow   *parent);
void         ala_key_files_export (AlaKeyFiles *self,
                                   AlaKeyPair  *pair,
                                   GtkWindow   *parent);

/** ala_key_files_import_file: Imports @file without a dialog to choose it, as when it was dropped on the window. */
void         ala_key_files_import_file (AlaKeyFiles *self,
                                        GFile       *file,
                                        GtkWindow   *parent);

G_END_DECLS
