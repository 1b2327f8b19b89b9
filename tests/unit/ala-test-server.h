/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * AlaTestEnding: what follows after the bytes of ala_test_server_reply_raw()
 */
typedef enum
{
  ALA_TEST_CLOSE,  /* the connection is closed */
  ALA_TEST_HOLD,   /* nothing, and the connection stays open */
  ALA_TEST_REPEAT, /* the last of them once more, as fast as they are taken, without end */
  ALA_TEST_DRIP,   /* the same, every 20 milliseconds */
} AlaTestEnding;

/**
 * AlaTestServer:
 *
 * A web server on 127.0.0.1 in the test's own main context, with a script of replies: for each path the last reply that was
 * set. Other paths are a 404 with a page.
 */
typedef struct _AlaTestServer AlaTestServer;

/** ala_test_server_new: @certificate: (nullable): serves https with it, else http */
AlaTestServer     *ala_test_server_new       (GTlsCertificate    *certificate);
void               ala_test_server_free      (AlaTestServer      *self);

/** ala_test_server_get_url: Returns: "http://127.0.0.1:PORT" */
const char        *ala_test_server_get_url   (AlaTestServer      *self);
guint              ala_test_server_get_port  (AlaTestServer      *self);

/** ala_test_server_reply: names and values of headers follow @body, %NULL-terminated */
void               ala_test_server_reply     (AlaTestServer      *self,
                                              const char         *path,
                                              guint               status,
                                              const char         *content_type,
                                              const char         *body,
                                              ...) G_GNUC_NULL_TERMINATED;

/** ala_test_server_reply_raw: @bytes go out in place of an HTTP reply, head and all */
void               ala_test_server_reply_raw (AlaTestServer      *self,
                                              const char         *path,
                                              const char         *bytes,
                                              AlaTestEnding       ending);

void               ala_test_server_handle    (AlaTestServer      *self,
                                              const char         *path,
                                              SoupServerCallback  callback,
                                              gpointer            user_data);

/** ala_test_server_count: Returns: how many requests came for @path; %NULL for all */
guint              ala_test_server_count     (AlaTestServer      *self,
                                              const char         *path);

/** ala_test_server_get_connections: Returns: how many encrypted connections were opened to a server of https */
guint              ala_test_server_get_connections (AlaTestServer *self);

/** ala_test_server_peek_last: Returns: (nullable) (transfer none): the last request that came */
SoupServerMessage *ala_test_server_peek_last (AlaTestServer      *self);

/** ala_test_keep_result: a #GAsyncReadyCallback that keeps the result in the GAsyncResult * to which its data points */
void               ala_test_keep_result      (GObject            *source,
                                              GAsyncResult       *result,
                                              gpointer            user_data);

/** ala_test_wait: Runs the main context until *@pointer is set. Returns: (transfer none): what it is then */
gpointer           ala_test_wait             (gpointer            pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaTestServer, ala_test_server_free)

G_END_DECLS
