/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-change.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-link.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-setup-leftover.h"

static gboolean json;
static gboolean yes;

const GOptionEntry ala_cli_link_rename_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

const GOptionEntry ala_cli_link_delete_options[] = {
  { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Do not ask"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print as JSON what stays in Jira"), NULL },
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

AlaCliStatus
ala_cli_link_rename_run (const char * const *arguments,
                         GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autofree char *before = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;
  AlaSetup *setup;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  before = ala_setup_dup_name (setup);
  ala_setup_set_name (setup, arguments[1]);
  if (!ala_setup_store_save (links.setups, setup, &error))
    return ala_cli_fail (error);

  name = ala_setup_dup_name (setup);
  if (json)
    ala_cli_link_print_json (&links, setup);
  /* Translators: the old name of a link, and the new one */
  ala_cli_message (_("The link “%s” is now called “%s”."), before, name);
  return ALA_CLI_OK;
}

static const char *const pages[] = { [ALA_LEFTOVER_LINK] = "applicationLinks", [ALA_LEFTOVER_TOKEN] = "accessTokens" };

static void
print_leftovers (AlaSetup *setup)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_setup_get_id (setup));
  ala_cli_json_add_text (builder, "name", ala_setup_get_name (setup));
  ala_cli_json_add_text (builder, "jira", ala_setup_get_jira_url (setup));
  ala_cli_json_add_text (builder, "consumerKey", ala_setup_get_consumer_key (setup));
  json_builder_set_member_name (builder, "left");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *address = ala_setup_dup_leftover_address (setup, i);

      if (*address != '\0')
        ala_cli_json_add_text (builder, pages[i], address);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  ala_cli_json_print (builder);
}

static void
tell_leftovers (AlaSetup *setup)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = ala_setup_dup_leftover_text (setup, i);
      g_autofree char *address = ala_setup_dup_leftover_address (setup, i);

      if (*text != '\0')
        ala_cli_message ("%s\n%s", text, address);
    }
}

AlaCliStatus
ala_cli_link_delete_run (const char * const *arguments,
                         GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSetup) setup = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;
  g_object_ref (setup);

  name = ala_setup_dup_name (setup);
  if (!yes)
    {
      /* Translators: %s is the name of a link */
      ala_cli_message (_("This removes the link “%s” and its private key from this computer, not from Jira. “--yes” does it."), name);
      return ALA_CLI_USAGE;
    }

  if (!ala_cli_links_delete (&links, setup, &error))
    return ala_cli_fail (error);

  if (json)
    print_leftovers (setup);
  /* Translators: %s is the name of a link */
  ala_cli_message (_("The link “%s” is gone from this computer."), name);
  tell_leftovers (setup);
  return ALA_CLI_OK;
}
