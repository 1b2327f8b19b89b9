/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include "ala-checks-product.h"
#include "check-bench.h"

/* Returns: (transfer full): what a check ends with when the product's server answers like this */
static GError *
meet_product (guint       status,
              const char *location,
              const char *page)
{
  CheckBench bench = { NULL };
  g_autofree char *url = NULL;
  g_autoptr (AlaCheck) check = NULL;

  check_bench_set_up (&bench, NULL);
  url = g_strconcat (ala_test_server_get_url (bench.server), "/flex", NULL);
  ala_setup_set_product_url (bench.setup, url);
  ala_test_server_reply (bench.server, "/flex", status, "text/html", page, "Location", location, NULL);
  check = check_bench_run (&bench, ALA_TYPE_PRODUCT_CHECK);
  check_bench_tear_down (&bench, NULL);

  return g_error_copy (ala_check_get_error (check));
}

static GError *
meet_product_not_found (void)
{
  return meet_product (404, "/", "<html></html>");
}

static GError *
meet_product_busy (void)
{
  return meet_product (503, "/", "<html></html>");
}

static GError *
meet_product_elsewhere (void)
{
  return meet_product (302, "https://sso.example.com/", "");
}

static GError *
meet_product_no_login (void)
{
  return meet_product (200, "/", "<html><body>It works</body></html>");
}

#define PRODUCT(code, meet, says) { ALA_PROBLEM_PRODUCT_##code, NULL, ALA_STEP_JIRA, ALA_PROOF_NOTHING, "AlaProductCheck", meet, says, NULL }

const ProblemWalk problem_walk_product[] = {
  PRODUCT (NOT_FOUND, meet_product_not_found, "404"),
  PRODUCT (BUSY, meet_product_busy, "503"),
  PRODUCT (ELSEWHERE, meet_product_elsewhere, "sso.example.com"),
  PRODUCT (NO_LOGIN, meet_product_no_login, "/flex"),
  { 0 }
};
