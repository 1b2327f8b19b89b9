/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-note.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-jira-page.h"
#include "ala-second-link.h"
#include "ala-text-file.h"

/* The same look as a report's page. */
#define STYLE_PATH ALA_RESOURCE_PATH "/report/report.css"

struct _AlaJiraNote
{
  GObject parent_instance;

  AlaGuidance *guidance;
  AlaSetup *setup;
  AlaProfile *profile;
  char *public_key;
  char *address;
};

G_DEFINE_FINAL_TYPE (AlaJiraNote, ala_jira_note, G_TYPE_OBJECT)

static void
ala_jira_note_finalize (GObject *object)
{
  AlaJiraNote *self = ALA_JIRA_NOTE (object);

  g_clear_object (&self->guidance);
  g_clear_object (&self->setup);
  g_clear_object (&self->profile);
  g_free (self->public_key);
  g_free (self->address);

  G_OBJECT_CLASS (ala_jira_note_parent_class)->finalize (object);
}

static void
ala_jira_note_class_init (AlaJiraNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_jira_note_finalize;
}

static void
ala_jira_note_init (AlaJiraNote *self)
{
}

AlaJiraNote *
ala_jira_note_new (AlaGuidance *guidance,
                   AlaSetup    *setup,
                   AlaProfile  *profile,
                   const char  *public_key)
{
  AlaJiraNote *self;

  g_return_val_if_fail (ALA_IS_GUIDANCE (guidance), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (public_key != NULL, NULL);

  self = g_object_new (ALA_TYPE_JIRA_NOTE, NULL);
  self->guidance = g_object_ref (guidance);
  self->setup = g_object_ref (setup);
  self->profile = g_object_ref (profile);
  self->public_key = g_strdup (public_key);
  self->address = ala_jira_page_dup_address (ALA_JIRA_PAGE_LINKS, ala_setup_get_jira_url (setup));

  return self;
}

const char *
ala_jira_note_get_address (AlaJiraNote *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_NOTE (self), NULL);

  return self->address;
}

char *
ala_jira_note_dup_value (AlaJiraNote  *self,
                         AlaGuideStep *step)
{
  g_return_val_if_fail (ALA_IS_JIRA_NOTE (self), NULL);
  g_return_val_if_fail (ALA_IS_GUIDE_STEP (step), NULL);

  return ala_guidance_dup_value (ala_guide_step_get_value (step), self->setup, self->profile, self->public_key);
}

/* Why somebody gets it. */
static char *
dup_request (AlaJiraNote *self)
{
  /* Translators: the name of a product */
  return g_strdup_printf (_("This is to let %s into Jira. It takes an administrator of Jira a few minutes. Nothing in this note is secret."),
                          ala_profile_get_name (self->profile));
}

static const char *
get_ending (void)
{
  return _("When that is done, tell whoever gave you this note. On their side it shows by itself whether Jira knows the link.");
}

static char *
to_text (AlaJiraNote *self)
{
  GListModel *steps = G_LIST_MODEL (self->guidance);
  g_auto (GStrv) notes = ala_second_link_list_notes (self->setup, self->profile);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *request = dup_request (self);

  g_string_append_printf (text, "%s\n%s\n\n%s\n\n", ala_guidance_get_title (self->guidance), self->address, request);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (steps, i);
      g_autofree char *value = ala_jira_note_dup_value (self, step);

      g_string_append_printf (text, "%u. %s\n", i + 1, ala_guide_step_get_text (step));
      if (*value != '\0')
        g_string_append_printf (text, "   %s: %s\n", ala_guide_step_get_label (step), value);
      if (*ala_guide_step_get_warning (step) != '\0')
        g_string_append_printf (text, "   ! %s\n", ala_guide_step_get_warning (step));
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; notes[i] != NULL; i++)
    g_string_append_printf (text, "! %s\n", notes[i]);
  g_string_append_printf (text, "%s\n", get_ending ());

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A sentence is text, whatever characters of it would be marks. */
static void
append_markdown (GString    *text,
                 const char *sentence)
{
  for (; *sentence != '\0'; sentence++)
    {
      if (strchr ("\\`*_[]<>#|", *sentence) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *sentence);
    }
}

