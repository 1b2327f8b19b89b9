/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-html.h"

#include <glib/gi18n-lib.h>

#include "ala-report-facts.h"
#include "ala-report-words.h"

#define STYLE_PATH "/io/github/applink/Assistant/report/report.css"

static void G_GNUC_PRINTF (2, 3)
append (GString    *out,
        const char *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list args;

  /* Escapes every %s: what comes from a server can only ever be text. */
  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (out, text);
}

static void
append_time (GString    *out,
             gint64      when,
             const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (when);
  g_autofree char *iso = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");

  append (out, "<time datetime=\"%s\">%s</time>", iso, text);
}

static void
append_badge (GString       *out,
              AlaCheckState  state)
{
  append (out, "<span class=\"badge %s\"><span aria-hidden=\"true\">%s</span> %s</span>", ala_report_words_get_nick (state),
          ala_report_words_get_sign (state), ala_report_words_get_state (state));
}

static void
append_head (GString   *out,
             AlaReport *self)
{
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *host = ala_report_dup_host (self);
  /* Translators: the title of a page; the first %s is the host name of a Jira, the second the verdict */
  g_autofree char *title = g_strdup_printf (_("Link to %s: %s"), host, ala_report_get_headline (self));

  g_assert (style != NULL);
  append (out, "<!DOCTYPE html>\n<html lang=\"%s\" xml:lang=\"%s\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
          "<meta charset=\"UTF-8\" />\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
          "<meta name=\"color-scheme\" content=\"light dark\" />\n"
          "<meta name=\"generator\" content=\"Applink Assistant %s\" />\n"
          "<title>%s</title>\n<style>\n",
          ala_report_get_language (self), ala_report_get_language (self), ala_report_get_program_version (self), title);
  g_string_append (out, g_bytes_get_data (style, NULL));
  append (out, "</style>\n</head>\n<body>\n");
}

static void
append_verdict (GString   *out,
                AlaReport *self)
{
  g_autofree char *host = ala_report_dup_host (self);
  g_autofree char *created = ala_report_words_dup_time (ala_report_get_created (self));

  append (out, "<header class=\"verdict %s\">\n<h1><span aria-hidden=\"true\">%s</span> %s</h1>\n<p>%s</p>\n<p class=\"of\">",
          ala_report_words_get_nick (ala_report_get_verdict (self)), ala_report_words_get_sign (ala_report_get_verdict (self)),
          ala_report_get_headline (self), ala_report_get_explanation (self));
  append (out, "%s ↔ %s · ", ala_report_get_product (self), host);
  append_time (out, ala_report_get_created (self), created);
  append (out, "</p>\n</header>\n");

  if (ala_report_get_rehearsal (self))
    append (out, "<p class=\"rehearsal\">%s</p>\n",
            ala_report_get_rehearsal_note ());
}

static void
append_tasks (GString   *out,
              AlaReport *self)
{
  GListModel *tasks = ala_report_get_tasks (self);

  if (g_list_model_get_n_items (tasks) == 0)
    return;

  append (out, "<section aria-labelledby=\"left\">\n<h2 id=\"left\">%s</h2>\n<ol>\n", _("Left to Do"));
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      if (*ala_report_task_get_text (task) != '\0')
        append (out, "<li><b>%s</b><br />%s</li>\n", ala_report_task_get_title (task), ala_report_task_get_text (task));
      else
        append (out, "<li>%s</li>\n", ala_report_task_get_title (task));
    }
  append (out, "</ol>\n</section>\n");
}

static void
append_findings (GString        *out,
                 AlaReportCheck *check)
{
  GListModel *findings = ala_report_check_get_findings (check);
  guint left_out = ala_report_check_get_left_out (check);

  if (g_list_model_get_n_items (findings) == 0)
    return;

  append (out, "<ul class=\"findings\">\n");
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);
      AlaCheckState state = ala_finding_get_state (finding);

      append (out, "<li class=\"%s\"><span class=\"sign\" aria-hidden=\"true\">%s</span> <span class=\"seen-as\">%s:</span> %s",
              ala_report_words_get_nick (state), ala_report_words_get_sign (state), ala_report_words_get_state (state),
              ala_finding_get_label (finding));
      if (*ala_finding_get_text (finding) != '\0')
        append (out, " <span class=\"text\">%s</span>", ala_finding_get_text (finding));
      append (out, "</li>\n");
    }
  if (left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more", left_out),
                                               left_out);

      append (out, "<li>%s</li>\n", more);
    }
  append (out, "</ul>\n");
}

static void
append_check (GString        *out,
              AlaReportCheck *check)
{
  append (out, "<tr>\n<th scope=\"row\">%s</th>\n<td>", ala_report_check_get_title (check));
  append_badge (out, ala_report_check_get_state (check));
  append (out, " %s", ala_report_check_get_summary (check));
  if (*ala_report_check_get_problem (check) != '\0')
    {
      append (out, "\n<p>%s <code>%s</code></p>\n", ala_report_check_get_seen (check), ala_report_check_get_problem (check));
      append (out, "<p><b>%s</b> %s</p>\n", _("Cause:"), ala_report_check_get_cause (check));
      append (out, "<p><b>%s</b> %s</p>", _("What to do:"), ala_report_check_get_remedy (check));
    }
  append (out, "\n");
  append_findings (out, check);
  append (out, "</td>\n</tr>\n");
}

static void
append_checks (GString   *out,
               AlaReport *self)
{
  GListModel *checks = ala_report_get_checks (self);

  if (g_list_model_get_n_items (checks) == 0)
    return;

  append (out, "<section aria-labelledby=\"checks\">\n<h2 id=\"checks\">%s</h2>\n<table>\n<thead>\n"
          "<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr>\n</thead>\n<tbody>\n",
          _("Checks"), _("What was checked"), _("What was found"));
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (checks, i);

      append_check (out, check);
    }
  append (out, "</tbody>\n</table>\n</section>\n");
}

static void
append_facts (GString   *out,
              AlaReport *self)
{
  g_autoptr (GPtrArray) facts = ala_report_list_facts (self);

  append (out, "<section aria-labelledby=\"link\">\n<h2 id=\"link\">%s</h2>\n<table class=\"facts\">\n<tbody>\n", _("The Link"));
  for (guint i = 0; i < facts->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (facts, i);

      append (out, "<tr class=\"%s\"><th scope=\"row\">%s</th><td>", ala_report_words_get_nick (fact->state), fact->label);
      if (fact->state == ALA_CHECK_WARNING)
        {
          append_badge (out, fact->state);
          append (out, " ");
        }
      if (fact->time > 0)
        append_time (out, fact->time, fact->value);
      else
        append (out, "%s", fact->value);
      append (out, "</td></tr>\n");
    }
  append (out, "</tbody>\n</table>\n</section>\n");
}

char *
ala_report_to_html (AlaReport *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  append_head (out, self);
  append_verdict (out, self);
  append (out, "<main>\n");
  append_tasks (out, self);
  append_checks (out, self);
  append_facts (out, self);
  append (out, "</main>\n<footer>\n<p>%s</p>\n</footer>\n</body>\n</html>\n",
          _("This report holds no private key, token or password. It names addresses, a person and a version of Jira: send it only to "
            "those who may know them."));

  return g_string_free (g_steal_pointer (&out), FALSE);
}
