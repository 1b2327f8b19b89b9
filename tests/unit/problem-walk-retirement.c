/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include "ala-link-end.h"
#include "ala-practice-jira.h"
#include "practice-product.h"

/* A link that was replaced, and that nobody has removed from Jira. */

#define OLD "zephyr-enterprise"

static void
on_proven (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GError *
look (gboolean authorized)
{
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, NULL);
  const char *url = ala_practice_jira_get_url (jira);
  g_autoptr (PracticeProduct) product = practice_product_new (url, OLD);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (url, NULL);
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, address, OLD, product->pair);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  g_assert_true (ala_practice_jira_add_link (jira, "Zephyr Enterprise", OLD, product->public_key, NULL, NULL));
  if (authorized)
    {
      g_autofree char *text = practice_product_link (product, "admin");
      g_autoptr (AlaSecret) token = ala_secret_new (text, -1);

      ala_jira_client_set_access_token (client, token);
    }
  ala_link_end_prove_async (client, authorized, FALSE, NULL, on_proven, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ala_link_end_prove_finish (result, &error));

  return error;
}

static GError *
meet_old_access_works (void)
{
  return look (TRUE);
}

static GError *
meet_old_link_known (void)
{
  return look (FALSE);
}

#define KNOWN   (ALA_PROOF_REACHED | ALA_PROOF_CONSUMER_KEY)
#define GRANTED (KNOWN | ALA_PROOF_CLOCK | ALA_PROOF_KEY | ALA_PROOF_REQUEST_TOKEN | ALA_PROOF_ACCESS_TOKEN)
#define OLD_ROW(code, proofs, meet) { ALA_PROBLEM_OLD_##code, NULL, ALA_STEP_SUMMARY, proofs, "ala_link_end_prove_finish", meet, OLD, NULL }

const ProblemWalk problem_walk_retirement[] = {
  OLD_ROW (ACCESS_WORKS, GRANTED, meet_old_access_works),
  OLD_ROW (LINK_KNOWN, KNOWN, meet_old_link_known),
  { 0 }
};
