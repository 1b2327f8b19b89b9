/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-authorize.h"
#include "ala-cli-checks.h"
#include "ala-cli-credentials.h"
#include "ala-cli-ends.h"
#include "ala-cli-handover.h"
#include "ala-cli-help.h"
#include "ala-cli-key.h"
#include "ala-cli-link.h"
#include "ala-cli-link-change.h"
#include "ala-cli-link-copy.h"
#include "ala-cli-link-new.h"
#include "ala-cli-link-retire.h"
#include "ala-cli-link-rotate.h"
#include "ala-cli-practice.h"
#include "ala-cli-probe.h"
#include "ala-cli-profiles.h"
#include "ala-cli-rehearse.h"
#include "ala-cli-report.h"
#include "ala-cli-steps.h"
#include "ala-cli-watch.h"
#include "ala-cli-webhooks.h"

const AlaCliCommand ala_cli_commands[] = {
  {
    "probe", N_("URL"),
    N_("Ask a Jira what it is, without a login"),
    N_("URL is any address of Jira, as copied from a browser. Ends with 0 when all is well, with 1 when Jira answered but "
       "something is worth mending, with 2 when it did not."),
    ala_cli_probe_options, ala_cli_probe_run,
  },
  {
    "key new", "",
    N_("Make a key pair"),
    N_("The private key goes into a file that only you can read, the public key to standard output."),
    ala_cli_key_new_options, ala_cli_key_new_run,
  },
  {
    "key import", N_("FILE"),
    N_("Take over a private key of your own"),
    N_("FILE is a private RSA key in any usual form, with or without a password, or “-” for standard input. It is kept without "
       "a password in a file that only you can read; the public key goes to standard output."),
    ala_cli_key_import_options, ala_cli_key_import_run,
  },
  {
    "key show", N_("[FILE]"),
    N_("Show size, fingerprint and public key of a private key"),
    N_("FILE is a private RSA key in any usual form, or “-” for standard input."),
    ala_cli_key_show_options, ala_cli_key_show_run,
  },
  {
    "key export", N_("[FILE]"),
    N_("Write a key in another form"),
    N_("FILE is a private RSA key in any usual form, or “-” for standard input. The forms are:\n"
       "\n"
       "  public-body   the public key in one line, as Jira takes it\n"
       "  public-pem    the public key with its BEGIN and END lines\n"
       "  pkcs8-body    the private key in one line, as many products take it\n"
       "  pkcs8-pem     the private key as PKCS#8\n"
       "  pkcs1-pem     the private key as PKCS#1\n"
       "  pkcs1-body    the same in one line\n"
       "  certificate   a certificate that carries the public key\n"
       "  guide-files   the four files of the vendor’s guide, in the folder that --out names"),
    ala_cli_key_export_options, ala_cli_key_export_run,
  },
  {
    "profiles", "",
    N_("List the products that can be connected"),
    N_("Lists the ids for “link new --profile”. A file of your own in applink-assistant/profiles/ below the user’s data folder adds a "
       "product, or replaces the one of the same id. Ends with 1 when one of these files is not in the right form."),
    ala_cli_profiles_options, ala_cli_profiles_run,
  },
  {
    "link new", "",
    N_("Begin a link"),
    N_("Asks Jira what it is, makes a key pair, keeps it, and prints the id of the new link. What was begun here can be finished "
       "in the window, and the other way round."),
    ala_cli_link_new_options, ala_cli_link_new_run,
  },
  {
    "link list", "",
    N_("List the links on this computer"),
    N_("A “!” stands where something ends soon, or has ended: the token sixty days before, a certificate thirty days before."),
    ala_cli_link_list_options, ala_cli_link_list_run,
  },
  {
    "link show", N_("ID"),
    N_("Show what is known of a link"),
    N_("ID is the id of a link, the beginning of it, or the name of the link."),
    ala_cli_link_show_options, ala_cli_link_show_run,
  },
  {
    "link steps", N_("ID"),
    N_("Show what to do in Jira, with every value to enter"),
    N_("The steps are those for the version of Jira that was found."),
    ala_cli_steps_options, ala_cli_steps_run,
  },
  {
    "link watch", N_("ID"),
    N_("Watch Jira until it accepts the link"),
    N_("Asks Jira again and again, gently, while somebody enters the link there, and says how far it has got and what usually goes "
       "wrong. Ends with 0 as soon as Jira accepts the link, with 2 when it has not after the time of --wait."),
    ala_cli_watch_options, ala_cli_watch_run,
  },
  {
    "link calendar", N_("ID"),
    N_("Write the days on which something of a link ends, for a calendar"),
    N_("The form is iCalendar (.ics), which calendars import: a day for each end that is known, the token’s and the certificate’s, "
       "with reminders before, and what to do then. Imported again it replaces what was there. It holds no secret.\n"
       "\n"
       "Ends with 1 when nothing is known that is still to end."),
    ala_cli_link_calendar_options, ala_cli_link_calendar_run,
  },
  {
    "link rename", N_("ID NAME"),
    N_("Give a link a name of your own"),
    N_("The name stands in lists and reports, and every command takes it in place of ID as long as no other link has the same. "
       "With an empty name the link is called like the host of its Jira again."),
    ala_cli_link_rename_options, ala_cli_link_rename_run,
  },
  {
    "link duplicate", N_("ID"),
    N_("Begin a link like another one"),
    N_("The new link takes over product, address of Jira and certificates. It gets a key pair and a consumer key of its own, and has "
       "to be entered in Jira and authorized like any new one. The other link stays as it is."),
    ala_cli_link_copy_options, ala_cli_link_copy_run,
  },
  {
    "link rotate", N_("ID"),
    N_("Begin a link with a new key in place of another one"),
    N_("Jira does not change the key of a link without ending its access, so the new link is made beside the old one, with a key pair, "
       "a consumer key, a name in Jira and an address of its own. The old one stays as it is and works on until “link retire” leads "
       "through removing it. To give it up, delete the new link."),
    ala_cli_link_rotate_options, ala_cli_link_rotate_run,
  },
  {
    "link retire", N_("ID"),
    N_("Remove the old link once another one works in its place"),
    N_("ID is the new link or the old one. As long as the new one is not proven to work, and handed over to the product, nothing of the "
       "old one is touched. Then it says what to delete in Jira, and looks whether Jira refuses the old link: its token, and its consumer "
       "key too, since the product has a token of its own. Only then “--yes” deletes it on this computer.\n"
       "\n"
       "Ends with 0 when the old link is gone, with 1 when Jira refuses it and it is only left to be deleted here, with 2 when it still "
       "works or that cannot be seen, with 3 when it is too early."),
    ala_cli_link_retire_options, ala_cli_link_retire_run,
  },
  {
    "link delete", N_("ID"),
    N_("Remove a link and its secrets from this computer"),
    N_("In Jira the link and the access stay. What is left there, and on which page it is deleted, is said at the end."),
    ala_cli_link_delete_options, ala_cli_link_delete_run,
  },
  {
    "authorize", N_("ID"),
    N_("Get the access token of a link"),
    N_("Opens Jira’s page in a browser, or prints its address. The answer comes back by itself, or is read from standard input: "
       "the code, the sentence around it, or the address at which the browser ended. So it works over SSH too.\n"
       "\n"
       "Where nobody can type, “--callback oob” prints the address and ends with 3; “--verifier” with the code goes on from there. With "
       "“--json” the events are: authorize-url, waiting, problem and authorized."),
    ala_cli_authorize_options, ala_cli_authorize_run,
  },
  {
    "credentials", N_("ID"),
    N_("Print what a script needs to use a link"),
    N_("Prints the address of Jira, the consumer key, the access token with its secret, and the private key. Keep them as you would "
       "keep a password. The forms are:\n"
       "\n"
       "  json          an object\n"
       "  python-jira   Python that signs in with the package “jira”\n"
       "  env           variables for a shell"),
    ala_cli_credentials_options, ala_cli_credentials_run,
  },
  {
    "handover", N_("ID"),
    N_("Show what to enter in the product that is connected"),
    N_("Lists the fields of its dialog in their order. A secret is printed alone, and only when “--secret” names it, so that it can be "
       "piped to where it is needed."),
    ala_cli_handover_options, ala_cli_handover_run,
  },
  {
    "check", N_("ID"),
    N_("Check whether a link works"),
    N_("Ends with 0 when all checks passed, with 1 when something is worth mending, with 2 when something failed, with 3 when "
       "the checks could not be run."),
    ala_cli_check_options, ala_cli_check_run,
  },
  {
    "report", N_("ID"),
    N_("Check a link, and report how it stands"),
    N_("Runs all checks and prints verdict, checks, and what is left to do: as text, for a ticket, or as JSON, for programs and for "
       "“report compare”. No report holds a key or a token. A file that is there is replaced.\n"
       "\n"
       "Ends with 0 when all checks passed, with 1 when something is worth mending, with 2 when something failed, with 3 when the "
       "checks could not be run or the report could not be written."),
    ala_cli_report_options, ala_cli_report_run,
  },
  {
    "report compare", N_("A B"),
    N_("Show what changed between two reports"),
    N_("A and B are reports that were written as JSON.\n"
       "\n"
       "Ends with 0 when nothing has changed, with 1 when something is different but nothing is worse, with 2 when something is "
       "worse, with 3 when a report could not be read."),
    ala_cli_report_compare_options, ala_cli_report_compare_run,
  },
  {
    "webhooks", N_("ID ACTION [PLAN]"),
    N_("See to the webhooks by which Jira tells the product of changes"),
    N_("The actions are:\n"
       "\n"
       "  list     list what is there, and which of the needed events are missing\n"
       "  plan     say what is left to do, with everything to enter by hand; with “automatic” (the product makes them), “manual” or\n"
       "           “none” behind it, decide that\n"
       "  create   make the webhook or complete it, after showing exactly what will be sent, and read it back\n"
       "\n"
       "Only an administrator of Jira can list or make webhooks; others get what to hand on. Ends with 0 when every event is sent, "
       "with 1 when something is missing, was not sent, or is for an administrator to do, with 2 when something failed, with 3 when "
       "the link cannot be used."),
    ala_cli_webhooks_options, ala_cli_webhooks_run,
  },
  {
    "practice", "",
    N_("Serve a practice Jira until Ctrl+C"),
    N_("A simulated Jira on this computer, for rehearsing and for seeing how an error looks. The first line on standard output "
       "is its address. It keeps everything in memory and forgets it in the end."),
    ala_cli_practice_options, ala_cli_practice_run,
  },
  {
    "rehearse", "",
    N_("Do the whole job by itself with a practice Jira"),
    N_("Starts a practice Jira, makes a key pair, enters the application link in Jira’s pages, allows the access, and runs the "
       "checks, with a line for each step and what it proved. Ends with 0 only if a signed request was answered for the right "
       "user, with 2 after a problem."),
    ala_cli_rehearse_options, ala_cli_rehearse_run,
  },
  {
    "help", N_("[COMMAND…]"),
    N_("List the commands, or tell more about one"),
    NULL, NULL, ala_cli_help_run,
  },
  {
    "version", "",
    N_("Show the version"),
    NULL, NULL, ala_cli_version_run,
  },
  { NULL }
};

const char *
ala_cli_command_get_arguments (const AlaCliCommand *command)
{
  g_return_val_if_fail (command != NULL, NULL);

  return *command->arguments != '\0' ? _(command->arguments) : "";
}

const AlaCliCommand *
ala_cli_command_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (const AlaCliCommand *command = ala_cli_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;

  return NULL;
}
