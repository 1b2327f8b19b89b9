/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-bench.h"

#include <string.h>

#include "ala-profiles.h"
#include "ala-report-json.h"

void
report_bench_set_up (ReportBench   *self,
                     gconstpointer  unused)
{
  static const char info[] = "{\"baseUrl\": \"https://jira.example.com\", \"version\": \"9.12.4\","
                             " \"versionNumbers\": [9, 12, 4], \"deploymentType\": \"Server\", \"serverTitle\": \"Our Jira\"}";
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("https://jira.example.com", NULL);
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraServer) server = ala_jira_server_new_from_json (address, info, -1, &error);

  g_assert_no_error (error);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  self->profile = g_object_ref (ala_profiles_find (profiles, "zephyr-enterprise"));
  self->setup = ala_setup_new ();
  ala_setup_set_profile (self->setup, "zephyr-enterprise");
  ala_setup_set_server (self->setup, server);
  ala_setup_set_jira_url (self->setup, "https://jira.example.com");
  ala_setup_set_consumer_key (self->setup, "zephyr-enterprise");
  ala_setup_set_product_url (self->setup, "https://zephyr.example.com/flex");
  ala_setup_set_key (self->setup, 2048, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  ala_setup_set_link_proven (self->setup, 1700000000);
  ala_setup_set_authorized (self->setup, 1700000100, 1857766500);
  ala_setup_set_certificate_expires (self->setup, 1810000000);
  ala_setup_set_user (self->setup, "Käthe Muster");
  ala_setup_set_checked (self->setup, 1700000200, "passed");
}

void
report_bench_tear_down (ReportBench   *self,
                        gconstpointer  unused)
{
  g_ptr_array_unref (self->checks);
  g_assert_finalize_object (self->setup);
  g_object_unref (self->profile);
}

static void
check_class_init (AlaCheckClass *klass,
                  const char    *id)
{
  char *title = g_strdup (id);

  /* A class lives as long as the program. */
  title[0] = g_ascii_toupper (title[0]);
  klass->id = id;
  klass->title = g_intern_string (title);
  g_free (title);
}

static AlaCheck *
new_check (const char *id)
{
  g_autofree char *name = g_strconcat ("Bench-", id, NULL);
  GType type = g_type_from_name (name);

  if (type == 0)
    {
      const GTypeInfo info = {
        .class_size = sizeof (AlaCheckClass),
        .class_init = (GClassInitFunc) check_class_init,
        .class_data = g_intern_string (id),
        .instance_size = sizeof (AlaCheck),
      };

      type = g_type_register_static (ALA_TYPE_CHECK, name, &info, 0);
    }

  return g_object_new (type, NULL);
}

AlaCheck *
report_bench_add (ReportBench   *self,
                  const char    *id,
                  AlaCheckState  state,
                  const char    *summary,
                  GError        *error)
{
  AlaCheck *check = new_check (id);

  g_ptr_array_add (self->checks, check);
  if (state >= ALA_CHECK_RUNNING)
    ala_check_begin (check);
  if (state >= ALA_CHECK_PASSED)
    ala_check_end (check, state, summary, error);

  return check;
}

AlaReport *
report_bench_make (ReportBench *self)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new_with (self->checks);

  return ala_report_new (runner, self->setup, self->profile, FALSE);
}

AlaReport *
report_bench_make_full (ReportBench *self)
{
  AlaCheck *check;

  report_bench_add (self, "server", ALA_CHECK_PASSED, "Jira answers <b>here</b> & \"there\"", NULL);
  report_bench_add (self, "clock", ALA_CHECK_WARNING, NULL,
                    ala_problem_new_error (ALA_PROBLEM_CLOCK_DIFFERS, "Jira’s clock is </td></table><script>alert(1)</script>."));
  report_bench_add (self, "projects", ALA_CHECK_SKIPPED, "Not checked, because “Identity” did not pass", NULL);

  check = report_bench_add (self, "permissions", ALA_CHECK_RUNNING, NULL, NULL);
  ala_check_add_finding (check, ALA_CHECK_PASSED, "BROWSE_PROJECTS", "Browse Projects", NULL);
  ala_check_add_finding (check, ALA_CHECK_FAILED, "LINK_ISSUES", "Link Issues <&>", "Missing in ABC");
  ala_check_add_finding (check, ALA_CHECK_WARNING, "ADMINISTER", "Administer Jira", "Only for webhooks");
  ala_check_end (check, ALA_CHECK_FAILED, NULL,
                 ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING, "These permissions are missing: Link Issues."));

  return report_bench_make (self);
}

AlaReport *
report_bench_make_like (AlaReport  *report,
                        const char *from,
                        const char *to)
{
  g_autofree char *json = ala_report_to_json (report);
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GError) error = NULL;
  AlaReport *like;

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  like = ala_report_new_from_json (text->str, text->len, &error);
  g_assert_no_error (error);

  return like;
}
