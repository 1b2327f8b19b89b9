/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-ends.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-file.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-end-calendar.h"

static char *out;
static gboolean force;

const GOptionEntry ala_cli_link_calendar_options[] = {
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Write to FILE instead of standard output"), N_("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace files that are there already"), NULL },
  { NULL }
};

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

gboolean
ala_cli_ends_near (AlaSetup *setup)
{
  g_autoptr (AlaEndDate) next = ala_end_date_find_next (setup, get_now ());

  return next != NULL;
}

char *
ala_cli_ends_dup_mark (AlaSetup *setup)
{
  g_autoptr (AlaEndDate) next = ala_end_date_find_next (setup, get_now ());

  return next != NULL ? g_strconcat ("  ! ", ala_end_date_get_text (next), NULL) : g_strdup ("");
}

void
ala_cli_ends_show (AlaSetup *setup)
{
  g_autoptr (GListModel) ends = ala_end_date_list (setup, get_now ());

  for (guint i = 0; i < g_list_model_get_n_items (ends); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (ends, i);
      gboolean near = ala_end_date_get_state (end) >= ALA_END_SOON;

      /* Translators: a mark, and a sentence that says when something ends */
      ala_cli_print (_("Ends:         %s%s\n"), near ? "! " : "", ala_end_date_get_text (end));
      if (near)
        ala_cli_print ("              %s\n", ala_end_date_get_advice (end));
    }
}

void
ala_cli_ends_add_json (JsonBuilder *builder,
                       AlaSetup    *setup)
{
  g_autoptr (GListModel) ends = ala_end_date_list (setup, get_now ());

  json_builder_set_member_name (builder, "ends");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (ends); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (ends, i);

      json_builder_begin_object (builder);
      ala_cli_json_add_text (builder, "id", ala_end_date_get_id (end));
      ala_cli_json_add_time (builder, "when", ala_end_date_get_when (end));
      ala_cli_json_add_text (builder, "state", ala_end_state_get_nick (ala_end_date_get_state (end)));
      ala_cli_json_add_text (builder, "text", ala_end_date_get_text (end));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

AlaCliStatus
ala_cli_link_calendar_run (const char * const *arguments,
                           GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaEndCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;
  AlaSetup *setup;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  calendar = ala_end_calendar_new (setup, get_now ());
  if (ala_end_calendar_get_n_events (calendar) == 0)
    {
      ala_cli_message (_("Nothing is known of this link that is still to end. “applink link show %.8s” says what is known."),
                       ala_setup_get_id (setup));
      return ALA_CLI_WARNING;
    }

  if (out == NULL || g_str_equal (out, "-"))
    ala_cli_print_utf8 (ala_end_calendar_get_text (calendar));
  else if (!ala_cli_write_file (out, ala_end_calendar_get_text (calendar), FALSE, force, &error))
    return ala_cli_fail (error);
  return ALA_CLI_OK;
}
