/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-secret-session.h"

static void
save (AlaSecretSession *session,
      const char       *link,
      const char       *name,
      const char       *text)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (text, -1);

  ala_secret_session_save (session, link, name, secret);
}

/* @expected: (nullable): that there is none */
static void
assert_loads (AlaSecretSession *session,
              const char       *link,
              const char       *name,
              const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = ala_secret_session_load (session, link, name, &error);

  if (expected == NULL)
    {
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRETS_MISSING);
      g_assert_null (secret);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (ala_secret_peek (secret), ==, expected);
    }
}

static void
test_keeps (void)
{
  g_autoptr (AlaSecretSession) session = ala_secret_session_new ();
  g_autoptr (AlaSecretSession) other = ala_secret_session_new ();

  assert_loads (session, "link-1", "private-key", NULL);
  save (session, "link-1", "private-key", "a key");
  save (session, "link-1", "private-key", "a newer key");
  save (session, "link-2", "private-key", "another key");
  assert_loads (session, "link-1", "private-key", "a newer key");
  assert_loads (session, "link-2", "private-key", "another key");
  assert_loads (session, "link-1", "access-token", NULL);
  assert_loads (other, "link-1", "private-key", NULL);
}

static void
test_clears (void)
{
  g_autoptr (AlaSecretSession) session = ala_secret_session_new ();

  save (session, "link-1", "private-key", "a key");
  save (session, "link-1", "access-token", "a token");
  save (session, "link-2", "private-key", "another key");
  ala_secret_session_clear (session, "link-1", "access-token");
  ala_secret_session_clear (session, "link-1", "no-such-name");
  ala_secret_session_clear (session, "no-such-link", "private-key");
  ala_secret_session_clear (session, "no-such-link", NULL);
  assert_loads (session, "link-1", "access-token", NULL);
  assert_loads (session, "link-1", "private-key", "a key");

  ala_secret_session_clear (session, "link-1", NULL);
  assert_loads (session, "link-1", "private-key", NULL);
  assert_loads (session, "link-2", "private-key", "another key");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret-session/keeps", test_keeps);
  g_test_add_func ("/secret-session/clears", test_clears);
  return g_test_run ();
}
