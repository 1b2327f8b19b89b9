/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-session.h"

#include <glib/gi18n-lib.h>

struct _AlaSecretSession
{
  GHashTable *links; /* (element-type utf8 GHashTable): link to its table of name to AlaSecret */
};

AlaSecretSession *
ala_secret_session_new (void)
{
  AlaSecretSession *self = g_new0 (AlaSecretSession, 1);

  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
ala_secret_session_free (AlaSecretSession *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->links);
  g_free (self);
}

void
ala_secret_session_save (AlaSecretSession *self,
                         const char       *link,
                         const char       *name,
                         AlaSecret        *secret)
{
  GHashTable *secrets;

  g_return_if_fail (self != NULL);
  g_return_if_fail (link != NULL && name != NULL && secret != NULL);

  secrets = g_hash_table_lookup (self->links, link);
  if (secrets == NULL)
    {
      secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ala_secret_unref);
      g_hash_table_insert (self->links, g_strdup (link), secrets);
    }
  g_hash_table_insert (secrets, g_strdup (name), ala_secret_ref (secret));
}

AlaSecret *
ala_secret_session_load (AlaSecretSession  *self,
                         const char        *link,
                         const char        *name,
                         GError           **error)
{
  GHashTable *secrets;
  AlaSecret *secret;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (link != NULL && name != NULL, NULL);

  secrets = g_hash_table_lookup (self->links, link);
  secret = secrets != NULL ? g_hash_table_lookup (secrets, name) : NULL;
  if (secret == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SECRETS_MISSING, _("This program was started anew since they were made."));
      return NULL;
    }

  return ala_secret_ref (secret);
}

void
ala_secret_session_clear (AlaSecretSession *self,
                          const char       *link,
                          const char       *name)
{
  GHashTable *secrets;

  g_return_if_fail (self != NULL);
  g_return_if_fail (link != NULL);

  secrets = g_hash_table_lookup (self->links, link);
  if (name == NULL)
    g_hash_table_remove (self->links, link);
  else if (secrets != NULL)
    g_hash_table_remove (secrets, name);
}
