/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-ends.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-rotation.h"

static gboolean json;
static gboolean ending;

#define OPTION_JSON { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL }

const GOptionEntry ala_cli_link_list_options[] = {
  { "ending", 0, 0, G_OPTION_ARG_NONE, &ending, N_("Only those of which something ends soon, or has ended"), NULL },
  OPTION_JSON,
  { NULL }
};

const GOptionEntry ala_cli_link_show_options[] = {
  OPTION_JSON,
  { NULL }
};

static const char *
name_edition (AlaSetup *setup)
{
  switch (ala_setup_get_edition (setup))
    {
    case ALA_EDITION_SERVER:
      return "server";
    case ALA_EDITION_CLOUD:
      return "cloud";
    case ALA_EDITION_UNKNOWN:
    default:
      return "unknown";
    }
}

static char *
describe_time (gint64 when)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_local (when) : NULL;

  return time != NULL ? g_date_time_format (time, "%F %R") : g_strdup (_("never"));
}

/* How far the link has come. */
static const char *
describe_state (AlaSetup *setup)
{
  /* Its checks cannot say more, so nothing is said of working. */
  if (ala_cli_links_is_keyless (setup) && !g_str_equal (ala_setup_get_verdict (setup), "failed"))
    return ala_setup_get_link_known (setup) > 0 ? _("known to Jira, the product signs itself") : _("begun");

  if (g_str_equal (ala_setup_get_verdict (setup), "passed"))
    return _("works");
  if (g_str_equal (ala_setup_get_verdict (setup), "warning"))
    return _("works, with a warning");
  if (g_str_equal (ala_setup_get_verdict (setup), "failed"))
    return _("failed its checks");
  if (ala_setup_get_authorized (setup) > 0)
    return _("authorized, not checked");
  if (ala_setup_get_link_proven (setup) > 0)
    return _("known to Jira, not authorized");

  return _("begun");
}

/* A link that replaces another one, or is being replaced, is told from the other by it. */
static char *
describe_rotation (AlaCliLinks *links,
                   AlaSetup    *setup)
{
  AlaSetup *old = ala_rotation_get_old (links->setups, setup);
  AlaSetup *replacement = ala_rotation_get_new (links->setups, setup);

  if (old != NULL)
    /* Translators: the beginning of an id */
    return g_strdup_printf (_("replaces %.8s"), ala_setup_get_id (old));
  if (replacement != NULL)
    /* Translators: the beginning of an id */
    return g_strdup_printf (_("is being replaced by %.8s"), ala_setup_get_id (replacement));

  return g_strdup ("");
}

static void
show_line (AlaCliLinks *links,
           AlaSetup    *setup,
           const char  *name)
{
  g_autofree char *rotation = describe_rotation (links, setup);
  g_autofree char *mark = ala_cli_ends_dup_mark (setup);

  ala_cli_print ("%s  %s  %s%s%s%s\n", ala_setup_get_id (setup), name, describe_state (setup), *rotation != '\0' ? ", " : "", rotation,
                 mark);
}

