/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_SETUP_STORE (ala_setup_store_get_type ())
G_DECLARE_FINAL_TYPE (AlaSetupStore, ala_setup_store, ALA, SETUP_STORE, GObject)

/**
 * AlaSetupStore:
 *
 * The links on this computer: one JSON file each, below the user's data folder, mode 0600, replaced in one go so that a crash
 * leaves the old one or the new one. The same store serves the window and the command line. It is a #GListModel of #AlaSetup,
 * newest change first.
 */

/**
 * ala_setup_store_new:
 * @folder: (nullable): where the files are; %NULL for applink-assistant/links in the user's data folder
 */
AlaSetupStore *ala_setup_store_new    (GFile          *folder);

/**
 * ala_setup_store_load:
 *
 * Reads every file. A file that cannot be read is left alone and named in the error; the others are loaded all the same.
 *
 * Returns: whether all could be read; %ALA_PROBLEM_SETUP_UNREADABLE
 */
gboolean       ala_setup_store_load   (AlaSetupStore  *self,
                                       GError        **error);

/** ala_setup_store_save: Writes @setup, and adds it to the list. Returns: success, else %ALA_PROBLEM_SETUP_NOT_SAVED */
gboolean       ala_setup_store_save   (AlaSetupStore  *self,
                                       AlaSetup       *setup,
                                       GError        **error);

/** ala_setup_store_delete: Deletes the file of @setup; its secrets are the caller's to clear first. */
gboolean       ala_setup_store_delete (AlaSetupStore  *self,
                                       AlaSetup       *setup,
                                       GError        **error);

/** ala_setup_store_find: Returns: (nullable) (transfer none): the link of that id, or whose id begins so, if only one does */
AlaSetup      *ala_setup_store_find   (AlaSetupStore  *self,
                                       const char     *id);

G_END_DECLS
