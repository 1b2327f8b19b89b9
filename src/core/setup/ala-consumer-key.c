/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-consumer-key.h"

#include <string.h>

#include <glib/gi18n-lib.h>

gboolean
ala_consumer_key_check (const char  *consumer_key,
                        GError     **error)
{
  glong length;

  g_return_val_if_fail (consumer_key != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  length = g_utf8_strlen (consumer_key, -1);
  if (length == 0)
    ala_problem_set_error (error, ALA_PROBLEM_CONSUMER_KEY_EMPTY, _("The link has no consumer key yet."));
  else if (strpbrk (consumer_key, " \t") != NULL)
    ala_problem_set_error (error, ALA_PROBLEM_CONSUMER_KEY_SPACES, "“%s”", consumer_key);
  else if (length > ALA_CONSUMER_KEY_MAX)
    ala_problem_set_error (error, ALA_PROBLEM_CONSUMER_KEY_LONG,
                           g_dngettext (GETTEXT_PACKAGE, "%ld character", "%ld characters", (gulong) length), length);
  else
    return TRUE;

  return FALSE;
}

static void
add_candidate (GPtrArray  *candidates,
               const char *consumer_key,
               char       *candidate) /* (transfer full) */
{
  if (*candidate == '\0' || g_str_equal (candidate, consumer_key)
      || g_ptr_array_find_with_equal_func (candidates, candidate, g_str_equal, NULL))
    g_free (candidate);
  else
    g_ptr_array_add (candidates, candidate);
}

static char *
replace (const char *text,
         char        from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, (const char[]) { from, '\0' }, -1);

  return g_strjoinv (to, parts);
}

GStrv
ala_consumer_key_list_likely (const char *consumer_key,
                              const char *application_name)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (consumer_key != NULL, NULL);
  g_return_val_if_fail (application_name != NULL, NULL);

  add_candidate (candidates, consumer_key, g_strdup (application_name));
  add_candidate (candidates, consumer_key, g_utf8_strdown (consumer_key, -1));
  add_candidate (candidates, consumer_key, replace (consumer_key, '-', " "));
  add_candidate (candidates, consumer_key, replace (consumer_key, ' ', "-"));
  add_candidate (candidates, consumer_key, replace (consumer_key, '-', ""));
  add_candidate (candidates, consumer_key, replace (consumer_key, '-', "_"));
  add_candidate (candidates, consumer_key, g_strconcat (consumer_key, " ", NULL));
  add_candidate (candidates, consumer_key, g_strconcat (" ", consumer_key, NULL));
  g_ptr_array_add (candidates, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&candidates), FALSE);
}
