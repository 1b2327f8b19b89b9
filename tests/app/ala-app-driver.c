/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-driver.h"

#include <glib/gstdio.h>

#include "ala-copy-row.h"

#define PATIENCE_SECONDS 30

typedef struct
{
  AlaAppBody body;
  gpointer data;
} Run;

static GtkWidget *
get_part (AlaApplication *application,
          const char     *id)
{
  GtkWindow *window = ala_assistant_get_window (ala_application_get_assistant (application));

  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), G_OBJECT_TYPE (window), id));
}

static gboolean
on_idle (gpointer user_data)
{
  AlaApplication *application = ALA_APPLICATION (g_application_get_default ());
  Run *run = user_data;

  ala_app_settle (application);
  run->body (application, run->data);
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application,
             gpointer      user_data)
{
  g_idle_add (on_idle, user_data);
}

void
ala_app_run (AlaAppBody body,
             gpointer   data)
{
  g_autoptr (AlaApplication) application = ala_application_new ();
  Run run = { body, data };

  /* A warning ends a test. GTK 4.18 has one of its own: it tries widths for the dialogs of libadwaita that their labels have not.
   * Older ones do not try, and newer ones do not warn. */
  if (gtk_get_minor_version () == 18)
    g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

void
ala_app_forget_everything (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", NULL);

  /* Never a person's own: the session of the tests has its home among temporary files. */
  g_assert_true (g_str_has_prefix (folder, g_get_tmp_dir ()));
  remove_folder (folder);
}

static gboolean
on_impatient (gpointer user_data)
{
  gboolean *impatient = user_data;

  *impatient = TRUE;
  return G_SOURCE_REMOVE;
}

void
ala_app_wait (const char      *what,
              AlaAppCondition  condition,
              gpointer         data)
{
  gboolean impatient = FALSE;
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, on_impatient, &impatient);

  while (!condition (data) && !impatient)
    g_main_context_iteration (NULL, TRUE);
  if (impatient)
    g_error ("%s did not come true in %d seconds", what, PATIENCE_SECONDS);
  g_source_remove (timer);
}

static void
on_after_paint (GdkFrameClock *clock,
                guint         *frames)
{
  (*frames)++;
}

static gboolean
has_drawn_once (gpointer data)
{
  return *(guint *) data >= 1;
}

static gboolean
has_drawn_twice (gpointer data)
{
  return *(guint *) data >= 2;
}

/* A change may be laid out in one frame and drawn in the next. */
void
ala_app_settle (AlaApplication *application)
{
  GtkWidget *window = GTK_WIDGET (ala_assistant_get_window (ala_application_get_assistant (application)));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);

  while (frames < 2)
    {
      guint before = frames;

      gtk_widget_queue_draw (window);
      ala_app_wait ("the window is drawn", before == 0 ? has_drawn_once : has_drawn_twice, &frames);
    }
  g_signal_handler_disconnect (clock, handler);
}

typedef struct
{
  AlaAssistant *assistant;
  AlaStep step;
} StepWait;

static gboolean
is_at_step (gpointer data)
{
  StepWait *wait = data;

  return ala_assistant_get_step (wait->assistant) == wait->step
         && gtk_widget_get_width (ala_assistant_get_page (wait->assistant, wait->step)) > 0
         && ala_page_is_in_front (ALA_PAGE (ala_assistant_get_page (wait->assistant, wait->step)));
}

AlaPage *
ala_app_wait_step (AlaApplication *application,
                   AlaStep         step)
{
  StepWait wait = { ala_application_get_assistant (application), step };
  g_autofree char *what = g_strdup_printf ("page %u is shown", step);

  ala_app_wait (what, is_at_step, &wait);
  return ALA_PAGE (ala_assistant_get_page (wait.assistant, step));
}

static gboolean
is_complete (gpointer data)
{
  return ala_page_get_complete (data);
}

void
ala_app_wait_complete (AlaPage *page)
{
  g_autofree char *what = g_strdup_printf ("page “%s” is complete", ala_page_get_title (page));

  ala_app_wait (what, is_complete, page);
}

static gboolean
can_be_pressed (gpointer button)
{
  return gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
}

void
ala_app_press (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  ala_app_wait ("the button can be pressed", can_be_pressed, button);

  /* gtk_widget_activate() shows the button pressed for a while first; a click is what comes of it. */
  g_signal_emit_by_name (button, "clicked");
}

gboolean
ala_app_can_go_on (AlaApplication *application)
{
  GtkWidget *forward = get_part (application, "forward");

  return gtk_widget_get_visible (forward) && gtk_widget_get_sensitive (forward);
}

void
ala_app_press_next (AlaApplication *application)
{
  ala_app_press (get_part (application, "forward"));
}

/* The last page has a Back button of our own, so it is found as a person finds it: by what stands on it. */
static GtkWidget *
find_seen_button (GtkWidget  *widget,
                  const char *label)
{
  GtkWidget *child, *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_seen_button (child, label);

  return found;
}

void
ala_app_press_back (AlaApplication *application)
{
  GtkWindow *window = ala_assistant_get_window (ala_application_get_assistant (application));

  ala_app_press (find_seen_button (gtk_window_get_titlebar (window), "_Back"));
}

gpointer
ala_app_get (gpointer    widget,
             const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  if (child == NULL)
    g_error ("%s has no %s", G_OBJECT_TYPE_NAME (widget), id);
  return child;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          GType       type,
          const char *title)
{
  GtkWidget *child, *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, type, title);

  return found;
}

GtkWidget *
ala_app_find_row (GtkWidget  *widget,
                  const char *title)
{
  return find_row (widget, ADW_TYPE_ACTION_ROW, title);
}

GtkWidget *
ala_app_find_copy_row (GtkWidget  *widget,
                       const char *label)
{
  return find_row (widget, ALA_TYPE_COPY_ROW, label);
}

typedef struct
{
  char *text;
  gboolean read;
} ClipboardRead;

static void
on_clipboard_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ClipboardRead *data = user_data;

  data->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  data->read = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((ClipboardRead *) data)->read;
}

GtkWindow *
ala_app_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  g_error ("nothing is asked");
}

char *
ala_app_read_clipboard (GtkWidget *widget)
{
  ClipboardRead data = { NULL, FALSE };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_clipboard_read, &data);
  ala_app_wait ("the clipboard is read", is_read, &data);
  return data.text;
}

void
ala_app_take_picture (gpointer    window,
                      const char *file)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  /* Without a compositor GTK draws a plain frame; a desktop shows round corners. */
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  gtk_widget_add_css_class (GTK_WIDGET (window), "csd");
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gsk_render_node_unref (node);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}
