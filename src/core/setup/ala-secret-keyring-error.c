/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-keyring-error.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static gboolean
is_absent (const GError *error,
           gboolean      reached)
{
  /* No message bus: GIO has no one code for that. */
  if (!reached && error->domain == G_IO_ERROR && error->code != G_IO_ERROR_TIMED_OUT)
    return TRUE;

  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_EXEC_FAILED)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_CHILD_EXITED);
}

static gboolean
is_locked (const GError *error)
{
  /* A question that the person dismissed comes back as a cancelled operation, one that could not be shown as the collection
   * that was not made. */
  return g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED)
         || g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

GError *
ala_secret_keyring_error_new (const GError *cause,
                              gboolean      reached)
{
  g_autoptr (GError) plain = NULL;
  AlaProblem problem = ALA_PROBLEM_KEYRING_FAILED;

  g_return_val_if_fail (cause != NULL, NULL);

  if (is_absent (cause, reached))
    problem = ALA_PROBLEM_KEYRING_ABSENT;
  else if (is_locked (cause))
    problem = ALA_PROBLEM_KEYRING_LOCKED;

  plain = g_error_copy (cause);
  g_dbus_error_strip_remote_error (plain);
  return ala_problem_new_error (problem, _("The keyring says: %s."), plain->message);
}
