/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-end-date.h"

#include <glib/gi18n-lib.h>

#include "ala-day.h"
#include "ala-problem.h"
#include "ala-trust.h"

#define DAY ((gint64) 24 * 60 * 60)

/* No clock is further off; a number in a file may be. */
#define LARGEST_OFFSET (100 * 366 * DAY)

struct _AlaEndDate
{
  GObject parent_instance;

  AlaEndKind kind;
  AlaEndState state;
  gint64 when;
  int days;
  char *name;
  char *text;
};

G_DEFINE_FINAL_TYPE (AlaEndDate, ala_end_date, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *title;
  int ahead;
} kinds[] = {
  [ALA_END_TOKEN] = { "token", N_("Access token"), ALA_END_TOKEN_DAYS },
  [ALA_END_CERTIFICATE] = { "certificate", N_("Jira’s certificate"), ALA_END_CERTIFICATE_DAYS },
  [ALA_END_AUTHORITY] = { "authority", N_("Certificate authority"), ALA_END_CERTIFICATE_DAYS },
};

static void
ala_end_date_finalize (GObject *object)
{
  AlaEndDate *self = ALA_END_DATE (object);

  g_free (self->name);
  g_free (self->text);

  G_OBJECT_CLASS (ala_end_date_parent_class)->finalize (object);
}

static void
ala_end_date_class_init (AlaEndDateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_end_date_finalize;
}

static void
ala_end_date_init (AlaEndDate *self)
{
}

static AlaEndState
judge (AlaEndKind kind,
       gint64     when,
       gint64     now)
{
  if (when <= 0)
    return ALA_END_UNKNOWN;
  if (when <= now)
    return ALA_END_OVER;

  return when < now + kinds[kind].ahead * DAY ? ALA_END_SOON : ALA_END_FAR;
}

static char *
describe_token (AlaEndDate *self,
                const char *day)
{
  switch (self->state)
    {
    case ALA_END_FAR:
      /* Translators: %s is a day */
      return g_strdup_printf (_("The token ends on %s"), day);
    case ALA_END_SOON:
      if (self->days == 0)
        return g_strdup_printf (_("The token ends today, on %s"), day);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The token ends in %d day, on %s", "The token ends in %d days, on %s",
                                           (gulong) self->days), self->days, day);
    case ALA_END_OVER:
      return g_strdup_printf (_("The token ended on %s"), day);
    case ALA_END_UNKNOWN:
    default:
      return g_strdup (_("Jira did not say when the token ends"));
    }
}

static char *
describe_certificate (AlaEndDate *self,
                      const char *day)
{
  switch (self->state)
    {
    case ALA_END_FAR:
      return g_strdup_printf (_("Jira’s certificate ends on %s"), day);
    case ALA_END_SOON:
      if (self->days == 0)
        return g_strdup_printf (_("Jira’s certificate ends today, on %s"), day);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Jira’s certificate ends in %d day, on %s",
                                           "Jira’s certificate ends in %d days, on %s", (gulong) self->days), self->days, day);
    case ALA_END_OVER:
      return g_strdup_printf (_("Jira’s certificate ended on %s"), day);
    case ALA_END_UNKNOWN:
    default:
      return g_strdup (_("Jira’s certificate has not been looked at"));
    }
}

static char *
describe_authority (AlaEndDate *self,
                    const char *day)
{
  switch (self->state)
    {
    case ALA_END_FAR:
      /* Translators: the name of a certificate authority, and a day */
      return g_strdup_printf (_("The certificate of “%s” ends on %s"), self->name, day);
    case ALA_END_SOON:
      if (self->days == 0)
        return g_strdup_printf (_("The certificate of “%s” ends today, on %s"), self->name, day);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The certificate of “%s” ends in %d day, on %s",
                                           "The certificate of “%s” ends in %d days, on %s", (gulong) self->days), self->name,
                              self->days, day);
    case ALA_END_OVER:
      return g_strdup_printf (_("The certificate of “%s” ended on %s"), self->name, day);
    case ALA_END_UNKNOWN:
    default:
      return g_strdup_printf (_("The certificate of “%s” does not say when it ends"), self->name);
    }
}

AlaEndDate *
ala_end_date_new (AlaEndKind   kind,
                  gint64       when,
                  const char  *name,
                  gint64       now)
{
  AlaEndDate *self;
  g_autofree char *day = NULL;

  g_return_val_if_fail (kind <= ALA_END_AUTHORITY, NULL);

  self = g_object_new (ALA_TYPE_END_DATE, NULL);
  self->kind = kind;
  self->when = MAX (when, 0);
  self->state = judge (kind, when, now);
  self->name = g_strdup (name != NULL ? name : "");

  day = ala_day_format (when);
  self->days = ala_day_count (when, now);
  if (kind == ALA_END_TOKEN)
    self->text = describe_token (self, day);
  else if (kind == ALA_END_CERTIFICATE)
    self->text = describe_certificate (self, day);
  else
    self->text = describe_authority (self, day);

  return self;
}

