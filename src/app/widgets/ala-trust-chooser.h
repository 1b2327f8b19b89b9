/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-trust.h"

G_BEGIN_DECLS

#define ALA_TYPE_TRUST_CHOOSER (ala_trust_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AlaTrustChooser, ala_trust_chooser, ALA, TRUST_CHOOSER, GObject)

/**
 * AlaTrustChooser:
 *
 * The conversation about a certificate that is not trusted: choosing the file of the company's authority, showing what the server
 * shows and who of the file vouches for it, and asking.
 *
 * Signals: "trusted" (AlaTrust: only what the server needs of the file), "failed" (GError: %ALA_PROBLEM_CA_FILE_UNREADABLE or
 * %ALA_PROBLEM_CA_FILE_OTHER_ISSUER). Nothing is emitted when the person cancels.
 */
AlaTrustChooser *ala_trust_chooser_new       (void);

/**
 * ala_trust_chooser_choose:
 * @refused: the error of a request, with %ALA_NOTE_CERTIFICATE
 *
 * Lets the person choose a file, and goes on with it.
 */
void             ala_trust_chooser_choose    (AlaTrustChooser *self,
                                              const GError    *refused,
                                              GtkWindow       *parent);

/** ala_trust_chooser_show_file: Goes on with @file without a dialog to choose it. */
void             ala_trust_chooser_show_file (AlaTrustChooser *self,
                                              GFile           *file,
                                              const GError    *refused,
                                              GtkWindow       *parent);

G_END_DECLS
