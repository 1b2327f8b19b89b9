/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"
#include "ala-oauth-encoding.h"
#include "practice-browser.h"

G_BEGIN_DECLS

/*
 * PracticeProduct: what is linked with the practice Jira: it has a key pair and signs. Each request is made of parts that a test can
 * bend before it is sent.
 */
typedef struct
{
  PracticeBrowser *browser;
  AlaKeyPair *pair;
  char *consumer_key;
  char *public_key;   /* its body in one line, as it is pasted */
} PracticeProduct;

PracticeProduct *practice_product_new      (const char      *base,
                                            const char      *consumer_key);
void             practice_product_free     (PracticeProduct *self);

/**
 * practice_product_send:
 * @path: below the base, with its query, or an absolute address
 * @overrides: (nullable): parameters in place of the usual ones, or besides them; the value "-" leaves one out, and the names
 *   that do not begin with "oauth_" are sent as a form
 *
 * Signs and sends. Returns: the status
 */
guint            practice_product_send     (PracticeProduct *self,
                                            const char      *method,
                                            const char      *path,
                                            ...) G_GNUC_NULL_TERMINATED;

/** practice_product_ask: Returns: (transfer full): a new request token for @callback; fails when there is none */
char            *practice_product_ask      (PracticeProduct *self,
                                            const char      *callback);

/** practice_product_link: Goes the whole way as the administrator. Returns: (transfer full): an access token */
char            *practice_product_link     (PracticeProduct *self,
                                            const char      *user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeProduct, practice_product_free)

G_END_DECLS
