/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-key.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ala-cli-file.h"
#include "ala-cli-json.h"
#include "ala-cli-key-source.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-key-export.h"

#define KEY_FILE "applink-key.pem"

/* The certificate carries the key and nothing else that counts; the guide makes it for a year. */
#define CERTIFICATE_NAME "applink"
#define CERTIFICATE_DAYS 365

static int bits = ALA_KEY_BITS_DEFAULT;
static gboolean force;
static gboolean json;
static char *out;
static char *form;

#define OPTION_FORCE \
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace files that are there already"), NULL }

const GOptionEntry ala_cli_key_new_options[] = {
  { "bits", 0, 0, G_OPTION_ARG_INT, &bits, N_("1024, 2048 (the default), 3072 or 4096"), N_("N") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Where the private key goes; without this, applink-key.pem"), N_("FILE") },
  OPTION_FORCE,
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

const GOptionEntry ala_cli_key_import_options[] = {
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Where the private key goes; without this, applink-key.pem"), N_("FILE") },
  OPTION_FORCE,
  ALA_CLI_KEY_SOURCE_PASSWORD,
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

const GOptionEntry ala_cli_key_show_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_KEY_SOURCE_LINK,
  ALA_CLI_KEY_SOURCE_PASSWORD,
  { NULL }
};

const GOptionEntry ala_cli_key_export_options[] = {
  { "form", 0, 0, G_OPTION_ARG_STRING, &form, N_("Which form, see above"), N_("FORM") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Write to FILE instead of standard output"), N_("FILE") },
  OPTION_FORCE,
  ALA_CLI_KEY_SOURCE_LINK,
  ALA_CLI_KEY_SOURCE_PASSWORD,
  { NULL }
};

/* The names of the forms; what each of them is stands in the description of the command. */
static const char * const forms[] = {
  "public-body", "public-pem", "pkcs8-pem", "pkcs8-body", "pkcs1-pem", "pkcs1-body", "certificate",
  "guide-files", NULL
};

static AlaKeyPair *
generate (GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_key_pair_generate_async (bits, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Making a key pair"));
  return ala_key_pair_generate_finish (result, error);
}

/* @path: (nullable): where the private key went */
static void
show_json (AlaKeyPair *pair,
           const char *public_body,
           const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_number (builder, "bits", ala_key_pair_get_bits (pair));
  ala_cli_json_add_text (builder, "fingerprint", ala_key_pair_get_fingerprint (pair));
  ala_cli_json_add_text (builder, "publicKey", public_body);
  if (path != NULL)
    ala_cli_json_add_text (builder, "file", path);
  json_builder_end_object (builder);
  ala_cli_json_print (builder);
}

/* Keeps the pair where the options say, and tells what Jira needs of it. */
static AlaCliStatus
keep (AlaKeyPair *pair)
{
  const char *path = out != NULL ? out : KEY_FILE;
  g_autoptr (AlaSecret) text = NULL;
  g_autofree char *public_body = NULL;
  g_autoptr (GError) error = NULL;

  text = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  if (text == NULL || !ala_cli_write_file (path, ala_secret_peek (text), TRUE, force, &error))
    return ala_cli_fail (error);

  public_body = ala_key_export_public_body (pair);
  if (json)
    {
      show_json (pair, public_body, path);
      return ALA_CLI_OK;
    }

  ala_cli_message (_("The private key is in %s. Nobody but you can read it; keep it so."), path);
  ala_cli_message (_("SHA-256 fingerprint of the public key: %s"), ala_key_pair_get_fingerprint (pair));
  ala_cli_message (_("The public key, as Jira’s box “Public Key” takes it:"));
  ala_cli_print ("%s\n", public_body);
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_key_new_run (const char * const *arguments,
                     GCancellable       *cancellable)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  if (bits != 1024 && bits != 2048 && bits != 3072 && bits != 4096)
    {
      ala_cli_message (_("“--bits” takes 1024, 2048, 3072 or 4096."));
      return ALA_CLI_USAGE;
    }

  pair = generate (cancellable, &error);
  return pair != NULL ? keep (pair) : ala_cli_fail (error);
}

AlaCliStatus
ala_cli_key_import_run (const char * const *arguments,
                        GCancellable       *cancellable)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  AlaCliStatus status = ala_cli_key_source_read (arguments[0], cancellable, &pair);

  return status == ALA_CLI_OK ? keep (pair) : status;
}

AlaCliStatus
ala_cli_key_show_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autofree char *public_body = NULL;
  AlaCliStatus status = ala_cli_key_source_read (arguments[0], cancellable, &pair);

  if (status != ALA_CLI_OK)
    return status;

  public_body = ala_key_export_public_body (pair);
  if (json)
    {
      show_json (pair, public_body, NULL);
    }
  else
    {
      ala_cli_print (_("Size:        %u bits\n"), ala_key_pair_get_bits (pair));
      ala_cli_print (_("Fingerprint: %s\n"), ala_key_pair_get_fingerprint (pair));
      ala_cli_print (_("Public key:  %s\n"), public_body);
    }

  return ALA_CLI_OK;
}

static gboolean
is_private (const char *name)
{
  return g_str_has_prefix (name, "pkcs");
}

/* One text in the form called @name. The public ones go the same way, so that there is one way to write them. */
static AlaSecret *
export_text (AlaKeyPair  *pair,
             const char  *name,
             GError     **error)
{
  char *text;

  if (g_str_equal (name, "pkcs8-pem"))
    return ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, error);
  if (g_str_equal (name, "pkcs8-body"))
    return ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_BODY, error);
  if (g_str_equal (name, "pkcs1-pem"))
    return ala_key_export_private (pair, ALA_KEY_FORM_PKCS1_PEM, error);
  if (g_str_equal (name, "pkcs1-body"))
    return ala_key_export_private (pair, ALA_KEY_FORM_PKCS1_BODY, error);

  if (g_str_equal (name, "public-pem"))
    text = ala_key_export_public_pem (pair);
  else if (g_str_equal (name, "public-body"))
    text = ala_key_export_public_body (pair);
  else
    text = ala_key_export_certificate (pair, CERTIFICATE_NAME, CERTIFICATE_DAYS, error);

  return text != NULL ? ala_secret_new_take (text) : NULL;
}