static gint64
get_end (AlaCertificate *certificate)
{
  GDateTime *end = ala_certificate_get_not_after (certificate);

  return end != NULL ? g_date_time_to_unix (end) : 0;
}

/* Returns: (transfer full) (nullable) */
static AlaCertificate *
find_last_authority (AlaSetup *setup)
{
  const char *pem = ala_setup_get_ca_certificates (setup);
  g_autoptr (AlaTrust) trust = *pem != '\0' ? ala_trust_new_from_pem (pem, NULL) : NULL;
  g_autoptr (AlaCertificate) last = NULL;

  for (guint i = 0; trust != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (trust)); i++)
    {
      g_autoptr (AlaCertificate) certificate = g_list_model_get_item (G_LIST_MODEL (trust), i);

      if (last == NULL || get_end (certificate) > get_end (last))
        g_set_object (&last, certificate);
    }

  return g_steal_pointer (&last);
}

AlaEndDate *
ala_end_date_new_for (AlaSetup   *setup,
                      AlaEndKind  kind,
                      gint64      now)
{
  g_autoptr (AlaCertificate) authority = NULL;
  gint64 offset;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  if (kind == ALA_END_TOKEN)
    {
      offset = CLAMP (ala_setup_get_clock_offset (setup), -LARGEST_OFFSET, LARGEST_OFFSET);
      /* The token of a product that signs by itself was never here. */
      return ala_setup_get_authorized (setup) > 0 && *ala_setup_get_public_key (setup) == '\0'
             ? ala_end_date_new (kind, ala_setup_get_token_expires (setup), NULL, now + offset) : NULL;
    }
  if (!g_str_has_prefix (ala_setup_get_jira_url (setup), "https:"))
    return NULL;
  if (kind == ALA_END_CERTIFICATE)
    return ala_end_date_new (kind, ala_setup_get_certificate_expires (setup), NULL, now);

  authority = find_last_authority (setup);
  return authority != NULL ? ala_end_date_new (kind, get_end (authority), ala_certificate_get_subject (authority), now) : NULL;
}

GListModel *
ala_end_date_list (AlaSetup *setup,
                   gint64    now)
{
  GListStore *list;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  list = g_list_store_new (ALA_TYPE_END_DATE);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (AlaEndDate) date = ala_end_date_new_for (setup, kind, now);

      if (date != NULL)
        g_list_store_append (list, date);
    }

  return G_LIST_MODEL (list);
}

AlaEndDate *
ala_end_date_find_next (AlaSetup *setup,
                        gint64    now)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (AlaEndDate) next = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  list = ala_end_date_list (setup, now);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AlaEndDate) date = g_list_model_get_item (list, i);

      if (date->state >= ALA_END_SOON && (next == NULL || date->when < next->when))
        g_set_object (&next, date);
    }

  return g_steal_pointer (&next);
}

AlaEndKind
ala_end_date_get_kind (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), ALA_END_TOKEN);

  return self->kind;
}

const char *
ala_end_date_get_id (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), NULL);

  return kinds[self->kind].id;
}

const char *
ala_end_date_get_title (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), NULL);

  return _(kinds[self->kind].title);
}

gint64
ala_end_date_get_when (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), 0);

  return self->when;
}

AlaEndState
ala_end_date_get_state (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), ALA_END_UNKNOWN);

  return self->state;
}

int
ala_end_date_get_days (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), 0);

  return self->days;
}

int
ala_end_date_get_ahead (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), 0);

  return kinds[self->kind].ahead;
}

const char *
ala_end_date_get_text (AlaEndDate *self)
{
  g_return_val_if_fail (ALA_IS_END_DATE (self), NULL);

  return self->text;
}

/* What the table of problems says, before and after. */
const char *
ala_end_date_get_advice (AlaEndDate *self)
{
  gboolean over;

  g_return_val_if_fail (ALA_IS_END_DATE (self), NULL);

  over = self->state == ALA_END_OVER;
  switch (self->kind)
    {
    case ALA_END_TOKEN:
      return ala_problem_get_remedy (over ? ALA_PROBLEM_TOKEN_EXPIRED : ALA_PROBLEM_TOKEN_ENDS_SOON);
    case ALA_END_CERTIFICATE:
      return ala_problem_get_remedy (over ? ALA_PROBLEM_TLS_EXPIRED : ALA_PROBLEM_TLS_ENDS_SOON);
    case ALA_END_AUTHORITY:
    default:
      return _("Ask the network’s administrator for the new certificate of the company’s authority, and let this link trust it.");
    }
}

const char *
ala_end_state_get_nick (AlaEndState state)
{
  static const char * const nicks[] = {
    [ALA_END_UNKNOWN] = "unknown",
    [ALA_END_FAR] = "far",
    [ALA_END_SOON] = "soon",
    [ALA_END_OVER] = "over",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), NULL);

  return nicks[state];
}
