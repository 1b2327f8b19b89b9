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
