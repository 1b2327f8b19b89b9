/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-page.h"

#define USUAL_SIZE 50

static guint
get_number (AlaPracticeExchange *exchange,
            const char          *name,
            guint                fallback)
{
  const char *text = ala_practice_exchange_get_query (exchange, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? (guint) number : fallback;
}

guint
ala_practice_page_get_start (AlaPracticeExchange *exchange)
{
  g_return_val_if_fail (exchange != NULL, 0);

  return get_number (exchange, "startAt", 0);
}

guint
ala_practice_page_get_size (AlaPracticeExchange *exchange,
                            guint                most)
{
  g_return_val_if_fail (exchange != NULL, 0);

  return MIN (get_number (exchange, "maxResults", USUAL_SIZE), most);
}
