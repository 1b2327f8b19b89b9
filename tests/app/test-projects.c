/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <time.h>

#include "ala-app-walk.h"
#include "ala-check-row.h"
#include "ala-project-window.h"

/* A Jira as large companies have them: what the window does with its projects, and that it stays at hand meanwhile. */

#define N_PROJECTS 10000
#define N_FIELDS   5000

/* What a screen that is drawn sixty times a second has for each picture; and how much longer everything takes where the processor's
 * cores are shared with other tests. Beside a full run of the tests the longest round took 14 ms. */
#define FRAME_MS 16
#define SHARED   3

/* --- The Jira, in a thread of its own so that the main loop under test is the window's alone --- */

typedef struct
{
  AlaPracticeJira *jira;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex lock;
  GCond ready;
} Server;

static gpointer
serve (gpointer data)
{
  Server *server = data;
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira;

  g_main_context_push_thread_default (server->context);
  jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  ala_practice_jira_set_n_projects (jira, N_PROJECTS);
  ala_practice_jira_set_n_fields (jira, N_FIELDS);
  g_assert_true (ala_practice_jira_set_fault (jira, "project-permissions-missing", TRUE));

  g_mutex_lock (&server->lock);
  server->jira = jira;
  g_cond_signal (&server->ready);
  g_mutex_unlock (&server->lock);

  g_main_loop_run (server->loop);
  g_object_unref (jira);
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

static void
server_start (Server *server)
{
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  g_mutex_init (&server->lock);
  g_cond_init (&server->ready);
  server->thread = g_thread_new ("jira", serve, server);
  g_mutex_lock (&server->lock);
  while (server->jira == NULL)
    g_cond_wait (&server->ready, &server->lock);
  g_mutex_unlock (&server->lock);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
server_stop (Server *server)
{
  g_main_context_invoke (server->context, quit_cb, server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_mutex_clear (&server->lock);
  g_cond_clear (&server->ready);
}

/* --- What a round of the main loop takes --- */

/* The processor's time, not the wall's: what others do on this machine is not the program's fault. Frames are told apart, since without
 * a graphics card drawing them is the larger part. */
static struct
{
  gint64 left; /* when the loop was left for its sources; 0: not yet */
  gboolean drew;
  double longest;       /* milliseconds */
  double longest_frame; /* of a round in which a frame was drawn */
} rounds;

static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static int
measuring_poll (GPollFD *fds,
                guint    n,
                int      timeout)
{
  int result;

  if (rounds.left != 0)
    {
      double elapsed = (double) (get_thread_time () - rounds.left) / 1e6;
      double *longest = rounds.drew ? &rounds.longest_frame : &rounds.longest;

      *longest = MAX (*longest, elapsed);
    }
  result = g_poll (fds, n, timeout);
  rounds.drew = FALSE;
  rounds.left = get_thread_time ();
  return result;
}

static void
drawing_cb (GdkFrameClock *clock)
{
  rounds.drew = TRUE;
}

static void
watch_frames (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect (clock, "before-paint", G_CALLBACK (drawing_cb), NULL);
}

static void
begin_measuring (void)
{
  rounds.left = 0;
  rounds.longest = rounds.longest_frame = 0;
  g_main_context_set_poll_func (NULL, measuring_poll);
}

static void
end_measuring (const char *what)
{
  g_main_context_set_poll_func (NULL, NULL);
  g_test_message ("%s: a round takes %.1f ms at most, with a frame %.1f ms", what, rounds.longest, rounds.longest_frame);
  g_assert_cmpfloat (rounds.longest, <, SHARED * FRAME_MS);
}

static long
read_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return strtol (line + strlen ("VmHWM:"), NULL, 10) / 1024;
}

/* --- The walk --- */

static GtkWindow *
find_project_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ALA_IS_PROJECT_WINDOW (window))
        return window;
    }

  return NULL;
}

