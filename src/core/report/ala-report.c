/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report.h"

#include <glib/gi18n-lib.h>

#include "ala-report-private.h"
#include "ala-report-words.h"

struct _AlaReport
{
  AlaRecord parent_instance;

  int verdict; /* an AlaCheckState */
  guint rehearsal;
  gint64 created;
  char *language;
  char *program_version;
  gint64 checked;
  guint milliseconds;
  char *link;
  char *link_name;
  char *profile;
  char *product;
  char *product_url;
  char *jira_url;
  int edition; /* an AlaEdition */
  char *version;
  char *title;
  gint64 clock_offset;
  char *user;
  char *consumer_key;
  guint key_bits;
  char *key_fingerprint;
  gint64 link_proven;
  gint64 authorized;
  gint64 token_expires;
  gint64 certificate_expires;
  int webhook_plan; /* an AlaWebhookPlan */
  char *webhook_url;

  GListStore *checks;
  GListStore *tasks;
};

typedef enum
{
  PROP_VERDICT = 1,
  PROP_REHEARSAL,
  PROP_CREATED,
  PROP_LANGUAGE,
  PROP_PROGRAM_VERSION,
  PROP_CHECKED,
  PROP_MILLISECONDS,
  PROP_LINK,
  PROP_LINK_NAME,
  PROP_PROFILE,
  PROP_PRODUCT,
  PROP_PRODUCT_URL,
  PROP_JIRA_URL,
  PROP_EDITION,
  PROP_VERSION,
  PROP_TITLE,
  PROP_CLOCK_OFFSET,
  PROP_USER,
  PROP_CONSUMER_KEY,
  PROP_KEY_BITS,
  PROP_KEY_FINGERPRINT,
  PROP_LINK_PROVEN,
  PROP_AUTHORIZED,
  PROP_TOKEN_EXPIRES,
  PROP_CERTIFICATE_EXPIRES,
  PROP_WEBHOOK_PLAN,
  PROP_WEBHOOK_URL,
} AlaReportProperty;

#define FIELD(field) G_STRUCT_OFFSET (AlaReport, field)
static const AlaRecordField table[] = {
  [PROP_VERDICT] = { "verdict", ALA_RECORD_CHOICE, FIELD (verdict), ala_check_state_get_type, .once = TRUE },
  [PROP_REHEARSAL] = { "rehearsal", ALA_RECORD_COUNT, FIELD (rehearsal), .once = TRUE },
  [PROP_CREATED] = { "created", ALA_RECORD_TIME, FIELD (created), .once = TRUE },
  [PROP_LANGUAGE] = { "language", ALA_RECORD_TEXT, FIELD (language), .once = TRUE },
  [PROP_PROGRAM_VERSION] = { "program-version", ALA_RECORD_TEXT, FIELD (program_version), .once = TRUE },
  [PROP_CHECKED] = { "checked", ALA_RECORD_TIME, FIELD (checked), .once = TRUE },
  [PROP_MILLISECONDS] = { "milliseconds", ALA_RECORD_COUNT, FIELD (milliseconds), .once = TRUE },
  [PROP_LINK] = { "link", ALA_RECORD_TEXT, FIELD (link), .once = TRUE },
  [PROP_LINK_NAME] = { "link-name", ALA_RECORD_TEXT, FIELD (link_name), .once = TRUE },
  [PROP_PROFILE] = { "profile", ALA_RECORD_TEXT, FIELD (profile), .once = TRUE },
  [PROP_PRODUCT] = { "product", ALA_RECORD_TEXT, FIELD (product), .once = TRUE },
  [PROP_PRODUCT_URL] = { "product-url", ALA_RECORD_TEXT, FIELD (product_url), .once = TRUE },
  [PROP_JIRA_URL] = { "jira-url", ALA_RECORD_TEXT, FIELD (jira_url), .once = TRUE },
  [PROP_EDITION] = { "edition", ALA_RECORD_CHOICE, FIELD (edition), ala_edition_get_type, .once = TRUE },
  [PROP_VERSION] = { "version", ALA_RECORD_TEXT, FIELD (version), .once = TRUE },
  [PROP_TITLE] = { "title", ALA_RECORD_TEXT, FIELD (title), .once = TRUE },
  [PROP_CLOCK_OFFSET] = { "clock-offset", ALA_RECORD_OFFSET, FIELD (clock_offset), .once = TRUE },
  [PROP_USER] = { "user", ALA_RECORD_TEXT, FIELD (user), .once = TRUE },
  [PROP_CONSUMER_KEY] = { "consumer-key", ALA_RECORD_TEXT, FIELD (consumer_key), .once = TRUE },
  [PROP_KEY_BITS] = { "key-bits", ALA_RECORD_COUNT, FIELD (key_bits), .once = TRUE },
  [PROP_KEY_FINGERPRINT] = { "key-fingerprint", ALA_RECORD_TEXT, FIELD (key_fingerprint), .once = TRUE },
  [PROP_LINK_PROVEN] = { "link-proven", ALA_RECORD_TIME, FIELD (link_proven), .once = TRUE },
  [PROP_AUTHORIZED] = { "authorized", ALA_RECORD_TIME, FIELD (authorized), .once = TRUE },
  [PROP_TOKEN_EXPIRES] = { "token-expires", ALA_RECORD_TIME, FIELD (token_expires), .once = TRUE },
  [PROP_CERTIFICATE_EXPIRES] = { "certificate-expires", ALA_RECORD_TIME, FIELD (certificate_expires), .once = TRUE },
  [PROP_WEBHOOK_PLAN] = { "webhook-plan", ALA_RECORD_CHOICE, FIELD (webhook_plan), ala_webhook_plan_get_type, .once = TRUE },
  [PROP_WEBHOOK_URL] = { "webhook-url", ALA_RECORD_TEXT, FIELD (webhook_url), .once = TRUE },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaReport, ala_report, ALA_TYPE_RECORD)

