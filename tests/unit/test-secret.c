/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-secret.h"

#include <string.h>

static void
test_holds_a_copy (void)
{
  char text[] = "swordfish and more";
  g_autoptr (AlaSecret) secret = ala_secret_new (text, 9);

  memset (text, 'x', sizeof text - 1);
  g_assert_cmpstr (ala_secret_peek (secret), ==, "swordfish");
  g_assert_cmpuint (ala_secret_get_length (secret), ==, 9);
}

static void
test_takes_over (void)
{
  char *text = g_strdup ("swordfish");
  g_autoptr (AlaSecret) secret = ala_secret_new_take (text);

  g_assert_true (ala_secret_peek (secret) == text);
}

static void
test_equal (void)
{
  g_autoptr (AlaSecret) a = ala_secret_new ("abc", -1);
  g_autoptr (AlaSecret) same = ala_secret_new ("abcd", 3);
  g_autoptr (AlaSecret) longer = ala_secret_new ("abcd", -1);
  g_autoptr (AlaSecret) other = ala_secret_new ("abd", -1);

  g_assert_true (ala_secret_equal (a, a));
  g_assert_true (ala_secret_equal (a, same));
  g_assert_false (ala_secret_equal (a, longer));
  g_assert_false (ala_secret_equal (a, other));
  g_assert_false (ala_secret_equal (a, NULL));
  g_assert_true (ala_secret_equal (NULL, NULL));
}

static void
test_wipe (void)
{
  char text[] = "swordfish";

  ala_secret_wipe (text, strlen (text));
  for (gsize i = 0; i < sizeof text; i++)
    g_assert_cmpint (text[i], ==, 0);
  ala_secret_wipe (NULL, 0);
  ala_secret_wipe_free (NULL);
  ala_secret_wipe_free (g_strdup ("swordfish"));
}

static gpointer
hold_and_release (gpointer data)
{
  AlaSecret *secret = data;

  for (guint i = 0; i < 10000; i++)
    {
      AlaSecret *mine = ala_secret_ref (secret);

      g_assert_cmpstr (ala_secret_peek (mine), ==, "shared");
      ala_secret_unref (mine);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (AlaSecret) secret = ala_secret_new ("shared", -1);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hold", hold_and_release, secret);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (ala_secret_peek (secret), ==, "shared");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret/holds-a-copy", test_holds_a_copy);
  g_test_add_func ("/secret/takes-over", test_takes_over);
  g_test_add_func ("/secret/equal", test_equal);
  g_test_add_func ("/secret/wipe", test_wipe);
  g_test_add_func ("/secret/threads", test_threads);
  return g_test_run ();
}
