/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-driver.h"
#include "ala-app-elsewhere.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"
#include "ala-secret-bar.h"
#include "ala-secret-clipboard.h"

/*
 * A secret on the clipboard, and that it is gone afterwards, as other programs see it. On Wayland wtype presses the buttons, since its keys
 * are the fresh ones that a compositor asks for.
 */

#define SECRET "not-for-everybody\303\244"
#define MANAGER_HINT "x-kde-passwordManagerHint"

static const char *program;

static void
assert_elsewhere (const char *expected)
{
  g_autofree char *text = ala_app_read_elsewhere ();

  g_assert_cmpstr (text, ==, expected);
}

/* What was put there a moment ago may still be on its way to the compositor. */
static gboolean
is_elsewhere (gpointer expected)
{
  g_autofree char *text = ala_app_read_elsewhere ();

  return g_str_equal (text, expected);
}

static void
wait_elsewhere (const char *expected)
{
  ala_app_wait ("another program finds it", is_elsewhere, (gpointer) expected);
}

static gboolean
is_local (gpointer data)
{
  return gdk_clipboard_is_local (gdk_display_get_clipboard (gdk_display_get_default ()));
}

static gboolean
is_foreign (gpointer data)
{
  return !is_local (data);
}

/* Our window */

typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  GtkWidget *bar;
  AlaSecretClipboard *clipboard;
} Desk;

static gboolean
is_ready (gpointer window)
{
  return ala_app_is_wayland () ? gtk_window_is_active (window) : gtk_widget_get_mapped (window);
}

static gboolean
is_settled (gpointer clipboard)
{
  return !ala_secret_clipboard_is_busy (clipboard);
}

static gboolean
is_lent (gpointer clipboard)
{
  return ala_secret_clipboard_get_seconds_left (clipboard) > 0;
}

static gboolean
is_over (gpointer clipboard)
{
  return !is_lent (clipboard) && is_settled (clipboard);
}

static gboolean
has_error (gpointer clipboard)
{
  return ala_secret_clipboard_get_error (clipboard) != NULL;
}

static gboolean
has_no_error (gpointer clipboard)
{
  return !has_error (clipboard) && is_settled (clipboard);
}

static void
desk_open (Desk *desk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (AlaSecret) secret = ala_secret_new (SECRET, -1);

  desk->clipboard = ala_secret_clipboard_get_default ();
  desk->window = gtk_window_new ();
  desk->row = ala_copy_row_new ("Consumer Private Key");
  desk->bar = g_object_new (ALA_TYPE_SECRET_BAR, NULL);
  ala_copy_row_set_secret (ALA_COPY_ROW (desk->row), secret);
  gtk_list_box_append (GTK_LIST_BOX (list), desk->row);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), desk->bar);
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  gtk_window_present (GTK_WINDOW (desk->window));
  ala_app_wait ("the window is there", is_ready, desk->window);
  g_assert_false (gtk_widget_get_mapped (desk->bar));
}

static void
desk_close (Desk *desk)
{
  ala_app_wait ("nothing is looked at any more", is_settled, desk->clipboard);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_assert_finalize_object (desk->clipboard);
}

/* A button as a person presses it: on Wayland by a key, so that the compositor knows of it. */
static void
press (GtkWidget *button)
{
  static const char *const key[] = { "wtype", "-k", "space", NULL };

  if (!ala_app_is_wayland ())
    {
      ala_app_press (button);
      return;
    }

  g_assert_true (gtk_widget_grab_focus (button));
  g_free (ala_app_run_elsewhere (NULL, key));
}

static void
lend (Desk *desk)
{
  g_autofree char *types = NULL;

  press (ala_app_get (desk->row, "copy"));
  ala_app_wait ("the secret is lent", is_lent, desk->clipboard);
  wait_elsewhere (SECRET);
  g_assert_true (gtk_widget_get_visible (ala_app_get (desk->bar, "lent")));

  /* Listed only if it can be read too. */
  types = ala_app_list_elsewhere ();
  g_assert_nonnull (strstr (types, ala_app_is_wayland () ? "text/plain" : "UTF8_STRING"));
  g_assert_cmpint (strstr (types, MANAGER_HINT) != NULL, ==, gdk_intern_mime_type (MANAGER_HINT) != NULL);
}

/* What another program put there was noticed: it is gone, or it is said that it could not be taken back. */
static gboolean
is_answered (gpointer clipboard)
{
  g_autofree char *text = NULL;

  if (has_error (clipboard))
    return TRUE;

  text = ala_app_read_elsewhere ();
  return !g_str_equal (text, SECRET) && is_settled (clipboard);
}

static void
assert_gone (Desk *desk)
{
  ala_app_wait ("it is taken back", is_over, desk->clipboard);
  wait_elsewhere ("");
  g_assert_false (has_error (desk->clipboard));
  g_assert_false (gtk_widget_get_visible (desk->bar));
}

