/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-oauth-encoding.h"

#include <string.h>

#include "ala-secret.h"

typedef struct
{
  char *name;
  char *value;
} Pair;

struct _AlaOAuthParams
{
  GArray *pairs; /* owned, of Pair */
};

G_DEFINE_BOXED_TYPE (AlaOAuthParams, ala_oauth_params, ala_oauth_params_copy, ala_oauth_params_free)

static void
pair_clear (gpointer data)
{
  Pair *pair = data;

  g_clear_pointer (&pair->name, ala_secret_wipe_free);
  g_clear_pointer (&pair->value, ala_secret_wipe_free);
}

static GArray *
pairs_new (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  g_array_set_clear_func (pairs, pair_clear);
  return pairs;
}

char *
ala_oauth_encode (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  /* GLib leaves the unreserved characters of RFC 3986 alone, which are those of RFC 5849, and writes upper-case digits. */
  return g_uri_escape_string (text, NULL, FALSE);
}

char *
ala_oauth_decode (const char *text,
                  gssize      length,
                  gboolean    plus_is_space)
{
  char *decoded;
  char *valid;
  gsize end, n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  end = length < 0 ? strlen (text) : (gsize) length;
  decoded = g_malloc (end + 1);
  for (gsize i = 0; i < end; i++)
    {
      if (text[i] == '%' && end - i > 2 && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
        {
          decoded[n++] = (char) (g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else
        {
          decoded[n++] = plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
  decoded[n] = '\0';

  /* A nul is invalid to GLib when the length is given, so what passes here is a whole C string. */
  if (g_utf8_validate_len (decoded, n, NULL))
    return decoded;

  valid = g_utf8_make_valid (decoded, (gssize) n);
  ala_secret_wipe (decoded, n);
  g_free (decoded);
  return valid;
}

AlaOAuthParams *
ala_oauth_params_new (void)
{
  AlaOAuthParams *self = g_new0 (AlaOAuthParams, 1);

  self->pairs = pairs_new ();
  return self;
}

AlaOAuthParams *
ala_oauth_params_copy (AlaOAuthParams *self)
{
  AlaOAuthParams *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = ala_oauth_params_new ();
  ala_oauth_params_add_all (copy, self);
  return copy;
}

void
ala_oauth_params_free (AlaOAuthParams *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->pairs);
  g_free (self);
}

void
ala_oauth_params_add (AlaOAuthParams *self,
                      const char     *name,
                      const char     *value)
{
  Pair pair;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  pair.name = g_strdup (name);
  pair.value = g_strdup (value);
  g_array_append_val (self->pairs, pair);
}

void
ala_oauth_params_set (AlaOAuthParams *self,
                      const char     *name,
                      const char     *value)
{
  gboolean found = FALSE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  for (guint i = 0; i < self->pairs->len;)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (!g_str_equal (pair->name, name))
        {
          i++;
        }
      else if (found)
        {
          g_array_remove_index (self->pairs, i);
        }
      else
        {
          char *old = pair->value;

          pair->value = g_strdup (value);
          ala_secret_wipe_free (old);
          found = TRUE;
          i++;
        }
    }

  if (!found)
    ala_oauth_params_add (self, name, value);
}

void
ala_oauth_params_add_all (AlaOAuthParams *self,
                          AlaOAuthParams *other)
{
  guint length;

  g_return_if_fail (self != NULL);

  if (other == NULL)
    return;

  /* The length is taken first, so that adding a list to itself ends. */
  length = ala_oauth_params_get_length (other);
  for (guint i = 0; i < length; i++)
    ala_oauth_params_add (self, ala_oauth_params_get_name (other, i), ala_oauth_params_get_value (other, i));
}

guint
ala_oauth_params_get_length (AlaOAuthParams *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pairs->len;
}

const char *
ala_oauth_params_get_name (AlaOAuthParams *self,
                           guint           i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->pairs->len, NULL);

  return g_array_index (self->pairs, Pair, i).name;
}

const char *
ala_oauth_params_get_value (AlaOAuthParams *self,
                            guint           i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->pairs->len, NULL);

  return g_array_index (self->pairs, Pair, i).value;
}

const char *
ala_oauth_params_get (AlaOAuthParams *self,
                      const char     *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->pairs->len; i++)
    if (g_str_equal (ala_oauth_params_get_name (self, i), name))
      return ala_oauth_params_get_value (self, i);

  return NULL;
}

guint
ala_oauth_params_count (AlaOAuthParams *self,
                        const char     *name)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  for (guint i = 0; i < self->pairs->len; i++)
    if (g_str_equal (ala_oauth_params_get_name (self, i), name))
      count++;

  return count;
}

AlaOAuthParams *
ala_oauth_params_parse (const char *form,
                        gssize      length,
                        guint       max)
{
  AlaOAuthParams *self;
  const char *start, *end;

  g_return_val_if_fail (form != NULL, NULL);

  self = ala_oauth_params_new ();
  end = form + (length < 0 ? strlen (form) : (gsize) length);
  for (start = form; start < end && (max == 0 || self->pairs->len < max);)
    {
      const char *stop = memchr (start, '&', (gsize) (end - start));
      const char *equals;
      Pair pair;

      if (stop == NULL)
        stop = end;
      if (stop > start)
        {
          equals = memchr (start, '=', (gsize) (stop - start));
          pair.name = ala_oauth_decode (start, (equals != NULL ? equals : stop) - start, TRUE);
          pair.value = equals != NULL ? ala_oauth_decode (equals + 1, stop - equals - 1, TRUE) : g_strdup ("");
          g_array_append_val (self->pairs, pair);
        }
      start = stop + 1;
    }

  return self;
}

static GArray *
encode_pairs (AlaOAuthParams *self)
{
  GArray *encoded = pairs_new ();

  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair pair = {
        .name = ala_oauth_encode (ala_oauth_params_get_name (self, i)),
        .value = ala_oauth_encode (ala_oauth_params_get_value (self, i)),
      };

      g_array_append_val (encoded, pair);
    }

  return encoded;
}

static char *
join_pairs (GArray *encoded)
{
  GString *joined;
  gsize size = 1;

  /* Sized in advance: a string that grows leaves copies of its text behind in freed memory. */
  for (guint i = 0; i < encoded->len; i++)
    size += strlen (g_array_index (encoded, Pair, i).name) + strlen (g_array_index (encoded, Pair, i).value) + 2;

  joined = g_string_sized_new (size);
  for (guint i = 0; i < encoded->len; i++)
    {
      const Pair *pair = &g_array_index (encoded, Pair, i);

      if (i > 0)
        g_string_append_c (joined, '&');
      g_string_append (joined, pair->name);
      g_string_append_c (joined, '=');
      g_string_append (joined, pair->value);
    }

  return g_string_free (joined, FALSE);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *one = a;
  const Pair *other = b;
  int order = strcmp (one->name, other->name);

  return order != 0 ? order : strcmp (one->value, other->value);
}

char *
ala_oauth_params_to_form (AlaOAuthParams *self)
{
  g_autoptr (GArray) encoded = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  encoded = encode_pairs (self);
  return join_pairs (encoded);
}

char *
ala_oauth_params_normalize (AlaOAuthParams *self)
{
  g_autoptr (GArray) encoded = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  encoded = encode_pairs (self);
  g_array_sort (encoded, compare_pairs);
  return join_pairs (encoded);
}