static gboolean
export_guide_files (AlaKeyPair  *pair,
                    GError     **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (out);
  const char * const *names = ala_key_export_guide_names ();

  for (guint i = 0; !force && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      if (g_file_query_exists (file, NULL))
        {
          ala_problem_set_error (error, ALA_PROBLEM_FILE_NOT_SAVED,
                                 _("%s exists already. “--force” replaces it."), g_file_peek_path (file));
          return FALSE;
        }
    }

  return ala_key_export_guide_files (pair, folder, error);
}

static AlaCliStatus
check_form (void)
{
  const char *nearest;

  if (form == NULL)
    {
      ala_cli_message (_("“--form” is missing. “applink help key export” lists the forms."));
      return ALA_CLI_USAGE;
    }

  if (!g_strv_contains (forms, form))
    {
      nearest = ala_cli_suggest (form, forms);
      if (nearest != NULL)
        ala_cli_message (_("There is no form “%s”. Did you mean “%s”?"), form, nearest);
      else
        ala_cli_message (_("There is no form “%s”. “applink help key export” lists the forms."), form);
      return ALA_CLI_USAGE;
    }

  if (g_str_equal (form, "guide-files") && out == NULL)
    {
      ala_cli_message (_("“guide-files” are four files: name a folder for them with “--out”."));
      return ALA_CLI_USAGE;
    }

  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_key_export_run (const char * const *arguments,
                        GCancellable       *cancellable)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (AlaSecret) text = NULL;
  g_autoptr (GError) error = NULL;
  AlaCliStatus status = check_form ();

  if (status != ALA_CLI_OK)
    return status;

  status = ala_cli_key_source_read (arguments[0], cancellable, &pair);
  if (status != ALA_CLI_OK)
    return status;

  if (g_str_equal (form, "guide-files"))
    return export_guide_files (pair, &error) ? ALA_CLI_OK : ala_cli_fail (error);

  text = export_text (pair, form, &error);
  if (text == NULL)
    return ala_cli_fail (error);

  if (out != NULL)
    return ala_cli_write_file (out, ala_secret_peek (text), is_private (form), force, &error) ? ALA_CLI_OK : ala_cli_fail (error);

  if (is_private (form) && isatty (STDOUT_FILENO))
    ala_cli_message (_("This is the private key. Whoever reads it on this screen can sign in your name."));
  ala_cli_print_secret (text);
  return ALA_CLI_OK;
}
