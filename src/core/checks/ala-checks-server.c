/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-server.h"

#include <glib/gi18n-lib.h>

#include "ala-clock.h"

#define SERVER_INFO_PATH "/rest/api/2/serverInfo"

/* serverInfo has less than 2 kB; a page that is larger than this is something else. */
#define SERVER_INFO_MAX (256 * 1024)

struct _AlaServerCheck
{
  AlaCheck parent_instance;

  AlaJiraAddress *address; /* while it runs */
  AlaSetup *setup;
};

G_DEFINE_FINAL_TYPE (AlaServerCheck, ala_server_check, ALA_TYPE_CHECK)

struct _AlaClockCheck
{
  AlaCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaClockCheck, ala_clock_check, ALA_TYPE_CHECK)

/* The server */

static void
ala_server_check_finalize (GObject *object)
{
  AlaServerCheck *self = ALA_SERVER_CHECK (object);

  g_clear_object (&self->address);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (ala_server_check_parent_class)->finalize (object);
}

/* Jira answered, but not where signed requests will be sent: they follow no redirect and guess no path. */
static GError *
find_wrong_place (AlaJiraAddress *asked,
                  AlaJiraServer  *server)
{
  AlaJiraAddress *found = ala_jira_server_get_address (server);
  GError *error;

  if (ala_jira_address_equal (asked, found))
    return NULL;

  if (g_str_equal (ala_jira_address_get_path (asked), ala_jira_address_get_path (found)))
    error = ala_problem_new_error (ALA_PROBLEM_REDIRECTED, _("%s leads to %s."),
                                   ala_jira_address_get_base (asked), ala_jira_address_get_base (found));
  else
    error = ala_problem_new_error (ALA_PROBLEM_CONTEXT_PATH, _("Jira is not at %s but at %s."),
                                   ala_jira_address_get_base (asked), ala_jira_address_get_base (found));

  ala_problem_annotate (error, ALA_NOTE_LOCATION, ala_jira_address_get_base (found));
  return error;
}

GError *
ala_server_check_find_doubt (AlaJiraAddress *asked,
                             AlaJiraServer  *server)
{
  AlaJiraAddress *base_url;
  GError *wrong_place;

  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (asked), NULL);
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (server), NULL);

  wrong_place = find_wrong_place (asked, server);
  if (wrong_place != NULL)
    return wrong_place;

  base_url = ala_jira_server_get_base_url (server);
  if (base_url != NULL && !ala_jira_address_equal (asked, base_url))
    {
      GError *error = ala_problem_new_error (ALA_PROBLEM_BASE_URL_DIFFERS,
                                             _("The address entered is %s. Jira’s settings say %s."),
                                             ala_jira_address_get_base (asked),
                                             ala_jira_address_get_base (base_url));

      ala_problem_annotate (error, ALA_NOTE_LOCATION, ala_jira_address_get_base (base_url));
      return error;
    }

  if (ala_jira_address_get_notes (asked) & ALA_ADDRESS_PLAIN_HTTP)
    return ala_problem_new_error (ALA_PROBLEM_ADDRESS_PLAIN_HTTP,
                                  _("%s can be read by everybody on the way."),
                                  ala_jira_address_get_base (asked));

  return NULL;
}

static char *
describe_server (AlaJiraServer *server)
{
  const char *version = ala_jira_server_get_version (server);
  const char *base = ala_jira_address_get_base (ala_jira_server_get_address (server));

  if (ala_jira_server_get_edition (server) == ALA_EDITION_CLOUD)
    return g_strdup_printf (_("Jira Cloud answers at %s"), base);
  if (*version == '\0')
    return g_strdup_printf (_("Jira answers at %s"), base);

  return g_strdup_printf (_("Jira %s answers at %s"), version, base);
}

static void
server_probed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (AlaServerCheck) self = user_data;
  g_autoptr (AlaJiraAddress) asked = g_steal_pointer (&self->address);
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->setup);
  g_autoptr (AlaJiraServer) server = NULL;
  g_autofree char *summary = NULL;
  GError *error = NULL;

  server = ala_jira_probe_finish (result, &error);
  if (server == NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  error = ala_server_check_find_doubt (asked, server);
  if (g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_REDIRECTED)
      || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CONTEXT_PATH))
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  ala_setup_set_server (setup, server);

  if (error != NULL)
    {
      ala_check_end (ALA_CHECK (self), ALA_CHECK_WARNING, NULL, error);
    }
  else
    {
      summary = describe_server (server);
      ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
    }
}

static void
ala_server_check_run (AlaCheck      *check,
                      AlaJiraClient *client,
                      AlaSetup      *setup,
                      AlaProfile    *profile,
                      GCancellable  *cancellable)
{
  AlaServerCheck *self = ALA_SERVER_CHECK (check);

  g_set_object (&self->address, ala_jira_client_get_address (client));
  g_set_object (&self->setup, setup);
  ala_jira_probe_async (ala_jira_client_get_session (client), self->address, cancellable,
                        server_probed_cb, g_object_ref (self));
}

static void
ala_server_check_class_init (AlaServerCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_server_check_finalize;

  check_class->id = "server";
  check_class->title = N_("Jira’s address");
  check_class->keyless = TRUE;
  check_class->run = ala_server_check_run;
}

static void
ala_server_check_init (AlaServerCheck *self)
{
}

/* The clock */

static void
clock_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AlaClockCheck) self = user_data;
  g_autoptr (AlaHttpReply) reply = NULL;
  g_autofree char *summary = NULL;
  GError *error = NULL;
  gint64 offset = 0;

  reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  if (reply == NULL)
    {
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  /* Anything else may come from a gateway, which has a clock of its own. */
  if (ala_http_reply_get_status (reply) != 200 || ala_http_reply_is_html (reply))
    {
      ala_check_end (ALA_CHECK (self), ALA_CHECK_SKIPPED,
                     _("Not checked, because the answer was not Jira’s"), NULL);
      return;
    }
  if (!ala_http_reply_get_clock_offset (reply, &offset))
    {
      ala_check_end (ALA_CHECK (self), ALA_CHECK_SKIPPED,
                     _("Not checked, because Jira’s answer does not say the time"), NULL);
      return;
    }

  summary = ala_clock_describe_offset (offset);
  if (ABS (offset) > ALA_CLOCK_TOLERANCE)
    ala_check_end (ALA_CHECK (self), ALA_CHECK_WARNING, summary, ala_clock_new_error (offset));
  else
    ala_check_end (ALA_CHECK (self), ALA_CHECK_PASSED, summary, NULL);
}

static void
ala_clock_check_run (AlaCheck      *check,
                     AlaJiraClient *client,
                     AlaSetup      *setup,
                     AlaProfile    *profile,
                     GCancellable  *cancellable)
{
  static const char * const headers[] = { "Accept", "application/json", NULL };
  g_autofree char *uri = ala_jira_address_resolve (ala_jira_client_get_address (client),
                                                   SERVER_INFO_PATH, NULL);

  ala_http_session_send_async (ala_jira_client_get_session (client), "GET", uri, headers, NULL, NULL,
                               SERVER_INFO_MAX, cancellable, clock_read_cb, g_object_ref (check));
}

static void
ala_clock_check_class_init (AlaClockCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  check_class->id = "clock";
  check_class->title = N_("Clocks");
  check_class->keyless = TRUE;
  check_class->run = ala_clock_check_run;
}

static void
ala_clock_check_init (AlaClockCheck *self)
{
}
