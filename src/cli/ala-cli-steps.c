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
#include "ala-jira-note.h"

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
  AlaJiraNote *note;
} Steps;

static void
clear_steps (Steps *self)
{
  g_clear_object (&self->guidance);
  g_clear_object (&self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Steps, clear_steps)

static void
show_json (Steps *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (self->setup));
  ala_cli_json_add_text (builder, "title", ala_guidance_get_title (self->guidance));
  ala_cli_json_add_text (builder, "page", ala_jira_note_get_address (self->note));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      g_autofree char *value = ala_jira_note_dup_value (self->note, step);

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

  text = ala_jira_note_to (self->note, g_strcmp0 (form, "html") == 0     ? ALA_JIRA_NOTE_HTML
                                       : g_strcmp0 (form, "markdown") == 0 ? ALA_JIRA_NOTE_MARKDOWN
                                                                            : ALA_JIRA_NOTE_TEXT);

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
  g_autofree char *public_key = NULL;
  g_autoptr (GError) error = NULL;

  if (check_form () != ALA_CLI_OK)
    return ALA_CLI_USAGE;

  ala_cli_links_open (&links);
  steps.setup = ala_cli_links_find (&links, arguments[0]);
  if (steps.setup == NULL)
    return ALA_CLI_NOT_RUN;
  public_key = ala_cli_links_load_public_key (&links, steps.setup, cancellable, &error);
  if (public_key == NULL)
    return ala_cli_fail (error);

  steps.guidance = ala_cli_links_get_guidance (steps.setup);
  steps.note = ala_jira_note_new (steps.guidance, steps.setup, ala_cli_links_get_profile (&links, steps.setup), public_key);
  return show (&steps);
}
