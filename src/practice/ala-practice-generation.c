/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-generation.h"

/* Versions are real ones of each line; Cloud has called itself 1001.0.0 for years (reference/jira-oauth.md section 7). */
static const AlaPracticeGeneration generations[] = {
  {
    .id = "server-8",
    .title = "Jira Server 8.20",
    .version = "8.20.30",
    .numbers = { 8, 20, 30 },
    .build = 820030,
    .build_date = "2023-11-13T00:00:00.000+0000",
    .flow = ALA_PRACTICE_FLOW_URL,
    .global_createmeta = TRUE,
    .basic_auth = TRUE,
  },
  {
    .id = "cloud-2020",
    .title = "Jira Cloud, earlier screens",
    .version = "1001.0.0-SNAPSHOT",
    .numbers = { 1001, 0, 0 },
    .build = 100151,
    .build_date = "2020-11-20T00:00:00.000+0000",
    .cloud = TRUE,
    .flow = ALA_PRACTICE_FLOW_URL,
    .global_createmeta = TRUE,
  },
  {
    .id = "data-center-9",
    .title = "Jira Data Center 9.12",
    .version = "9.12.15",
    .numbers = { 9, 12, 15 },
    .build = 9120015,
    .build_date = "2024-10-30T00:00:00.000+0000",
    .flow = ALA_PRACTICE_FLOW_CHOICE,
    .basic_auth = TRUE,
  },
  {
    .id = "data-center-10",
    .title = "Jira Data Center 10.3",
    .version = "10.3.2",
    .numbers = { 10, 3, 2 },
    .build = 10030002,
    .build_date = "2025-01-16T00:00:00.000+0000",
    .flow = ALA_PRACTICE_FLOW_CHOICE,
    .new_webhooks = TRUE,
    .basic_auth = TRUE,
  },
  {
    .id = "cloud-2024",
    .title = "Jira Cloud, present screens",
    .version = "1001.0.0-SNAPSHOT",
    .numbers = { 1001, 0, 0 },
    .build = 100280,
    .build_date = "2025-03-20T00:00:00.000+0000",
    .cloud = TRUE,
    .flow = ALA_PRACTICE_FLOW_DIRECT,
    .global_createmeta = TRUE,
  },
};

const AlaPracticeGeneration *
ala_practice_generation_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (generations); i++)
    if (g_str_equal (generations[i].id, id))
      return &generations[i];

  return NULL;
}

const char * const *
ala_practice_generation_list (void)
{
  static const char *ids[G_N_ELEMENTS (generations) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (generations); i++)
    ids[i] = generations[i].id;

  return ids;
}
