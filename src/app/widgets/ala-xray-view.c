/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-xray-view.h"

#include <glib/gi18n.h>

#include "ala-oauth-encoding.h"
#include "ala-problem.h"

/* A stranger's string may be long; nobody reads more than this. */
#define MAX_PARTS 64

struct _AlaXrayView
{
  GtkWidget parent_instance;

  GtkExpander *expander;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (AlaXrayView, ala_xray_view, GTK_TYPE_WIDGET)

/* Method and address first, then the parameters, which are sorted on both sides (RFC 5849 section 3.4.1.1). */
static GStrv
split_parts (const char *base_string)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) halves = g_strsplit (base_string, "&", 3);

  for (guint i = 0; i < 2 && halves[0] != NULL && halves[i] != NULL; i++)
    {
      g_autofree char *part = ala_oauth_decode (halves[i], -1, FALSE);

      g_strv_builder_add (builder, part);
    }
  if (g_strv_length (halves) == 3)
    {
      g_autofree char *decoded = ala_oauth_decode (halves[2], -1, FALSE);
      g_auto (GStrv) params = g_strsplit (decoded, "&", MAX_PARTS);

      g_strv_builder_addv (builder, (const char **) params);
    }

  return g_strv_builder_end (builder);
}

static void
add_line (GtkTextBuffer *buffer,
          const char    *mark,
          const char    *line,
          const char    *tag)
{
  GtkTextIter end;
  g_autofree char *text = g_strconcat (gtk_text_buffer_get_char_count (buffer) > 0 ? "\n" : "", mark, " ", line, NULL);

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, "part", tag, NULL);
}

static void
compare (GtkTextBuffer *buffer,
         GStrv          ours,
         GStrv          theirs)
{
  guint i, j;

  /* Method and address stand at fixed places. */
  for (i = 0; i < 2 && ours[0] != NULL && ours[i] != NULL && theirs[0] != NULL && theirs[i] != NULL; i++)
    {
      gboolean same = g_str_equal (ours[i], theirs[i]);

      add_line (buffer, same ? " " : "−", ours[i], same ? NULL : "ours");
      if (!same)
        add_line (buffer, "+", theirs[i], "theirs");
    }

  for (j = i; ours[i] != NULL || theirs[j] != NULL;)
    {
      int order = ours[i] == NULL ? 1 : theirs[j] == NULL ? -1 : strcmp (ours[i], theirs[j]);

      if (order == 0)
        add_line (buffer, " ", ours[i], NULL);
      else if (order < 0)
        add_line (buffer, "−", ours[i], "ours");
      else
        add_line (buffer, "+", theirs[j], "theirs");
      i += order <= 0;
      j += order >= 0;
    }
}

void
ala_xray_view_set_error (AlaXrayView  *self,
                         const GError *error)
{
  const char *ours = ala_problem_get_note (error, ALA_NOTE_OWN_BASE_STRING);
  const char *theirs = ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING);
  GtkTextBuffer *buffer;
  g_auto (GStrv) our_parts = NULL;
  g_auto (GStrv) their_parts = NULL;

  g_return_if_fail (ALA_IS_XRAY_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), ours != NULL && theirs != NULL);
  if (ours == NULL || theirs == NULL)
    return;

  buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_buffer_set_text (buffer, "", -1);
  our_parts = split_parts (ours);
  their_parts = split_parts (theirs);
  compare (buffer, our_parts, their_parts);
}

static void
ala_xray_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ala_xray_view_parent_class)->dispose (object);
}

static void
ala_xray_view_class_init (AlaXrayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_xray_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-xray-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaXrayView, expander);
  gtk_widget_class_bind_template_child (widget_class, AlaXrayView, text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ala_xray_view_init (AlaXrayView *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->text);
  /* Pango would draw hyphens where it wraps, which are not in the text. */
  gtk_text_buffer_create_tag (buffer, "part", "insert-hyphens", FALSE, "indent", -18, NULL);
  gtk_text_buffer_create_tag (buffer, "ours", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "theirs", "weight", PANGO_WEIGHT_BOLD, "style", PANGO_STYLE_ITALIC, NULL);
}
