/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-public-key.h"

G_BEGIN_DECLS

/* No text in a form is kept that is longer than this: the size of Jira's own column. */
#define ALA_PRACTICE_MAX_TEXT 255

/* AlaPracticeLink: one application link. Its incoming side is the consumer, which may be missing: the commonest mistake. */
typedef struct
{
  char *id;
  char *name;
  char *url;
  char *type;

  char *consumer_key;  /* (nullable): %NULL while incoming authentication is not configured */
  char *consumer_name;
  char *public_key;    /* as it was pasted */
  AlaPublicKey *key;
  char *callback;      /* (nullable): where browsers return that were sent with "oob" */
  gboolean two_legged;
} AlaPracticeLink;

/* AlaPracticeLinks: the application links, up to a number. */
typedef struct _AlaPracticeLinks AlaPracticeLinks;

AlaPracticeLinks *ala_practice_links_new           (void);
void              ala_practice_links_free          (AlaPracticeLinks *self);

/**
 * ala_practice_links_add:
 * @name: of the application
 * @url: (nullable): its address
 * @type: the application type
 *
 * Returns: (transfer none): a link without incoming authentication; or %NULL, because the name or the address is taken
 */
AlaPracticeLink  *ala_practice_links_add           (AlaPracticeLinks *self,
                                                    const char       *name,
                                                    const char       *url,
                                                    const char       *type,
                                                    GError          **error);

void              ala_practice_links_remove        (AlaPracticeLinks *self,
                                                    AlaPracticeLink  *link);

guint             ala_practice_links_get_length    (AlaPracticeLinks *self);
AlaPracticeLink  *ala_practice_links_get           (AlaPracticeLinks *self,
                                                    guint             i);

/** ala_practice_links_find: Returns: (nullable) (transfer none): the link of that id */
AlaPracticeLink  *ala_practice_links_find          (AlaPracticeLinks *self,
                                                    const char       *id);

/** ala_practice_links_find_consumer: Returns: (nullable) (transfer none): the link with exactly this consumer key */
AlaPracticeLink  *ala_practice_links_find_consumer (AlaPracticeLinks *self,
                                                    const char       *consumer_key);

/** ala_practice_callback_is_valid: Returns: whether Jira takes this callback: any absolute http or https address */
gboolean          ala_practice_callback_is_valid   (const char       *callback);

/**
 * ala_practice_links_check_consumer:
 * @link: (nullable): the link that may keep its own consumer key
 * @key: (out) (transfer full): the public key that was read
 *
 * Jira's checks of the incoming form: key and name are required, the public key must be readable (reference/jira-oauth.md
 * section 4).
 *
 * Returns: whether everything is right; otherwise a row whose message goes onto the form
 */
gboolean          ala_practice_links_check_consumer (AlaPracticeLinks *self,
                                                    AlaPracticeLink  *link,
                                                    const char       *consumer_key,
                                                    const char       *consumer_name,
                                                    const char       *public_key,
                                                    const char       *callback,
                                                    AlaPublicKey    **key,
                                                    GError          **error);

/** ala_practice_link_set_consumer: Configures the incoming side with what ala_practice_links_check_consumer() let pass. */
void              ala_practice_link_set_consumer   (AlaPracticeLink  *self,
                                                    const char       *consumer_key,
                                                    const char       *consumer_name,
                                                    const char       *public_key,
                                                    AlaPublicKey     *key,
                                                    const char       *callback,
                                                    gboolean          two_legged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeLinks, ala_practice_links_free)

G_END_DECLS
