/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-retire.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"
#include "ala-retirement.h"
#include "ala-rotation.h"
#include "ala-second-link.h"
#include "ala-setup-leftover.h"

static gboolean handed_over;
static gboolean yes;
static gboolean force;
static gboolean json;

const GOptionEntry ala_cli_link_retire_options[] = {
  { "handed-over", 0, 0, G_OPTION_ARG_NONE, &handed_over, N_("The product uses the new link by now"), NULL },
  { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Delete the old link on this computer once Jira refuses it"), NULL },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Delete it on this computer even if Jira does not refuse it"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

typedef struct
{
  AlaCliLinks *links;
  AlaSetup *setup;
  AlaSetup *old;    /* (nullable): gone */
  AlaProfile *profile;
  GError *seen;     /* (nullable): why Jira was not seen to refuse the old link */
  gboolean deleted;
} Retirement;

static void
clear_retirement (Retirement *self)
{
  g_clear_object (&self->setup);
  g_clear_object (&self->old);
  g_clear_error (&self->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Retirement, clear_retirement)

static AlaRotationStage
get_stage (Retirement *self)
{
  return ala_rotation_get_stage (self->setup, self->deleted ? NULL : self->old, self->profile);
}

/* Both are named for it: the old link, and the one in its place. */
static gboolean
find_pair (Retirement *self,
           AlaSetup   *named)
{
  AlaSetup *old = ala_rotation_get_old (self->links->setups, named);
  AlaSetup *replacement = ala_rotation_get_new (self->links->setups, named);

  if (old == NULL && replacement != NULL)
    {
      old = named;
      named = replacement;
    }
  if (*ala_setup_get_replaces (named) == '\0')
    {
      ala_cli_message (_("This link replaces no other one. “applink link rotate %.8s” begins one in its place."), ala_setup_get_id (named));
      return FALSE;
    }

  self->setup = g_object_ref (named);
  self->old = old != NULL ? g_object_ref (old) : NULL;
  self->profile = ala_cli_links_get_profile (self->links, named);
  return TRUE;
}

static void
show_json (Retirement *self)
{
  static const char *const names[] = {
    [ALA_ROTATION_NONE] = "none",   [ALA_ROTATION_UNPROVEN] = "unproven", [ALA_ROTATION_NOT_HANDED_OVER] = "not-handed-over",
    [ALA_ROTATION_READY] = "ready", [ALA_ROTATION_DEAD] = "dead",         [ALA_ROTATION_OVER] = "over",
  };
  static const char *const pages[] = { [ALA_LEFTOVER_LINK] = "applicationLinks", [ALA_LEFTOVER_TOKEN] = "accessTokens" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (self->setup));
  ala_cli_json_add_text (builder, "replaces", ala_setup_get_replaces (self->setup));
  ala_cli_json_add_text (builder, "stage", names[get_stage (self)]);
  ala_cli_json_add_time (builder, "refused", ala_setup_get_old_refused (self->setup));
  if (self->old != NULL)
    {
      g_autofree char *name = ala_second_link_dup_name (self->old, self->profile);

      ala_cli_json_add_text (builder, "consumerKey", ala_setup_get_consumer_key (self->old));
      ala_cli_json_add_text (builder, "applicationName", name);
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          g_autofree char *address = ala_setup_dup_leftover_address (self->old, i);

          ala_cli_json_add_text (builder, pages[i], address);
        }
    }
  if (self->seen != NULL)
    {
      json_builder_set_member_name (builder, "problem");
      ala_cli_json_add_problem (builder, self->seen);
    }
  json_builder_end_object (builder);
  ala_cli_json_print (builder);
}

/* What to do in Jira, in the order in which it is done. */
static void
show_steps (Retirement *self)
{
  g_autofree char *name = ala_second_link_dup_name (self->old, self->profile);
  guint number = 0;

  for (guint i = 0; i < ALA_N_LEFTOVERS; i++)
    {
      g_autofree char *text = ala_setup_dup_leftover_text (self->old, i);
      g_autofree char *address = ala_setup_dup_leftover_address (self->old, i);

      if (*text == '\0')
        continue;
      ala_cli_print ("%u. %s\n   %s\n", ++number, text, address);
      if (i == ALA_LEFTOVER_LINK)
        /* Translators: the name of an application link */
        ala_cli_print (_("   Its name there is “%s”, unless somebody gave it another one.\n"), name);
    }
}

static gboolean
look (Retirement    *self,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (AlaHttpSession) session = ala_cli_connection_new_session (self->old, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (session == NULL)
    return FALSE;

  ala_retirement_look_async (self->setup, self->old, self->links->secrets, session, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Looking whether Jira refuses the old link"));
  ala_retirement_look_finish (result, &self->seen);
  return ala_setup_store_save (self->links->setups, self->setup, error);
}

static gboolean
delete_old (Retirement  *self,
            GError     **error)
{
  self->deleted = ala_cli_links_delete (self->links, self->old, error);
  return self->deleted;
}

static void
tell (Retirement *self)
{
  switch (get_stage (self))
    {
    case ALA_ROTATION_UNPROVEN:
      ala_cli_message (_("The new link is not proven to work yet, so the old one stays untouched. “applink authorize %.8s” and “applink check "
                         "%.8s” come first."), ala_setup_get_id (self->setup), ala_setup_get_id (self->setup));
      break;
    case ALA_ROTATION_NOT_HANDED_OVER:
      ala_cli_message (_("The new link works, but %s may still use the old one. Enter there what “applink handover %.8s” shows, see that "
                         "it works there too, and then say so with “--handed-over”."),
                       ala_profile_get_name (self->profile), ala_setup_get_id (self->setup));
      break;
    case ALA_ROTATION_DEAD:
      ala_cli_message (_("Jira refuses the old link. “--yes” deletes it on this computer too."));
      break;
    case ALA_ROTATION_OVER:
      ala_cli_message (_("The old link is not on this computer any more. Nothing is left to do."));
      break;
    case ALA_ROTATION_READY:
    case ALA_ROTATION_NONE:
    default:
      break;
    }
}

static AlaCliStatus
judge (Retirement *self)
{
  switch (get_stage (self))
    {
    case ALA_ROTATION_OVER:
      return ALA_CLI_OK;
    case ALA_ROTATION_DEAD:
      return self->seen == NULL ? ALA_CLI_WARNING : ALA_CLI_FAILED;
    case ALA_ROTATION_READY:
      return ALA_CLI_FAILED;
    default:
      return ALA_CLI_NOT_RUN;
    }
}

static AlaCliStatus
retire (Retirement   *self,
        GCancellable *cancellable)
{
  AlaRotationStage stage = get_stage (self);
  g_autoptr (GError) error = NULL;

  if (stage == ALA_ROTATION_READY || stage == ALA_ROTATION_DEAD)
    {
      if (!json)
        show_steps (self);
      if (ala_rotation_has_other_user (self->setup, self->old))
        /* Translators: the names of two users */
        ala_cli_message (_("The new link acts as %s, the old one as %s."), ala_setup_get_user (self->setup), ala_setup_get_user (self->old));
      if (!look (self, cancellable, &error))
        return ala_cli_fail (error);
      if (g_error_matches (self->seen, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return ALA_CLI_NOT_RUN;
      if (self->seen != NULL && !json)
        ala_cli_message_problem (ALA_CLI_MARK_FAILED, self->seen);
      if ((force || (yes && self->seen == NULL)) && !delete_old (self, &error))
        return ala_cli_fail (error);
    }

  if (json)
    show_json (self);
  else if (self->seen == NULL || self->deleted)
    tell (self);
  return judge (self);
}

AlaCliStatus
ala_cli_link_retire_run (const char * const *arguments,
                         GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_auto (Retirement) retirement = { &links };
  g_autoptr (GError) error = NULL;
  AlaSetup *named;

  ala_cli_links_open (&links);
  named = ala_cli_links_find (&links, arguments[0]);
  if (named == NULL || !find_pair (&retirement, named))
    return ALA_CLI_NOT_RUN;

  if (handed_over && retirement.old != NULL)
    {
      ala_setup_set_done (retirement.setup, ALA_ROTATION_HANDED_OVER, TRUE);
      if (!ala_setup_store_save (links.setups, retirement.setup, &error))
        return ala_cli_fail (error);
    }

  return retire (&retirement, cancellable);
}
