/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-reserve.h"

/* Seconds for which a connection that was opened ahead is taken for open: Tomcat closes unused ones after 20. */
#define KEPT_BY_SERVERS 15

/* What was opened last; kept with the session, since its connections go with it. */
typedef struct
{
  char *uri;
  guint n;
  gint64 opened; /* monotonic time */
} Reserve;

static G_DEFINE_QUARK (ala-http-reserve, reserve)

static void
reserve_free (gpointer data)
{
  Reserve *reserve = data;

  g_free (reserve->uri);
  g_free (reserve);
}

static guint
count_open (SoupSession *soup,
            const char  *uri)
{
  Reserve *reserve = g_object_get_qdata (G_OBJECT (soup), reserve_quark ());

  if (reserve == NULL || !g_str_equal (reserve->uri, uri)
      || g_get_monotonic_time () - reserve->opened > KEPT_BY_SERVERS * G_USEC_PER_SEC)
    return 0;

  return reserve->n;
}

static void
remember (SoupSession *soup,
          const char  *uri,
          guint        n)
{
  Reserve *reserve = g_new (Reserve, 1);

  reserve->uri = g_strdup (uri);
  reserve->n = n;
  reserve->opened = g_get_monotonic_time ();
  g_object_set_qdata_full (G_OBJECT (soup), reserve_quark (), reserve, reserve_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  soup_session_preconnect_finish (SOUP_SESSION (source), result, NULL);
}

void
ala_http_reserve_fill (SoupSession           *soup,
                       const char            *uri,
                       guint                  n,
                       AlaHttpReserveMessage  new_message,
                       gpointer               user_data,
                       GCancellable          *cancellable)
{
  guint open;

  g_return_if_fail (SOUP_IS_SESSION (soup));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (new_message != NULL);

  open = count_open (soup, uri);
  if (open >= n)
    return;

  for (guint i = open; i < n; i++)
    {
      g_autoptr (SoupMessage) message = new_message (user_data, uri);

      if (message == NULL)
        return;

      /* Each of them would be content with one that is there already. */
      soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
      soup_session_preconnect_async (soup, message, G_PRIORITY_DEFAULT, cancellable, opened_cb, NULL);
    }
  remember (soup, uri, n);
}