static void
append_markdown_step (AlaJiraNote *self,
                      GString     *text,
                      guint        position)
{
  g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), position);
  g_autofree char *value = ala_jira_note_dup_value (self, step);
  g_autofree char *number = g_strdup_printf ("%u. ", position + 1);
  int indent = (int) strlen (number);

  g_string_append (text, number);
  append_markdown (text, ala_guide_step_get_text (step));
  g_string_append_c (text, '\n');
  if (*value != '\0')
    {
      g_string_append_printf (text, "\n%*s", indent, "");
      append_markdown (text, ala_guide_step_get_label (step));
      /* A block keeps every character of the value, and most pages give it a button for copying. */
      g_string_append_printf (text, ":\n\n%*s```\n%*s%s\n%*s```\n", indent, "", indent, "", value, indent, "");
    }
  if (*ala_guide_step_get_warning (step) != '\0')
    {
      g_string_append_printf (text, "\n%*s> ", indent, "");
      append_markdown (text, ala_guide_step_get_warning (step));
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

static char *
to_markdown (AlaJiraNote *self)
{
  g_auto (GStrv) notes = ala_second_link_list_notes (self->setup, self->profile);
  g_autoptr (GString) text = g_string_new ("# ");
  g_autofree char *request = dup_request (self);

  append_markdown (text, ala_guidance_get_title (self->guidance));
  g_string_append_printf (text, "\n\n<%s>\n\n", self->address);
  append_markdown (text, request);
  g_string_append (text, "\n\n");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    append_markdown_step (self, text, i);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      g_string_append (text, "> ");
      append_markdown (text, notes[i]);
      g_string_append (text, "\n\n");
    }
  append_markdown (text, get_ending ());
  g_string_append_c (text, '\n');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void G_GNUC_PRINTF (2, 3)
append_html (GString    *text,
             const char *format,
             ...)
{
  g_autofree char *escaped = NULL;
  va_list args;

  va_start (args, format);
  escaped = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (text, escaped);
}

static char *
to_html (AlaJiraNote *self)
{
  g_auto (GStrv) notes = ala_second_link_list_notes (self->setup, self->profile);
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
                                           "<meta charset=\"UTF-8\" />\n"
                                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *request = dup_request (self);

  g_assert (style != NULL);
  append_html (text, "<title>%s</title>\n<style>\n", ala_guidance_get_title (self->guidance));
  g_string_append_len (text, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  append_html (text, "</style>\n</head>\n<body>\n<h1>%s</h1>\n<p>%s</p>\n<p><a href=\"%s\">%s</a></p>\n<ol>\n",
               ala_guidance_get_title (self->guidance), request, self->address, self->address);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = ala_jira_note_dup_value (self, step);

      append_html (text, "<li><p>%s</p>\n", ala_guide_step_get_text (step));
      if (*value != '\0')
        append_html (text, "<p>%s: <code>%s</code></p>\n", ala_guide_step_get_label (step), value);
      if (*ala_guide_step_get_warning (step) != '\0')
        append_html (text, "<p><strong>%s</strong></p>\n", ala_guide_step_get_warning (step));
      g_string_append (text, "</li>\n");
    }
  g_string_append (text, "</ol>\n");
  for (guint i = 0; notes[i] != NULL; i++)
    append_html (text, "<p><strong>%s</strong></p>\n", notes[i]);
  append_html (text, "<p>%s</p>\n</body>\n</html>\n", get_ending ());

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ala_jira_note_to (AlaJiraNote     *self,
                  AlaJiraNoteForm  form)
{
  g_return_val_if_fail (ALA_IS_JIRA_NOTE (self), NULL);

  switch (form)
    {
    case ALA_JIRA_NOTE_TEXT:
      return to_text (self);
    case ALA_JIRA_NOTE_MARKDOWN:
      return to_markdown (self);
    case ALA_JIRA_NOTE_HTML:
      return to_html (self);
    }

  g_assert_not_reached ();
}

AlaJiraNoteForm
ala_jira_note_form_from_name (const char *name)
{
  g_autofree char *small = NULL;

  g_return_val_if_fail (name != NULL, ALA_JIRA_NOTE_HTML);

  small = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (small, ".txt"))
    return ALA_JIRA_NOTE_TEXT;

  return g_str_has_suffix (small, ".md") ? ALA_JIRA_NOTE_MARKDOWN : ALA_JIRA_NOTE_HTML;
}

char *
ala_jira_note_dup_file_name (AlaJiraNote *self)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (ALA_IS_JIRA_NOTE (self), NULL);

  host = ala_setup_dup_host (self->setup);
  g_strcanon (host, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-", '-');
  return g_strconcat ("applink-", host, ".html", NULL);
}

void
ala_jira_note_save_async (AlaJiraNote         *self,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ALA_IS_JIRA_NOTE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_jira_note_save_async);
  g_task_set_name (task, "ala_jira_note_save_async");

  name = g_file_get_basename (file);
  ala_text_file_save (file, ala_jira_note_to (self, ala_jira_note_form_from_name (name != NULL ? name : "")), g_steal_pointer (&task));
}

gboolean
ala_jira_note_save_finish (AlaJiraNote   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
