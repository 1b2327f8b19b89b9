/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaParametersCheck:
 *
 * "parameters": the six OAuth parameters without which Jira takes a request for an anonymous one (reference/jira-oauth.md section
 * 1) reach it, each as it was sent, and so does a query with letters that proxies like to change. Seen by #AlaSignatureEcho.
 */
#define ALA_TYPE_PARAMETERS_CHECK (ala_parameters_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaParametersCheck, ala_parameters_check, ALA, PARAMETERS_CHECK, AlaCheck)

G_END_DECLS
