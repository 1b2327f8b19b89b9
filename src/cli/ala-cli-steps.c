/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-steps.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-file.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"

/* The same look as a report's page. */
#define STYLE_PATH "/io/github/applink/Assistant/report/report.css"

static char *form;
static char *out;
static gboolean force;
static gboolean json;

const GOptionEntry ala_cli_steps_options[] = {
  { "form", 0, 0, G_OPTION_ARG_STRING, &form, N_("“text” (the default), “markdown” or “html”"), N_("FORM") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Write to FILE instead of standard output"), N_("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace files that are there already"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

static const char * const forms[] = { "text", "markdown", "html", NULL };

typedef struct
{
  AlaGuidance *guidance;
  AlaSetup *setup;
  AlaProfile *profile;
  char *public_key;
  char *address; /* of the page in Jira */
} Steps;

static void
clear_steps (Steps *self)
{
  g_clear_object (&self->guidance);
  g_free (self->public_key);
  g_free (self->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Steps, clear_steps)

static char *
dup_value (Steps        *self,
           AlaGuideStep *step)
{
  return ala_guidance_dup_value (ala_guide_step_get_value (step), self->setup, self->profile, self->public_key);
}

static char *
dup_text (Steps *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n\n", ala_guidance_get_title (self->guidance), self->address);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = dup_value (self, step);

      g_string_append_printf (text, "%u. %s\n", i + 1, ala_guide_step_get_text (step));
      if (*value != '\0')
        g_string_append_printf (text, "   %s: %s\n", ala_guide_step_get_label (step), value);
      if (*ala_guide_step_get_warning (step) != '\0')
        g_string_append_printf (text, "   ! %s\n", ala_guide_step_get_warning (step));
    }

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

static char *
dup_markdown (Steps *self)
{
  g_autoptr (GString) text = g_string_new ("# ");

  append_markdown (text, ala_guidance_get_title (self->guidance));
  g_string_append_printf (text, "\n\n<%s>\n\n", self->address);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = dup_value (self, step);
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);
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
dup_html (Steps *self)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
                                           "<meta charset=\"UTF-8\" />\n"
                                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (style != NULL);
  append_html (text, "<title>%s</title>\n<style>\n", ala_guidance_get_title (self->guidance));
  g_string_append_len (text, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  append_html (text, "</style>\n</head>\n<body>\n<h1>%s</h1>\n<p><a href=\"%s\">%s</a></p>\n<ol>\n",
               ala_guidance_get_title (self->guidance), self->address, self->address);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = dup_value (self, step);

      append_html (text, "<li><p>%s</p>\n", ala_guide_step_get_text (step));
      if (*value != '\0')
        append_html (text, "<p>%s: <code>%s</code></p>\n", ala_guide_step_get_label (step), value);
      if (*ala_guide_step_get_warning (step) != '\0')
        append_html (text, "<p><strong>%s</strong></p>\n", ala_guide_step_get_warning (step));
      g_string_append (text, "</li>\n");
    }
  g_string_append (text, "</ol>\n</body>\n</html>\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_json (Steps *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (self->setup));
  ala_cli_json_add_text (builder, "title", ala_guidance_get_title (self->guidance));
  ala_cli_json_add_text (builder, "page", self->address);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = dup_value (self, step);

      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "text", ala_guide_step_get_text (step));
      ala_cli_json_add_text (builder, "label", ala_guide_step_get_label (step));
      ala_cli_json_add_text (builder, "value", value);
      ala_cli_json_add_text (builder, "warning", ala_guide_step_get_warning (step));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ala_cli_json_print (builder);
}

static AlaCliStatus
check_form (void)
{
  const char *nearest;

  if (form == NULL || g_strv_contains (forms, form))
    return ALA_CLI_OK;

  nearest = ala_cli_suggest (form, forms);
  ala_cli_message (_("There is no form “%s”. Did you mean “%s”?"), form, nearest != NULL ? nearest : forms[0]);
  return ALA_CLI_USAGE;
}

static AlaCliStatus
show (Steps *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (json)
    {
      show_json (self);
      return ALA_CLI_OK;
    }

  if (g_strcmp0 (form, "html") == 0)
    text = dup_html (self);
  else if (g_strcmp0 (form, "markdown") == 0)
    text = dup_markdown (self);
  else
    text = dup_text (self);

  if (out != NULL)
    return ala_cli_write_file (out, text, FALSE, force, &error) ? ALA_CLI_OK : ala_cli_fail (error);
  ala_cli_print ("%s", text);
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_steps_run (const char * const *arguments,
                   GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_auto (Steps) steps = { NULL };
  g_autoptr (GError) error = NULL;

  if (check_form () != ALA_CLI_OK)
    return ALA_CLI_USAGE;

  ala_cli_links_open (&links);
  steps.setup = ala_cli_links_find (&links, arguments[0]);
  if (steps.setup == NULL)
    return ALA_CLI_NOT_RUN;
  steps.public_key = ala_cli_links_load_public_key (&links, steps.setup, cancellable, &error);
  if (steps.public_key == NULL)
    return ala_cli_fail (error);

  steps.guidance = ala_cli_links_get_guidance (steps.setup);
  steps.profile = ala_cli_links_get_profile (&links, steps.setup);
  steps.address = g_strconcat (ala_setup_get_jira_url (steps.setup), ala_guidance_get_path (steps.guidance), NULL);
  return show (&steps);
}