static void
ala_report_finalize (GObject *object)
{
  AlaReport *self = ALA_REPORT (object);

  g_object_unref (self->checks);
  g_object_unref (self->tasks);

  G_OBJECT_CLASS (ala_report_parent_class)->finalize (object);
}

static void
ala_report_class_init (AlaReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_report_finalize;

  ala_record_class_set_fields (ALA_RECORD_CLASS (klass), table, properties, G_N_ELEMENTS (table));
}

static void
ala_report_init (AlaReport *self)
{
  self->checks = g_list_store_new (ALA_TYPE_REPORT_CHECK);
  self->tasks = g_list_store_new (ALA_TYPE_REPORT_TASK);
}

void
ala_report_add_check (AlaReport      *self,
                      AlaReportCheck *check)
{
  g_return_if_fail (ALA_IS_REPORT (self));

  g_list_store_append (self->checks, check);
}

void
ala_report_add_task (AlaReport     *self,
                     AlaReportTask *task)
{
  g_return_if_fail (ALA_IS_REPORT (self));

  g_list_store_append (self->tasks, task);
}

/* As the setup keeps it: a check is skipped for want of something to look at, or because of another one that failed. */
static AlaCheckState
get_verdict (AlaCheckRunner *checks)
{
  AlaCheckState verdict = ala_check_runner_get_verdict (checks);

  switch (verdict)
    {
    case ALA_CHECK_SKIPPED:
      return ALA_CHECK_PASSED;
    case ALA_CHECK_RUNNING:
      return ALA_CHECK_WAITING;
    case ALA_CHECK_WAITING:
    case ALA_CHECK_PASSED:
    case ALA_CHECK_WARNING:
    case ALA_CHECK_FAILED:
    default:
      return verdict;
    }
}

AlaReport *
ala_report_new (AlaCheckRunner *checks,
                AlaSetup       *setup,
                AlaProfile     *profile,
                gboolean        rehearsal)
{
  g_autofree char *name = NULL, *product_url = NULL, *title = NULL, *user = NULL, *webhook_url = NULL;
  AlaReport *self;

  g_return_val_if_fail (ALA_IS_CHECK_RUNNER (checks), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  name = ala_report_words_clean (ala_setup_get_name (setup));
  product_url = ala_report_words_clean (ala_setup_get_product_url (setup));
  title = ala_report_words_clean (ala_setup_get_title (setup));
  user = ala_report_words_clean (ala_setup_get_user (setup));
  webhook_url = ala_report_words_clean (ala_setup_get_webhook_url (setup));

  self = g_object_new (ALA_TYPE_REPORT,
                       "verdict", get_verdict (checks),
                       "rehearsal", rehearsal ? 1 : 0,
                       "created", g_get_real_time () / G_USEC_PER_SEC,
                       /* Translators: the code of this language, as in the file’s name: “de”, “pt-BR” */
                       "language", C_("code of the language", "en"),
                       "program-version", ALA_VERSION,
                       "checked", ala_setup_get_checked (setup),
                       "milliseconds", (guint) (ala_check_runner_get_elapsed (checks) / 1000),
                       "link", ala_setup_get_id (setup),
                       "link-name", name,
                       "profile", ala_profile_get_id (profile),
                       "product", ala_profile_get_name (profile),
                       "product-url", product_url,
                       "jira-url", ala_setup_get_jira_url (setup),
                       "edition", ala_setup_get_edition (setup),
                       "version", ala_setup_get_version (setup),
                       "title", title,
                       "clock-offset", ala_setup_get_clock_offset (setup),
                       "user", user,
                       "consumer-key", ala_setup_get_consumer_key (setup),
                       "key-bits", ala_setup_get_key_bits (setup),
                       "key-fingerprint", ala_setup_get_key_fingerprint (setup),
                       "link-proven", ala_setup_get_link_proven (setup),
                       "authorized", ala_setup_get_authorized (setup),
                       "token-expires", ala_setup_get_token_expires (setup),
                       "certificate-expires", ala_setup_get_certificate_expires (setup),
                       "webhook-plan", ala_setup_get_webhook_plan (setup),
                       "webhook-url", webhook_url,
                       NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (checks), i);
      g_autoptr (AlaReportCheck) told = NULL;

      if (ala_check_get_state (check) < ALA_CHECK_PASSED)
        continue;
      told = ala_report_source_new_check (check);
      ala_report_add_check (self, told);
    }
  ala_report_source_add_tasks (self, setup, profile);

  return self;
}

