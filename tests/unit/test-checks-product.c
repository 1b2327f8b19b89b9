/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-product.h"

#include <string.h>

#include "check-bench.h"

#define PAGE  "<!DOCTYPE html><html><body><form><input name=\"username\"><input TYPE=\"Password\"></form></body></html>"
#define DRAWN "<!DOCTYPE html><html><head><script src=\"app.js\"></script></head><body></body></html>"
#define PLAIN "<!DOCTYPE html><html><body><h1>It works!</h1></body></html>"

/* The product is another server than Jira, which is the bench's. */
typedef struct
{
  CheckBench bench;
  AlaTestServer *product;
  char *url;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  check_bench_set_up (&fixture->bench, NULL);
  fixture->product = ala_test_server_new (NULL);
  fixture->url = g_strconcat (ala_test_server_get_url (fixture->product), "/flex", NULL);
  ala_setup_set_product_url (fixture->bench.setup, fixture->url);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_free (fixture->url);
  ala_test_server_free (fixture->product);
  check_bench_tear_down (&fixture->bench, NULL);
}

static AlaCheck *
run (Fixture *fixture)
{
  return check_bench_run (&fixture->bench, ALA_TYPE_PRODUCT_CHECK);
}

static void
test_login_form (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;
  SoupMessageHeaders *headers;

  ala_test_server_reply (fixture->product, "/flex", 200, "text/html", PAGE, NULL);
  check = run (fixture);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), fixture->url));

  /* Nothing of Jira's goes there, and nothing of the product's to Jira. */
  headers = soup_server_message_get_request_headers (ala_test_server_peek_last (fixture->product));
  g_assert_null (soup_message_headers_get_one (headers, "Authorization"));
  g_assert_null (soup_message_headers_get_one (headers, "Cookie"));
  g_assert_cmpuint (ala_test_server_count (fixture->bench.server, NULL), ==, 0);
}

/* A page that a script draws: what is not known is not said. */
static void
test_drawn_by_script (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_test_server_reply (fixture->product, "/flex", 200, "text/html", DRAWN, NULL);
  check = run (fixture);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "cannot be seen"));
}

static void
test_no_address (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_setup_set_product_url (fixture->bench.setup, "");
  check = run (fixture);
  check_bench_assert_problem (check, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), ala_profile_get_name (fixture->bench.profile)));
  g_assert_cmpuint (ala_test_server_count (fixture->product, NULL), ==, 0);
}

static void
test_by_its_own_redirects (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_test_server_reply (fixture->product, "/flex", 302, NULL, NULL, "Location", "/flex/", NULL);
  ala_test_server_reply (fixture->product, "/flex/", 302, NULL, NULL, "Location", "html5/login?from=%2F", NULL);
  ala_test_server_reply (fixture->product, "/flex/html5/login", 200, "text/html", PAGE, NULL);
  check = run (fixture);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  unused)
{
  static const struct
  {
    const char *location;
    const char *says;
  } cases[] = {
    { "https://sso.example.com/signin?return=secret", "https://sso.example.com/signin" },
    { "/other", "/other" },
    { "/flexible", "/flexible" },
    { "/flex", "/flex" }, /* in a circle */
    { "ftp://127.0.0.1/flex", "leads to" },
    { "http://:::", "?" },
  };

  ala_test_server_reply (fixture->product, "/other", 200, "text/html", PAGE, NULL);
  ala_test_server_reply (fixture->product, "/flexible", 200, "text/html", PAGE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      g_test_message ("%s", cases[i].location);
      ala_test_server_reply (fixture->product, "/flex", 302, NULL, NULL, "Location", cases[i].location, NULL);
      check = run (fixture);
      check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PRODUCT_ELSEWHERE);
      g_assert_nonnull (strstr (ala_check_get_error (check)->message, cases[i].says));
      g_assert_null (strstr (ala_check_get_error (check)->message, "secret"));
    }
}

/* Jira's link was made for another address than the product's. */
static void
test_without_suffix (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;
  g_autofree char *url = g_strconcat (ala_test_server_get_url (fixture->product), "/zephyr", NULL);

  ala_setup_set_product_url (fixture->bench.setup, url);
  ala_test_server_reply (fixture->product, "/zephyr", 200, "text/html", PAGE, NULL);
  check = run (fixture);
  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PRODUCT_ELSEWHERE);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "/zephyr/flex"));
}

static void
test_something_else (Fixture       *fixture,
                     gconstpointer  unused)
{
  static const struct
  {
    guint status;
    const char *type;
    const char *body;
    AlaProblem problem;
  } cases[] = {
    { 200, "text/html", PLAIN, ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 200, "text/html", "", ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 200, "application/json", "{\"type\": \"password\"}", ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 204, NULL, NULL, ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 401, "text/html", PAGE, ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 403, "text/html", PAGE, ALA_PROBLEM_PRODUCT_NO_LOGIN },
    { 400, "text/html", PAGE, ALA_PROBLEM_PRODUCT_NOT_FOUND },
    { 404, "text/html", PAGE, ALA_PROBLEM_PRODUCT_NOT_FOUND },
    { 410, "text/html", PAGE, ALA_PROBLEM_PRODUCT_NOT_FOUND },
    { 429, "text/html", PAGE, ALA_PROBLEM_PRODUCT_BUSY },
    { 500, "text/html", PAGE, ALA_PROBLEM_PRODUCT_BUSY },
    { 503, "text/html", PAGE, ALA_PROBLEM_PRODUCT_BUSY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      g_test_message ("%u: %s", cases[i].status, cases[i].body);
      ala_test_server_reply (fixture->product, "/flex", cases[i].status, cases[i].type, cases[i].body, NULL);
      check = run (fixture);
      check_bench_assert_problem (check, ALA_CHECK_WARNING, cases[i].problem);
    }
}

static void
test_out_of_reach (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (AlaCheck) lost = NULL, endless = NULL, large = NULL, refused = NULL;

  ala_test_server_reply_raw (fixture->product, "/flex", "", ALA_TEST_CLOSE);
  lost = run (fixture);
  check_bench_assert_problem (lost, ALA_CHECK_WARNING, ALA_PROBLEM_CONNECTION_LOST);

  ala_test_server_reply_raw (fixture->product, "/flex", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", ALA_TEST_HOLD);
  endless = run (fixture);
  check_bench_assert_problem (endless, ALA_CHECK_WARNING, ALA_PROBLEM_NETWORK_TIMEOUT);

  ala_test_server_reply_raw (fixture->product, "/flex", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"
                             "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                             ALA_TEST_REPEAT);
  large = run (fixture);
  check_bench_assert_problem (large, ALA_CHECK_WARNING, ALA_PROBLEM_REPLY_TOO_LARGE);

  ala_setup_set_product_url (fixture->bench.setup, "http://127.0.0.1:1/flex");
  refused = run (fixture);
  check_bench_assert_problem (refused, ALA_CHECK_WARNING, ALA_PROBLEM_CONNECTION_REFUSED);
}

#define ADD(name, function) \
  g_test_add ("/checks-product/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("login-form", test_login_form);
  ADD ("drawn-by-script", test_drawn_by_script);
  ADD ("no-address", test_no_address);
  ADD ("by-its-own-redirects", test_by_its_own_redirects);
  ADD ("elsewhere", test_elsewhere);
  ADD ("without-suffix", test_without_suffix);
  ADD ("something-else", test_something_else);
  ADD ("out-of-reach", test_out_of_reach);
  return g_test_run ();
}
