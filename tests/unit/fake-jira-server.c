/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-probe.h"

struct _AlaJiraServer
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaJiraServer, ala_jira_server, G_TYPE_OBJECT)

static void
ala_jira_server_class_init (AlaJiraServerClass *klass)
{
}

static void
ala_jira_server_init (AlaJiraServer *self)
{
}

AlaEdition
ala_jira_server_get_edition (AlaJiraServer *self)
{
  return ALA_EDITION_CLOUD;
}

const char *
ala_jira_server_get_version (AlaJiraServer *self)
{
  return "1001.0.0";
}

const char *
ala_jira_server_get_title (AlaJiraServer *self)
{
  return "Jira of Örg";
}

gint64
ala_jira_server_get_clock_offset (AlaJiraServer *self)
{
  return -12;
}
