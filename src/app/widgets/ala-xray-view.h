/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ALA_TYPE_XRAY_VIEW (ala_xray_view_get_type ())
G_DECLARE_FINAL_TYPE (AlaXrayView, ala_xray_view, ALA, XRAY_VIEW, GtkWidget)

/**
 * AlaXrayView:
 *
 * What was signed here beside what Jira saw, part by part, with the parts that differ marked: "−" for ours, "+" for Jira's. Unfolded by
 * the person; invisible while there is nothing to compare.
 */

/** ala_xray_view_set_error: Shows the base strings that @error (nullable) carries as notes; without both the view hides. */
void ala_xray_view_set_error (AlaXrayView  *self,
                              const GError *error);

G_END_DECLS
