/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-credentials.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-file.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-product-key.h"

/* More than all of it ever takes, so that the text with the secrets is not moved about in memory while it grows. */
#define ROOM (64 * 1024)

typedef struct
{
  const char *name;
  const char *json;
  const char *environment;
} Entry;

enum
{
  JIRA,
  CONSUMER_KEY,
  ACCESS_TOKEN,
  ACCESS_TOKEN_SECRET,
  PRIVATE_KEY,
  N_ENTRIES
};

static const Entry entries[N_ENTRIES] = {
  [JIRA] = { "server", "jira", "JIRA_URL" },
  [CONSUMER_KEY] = { "consumer_key", "consumerKey", "JIRA_CONSUMER_KEY" },
  [ACCESS_TOKEN] = { "access_token", "accessToken", "JIRA_ACCESS_TOKEN" },
  [ACCESS_TOKEN_SECRET] = { "access_token_secret", "accessTokenSecret", "JIRA_ACCESS_TOKEN_SECRET" },
  [PRIVATE_KEY] = { "key_cert", "privateKey", "JIRA_PRIVATE_KEY" },
};

static const char * const forms[] = { "json", "python-jira", "env", NULL };

static char *form;
static char *out;
static gboolean force;

const GOptionEntry ala_cli_credentials_options[] = {
  { "form", 0, 0, G_OPTION_ARG_STRING, &form, N_("“json” (the default), “python-jira” or “env”"), N_("FORM") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Write to FILE, which only you can read, instead of standard output"), N_("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace files that are there already"), NULL },
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

/* A text in double quotes, as JSON and Python both read it. */
static void
quote_double (GString    *text,
              const char *value)
{
  g_string_append_c (text, '"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"' || *value == '\\')
        g_string_append_c (text, '\\');
      if (*value == '\n')
        g_string_append (text, "\\n");
      else if (g_ascii_iscntrl (*value))
        g_string_append_printf (text, "\\u%04x", (guint) *value);
      else
        g_string_append_c (text, *value);
    }
  g_string_append_c (text, '"');
}

static void
quote_shell (GString    *text,
             const char *value)
{
  g_string_append_c (text, '\'');
  for (; *value != '\0'; value++)
    {
      if (*value == '\'')
        g_string_append (text, "'\\''");
      else
        g_string_append_c (text, *value);
    }
  g_string_append_c (text, '\'');
}

static void
append_json (GString     *text,
             const char **values)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_string_append_printf (text, "%s  \"%s\": ", i == 0 ? "{\n" : ",\n", entries[i].json);
      quote_double (text, values[i]);
    }
  g_string_append (text, "\n}\n");
}

static void
append_python (GString     *text,
               const char **values)
{
  g_string_append (text, "from jira import JIRA\n\njira = JIRA(server=");
  quote_double (text, values[JIRA]);
  /* Newer releases sign with HMAC unless they are told; older ones know nothing but RSA, and pass over the entry. */
  g_string_append (text, ", oauth={\n    \"signature_method\": \"RSA-SHA1\",\n");
  for (guint i = JIRA + 1; i < N_ENTRIES; i++)
    {
      g_string_append_printf (text, "    \"%s\": ", entries[i].name);
      quote_double (text, values[i]);
      g_string_append (text, ",\n");
    }
  g_string_append (text, "})\n");
}

static void
append_environment (GString     *text,
                    const char **values)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_string_append_printf (text, "export %s=", entries[i].environment);
      quote_shell (text, values[i]);
      g_string_append_c (text, '\n');
    }
}

static AlaSecret *
write_text (const char **values)
{
  GString *text = g_string_sized_new (ROOM);

  if (form == NULL || g_str_equal (form, "json"))
    append_json (text, values);
  else if (g_str_equal (form, "env"))
    append_environment (text, values);
  else
    append_python (text, values);

  return ala_secret_new_take (g_string_free (text, FALSE));
}

static AlaCliStatus
show (AlaSecret *text)
{
  g_autoptr (GError) error = NULL;

  if (out != NULL)
    return ala_cli_write_file (out, ala_secret_peek (text), TRUE, force, &error) ? ALA_CLI_OK : ala_cli_fail (error);

  if (isatty (STDOUT_FILENO))
    ala_cli_message (_("These are the private key and the access token. Whoever reads them on this screen can use Jira in your name. "
                       "“--out” writes them to a file that only you can read."));
  ala_cli_print_secret (text);
  return ALA_CLI_OK;
}

AlaCliStatus
ala_cli_credentials_run (const char * const *arguments,
                         GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSecret) key = NULL, token = NULL, secret = NULL, text = NULL;
  g_autoptr (GError) error = NULL;
  const char *values[N_ENTRIES];
  AlaSetup *setup;

  if (form != NULL && !g_strv_contains (forms, form))
    {
      const char *nearest = ala_cli_suggest (form, forms);

      ala_cli_message (_("There is no form “%s”. Did you mean “%s”?"), form, nearest != NULL ? nearest : forms[0]);
      return ALA_CLI_USAGE;
    }

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;
  if (ala_cli_links_is_keyless (setup))
    {
      g_autoptr (GError) elsewhere = ala_product_key_new_error (ala_cli_links_get_profile (&links, setup));

      return ala_cli_fail (elsewhere);
    }
  if (ala_setup_get_authorized (setup) == 0)
    {
      ala_cli_message (_("This link has not been authorized yet. “applink authorize %.8s” does that."), ala_setup_get_id (setup));
      return ALA_CLI_NOT_RUN;
    }

  key = ala_cli_links_load_secret (&links, setup, ALA_SECRET_PRIVATE_KEY, cancellable, &error);
  if (key != NULL)
    token = ala_cli_links_load_secret (&links, setup, ALA_SECRET_ACCESS_TOKEN, cancellable, &error);
  if (token != NULL)
    secret = ala_cli_links_load_secret (&links, setup, ALA_SECRET_ACCESS_TOKEN_SECRET, cancellable, &error);
  if (secret == NULL)
    return ala_cli_fail (error);

  values[JIRA] = ala_setup_get_jira_url (setup);
  values[CONSUMER_KEY] = ala_setup_get_consumer_key (setup);
  values[ACCESS_TOKEN] = ala_secret_peek (token);
  values[ACCESS_TOKEN_SECRET] = ala_secret_peek (secret);
  values[PRIVATE_KEY] = ala_secret_peek (key);
  text = write_text (values);
  return show (text);
}
