/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-product-key.h"

#include <glib/gi18n-lib.h>

/* What is considered safe for some years to come. */
#define SAFE_BITS 2048

/* Sizes that are made quickly enough, and that Jira is known to take. */
static const guint usual_sizes[] = { 1024, 2048, 3072, 4096 };

AlaPublicKey *
ala_product_key_read (const char  *text,
                      GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (AlaPublicKey) key = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    {
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_MISSING, _("No public key was entered yet."));
      return NULL;
    }

  key = ala_public_key_new_from_text (trimmed, error);
  if (key != NULL && ala_public_key_get_bits (key) < ALA_KEY_BITS_MIN)
    {
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_TOO_SMALL, _("The product’s key has %u bits."), ala_public_key_get_bits (key));
      return NULL;
    }

  return g_steal_pointer (&key);
}

void
ala_product_key_keep (AlaPublicKey *key,
                      AlaSetup     *setup)
{
  g_autofree char *body = NULL;

  g_return_if_fail (ALA_IS_PUBLIC_KEY (key));
  g_return_if_fail (ALA_IS_SETUP (setup));

  body = ala_public_key_dup_body (key);
  g_object_freeze_notify (G_OBJECT (setup));
  if (!g_str_equal (ala_setup_get_key_fingerprint (setup), ala_public_key_get_fingerprint (key)))
    ala_setup_reset_link (setup);
  ala_setup_set_key (setup, ala_public_key_get_bits (key), ala_public_key_get_fingerprint (key));
  ala_setup_set_public_key (setup, body);
  g_object_thaw_notify (G_OBJECT (setup));
}

GError *
ala_product_key_judge (AlaSetup    *setup,
                       AlaProfile  *profile,
                       AlaProfiles *profiles)
{
  const char *fingerprint, *note;
  guint bits, usual;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (profiles == NULL || ALA_IS_PROFILES (profiles), NULL);

  bits = ala_setup_get_key_bits (setup);
  usual = ala_profile_get_key_bits (profile);
  fingerprint = ala_setup_get_key_fingerprint (setup);
  note = profiles != NULL ? ala_profiles_find_known_key (profiles, fingerprint)
                          : ala_profile_get_known_key_note (profile, fingerprint);
  if (note != NULL)
    return ala_problem_new_error (ALA_PROBLEM_PUBLIC_KEY_SHARED, "%s", note);
  if (usual > 0 && bits != usual)
    /* Translators: a size, the name of a product, and the size that its keys have */
    return ala_problem_new_error (ALA_PROBLEM_PUBLIC_KEY_UNUSUAL, _("The key has %u bits. As far as is known, those of %s have %u."), bits,
                                  ala_profile_get_name (profile), usual);
  if (bits > ALA_KEY_BITS_MAX)
    return ala_problem_new_error (ALA_PROBLEM_PUBLIC_KEY_UNUSUAL, _("The key has %u bits. Jira is used with keys of up to %u."), bits,
                                  (guint) ALA_KEY_BITS_MAX);
  if (bits < SAFE_BITS)
    return ala_problem_new_error (ALA_PROBLEM_PUBLIC_KEY_SMALL, _("The key has %u bits. %u are usual today."), bits, (guint) SAFE_BITS);

  return NULL;
}

guint
ala_product_key_get_stand_in_bits (AlaSetup *setup)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), ALA_KEY_BITS_DEFAULT);

  for (guint i = 0; i < G_N_ELEMENTS (usual_sizes); i++)
    if (usual_sizes[i] == ala_setup_get_key_bits (setup))
      return usual_sizes[i];

  return ALA_KEY_BITS_DEFAULT;
}

GError *
ala_product_key_new_error (AlaProfile *profile)
{
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  /* Translators: the name of a product */
  return ala_problem_new_error (ALA_PROBLEM_KEY_ELSEWHERE, _("Only %s can sign for this link."), ala_profile_get_name (profile));
}