static const char *
get_status (GtkWindow *window)
{
  return gtk_label_get_label (ala_app_get (window, "status"));
}

static gboolean
some_are_checked (gpointer window)
{
  return g_ascii_strtoull (get_status (window), NULL, 10) >= 300;
}

static gboolean
is_stopped (gpointer window)
{
  return g_str_equal (gtk_button_get_label (ala_app_get (window, "action")), "Check _All");
}

static guint
count_rows (gpointer window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (ala_app_get (window, "list"))));
}

static gboolean
all_are_listed (gpointer window)
{
  return count_rows (window) == N_PROJECTS;
}

static gboolean
one_is_listed (gpointer window)
{
  return count_rows (window) == 1;
}

static gboolean
none_is_listed (gpointer window)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ala_app_get (window, "stack")), "empty");
}

static gboolean
some_lack_something (gpointer window)
{
  return count_rows (window) > 0 && count_rows (window) < N_PROJECTS;
}

static gboolean
is_gone (gpointer data)
{
  return find_project_window () == NULL;
}

static void
activate_first (GtkWindow *window)
{
  g_signal_emit_by_name (ala_app_get (window, "list"), "activate", 0);
}

static void
walk (AlaApplication *application,
      gpointer        data)
{
  Server *server = data;
  long before;
  AlaPage *page;
  AlaSetup *setup;
  GtkWindow *window;

  ala_app_walk_to_authorization (application, server->jira);
  before = read_peak_mb ();
  watch_frames (ala_assistant_get_window (ala_application_get_assistant (application)));
  begin_measuring ();
  g_free (ala_app_allow (application));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  end_measuring ("checks");
  setup = ala_page_get_setup (page);

  begin_measuring ();
  gtk_widget_activate (ala_app_get (page, "projects"));
  window = find_project_window ();
  g_assert_nonnull (window);
  watch_frames (window);
  ala_app_wait ("all projects are listed", all_are_listed, window);
  end_measuring ("list");

  begin_measuring ();
  ala_app_press (ala_app_get (window, "action"));
  ala_app_wait ("three hundred projects are checked", some_are_checked, window);
  ala_app_press (ala_app_get (window, "action"));
  ala_app_wait ("it stops", is_stopped, window);
  end_measuring ("permissions");
  g_test_message ("peak memory: %ld MB, %ld MB before the checks", read_peak_mb (), before);

  /* What is missing, what is searched for, what is not there. */
  begin_measuring ();
  gtk_toggle_button_set_active (ala_app_get (window, "only_missing"), TRUE);
  ala_app_wait ("those where something is missing are listed", some_lack_something, window);
  gtk_toggle_button_set_active (ala_app_get (window, "only_missing"), FALSE);
  ala_app_wait ("all projects are listed", all_are_listed, window);
  gtk_editable_set_text (ala_app_get (window, "search"), "no project is called like this");
  ala_app_wait ("it says that none is found", none_is_listed, window);
  gtk_editable_set_text (ala_app_get (window, "search"), "P4711");
  ala_app_wait ("one is found", one_is_listed, window);
  end_measuring ("search");

  /* Chosen by a click, given up by another, chosen again; kept with the link when the window is closed. */
  activate_first (window);
  activate_first (window);
  activate_first (window);
  gtk_window_close (window);
  ala_app_wait ("the window is gone", is_gone, NULL);
  g_assert_cmpuint (g_strv_length ((char **) ala_setup_get_projects (setup)), ==, 1);
  g_assert_nonnull (strstr (ala_setup_get_projects (setup)[0], "4711"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ala_app_get (page, "projects")), ala_setup_get_projects (setup)[0]));
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
test_ten_thousand (void)
{
  Server server = { NULL };

  server_start (&server);
  ala_app_forget_everything ();
  ala_app_run (walk, &server);
  server_stop (&server);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projects/ten-thousand", test_ten_thousand);
  return g_test_run ();
}