static void
add_link (JsonBuilder *builder,
          AlaCliLinks *links,
          AlaSetup    *setup)
{
  AlaSetup *replacement = ala_rotation_get_new (links->setups, setup);

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_setup_get_id (setup));
  ala_cli_json_add_text (builder, "name", ala_setup_get_name (setup));
  ala_cli_json_add_text (builder, "profile", ala_setup_get_profile (setup));
  ala_cli_json_add_text (builder, "jira", ala_setup_get_jira_url (setup));
  ala_cli_json_add_text (builder, "consumerKey", ala_setup_get_consumer_key (setup));
  ala_cli_json_add_text (builder, "product", ala_setup_get_product_url (setup));
  ala_cli_json_add_text (builder, "edition", name_edition (setup));
  ala_cli_json_add_text (builder, "version", ala_setup_get_version (setup));
  ala_cli_json_add_number (builder, "keyBits", ala_setup_get_key_bits (setup));
  ala_cli_json_add_text (builder, "keyFingerprint", ala_setup_get_key_fingerprint (setup));
  ala_cli_json_add_time (builder, "created", ala_setup_get_created (setup));
  ala_cli_json_add_text (builder, "keyOwner", ala_cli_links_is_keyless (setup) ? "product" : "program");
  ala_cli_json_add_time (builder, "linkKnown", ala_setup_get_link_known (setup));
  ala_cli_json_add_time (builder, "linkProven", ala_setup_get_link_proven (setup));
  ala_cli_json_add_time (builder, "authorized", ala_setup_get_authorized (setup));
  ala_cli_json_add_time (builder, "tokenExpires", ala_setup_get_token_expires (setup));
  ala_cli_json_add_time (builder, "certificateExpires", ala_setup_get_certificate_expires (setup));
  ala_cli_ends_add_json (builder, setup);
  ala_cli_json_add_text (builder, "user", ala_setup_get_user (setup));
  ala_cli_json_add_time (builder, "checked", ala_setup_get_checked (setup));
  ala_cli_json_add_text (builder, "verdict", ala_setup_get_verdict (setup));
  ala_cli_json_add_text (builder, "replaces", ala_setup_get_replaces (setup));
  ala_cli_json_add_text (builder, "replacedBy", replacement != NULL ? ala_setup_get_id (replacement) : "");
  json_builder_end_object (builder);
}

void
ala_cli_link_print_json (AlaCliLinks *links,
                         AlaSetup    *setup)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_if_fail (links != NULL);
  g_return_if_fail (ALA_IS_SETUP (setup));

  add_link (builder, links, setup);
  ala_cli_json_print (builder);
}

AlaCliStatus
ala_cli_link_list_run (const char * const *arguments,
                       GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n, n_shown = 0;

  ala_cli_links_open (&links);
  n = g_list_model_get_n_items (G_LIST_MODEL (links.setups));

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (links.setups), i);
      g_autofree char *name = ala_setup_dup_name (setup);

      if (ending && !ala_cli_ends_near (setup))
        continue;
      n_shown++;
      if (json)
        add_link (builder, &links, setup);
      else
        show_line (&links, setup, name);
    }
  json_builder_end_array (builder);

  if (json)
    ala_cli_json_print (builder);
  else if (n == 0)
    ala_cli_message (_("There is no link on this computer yet. “applink link new” begins one."));
  else if (n_shown == 0)
    ala_cli_message (_("Of no link anything is known to end soon."));
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_link_show_run (const char * const *arguments,
                       GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autofree char *authorized = NULL, *checked = NULL, *rotation = NULL;
  AlaSetup *setup;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  if (json)
    {
      ala_cli_link_print_json (&links, setup);
      return ALA_CLI_OK;
    }

  authorized = describe_time (ala_setup_get_authorized (setup));
  checked = describe_time (ala_setup_get_checked (setup));
  ala_cli_print (_("Id:           %s\n"), ala_setup_get_id (setup));
  if (*ala_setup_get_name (setup) != '\0')
    ala_cli_print (_("Name:         %s\n"), ala_setup_get_name (setup));
  ala_cli_print (_("Product:      %s\n"), ala_profile_get_name (ala_cli_links_get_profile (&links, setup)));
  ala_cli_print (_("Jira:         %s %s\n"), ala_setup_get_jira_url (setup), ala_setup_get_version (setup));
  ala_cli_print (_("Consumer key: %s\n"), ala_setup_get_consumer_key (setup));
  ala_cli_print (_("Key pair:     %u bits, %s\n"), ala_setup_get_key_bits (setup), ala_setup_get_key_fingerprint (setup));
  ala_cli_print (_("Authorized:   %s\n"), authorized);
  ala_cli_ends_show (setup);
  if (*ala_setup_get_user (setup) != '\0')
    ala_cli_print (_("User:         %s\n"), ala_setup_get_user (setup));
  ala_cli_print (_("Checked:      %s\n"), checked);
  ala_cli_print (_("State:        %s\n"), describe_state (setup));
  rotation = describe_rotation (&links, setup);
  if (*rotation != '\0')
    ala_cli_print (_("Renewal:      %s\n"), rotation);
  return ALA_CLI_OK;
}