static void
test_time (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  g_assert_cmpuint (ala_secret_clipboard_get_seconds_left (desk.clipboard), >, ALA_SECRET_CLIPBOARD_SECONDS - 30);
  g_object_set (desk.clipboard, "seconds", 0, NULL);
  assert_gone (&desk);
  desk_close (&desk);
}

static void
test_button (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  press (ala_app_get (desk.bar, "clear"));
  assert_gone (&desk);
  desk_close (&desk);
}

static void
test_end (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  desk_close (&desk);
  assert_elsewhere ("");
}

/* What somebody copied meanwhile is theirs. */
static void
test_theirs (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  ala_app_copy_elsewhere ("something else");
  ala_app_wait ("it is seen", is_foreign, NULL);
  ala_secret_clipboard_clear (desk.clipboard);
  ala_app_wait ("it is looked at", is_over, desk.clipboard);
  g_assert_false (has_error (desk.clipboard));
  assert_elsewhere ("something else");
  desk_close (&desk);
  assert_elsewhere ("something else");
}

/* A clipboard manager that took the secret over, as some do with every text: it is ours all the same. */
static void
test_taken_over (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  ala_app_copy_elsewhere (SECRET);
  ala_app_wait ("it is seen", is_foreign, NULL);
  press (ala_app_get (desk.bar, "clear"));
  assert_gone (&desk);
  desk_close (&desk);
}

/* One that puts it back: it is taken back once more, and then said. On Wayland already the first time: the key was pressed before. */
static void
test_put_back (void)
{
  Desk desk;
  AlaProblemBox *problem;

  desk_open (&desk);
  lend (&desk);
  g_object_set (desk.clipboard, "seconds", 0, NULL);
  assert_gone (&desk);
  if (!ala_app_is_wayland ())
    {
      ala_app_copy_elsewhere (SECRET);
      assert_gone (&desk);
    }
  ala_app_copy_elsewhere (SECRET);
  ala_app_wait ("it is said", has_error, desk.clipboard);
  assert_elsewhere (SECRET);
  problem = ala_app_get (desk.bar, "problem");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (problem)));
  g_assert_cmpint (ala_problem_box_get_problem (problem), ==, ALA_PROBLEM_CLIPBOARD_KEPT);

  /* What it says helps. */
  press (ala_app_get (problem, "primary"));
  ala_app_wait ("it has helped", has_no_error, desk.clipboard);
  assert_gone (&desk);
  desk_close (&desk);
}

/* So does copying something else. */
static void
test_replaced (void)
{
  Desk desk;

  desk_open (&desk);
  lend (&desk);
  ala_secret_clipboard_clear (desk.clipboard);
  assert_gone (&desk);
  for (guint i = 0; i < 4 && !has_error (desk.clipboard); i++)
    {
      ala_app_copy_elsewhere (SECRET);
      ala_app_wait ("it is taken back or said", is_answered, desk.clipboard);
    }
  g_assert_true (has_error (desk.clipboard));
  ala_app_copy_elsewhere ("something else");
  ala_app_wait ("it is seen", has_no_error, desk.clipboard);
  assert_elsewhere ("something else");
  desk_close (&desk);
}

static gboolean
is_behind (gpointer window)
{
  return !gtk_window_is_active (window);
}

/* While another window is in front, a compositor does not tell what is on the clipboard; an X server tells everybody. */
static void
test_behind (void)
{
  Desk desk;
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;

  desk_open (&desk);
  lend (&desk);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, program, "--other-window", NULL);
  g_assert_no_error (error);
  ala_app_wait ("another window is in front", is_behind, desk.window);
  g_object_set (desk.clipboard, "seconds", 0, NULL);
  ala_app_wait ("it is said", has_error, desk.clipboard);
  g_assert_error (ala_secret_clipboard_get_error (desk.clipboard), ALA_PROBLEM_ERROR, ALA_PROBLEM_CLIPBOARD_KEPT);

  g_subprocess_force_exit (other);
  ala_app_wait ("our window is in front", is_ready, desk.window);
  ala_app_wait ("it is seen", has_no_error, desk.clipboard);
  assert_gone (&desk);
  desk_close (&desk);
}

static int
show_other_window (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  adw_init ();
  if (argc == 2 && g_str_equal (argv[1], "--other-window"))
    return show_other_window ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret-clipboard/time", test_time);
  g_test_add_func ("/secret-clipboard/button", test_button);
  g_test_add_func ("/secret-clipboard/end", test_end);
  g_test_add_func ("/secret-clipboard/theirs", test_theirs);
  g_test_add_func ("/secret-clipboard/taken-over", test_taken_over);
  g_test_add_func ("/secret-clipboard/put-back", test_put_back);
  g_test_add_func ("/secret-clipboard/replaced", test_replaced);
  if (ala_app_is_wayland ())
    g_test_add_func ("/secret-clipboard/behind", test_behind);
  return g_test_run ();
}
