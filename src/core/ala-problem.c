/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-problem.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ala-problem-table.h"

/* Facts that travel with an error, so that a page can compare base strings or wait as long as Jira asks. */
typedef struct
{
  GHashTable *notes;
} AlaProblemErrorPrivate;

static void
ala_problem_error_private_init (AlaProblemErrorPrivate *priv)
{
  priv->notes = NULL;
}

static void
ala_problem_error_private_copy (const AlaProblemErrorPrivate *from,
                                AlaProblemErrorPrivate       *to)
{
  GHashTableIter iter;
  gpointer key, value;

  to->notes = NULL;
  if (from->notes == NULL)
    return;

  to->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, from->notes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->notes, g_strdup (key), g_strdup (value));
}

static void
ala_problem_error_private_clear (AlaProblemErrorPrivate *priv)
{
  g_clear_pointer (&priv->notes, g_hash_table_unref);
}

G_DEFINE_EXTENDED_ERROR (AlaProblemError, ala_problem_error)

static const AlaProblemRow *
get_row (AlaProblem problem)
{
  if ((guint) problem >= ALA_N_PROBLEMS)
    problem = ALA_PROBLEM_UNEXPECTED;

  return &ala_problem_table[problem];
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : "";
}

const char *
ala_problem_get_id (AlaProblem problem)
{
  return get_row (problem)->id;
}

const char *
ala_problem_get_title (AlaProblem problem)
{
  return translate (get_row (problem)->title);
}

const char *
ala_problem_get_cause (AlaProblem problem)
{
  return translate (get_row (problem)->cause);
}

const char *
ala_problem_get_remedy (AlaProblem problem)
{
  return translate (get_row (problem)->remedy);
}

AlaStep
ala_problem_get_step (AlaProblem problem)
{
  return get_row (problem)->step;
}

AlaProof
ala_problem_get_proofs (AlaProblem problem)
{
  return get_row (problem)->proofs;
}

AlaProblem
ala_problem_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, ALA_PROBLEM_NONE);

  for (guint i = 1; i < ALA_N_PROBLEMS; i++)
    if (g_str_equal (ala_problem_table[i].id, id))
      return i;

  return ALA_PROBLEM_NONE;
}

AlaProblem
ala_problem_from_error (const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ALA_PROBLEM_NONE;
  if (error->domain == ALA_PROBLEM_ERROR)
    return error->code;

  return ALA_PROBLEM_UNEXPECTED;
}

GError *
ala_problem_new_error (AlaProblem  problem,
                       const char *format,
                       ...)
{
  va_list args;
  GError *error;

  g_return_val_if_fail (problem > ALA_PROBLEM_NONE && problem < ALA_N_PROBLEMS, NULL);

  va_start (args, format);
  error = g_error_new_valist (ALA_PROBLEM_ERROR, problem, format, args);
  va_end (args);

  return error;
}

void
ala_problem_set_error (GError     **error,
                       AlaProblem   problem,
                       const char  *format,
                       ...)
{
  va_list args;

  g_return_if_fail (error == NULL || *error == NULL);
  g_return_if_fail (problem > ALA_PROBLEM_NONE && problem < ALA_N_PROBLEMS);

  if (error == NULL)
    return;

  va_start (args, format);
  *error = g_error_new_valist (ALA_PROBLEM_ERROR, problem, format, args);
  va_end (args);
}

void
ala_problem_annotate (GError     *error,
                      const char *key,
                      const char *value)
{
  AlaProblemErrorPrivate *priv;

  g_return_if_fail (error != NULL && error->domain == ALA_PROBLEM_ERROR);
  g_return_if_fail (key != NULL);

  priv = ala_problem_error_get_private (error);
  if (priv->notes == NULL)
    priv->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (value != NULL)
    g_hash_table_insert (priv->notes, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (priv->notes, key);
}

const char *
ala_problem_get_note (const GError *error,
                      const char   *key)
{
  AlaProblemErrorPrivate *priv;

  g_return_val_if_fail (key != NULL, NULL);

  if (error == NULL || error->domain != ALA_PROBLEM_ERROR)
    return NULL;

  priv = ala_problem_error_get_private (error);
  return priv->notes != NULL ? g_hash_table_lookup (priv->notes, key) : NULL;
}
