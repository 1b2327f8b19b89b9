/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup-copy.h"

#include "ala-consumer-key.h"
#include "ala-link-name.h"

/* What the second link needs as much as the first. All others keep the value of a new link. */
static const char *const copied[] = {
  "profile",    "secret-place", "jira-url",     "product-url", "ca-certificates", "edition",
  "version",    "title",        "clock-offset", "projects",    "issue-type",      "webhook-url",
};

AlaSetup *
ala_setup_duplicate (AlaSetup *self)
{
  AlaSetup *copy;

  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  copy = ala_setup_new ();
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), copied[i], &value);
      g_object_set_property (G_OBJECT (copy), copied[i], &value);
    }

  return copy;
}

typedef const char *(*GetText) (AlaSetup *setup);

/* Whether a link in @self has @text already; of those to @jira_url alone, or of all. */
static gboolean
is_taken (AlaSetupStore *self,
          GetText        get,
          const char    *text,
          const char    *jira_url) /* (nullable) */
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (self), i);
      g_autofree char *theirs = g_utf8_casefold (get (setup), -1);

      if (g_str_equal (theirs, folded) && (jira_url == NULL || g_str_equal (ala_setup_get_jira_url (setup), jira_url)))
        return TRUE;
    }

  return FALSE;
}

/* @first: (transfer full). Returns: (transfer full) */
static char *
count_on (AlaSetupStore *self,
          GetText        get,
          char          *first,
          const char    *jira_url,
          const char    *separator,
          guint          max)
{
  char *text = ala_link_name_next (first, separator, max);

  g_free (first);
  while (is_taken (self, get, text, jira_url))
    {
      char *next = ala_link_name_next (text, separator, max);

      g_free (text);
      text = next;
    }

  return text;
}

char *
ala_setup_store_dup_free_consumer_key (AlaSetupStore *self,
                                       AlaSetup      *setup)
{
  char *first;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  first = g_strdup (ala_setup_get_consumer_key (setup));
  g_strdelimit (g_strstrip (first), " \t", '-');
  if (*first == '\0')
    return first;

  return count_on (self, ala_setup_get_consumer_key, first, ala_setup_get_jira_url (setup), "-", ALA_CONSUMER_KEY_MAX);
}

char *
ala_setup_store_dup_free_name (AlaSetupStore *self,
                               AlaSetup      *setup)
{
  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  if (*ala_setup_get_name (setup) == '\0')
    return g_strdup ("");

  return count_on (self, ala_setup_get_name, g_strdup (ala_setup_get_name (setup)), NULL, " ", ALA_LINK_NAME_MAX);
}

AlaSetup *
ala_setup_store_duplicate (AlaSetupStore *self,
                           AlaSetup      *setup)
{
  g_autofree char *consumer_key = NULL;
  g_autofree char *name = NULL;
  AlaSetup *copy;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (self), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  consumer_key = ala_setup_store_dup_free_consumer_key (self, setup);
  name = ala_setup_store_dup_free_name (self, setup);
  copy = ala_setup_duplicate (setup);
  ala_setup_set_consumer_key (copy, consumer_key);
  ala_setup_set_name (copy, name);
  return copy;
}
