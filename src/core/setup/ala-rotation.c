/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-rotation.h"

#include <glib/gi18n-lib.h>

#include "ala-setup-copy.h"

static gboolean
is_of_same_place (AlaSetup *one,
                  AlaSetup *other)
{
  return g_str_equal (ala_setup_get_jira_url (one), ala_setup_get_jira_url (other))
         && g_str_equal (ala_setup_get_profile (one), ala_setup_get_profile (other));
}

/* Of a number that was given away nothing is known but that it was smaller, so they only go up. */
static guint
find_number (AlaSetupStore *store,
             AlaSetup      *old)
{
  guint highest = MAX (ala_setup_get_number (old), 1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (is_of_same_place (setup, old))
        highest = MAX (highest, ala_setup_get_number (setup));
    }

  return highest + 1;
}

AlaSetup *
ala_rotation_begin (AlaSetupStore *store,
                    AlaSetup      *old,
                    AlaProfile    *profile)
{
  AlaSetup *setup;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (store), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (old), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  setup = ala_setup_store_duplicate (store, old);
  ala_setup_set_replaces (setup, ala_setup_get_id (old));
  ala_setup_set_number (setup, find_number (store, old));
  ala_setup_set_step (setup, ALA_STEP_KEY);

  /* A product that shows a consumer key of its own shows another one by now: nobody here can count it on. */
  if (ala_profile_brings_key (profile) && *ala_profile_get_consumer_key (profile) == '\0')
    ala_setup_set_consumer_key (setup, "");
  return setup;
}

AlaSetup *
ala_rotation_get_old (AlaSetupStore *store,
                      AlaSetup      *setup)
{
  AlaSetup *old;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (store), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  if (*ala_setup_get_replaces (setup) == '\0')
    return NULL;

  old = ala_setup_store_find (store, ala_setup_get_replaces (setup));
  return old != setup ? old : NULL;
}

AlaSetup *
ala_rotation_get_new (AlaSetupStore *store,
                      AlaSetup      *setup)
{
  guint n;

  g_return_val_if_fail (ALA_IS_SETUP_STORE (store), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (store));
  for (guint i = 0; i < n; i++)
    {
      /* The store keeps it. */
      g_autoptr (AlaSetup) other = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (other != setup && g_str_equal (ala_setup_get_replaces (other), ala_setup_get_id (setup)))
        return other;
    }

  return NULL;
}

gboolean
ala_rotation_is_proven (AlaSetup *setup)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);

  if (g_str_equal (ala_setup_get_verdict (setup), "failed"))
    return FALSE;
  if (*ala_setup_get_public_key (setup) != '\0')
    return ala_setup_get_link_known (setup) > 0;

  return ala_setup_get_authorized (setup) > 0 && ala_setup_get_checked (setup) >= ala_setup_get_authorized (setup);
}

static gboolean
is_handed_over (AlaSetup   *setup,
                AlaProfile *profile)
{
  GListModel *fields = ala_profile_get_fields (profile);

  /* The last page comes only after the hand-over. */
  if (ala_setup_get_finished (setup) > 0 || ala_setup_is_done (setup, ALA_ROTATION_HANDED_OVER))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      if (!ala_setup_is_done (setup, tick))
        return FALSE;
    }

  return TRUE;
}

/* Somebody may have revived the old one after Jira had refused it. */
static gboolean
is_dead (AlaSetup *setup,
         AlaSetup *old)
{
  gint64 refused = ala_setup_get_old_refused (setup);

  return refused > 0 && refused >= ala_setup_get_authorized (old) && refused >= ala_setup_get_link_proven (old)
         && refused >= ala_setup_get_link_known (old);
}

AlaRotationStage
ala_rotation_get_stage (AlaSetup   *setup,
                        AlaSetup   *old,
                        AlaProfile *profile)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), ALA_ROTATION_NONE);
  g_return_val_if_fail (old == NULL || ALA_IS_SETUP (old), ALA_ROTATION_NONE);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), ALA_ROTATION_NONE);

  if (*ala_setup_get_replaces (setup) == '\0')
    return ALA_ROTATION_NONE;
  if (old == NULL)
    return ALA_ROTATION_OVER;
  if (!ala_rotation_is_proven (setup))
    return ALA_ROTATION_UNPROVEN;
  if (!is_handed_over (setup, profile))
    return ALA_ROTATION_NOT_HANDED_OVER;

  return is_dead (setup, old) ? ALA_ROTATION_DEAD : ALA_ROTATION_READY;
}

gboolean
ala_rotation_has_other_user (AlaSetup *setup,
                             AlaSetup *old)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (old), FALSE);

  return *ala_setup_get_user (setup) != '\0' && *ala_setup_get_user (old) != '\0'
         && !g_str_equal (ala_setup_get_user (setup), ala_setup_get_user (old));
}

char *
ala_rotation_dup_handover_note (AlaSetup   *old,
                                AlaProfile *profile)
{
  g_return_val_if_fail (ALA_IS_SETUP (old), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  /* No product's guide says whether a connection that is there can be changed. */
  /* Translators: the name of a product, and a consumer key */
  return g_strdup_printf (_("%s has a connection by the old link, “%s”. If it lets you change that one, enter the new values there and "
                            "allow the access again. If it does not, make a second connection, and remove the old one once the new one "
                            "works."),
                          ala_profile_get_name (profile), ala_setup_get_consumer_key (old));
}
