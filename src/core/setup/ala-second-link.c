/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-second-link.h"

#include <string.h>

#include <glib/gi18n-lib.h>

char *
ala_second_link_dup_name (AlaSetup   *setup,
                          AlaProfile *profile)
{
  guint number;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  /* A second link has a consumer key of its own. */
  if (ala_profile_names_link_by_key (profile) && *ala_setup_get_consumer_key (setup) != '\0')
    return g_strdup (ala_setup_get_consumer_key (setup));

  number = ala_setup_get_number (setup);
  return number > 1 ? g_strdup_printf ("%s %u", ala_profile_get_application_name (profile), number)
                    : g_strdup (ala_profile_get_application_name (profile));
}

char *
ala_second_link_dup_url (AlaSetup   *setup,
                         const char *url)
{
  guint number;
  gsize length;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  number = ala_setup_get_number (setup);
  if (number <= 1)
    return g_strdup (url);

  /* Behind the query, before what the browser keeps to itself (RFC 3986 section 3). */
  length = strcspn (url, "#");
  return g_strdup_printf ("%.*s%clink=%u%s", (int) length, url, memchr (url, '?', length) != NULL ? '&' : '?', number, url + length);
}

GStrv
ala_second_link_list_notes (AlaSetup   *setup,
                            AlaProfile *profile)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint number;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  number = ala_setup_get_number (setup);
  if (number > 1)
    {
      g_autofree char *name = ala_second_link_dup_name (setup, profile);
      g_autofree char *note = NULL;

      note = g_strdup_printf (
        /* Translators: the name of a product, the name of a link, a number */
        _("There is a link for %s in this Jira already; leave it as it is. Jira may take no two with the same name or the same address, "
          "so this one is called “%s”, and its address ends with “link=%u”. If Jira refuses the address all the same, any other one "
          "will do that opens the product."),
        ala_profile_get_name (profile), name, number);
      g_strv_builder_add (builder, note);
    }
  g_strv_builder_addv (builder, (const char **) ala_profile_get_jira_notes (profile));

  return g_strv_builder_end (builder);
}
