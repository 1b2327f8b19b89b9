/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-cli-key-source.h"
#include "ala-cli-links.h"

G_BEGIN_DECLS

/* What "link new" and "link duplicate" have in common: whose key the link gets, and where its secrets go. */

/** AlaCliLinkMake: What was given; each is %NULL when it was not. */
typedef struct
{
  char *name;
  char *consumer_key;
  char *product;
  char *key_file;
  char *public_key_file;
  char *store;
  gboolean json;
} AlaCliLinkMake;

extern AlaCliLinkMake ala_cli_link_make;

#define ALA_CLI_LINK_MAKE_KEY_OPTIONS                                                                                                   \
  { "key", 0, 0, G_OPTION_ARG_FILENAME, &ala_cli_link_make.key_file,                                                                     \
    N_("A private key of your own, or “-” for standard input; without this, a new one is made"), N_("FILE") },                          \
  ALA_CLI_KEY_SOURCE_PASSWORD,                                                                                                           \
  { "public-key", 0, 0, G_OPTION_ARG_FILENAME, &ala_cli_link_make.public_key_file,                                                       \
    N_("The public key of a product that has a key pair of its own; “-” reads it from standard input"), N_("FILE") }

#define ALA_CLI_LINK_MAKE_NAME                                                                                                          \
  { "name", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.name, N_("What you call the link; without this, the host of its Jira"), N_("NAME") }

#define ALA_CLI_LINK_MAKE_JSON { "json", 0, 0, G_OPTION_ARG_NONE, &ala_cli_link_make.json, N_("Print the new link as JSON"), NULL }

/** ala_cli_link_make_read_place: Reads --store into @place, which stays as it is without it. Says what is wrong with it. */
gboolean     ala_cli_link_make_read_place         (AlaSecretPlace  *place);

/** ala_cli_link_make_check_options: Returns: whether the options fit @profile, which says whose key it is; says so when not */
gboolean     ala_cli_link_make_check_options      (AlaProfile      *profile);

/**
 * ala_cli_link_make_check_consumer_key:
 *
 * Returns: whether the link can have what --consumer-key says, without blanks around it; what is only worth a thought is said.
 *   %ALA_PROBLEM_CONSUMER_KEY_EMPTY
 */
gboolean     ala_cli_link_make_check_consumer_key (GError         **error);

/**
 * ala_cli_link_make_end:
 * @setup: a new link, whose place for secrets is set, with all but its key
 *
 * Gives it the name of --name, makes or reads its key, keeps the two, and prints the link.
 */
AlaCliStatus ala_cli_link_make_end                (AlaCliLinks     *links,
                                                   AlaSetup        *setup,
                                                   AlaProfile      *profile,
                                                   GCancellable    *cancellable);

G_END_DECLS
