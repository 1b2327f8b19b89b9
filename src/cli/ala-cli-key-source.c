/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-key-source.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-file.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-key-import.h"

#define PASSWORD_MAX 1024

char *ala_cli_key_source_password_file;
char *ala_cli_key_source_link;

static AlaSecret *
read_password (GError **error)
{
  g_autoptr (AlaSecret) line = ala_cli_read_secret (ala_cli_key_source_password_file, PASSWORD_MAX, error);

  /* The line's end is the editor's, not the password's. */
  return line != NULL ? ala_secret_new (ala_secret_peek (line), strcspn (ala_secret_peek (line), "\r\n")) : NULL;
}

AlaKeyPair *
ala_cli_key_source_read_file (const char  *path,
                              GError     **error)
{
  g_autoptr (AlaSecret) password = NULL;
  g_autoptr (AlaSecret) data = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  data = ala_cli_read_secret (path, ALA_KEY_FILE_MAX, error);
  if (data == NULL)
    return NULL;

  if (ala_cli_key_source_password_file != NULL)
    {
      password = read_password (error);
      if (password == NULL)
        return NULL;
    }

  return ala_key_import (data, password, error);
}

AlaCliStatus
ala_cli_key_source_read (const char    *path,
                         GCancellable  *cancellable,
                         AlaKeyPair   **pair)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (GError) error = NULL;
  AlaSetup *setup;

  g_return_val_if_fail (pair != NULL, ALA_CLI_FAILED);

  *pair = NULL;
  if ((path == NULL) == (ala_cli_key_source_link == NULL))
    {
      ala_cli_message (_("Name either a file with a private key, or with “--link” a link."));
      return ALA_CLI_USAGE;
    }
  if (g_strcmp0 (path, "-") == 0 && g_strcmp0 (ala_cli_key_source_password_file, "-") == 0)
    {
      ala_cli_message (_("Key and password cannot both come from standard input."));
      return ALA_CLI_USAGE;
    }

  if (path != NULL)
    {
      *pair = ala_cli_key_source_read_file (path, &error);
    }
  else
    {
      ala_cli_links_open (&links);
      setup = ala_cli_links_find (&links, ala_cli_key_source_link);
      if (setup == NULL)
        return ALA_CLI_NOT_RUN;
      *pair = ala_cli_links_load_pair (&links, setup, cancellable, &error);
    }

  return *pair != NULL ? ALA_CLI_OK : ala_cli_fail (error);
}
