/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-profiles.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-json.h"
#include "ala-cli-output.h"

static gboolean json;

const GOptionEntry ala_cli_profiles_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

void
ala_cli_profiles_warn (AlaProfiles *profiles)
{
  GPtrArray *errors = ala_profiles_get_errors (profiles);

  for (guint i = 0; i < errors->len; i++)
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, g_ptr_array_index (errors, i));
}

static void
add_profile (JsonBuilder *builder,
             AlaProfile  *profile)
{
  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_profile_get_id (profile));
  ala_cli_json_add_text (builder, "name", ala_profile_get_name (profile));
  ala_cli_json_add_text (builder, "description", ala_profile_get_description (profile));
  ala_cli_json_add_text (builder, "keyOwner", ala_profile_brings_key (profile) ? "product" : "program");
  json_builder_end_object (builder);
}

static void
show_json (AlaProfiles *profiles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *folder = ala_profiles_dup_folder ();
  GPtrArray *errors = ala_profiles_get_errors (profiles);

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "folder", folder);
  json_builder_set_member_name (builder, "profiles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (profiles)); i++)
    {
      g_autoptr (AlaProfile) profile = g_list_model_get_item (G_LIST_MODEL (profiles), i);

      add_profile (builder, profile);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < errors->len; i++)
    ala_cli_json_add_problem (builder, g_ptr_array_index (errors, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ala_cli_json_print (builder);
}

AlaCliStatus
ala_cli_profiles_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();

  if (json)
    {
      show_json (profiles);
    }
  else
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (profiles)); i++)
        {
          g_autoptr (AlaProfile) profile = g_list_model_get_item (G_LIST_MODEL (profiles), i);

          ala_cli_print ("%-20s %s\n", ala_profile_get_id (profile), ala_profile_get_name (profile));
        }
      ala_cli_profiles_warn (profiles);
    }

  return ala_profiles_get_errors (profiles)->len == 0 ? ALA_CLI_OK : ALA_CLI_WARNING;
}
