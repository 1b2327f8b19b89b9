/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-jira-data.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"

/* How many of a list are shown one by one; its length is told anyway. */
#define MAX_FINDINGS 50

struct _AlaLinkTypesCheck
{
  AlaReadCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaLinkTypesCheck, ala_link_types_check, ALA_TYPE_READ_CHECK)

struct _AlaPrioritiesCheck
{
  AlaReadCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaPrioritiesCheck, ala_priorities_check, ALA_TYPE_READ_CHECK)

struct _AlaAttachmentsCheck
{
  AlaReadCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaAttachmentsCheck, ala_attachments_check, ALA_TYPE_READ_CHECK)

/* What the product needs is known by the permissions that it asks for. */
static gboolean
asks_for (AlaProfile *profile,
          const char *what)
{
  const char * const *permissions = ala_profile_get_permissions (profile);

  for (guint i = 0; permissions[i] != NULL; i++)
    if (strstr (permissions[i], what) != NULL)
      return TRUE;

  return FALSE;
}

/* Adds each entry that has a name. Returns: how many have one */
static guint
add_names (AlaCheck   *check,
           JsonArray  *list,
           const char *detail)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = ala_check_json_get_object (json_array_get_element (list, i));
      const char *name = ala_check_json_get_name (entry, "name");
      const char *id = ala_check_json_get_name (entry, "id");

      if (name != NULL && n++ < MAX_FINDINGS)
        ala_check_add_finding (check, ALA_CHECK_PASSED, id != NULL ? id : name, name,
                               detail != NULL ? ala_check_json_get_name (entry, detail) : NULL);
    }

  return n;
}

static void
end_as_malformed (AlaCheck   *check,
                  const char *sentence)
{
  ala_check_end_with_error (check, ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, "%s", sentence));
}

/* Link types */

static void
end_without_links (AlaCheck   *check,
                   AlaProfile *profile,
                   const char *sentence)
{
  g_autofree char *summary = NULL;

  if (asks_for (profile, "LINK_ISSUES"))
    {
      ala_check_end (check, ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_ISSUE_LINKING_OFF, "%s", sentence));
      return;
    }

  /* Translators: %s is the name of a product */
  summary = g_strdup_printf (_("There are none, and %s does not ask for them"), ala_profile_get_name (profile));
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static void
judge_link_types (AlaCheck   *check,
                  JsonNode   *root,
                  AlaProfile *profile)
{
  JsonArray *types = ala_check_json_get_array (
    ala_check_json_get_member (ala_check_json_get_object (root), "issueLinkTypes"));
  g_autofree char *summary = NULL;
  guint n;

  if (types == NULL)
    {
      end_as_malformed (check, _("Jira’s answer holds no list of link types."));
      return;
    }

  n = add_names (check, types, "outward");
  if (n == 0)
    {
      end_without_links (check, profile, _("Jira’s list of link types is empty."));
      return;
    }

  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Issues can be linked in %u way", "Issues can be linked in %u ways", n), n);
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static gboolean
link_types_refused (AlaCheck     *check,
                    const GError *error,
                    AlaProfile   *profile)
{
  if (!g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND))
    return FALSE;

  end_without_links (check, profile, error->message);
  return TRUE;
}

static void
ala_link_types_check_class_init (AlaLinkTypesCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);
  AlaReadCheckClass *read_class = ALA_READ_CHECK_CLASS (klass);

  check_class->id = "link-types";
  check_class->title = N_("Links between issues");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  read_class->path = "/rest/api/2/issueLinkType";
  read_class->judge = judge_link_types;
  read_class->refused = link_types_refused;
}

static void
ala_link_types_check_init (AlaLinkTypesCheck *self)
{
}

/* Priorities */

static void
judge_priorities (AlaCheck   *check,
                  JsonNode   *root,
                  AlaProfile *profile)
{
  JsonArray *priorities = ala_check_json_get_array (root);
  g_autofree char *summary = NULL;
  guint n;

  if (priorities == NULL)
    {
      end_as_malformed (check, _("Jira’s answer holds no list of priorities."));
      return;
    }

  n = add_names (check, priorities, NULL);
  if (n == 0)
    {
      ala_check_end (check, ALA_CHECK_WARNING, NULL,
                     ala_problem_new_error (ALA_PROBLEM_NO_PRIORITIES, _("Jira’s list of priorities is empty for this account.")));
      return;
    }

  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Jira has %u priority", "Jira has %u priorities", n), n);
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static void
ala_priorities_check_class_init (AlaPrioritiesCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);
  AlaReadCheckClass *read_class = ALA_READ_CHECK_CLASS (klass);

  check_class->id = "priorities";
  check_class->title = N_("Priorities");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  read_class->path = "/rest/api/2/priority";
  read_class->judge = judge_priorities;
}

static void
ala_priorities_check_init (AlaPrioritiesCheck *self)
{
}

/* Attachments */

static char *
describe_limit (JsonObject *settings)
{
  JsonNode *node = ala_check_json_get_member (settings, "uploadLimit");
  gint64 limit = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                 ? json_node_get_int (node) : 0;
  g_autofree char *size = NULL;

  if (limit <= 0)
    return g_strdup (_("Files can be attached to issues"));

  size = g_format_size ((guint64) limit);
  /* Translators: %s is a size, “10 MB” */
  return g_strdup_printf (_("Files of up to %s can be attached to issues"), size);
}

static void
judge_attachments (AlaCheck   *check,
                   JsonNode   *root,
                   AlaProfile *profile)
{
  JsonObject *settings = ala_check_json_get_object (root);
  g_autofree char *summary = NULL;
  gboolean enabled = FALSE;

  if (!ala_check_json_get_boolean (settings, "enabled", &enabled))
    {
      end_as_malformed (check, _("Jira’s answer does not say whether files can be attached."));
      return;
    }

  if (enabled)
    {
      summary = describe_limit (settings);
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
    }
  else if (asks_for (profile, "_ATTACHMENTS"))
    {
      ala_check_end (check, ALA_CHECK_WARNING, NULL,
                     ala_problem_new_error (ALA_PROBLEM_ATTACHMENTS_OFF, _("Jira says that attachments are switched off.")));
    }
  else
    {
      /* Translators: %s is the name of a product */
      summary = g_strdup_printf (_("They are switched off, and %s does not ask for them"), ala_profile_get_name (profile));
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
    }
}

static void
ala_attachments_check_class_init (AlaAttachmentsCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);
  AlaReadCheckClass *read_class = ALA_READ_CHECK_CLASS (klass);

  check_class->id = "attachments";
  check_class->title = N_("Attachments");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  read_class->path = "/rest/api/2/attachment/meta";
  read_class->judge = judge_attachments;
}

static void
ala_attachments_check_init (AlaAttachmentsCheck *self)
{
}
