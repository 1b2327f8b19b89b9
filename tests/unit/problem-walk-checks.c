/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include "ala-checks-issue-types.h"
#include "ala-checks-project-permissions.h"
#include "ala-checks-projects.h"
#include "check-bench.h"

/* What the checks find where Jira answers well, and the practice Jira has no fault for it. */

#define PROJECTS "[{\"key\": \"ABC\", \"name\": \"First\"}, {\"key\": \"DEF\", \"name\": \"Second\"}]"

static const char *chosen_type = ""; /* for the next run */

/* Runs one check against replies that follow, path and JSON in turn. @chosen: (nullable): key of a project */
static GError *
run (GType       type,
     const char *chosen,
     ...)
{
  g_autoptr (AlaCheck) check = NULL;
  CheckBench bench = { NULL };
  GError *error = NULL;
  const char *path;
  va_list args;

  check_bench_set_up (&bench, NULL);
  va_start (args, chosen);
  while ((path = va_arg (args, const char *)) != NULL)
    check_bench_reply (&bench, path, va_arg (args, const char *));
  va_end (args);

  if (chosen != NULL)
    {
      const char * const keys[] = { chosen, NULL };

      ala_setup_set_projects (bench.setup, keys);
    }
  ala_setup_set_issue_type (bench.setup, chosen_type);
  chosen_type = "";
  check = check_bench_run (&bench, type);
  if (ala_check_get_error (check) != NULL)
    error = g_error_copy (ala_check_get_error (check));
  check_bench_tear_down (&bench, NULL);

  return error;
}

static GError *
meet_project_not_seen (void)
{
  return run (ALA_TYPE_PROJECTS_CHECK, "GONE", "/rest/api/2/project", PROJECTS, NULL);
}

static GError *
meet_project_rights_unknown (void)
{
  return run (ALA_TYPE_PROJECT_PERMISSIONS_CHECK, NULL, "/rest/api/2/project", PROJECTS,
              "/rest/api/2/mypermissions", "{\"permissions\": 1}", NULL);
}

#define TYPES "/rest/api/2/issue/createmeta/ABC/issuetypes"

static GError *
meet_issue_types_none (void)
{
  return run (ALA_TYPE_ISSUE_TYPES_CHECK, "ABC", TYPES, "{\"values\": [{\"id\": \"1\", \"name\": \"Sub-task\", \"subtask\": true}]}",
              "/rest/api/2/mypermissions", "{\"permissions\": {\"CREATE_ISSUES\": {\"havePermission\": true}}}", NULL);
}

/* The project that was chosen in the setup has another issue type than the one that was chosen there. */
static GError *
meet_issue_type_not_seen (void)
{
  chosen_type = "99";
  return run (ALA_TYPE_ISSUE_TYPES_CHECK, "ABC", TYPES, "{\"values\": [{\"id\": \"1\", \"name\": \"Bug\"}]}", NULL);
}

#define GRANTED (ALA_PROOF_REACHED | ALA_PROOF_CONSUMER_KEY | ALA_PROOF_CLOCK | ALA_PROOF_KEY | ALA_PROOF_REQUEST_TOKEN \
                 | ALA_PROOF_ACCESS_TOKEN)
#define FOUND(code, meet, by, says) { ALA_PROBLEM_##code, NULL, ALA_STEP_CHECKS, GRANTED, by, meet, says, NULL }

const ProblemWalk problem_walk_checks[] = {
  FOUND (PROJECT_NOT_SEEN, meet_project_not_seen, "AlaProjectsCheck", "GONE"),
  FOUND (PROJECT_RIGHTS_UNKNOWN, meet_project_rights_unknown, "AlaProjectPermissionsCheck", "2 projects"),
  FOUND (ISSUE_TYPES_NONE, meet_issue_types_none, "AlaIssueTypesCheck", "ABC"),
  FOUND (ISSUE_TYPE_NOT_SEEN, meet_issue_type_not_seen, "AlaIssueTypesCheck", "ABC"),
  { 0 }
};
