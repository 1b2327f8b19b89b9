/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-registry.h"

#include "ala-checks-account.h"
#include "ala-checks-certificate.h"
#include "ala-checks-defect.h"
#include "ala-checks-issue-types.h"
#include "ala-checks-jira-data.h"
#include "ala-checks-key.h"
#include "ala-checks-parameters.h"
#include "ala-checks-permissions.h"
#include "ala-checks-product.h"
#include "ala-checks-project-permissions.h"
#include "ala-checks-projects.h"
#include "ala-checks-server.h"
#include "ala-checks-speed.h"
#include "ala-checks-webhooks.h"

static GType (* const registry[]) (void) = {
  ala_server_check_get_type,
  ala_certificate_check_get_type,
  ala_clock_check_get_type,
  ala_key_check_get_type,
  ala_token_check_get_type,
  ala_parameters_check_get_type,
  ala_identity_check_get_type,
  ala_permissions_check_get_type,
  ala_webhooks_check_get_type,
  ala_projects_check_get_type,
  ala_project_permissions_check_get_type,
  ala_issue_types_check_get_type,
  ala_defect_check_get_type,
  ala_link_types_check_get_type,
  ala_priorities_check_get_type,
  ala_attachments_check_get_type,
  ala_speed_check_get_type,
  ala_product_check_get_type,
};

GPtrArray *
ala_check_registry_dup_checks (void)
{
  GPtrArray *checks = g_ptr_array_new_full (G_N_ELEMENTS (registry), g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (registry); i++)
    g_ptr_array_add (checks, g_object_new (registry[i] (), NULL));

  return checks;
}
