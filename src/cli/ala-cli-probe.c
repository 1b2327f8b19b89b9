/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-probe.h"

#include <glib/gi18n-lib.h>

#include "ala-checks-server.h"
#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"
#include "ala-clock.h"
#include "ala-jira-probe.h"

static gboolean json;

const GOptionEntry ala_cli_probe_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

static const char *
name_edition (AlaJiraServer *server)
{
  switch (ala_jira_server_get_edition (server))
    {
    case ALA_EDITION_SERVER:
      return _("Server or Data Center");
    case ALA_EDITION_CLOUD:
      return _("Cloud");
    case ALA_EDITION_UNKNOWN:
    default:
      return _("unknown edition");
    }
}

/* The last moment of the server's certificate, NULL where there is none. */
static GDateTime *
get_certificate_end (AlaJiraServer *server)
{
  GTlsCertificate *certificate = ala_jira_server_get_certificate (server);

  return certificate != NULL ? g_tls_certificate_get_not_valid_after (certificate) : NULL;
}

static void
show_server (AlaJiraServer *server)
{
  AlaJiraAddress *base_url = ala_jira_server_get_base_url (server);
  g_autofree char *clock = ala_clock_describe_offset (ala_jira_server_get_clock_offset (server));
  g_autoptr (GDateTime) end = get_certificate_end (server);

  ala_cli_print (_("Address:      %s\n"), ala_jira_address_get_base (ala_jira_server_get_address (server)));
  ala_cli_print (_("Jira:         %s, %s\n"), name_edition (server),
                 *ala_jira_server_get_version (server) != '\0' ? ala_jira_server_get_version (server)
                                                               : _("version not said"));
  if (*ala_jira_server_get_title (server) != '\0')
    ala_cli_print (_("Title:        %s\n"), ala_jira_server_get_title (server));
  ala_cli_print (_("Base URL:     %s\n"), base_url != NULL ? ala_jira_address_get_base (base_url) : _("not said"));
  ala_cli_print (_("Clocks:       %s\n"), clock);
  if (end != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (end);
      g_autofree char *text = g_date_time_format (local, "%F %R");

      ala_cli_print (_("Certificate:  valid until %s\n"), text);
    }
  ala_cli_print (_("Answer after: %d ms\n"), (int) (ala_jira_server_get_elapsed (server) / 1000));
}

static void
add_server (JsonBuilder   *builder,
            AlaJiraServer *server)
{
  AlaJiraAddress *base_url = ala_jira_server_get_base_url (server);
  g_autoptr (GDateTime) end = get_certificate_end (server);

  ala_cli_json_add_text (builder, "address", ala_jira_address_get_base (ala_jira_server_get_address (server)));
  ala_cli_json_add_text (builder, "edition", ala_jira_server_get_edition (server) == ALA_EDITION_CLOUD ? "cloud" : "server");
  ala_cli_json_add_text (builder, "version", ala_jira_server_get_version (server));
  ala_cli_json_add_text (builder, "title", ala_jira_server_get_title (server));
  if (base_url != NULL)
    ala_cli_json_add_text (builder, "baseUrl", ala_jira_address_get_base (base_url));
  if (end != NULL)
    ala_cli_json_add_time (builder, "certificateEnds", g_date_time_to_unix (end));
  ala_cli_json_add_number (builder, "clockOffset", ala_jira_server_get_clock_offset (server));
  ala_cli_json_add_number (builder, "milliseconds", ala_jira_server_get_elapsed (server) / 1000);
}

/* What add_server() says when there was an answer, and "problems": […] */
static void
show_json (AlaJiraServer *server,
           GPtrArray     *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (server != NULL)
    add_server (builder, server);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    ala_cli_json_add_problem (builder, g_ptr_array_index (problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ala_cli_json_print (builder);
}

static void
add_problem (GPtrArray *problems,
             GError    *error)
{
  if (error != NULL)
    g_ptr_array_add (problems, error);
}

static AlaJiraServer *
probe (const char      *entered,
       AlaJiraAddress **address,
       GCancellable    *cancellable,
       GError         **error)
{
  g_autoptr (AlaHttpSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  *address = ala_jira_address_new (entered, error);
  if (*address == NULL)
    return NULL;

  session = ala_cli_connection_new_session (NULL, error);
  if (session == NULL)
    return NULL;

  ala_jira_probe_async (session, *address, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira what it is"));
  return ala_jira_probe_finish (result, error);
}

AlaCliStatus
ala_cli_probe_run (const char * const *arguments,
                   GCancellable       *cancellable)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaJiraServer) server = NULL;
  g_autoptr (GError) error = NULL;

  server = probe (arguments[0], &address, cancellable, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ALA_CLI_NOT_RUN;

  if (server != NULL)
    {
      add_problem (problems, ala_server_check_find_doubt (address, server));
      if (ABS (ala_jira_server_get_clock_offset (server)) > ALA_CLOCK_TOLERANCE)
        add_problem (problems, ala_clock_new_error (ala_jira_server_get_clock_offset (server)));
    }
  else
    {
      add_problem (problems, g_steal_pointer (&error));
    }

  if (json)
    show_json (server, problems);
  else if (server != NULL)
    show_server (server);

  for (guint i = 0; !json && i < problems->len; i++)
    ala_cli_message_problem (server != NULL ? ALA_CLI_MARK_WARNING : ALA_CLI_MARK_FAILED,
                             g_ptr_array_index (problems, i));

  if (server == NULL)
    return ALA_CLI_FAILED;
  return problems->len > 0 ? ALA_CLI_WARNING : ALA_CLI_OK;
}
