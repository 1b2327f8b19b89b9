/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-parameters.h"

#include <glib/gi18n-lib.h>

#include "ala-signature-echo.h"

struct _AlaParametersCheck
{
  AlaCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaParametersCheck, ala_parameters_check, ALA_TYPE_CHECK)

/* The signature is not part of the text that Jira shows; that it verified one says that it came. */
static const char * const six[] = {
  "oauth_consumer_key", "oauth_token", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce",
};

/* Returns: whether all of the six arrived as they were sent */
static gboolean
add_findings (AlaCheck         *check,
              AlaSignatureEcho *echo)
{
  gboolean all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (six); i++)
    {
      gboolean arrived = ala_signature_echo_has_arrived (echo, six[i]);

      all = all && arrived;
      ala_check_add_finding (check, arrived ? ALA_CHECK_PASSED : ALA_CHECK_FAILED, six[i], six[i],
                             arrived ? _("arrives as it was sent") : _("does not arrive as it was sent"));
    }

  return all;
}

static void
judge_shown (AlaCheck         *check,
             AlaSignatureEcho *echo)
{
  const char *difference = ala_signature_echo_get_difference (echo);
  gboolean all = add_findings (check, echo);
  GError *error;

  if (difference == NULL)
    {
      ala_check_end (check, ALA_CHECK_PASSED, _("All six OAuth parameters reach Jira as they were sent"), NULL);
      return;
    }

  error = ala_problem_new_error (ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS, "%s", difference);
  if (all && ala_signature_echo_is_same_address (echo))
    /* Requests without such letters work, and so may the whole link for a while. */
    ala_check_end (check, ALA_CHECK_WARNING, _("The OAuth parameters reach Jira, but what stands in an address is changed on the way"),
                   error);
  else
    ala_check_end_with_error (check, error);
}

/* Whatever Jira refuses before it looks at the signature is the matter of the check of the account. */
static gboolean
is_about_parameters (const GError *error)
{
  return ala_problem_get_note (error, ALA_NOTE_OAUTH_PROBLEM) == NULL
         || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_PARAMETER_ABSENT)
         || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_PARAMETER_REJECTED);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaCheck) check = user_data;
  g_autoptr (AlaSignatureEcho) echo = NULL;
  GError *error = NULL;

  echo = ala_signature_echo_ask_finish (result, &error);
  if (echo == NULL)
    {
      if (is_about_parameters (error))
        {
          ala_check_end_with_error (check, error);
          return;
        }
      ala_check_end (check, ALA_CHECK_SKIPPED, _("Not checked, because Jira refused the request for another reason"), NULL);
      g_error_free (error);
      return;
    }

  switch (ala_signature_echo_get_verdict (echo))
    {
    case ALA_ECHO_SHOWN:
      judge_shown (check, echo);
      break;
    case ALA_ECHO_IGNORED:
      ala_check_end_with_error (check, ala_problem_new_error (ALA_PROBLEM_SIGNATURE_IGNORED,
                                                              _("A request with a wrong signature was answered for a user.")));
      break;
    case ALA_ECHO_HIDDEN:
    default:
      ala_check_end (check, ALA_CHECK_PASSED,
                     _("All six OAuth parameters reach Jira, since it checks the signature; what it saw it does not show"), NULL);
      break;
    }
}

static void
ala_parameters_check_run (AlaCheck      *check,
                          AlaJiraClient *client,
                          AlaSetup      *setup,
                          AlaProfile    *profile,
                          GCancellable  *cancellable)
{
  ala_signature_echo_ask_async (client, cancellable, asked_cb, g_object_ref (check));
}

static void
ala_parameters_check_class_init (AlaParametersCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  check_class->id = "parameters";
  check_class->title = N_("OAuth parameters");
  check_class->run = ala_parameters_check_run;
}

static void
ala_parameters_check_init (AlaParametersCheck *self)
{
}
