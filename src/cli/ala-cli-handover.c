/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-handover.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-json.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-rotation.h"

static char *secret_name;
static gboolean json;

const GOptionEntry ala_cli_handover_options[] = {
  { "secret", 0, 0, G_OPTION_ARG_STRING, &secret_name, N_("Print this secret and nothing else, as “private-key”"), N_("NAME") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

static void
show_field (AlaProfileField *field,
            guint            number,
            AlaSetup        *setup,
            const char      *public_key)
{
  const char *secret = ala_profile_field_get_secret (field);
  g_autofree char *value = ala_profile_field_dup_value (field, setup, public_key);

  if (secret != NULL)
    ala_cli_print (_("%u. %s: secret, see “applink handover --secret %s %.8s”\n"), number, ala_profile_field_get_label (field),
                   secret, ala_setup_get_id (setup));
  else if (*value != '\0')
    /* Translators: the number of a field in a dialog, its label there, and what to enter */
    ala_cli_print (_("%u. %s: %s\n"), number, ala_profile_field_get_label (field), value);
  else
    ala_cli_print ("%u. %s\n", number, ala_profile_field_get_label (field));
  if (*ala_profile_field_get_hint (field) != '\0')
    ala_cli_print ("   %s\n", ala_profile_field_get_hint (field));
}

static void
add_field (JsonBuilder     *builder,
           AlaProfileField *field,
           AlaSetup        *setup,
           const char      *public_key)
{
  const char *secret = ala_profile_field_get_secret (field);
  g_autofree char *value = ala_profile_field_dup_value (field, setup, public_key);

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_profile_field_get_id (field));
  ala_cli_json_add_text (builder, "label", ala_profile_field_get_label (field));
  if (secret != NULL)
    ala_cli_json_add_text (builder, "secret", secret);
  else
    ala_cli_json_add_text (builder, "value", value);
  ala_cli_json_add_text (builder, "hint", ala_profile_field_get_hint (field));
  json_builder_end_object (builder);
}

static void
show_fields (AlaSetup   *setup,
             GListModel *fields,
             const char *public_key)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (setup));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);

      if (json)
        add_field (builder, field, setup, public_key);
      else
        show_field (field, i + 1, setup, public_key);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  if (json)
    ala_cli_json_print (builder);
}

/* Whether the product asks for the secret of --secret at all. */
static gboolean
is_asked_for (AlaProfile *profile)
{
  GListModel *fields = ala_profile_get_fields (profile);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);

      if (ala_profile_field_get_secret (field) != NULL)
        g_ptr_array_add (names, (gpointer) ala_profile_field_get_secret (field));
    }
  g_ptr_array_add (names, NULL);
  if (g_strv_contains ((const char * const *) names->pdata, secret_name))
    return TRUE;

  nearest = ala_cli_suggest (secret_name, (const char * const *) names->pdata);
  if (nearest != NULL)
    ala_cli_message (_("There is no secret “%s”. Did you mean “%s”?"), secret_name, nearest);
  else
    /* Translators: the name of a product, and what was typed */
    ala_cli_message (_("%s does not ask for “%s”."), ala_profile_get_name (profile), secret_name);
  return FALSE;
}

static AlaCliStatus
show_secret (AlaCliLinks  *links,
             AlaSetup     *setup,
             GCancellable *cancellable)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (AlaSecret) secret = NULL;
  g_autoptr (GError) error = NULL;

  pair = ala_cli_links_load_pair (links, setup, cancellable, &error);
  if (pair != NULL && g_str_equal (secret_name, ALA_SECRET_PRIVATE_KEY))
    secret = ala_key_export_private (pair, ala_profile_get_private_key_form (ala_cli_links_get_profile (links, setup)), &error);
  else if (pair != NULL)
    secret = ala_cli_links_load_secret (links, setup, secret_name, cancellable, &error);
  if (secret == NULL)
    return ala_cli_fail (error);

  if (isatty (STDOUT_FILENO))
    ala_cli_message (_("This is a secret. Whoever reads it on this screen can use Jira in your name."));
  ala_cli_print_secret (secret);
  return ALA_CLI_OK;
}

static void
tell_of_old (AlaCliLinks *links,
             AlaSetup    *setup,
             AlaProfile  *profile)
{
  AlaSetup *old = ala_rotation_get_old (links->setups, setup);
  g_autofree char *note = old != NULL ? ala_rotation_dup_handover_note (old, profile) : NULL;

  if (note != NULL)
    ala_cli_message ("%s", note);
}

AlaCliStatus
ala_cli_handover_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autofree char *public_key = NULL;
  g_autoptr (GError) error = NULL;
  AlaProfile *profile;
  AlaSetup *setup;

  if (json && secret_name != NULL)
    {
      ala_cli_message (_("“--secret” prints nothing but the secret, so it does not go with “--json”."));
      return ALA_CLI_USAGE;
    }

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;
  profile = ala_cli_links_get_profile (&links, setup);
  if (secret_name != NULL && !is_asked_for (profile))
    return ALA_CLI_USAGE;

  if (secret_name != NULL)
    return show_secret (&links, setup, cancellable);

  public_key = ala_cli_links_load_public_key (&links, setup, cancellable, &error);
  if (public_key == NULL)
    return ala_cli_fail (error);
  if (!json)
    tell_of_old (&links, setup, profile);
  show_fields (setup, ala_profile_get_fields (profile), public_key);
  return ALA_CLI_OK;
}
