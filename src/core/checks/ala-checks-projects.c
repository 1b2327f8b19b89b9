/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-projects.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"

/* How many projects Cloud gives at once, at the most 100, and how many pages are asked for where it does not say the total. */
#define PAGE_SIZE 100
#define MAX_PAGES 200

struct _AlaProjectsCheck
{
  AlaCheck parent_instance;

  GCancellable *cancellable; /* while it runs */
  guint pages;
  guint start; /* of the next page */
  guint seen;
};

G_DEFINE_FINAL_TYPE (AlaProjectsCheck, ala_projects_check, ALA_TYPE_CHECK)

static void
ala_projects_check_finalize (GObject *object)
{
  g_clear_object (&ALA_PROJECTS_CHECK (object)->cancellable);

  G_OBJECT_CLASS (ala_projects_check_parent_class)->finalize (object);
}

/* Entries without a key are no projects, whatever they are. */
static guint
count_projects (JsonArray *projects)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *project = ala_check_json_get_object (json_array_get_element (projects, i));

      if (ala_check_json_get_name (project, "key") != NULL)
        n++;
    }

  return n;
}

static void
end_with_count (AlaCheck *check,
                gint64    count,
                gboolean  all)
{
  g_autofree char *summary = NULL;
  GError *error;

  if (count == 0)
    {
      error = ala_problem_new_error (ALA_PROBLEM_NO_PROJECTS, _("Jira’s list of projects is empty for this account."));
      ala_check_end_with_error (check, error);
      return;
    }

  if (all)
    summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The account sees %d project",
                                            "The account sees %d projects", count),
                               (int) count);
  else
    summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The account sees more than %d project",
                                            "The account sees more than %d projects", count),
                               (int) count);
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static void
end_as_malformed (AlaCheck *check)
{
  ala_check_end_with_error (check, ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED,
                                                          _("Jira’s answer holds no list of projects.")));
}

/* Server and Data Center: one array of all */

static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AlaProjectsCheck) self = user_data;
  g_autoptr (JsonNode) root = NULL;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  g_clear_object (&self->cancellable);

  if (root == NULL)
    ala_check_end_with_error (ALA_CHECK (self), error);
  else if (!JSON_NODE_HOLDS_ARRAY (root))
    end_as_malformed (ALA_CHECK (self));
  else
    end_with_count (ALA_CHECK (self), count_projects (json_node_get_array (root)), TRUE);
}

/* Cloud: pages, which usually say the total */

static void ask_for_page (AlaProjectsCheck *self,
                          AlaJiraClient    *client);

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AlaProjectsCheck) self = user_data;
  g_autoptr (JsonNode) root = NULL;
  gboolean last = FALSE, full;
  JsonObject *page;
  JsonArray *values;
  gint64 total;
  GError *error = NULL;

  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  if (root == NULL)
    {
      g_clear_object (&self->cancellable);
      ala_check_end_with_error (ALA_CHECK (self), error);
      return;
    }

  page = ala_check_json_get_object (root);
  values = ala_check_json_get_array (ala_check_json_get_member (page, "values"));
  if (values == NULL)
    {
      g_clear_object (&self->cancellable);
      end_as_malformed (ALA_CHECK (self));
      return;
    }

  /* By what came, not by what was asked for: Jira may give less. */
  self->pages++;
  self->start += json_array_get_length (values);
  self->seen += count_projects (values);
  total = ala_check_json_get_count (page, "total");

  /* A total is believed only beside projects that were seen. */
  if (total >= self->seen && self->seen > 0)
    {
      g_clear_object (&self->cancellable);
      end_with_count (ALA_CHECK (self), total, TRUE);
      return;
    }

  if (!ala_check_json_get_boolean (page, "isLast", &last))
    last = json_array_get_length (values) == 0;
  full = self->pages == MAX_PAGES;

  if (last || full || json_array_get_length (values) == 0)
    {
      g_clear_object (&self->cancellable);
      end_with_count (ALA_CHECK (self), self->seen, !full || last);
      return;
    }

  ask_for_page (self, ALA_JIRA_CLIENT (source));
}

static void
ask_for_page (AlaProjectsCheck *self,
              AlaJiraClient    *client)
{
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  g_autofree char *start = g_strdup_printf ("%u", self->start);

  ala_oauth_params_add (query, "startAt", start);
  ala_oauth_params_add (query, "maxResults", G_STRINGIFY (PAGE_SIZE));
  ala_jira_client_get_json_async (client, "/rest/api/2/project/search", query, self->cancellable,
                                  page_read_cb, g_object_ref (self));
}

static gboolean
is_cloud (AlaSetup       *setup,
          AlaJiraAddress *address)
{
  AlaEdition edition = ala_setup_get_edition (setup);

  if (edition == ALA_EDITION_UNKNOWN)
    return (ala_jira_address_get_notes (address) & ALA_ADDRESS_CLOUD) != 0;

  return edition == ALA_EDITION_CLOUD;
}

static void
ala_projects_check_run (AlaCheck      *check,
                        AlaJiraClient *client,
                        AlaSetup      *setup,
                        AlaProfile    *profile,
                        GCancellable  *cancellable)
{
  AlaProjectsCheck *self = ALA_PROJECTS_CHECK (check);

  g_set_object (&self->cancellable, cancellable);
  self->pages = 0;
  self->start = 0;
  self->seen = 0;

  if (is_cloud (setup, ala_jira_client_get_address (client)))
    ask_for_page (self, client);
  else
    ala_jira_client_get_json_async (client, "/rest/api/2/project", NULL, cancellable,
                                    list_read_cb, g_object_ref (check));
}

static void
ala_projects_check_class_init (AlaProjectsCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_projects_check_finalize;

  check_class->id = "projects";
  check_class->title = N_("Projects");
  check_class->needs = "identity";
  check_class->run = ala_projects_check_run;
}

static void
ala_projects_check_init (AlaProjectsCheck *self)
{
}