#define DEFINE_GETTER(Type, name, nothing)                \
  Type                                                    \
  ala_report_get_##name (AlaReport *self)                 \
  {                                                       \
    g_return_val_if_fail (ALA_IS_REPORT (self), nothing); \
    return self->name;                                    \
  }

DEFINE_GETTER (AlaCheckState, verdict, ALA_CHECK_WAITING)
DEFINE_GETTER (gint64, created, 0)
DEFINE_GETTER (const char *, language, NULL)
DEFINE_GETTER (const char *, program_version, NULL)
DEFINE_GETTER (gint64, checked, 0)
DEFINE_GETTER (guint, milliseconds, 0)
DEFINE_GETTER (const char *, link, NULL)
DEFINE_GETTER (const char *, link_name, NULL)
DEFINE_GETTER (const char *, profile, NULL)
DEFINE_GETTER (const char *, product, NULL)
DEFINE_GETTER (const char *, product_url, NULL)
DEFINE_GETTER (const char *, jira_url, NULL)
DEFINE_GETTER (AlaEdition, edition, ALA_EDITION_UNKNOWN)
DEFINE_GETTER (const char *, version, NULL)
DEFINE_GETTER (const char *, title, NULL)
DEFINE_GETTER (gint64, clock_offset, 0)
DEFINE_GETTER (const char *, user, NULL)
DEFINE_GETTER (const char *, consumer_key, NULL)
DEFINE_GETTER (guint, key_bits, 0)
DEFINE_GETTER (const char *, key_fingerprint, NULL)
DEFINE_GETTER (gint64, link_proven, 0)
DEFINE_GETTER (gint64, authorized, 0)
DEFINE_GETTER (gint64, token_expires, 0)
DEFINE_GETTER (gint64, certificate_expires, 0)
DEFINE_GETTER (AlaWebhookPlan, webhook_plan, ALA_WEBHOOK_PLAN_UNDECIDED)
DEFINE_GETTER (const char *, webhook_url, NULL)

gboolean
ala_report_get_rehearsal (AlaReport *self)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), FALSE);

  return self->rehearsal != 0;
}

const char *
ala_report_get_rehearsal_note (void)
{
  return _("This was a rehearsal with a practice Jira: it says nothing about a Jira in use.");
}

GListModel *
ala_report_get_checks (AlaReport *self)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  return G_LIST_MODEL (self->checks);
}

GListModel *
ala_report_get_tasks (AlaReport *self)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  return G_LIST_MODEL (self->tasks);
}

/* Where only the product can sign, nothing is left of the checks but what anybody may see. */
static gboolean
is_keyless (AlaReport *self)
{
  AlaReportCheck *identity = ala_report_find_check (self, "identity");

  return self->verdict != ALA_CHECK_FAILED && identity != NULL && ala_report_check_get_state (identity) == ALA_CHECK_SKIPPED;
}

const char *
ala_report_get_headline (AlaReport *self)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  if (is_keyless (self))
    return _("The Link Is Prepared");

  switch (self->verdict)
    {
    case ALA_CHECK_PASSED:
      return _("The Link Works");
    case ALA_CHECK_WARNING:
      return _("The Link Works, with a Remark");
    case ALA_CHECK_FAILED:
      return _("Something Has to Be Mended");
    default:
      return _("The Link Has Not Been Checked");
    }
}

const char *
ala_report_get_explanation (AlaReport *self)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  if (is_keyless (self))
    return _("Only the product has the private key, so only the product can show that the link works. What can be checked without the "
             "key was checked.");

  switch (self->verdict)
    {
    case ALA_CHECK_PASSED:
      return _("Jira answered signed requests for the right user, and no check found anything to mend.");
    case ALA_CHECK_WARNING:
      return _("Jira answered signed requests for the right user. What is worth mending stands below.");
    case ALA_CHECK_FAILED:
      return _("At least one check failed. What to do about it stands below.");
    default:
      return _("Not every check was made, so there is nothing to say about the whole.");
    }
}

AlaReportCheck *
ala_report_find_check (AlaReport  *self,
                       const char *id)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checks)); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (G_LIST_MODEL (self->checks), i);

      /* The list keeps it. */
      if (g_str_equal (ala_report_check_get_id (check), id))
        return check;
    }

  return NULL;
}

char *
ala_report_dup_host (AlaReport *self)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  uri = g_uri_parse (self->jira_url, G_URI_FLAGS_NONE, NULL);
  host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return g_strdup (host != NULL ? host : "");
}
