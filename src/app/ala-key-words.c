/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-words.h"

#include <glib/gi18n.h>

char *
ala_key_words_fingerprint (const char *fingerprint)
{
  GString *groups;

  g_return_val_if_fail (fingerprint != NULL, NULL);

  groups = g_string_new (NULL);
  for (gsize i = 0; fingerprint[i] != '\0'; i++)
    {
      if (i > 0 && i % 8 == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, fingerprint[i]);
    }

  return g_string_free (groups, FALSE);
}

const char *
ala_key_words_whereabouts (AlaWorkspace *workspace,
                           gboolean      keeping)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (workspace), NULL);

  if (!ala_workspace_is_key_safe (workspace))
    return ala_workspace_is_making_key (workspace) ? _("Being made…") : keeping ? _("Being stored…") : _("Not stored yet");
  if (ala_workspace_is_rehearsal (workspace))
    return _("Kept until the program ends, for practice");

  switch (ala_setup_get_secret_place (ala_workspace_get_setup (workspace)))
    {
    case ALA_SECRET_PLACE_FILE:
      return _("Kept in a file that only you can read");
    case ALA_SECRET_PLACE_SESSION:
      return _("Kept until the program ends");
    case ALA_SECRET_PLACE_KEYRING:
    default:
      return _("Kept in the keyring of this computer");
    }
}
