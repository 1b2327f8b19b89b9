/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-links.h"

#include <string.h>

#include "ala-problem.h"

#define MAX_LINKS 100

struct _AlaPracticeLinks
{
  GPtrArray *links;
};

static void
clear_consumer (AlaPracticeLink *link)
{
  g_clear_pointer (&link->consumer_key, g_free);
  g_clear_pointer (&link->consumer_name, g_free);
  g_clear_pointer (&link->public_key, g_free);
  g_clear_pointer (&link->callback, g_free);
  g_clear_object (&link->key);
}

static void
link_free (AlaPracticeLink *link)
{
  clear_consumer (link);
  g_free (link->id);
  g_free (link->name);
  g_free (link->url);
  g_free (link->type);
  g_free (link);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

AlaPracticeLinks *
ala_practice_links_new (void)
{
  AlaPracticeLinks *self = g_new0 (AlaPracticeLinks, 1);

  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);

  return self;
}

void
ala_practice_links_free (AlaPracticeLinks *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->links);
  g_free (self);
}

AlaPracticeLink *
ala_practice_links_add (AlaPracticeLinks  *self,
                        const char        *name,
                        const char        *url,
                        const char        *type,
                        GError           **error)
{
  AlaPracticeLink *link;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  if (is_blank (name))
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The application needs a name.");
      return NULL;
    }
  if (g_utf8_strlen (name, -1) > ALA_PRACTICE_MAX_TEXT)
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The name of the application is too long.");
      return NULL;
    }
  if (self->links->len >= MAX_LINKS)
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "There are too many application links. Delete one first.");
      return NULL;
    }

  for (guint i = 0; i < self->links->len; i++)
    {
      link = g_ptr_array_index (self->links, i);
      if (g_str_equal (link->name, name))
        {
          ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "There is an application of this name already.");
          return NULL;
        }
      if (url != NULL && g_strcmp0 (link->url, url) == 0)
        {
          ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "There is a link to this address already.");
          return NULL;
        }
    }

  link = g_new0 (AlaPracticeLink, 1);
  link->id = g_uuid_string_random ();
  link->name = g_strdup (name);
  link->url = g_strdup (url);
  link->type = g_strdup (type);
  g_ptr_array_add (self->links, link);

  return link;
}

void
ala_practice_links_remove (AlaPracticeLinks *self,
                           AlaPracticeLink  *link)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_remove (self->links, link);
}

guint
ala_practice_links_get_length (AlaPracticeLinks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->links->len;
}

AlaPracticeLink *
ala_practice_links_get (AlaPracticeLinks *self,
                        guint             i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->links->len, NULL);

  return g_ptr_array_index (self->links, i);
}

AlaPracticeLink *
ala_practice_links_find (AlaPracticeLinks *self,
                         const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      AlaPracticeLink *link = g_ptr_array_index (self->links, i);

      if (g_strcmp0 (link->id, id) == 0)
        return link;
    }

  return NULL;
}

AlaPracticeLink *
ala_practice_links_find_consumer (AlaPracticeLinks *self,
                                  const char       *consumer_key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (consumer_key != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      AlaPracticeLink *link = g_ptr_array_index (self->links, i);

      if (g_strcmp0 (link->consumer_key, consumer_key) == 0)
        return link;
    }

  return NULL;
}

gboolean
ala_practice_callback_is_valid (const char *callback)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (callback != NULL, FALSE);

  /* Nor would Java's parser take them; in a Location header they would do harm. */
  for (const char *c = callback; *c != '\0'; c++)
    if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c))
      return FALSE;

  uri = g_uri_parse (callback, G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL
         && (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"))
         && g_uri_get_host (uri) != NULL
         && *g_uri_get_host (uri) != '\0';
}

gboolean
ala_practice_links_check_consumer (AlaPracticeLinks  *self,
                                   AlaPracticeLink   *link,
                                   const char        *consumer_key,
                                   const char        *consumer_name,
                                   const char        *public_key,
                                   const char        *callback,
                                   AlaPublicKey     **key,
                                   GError           **error)
{
  AlaPracticeLink *other;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL && *key == NULL, FALSE);

  if (is_blank (consumer_key))
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The consumer key is required.");
      return FALSE;
    }
  if (g_utf8_strlen (consumer_key, -1) > ALA_PRACTICE_MAX_TEXT)
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The consumer key is too long.");
      return FALSE;
    }
  if (is_blank (consumer_name))
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The consumer name is required.");
      return FALSE;
    }
  if (g_utf8_strlen (consumer_name, -1) > ALA_PRACTICE_MAX_TEXT)
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The consumer name is too long.");
      return FALSE;
    }
  if (is_blank (public_key))
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The public key is required.");
      return FALSE;
    }
  if (callback != NULL && *callback != '\0' && !ala_practice_callback_is_valid (callback))
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "The consumer callback URL must begin with http:// or https://.");
      return FALSE;
    }

  other = ala_practice_links_find_consumer (self, consumer_key);
  if (other != NULL && other != link)
    {
      ala_problem_set_error (error, ALA_PROBLEM_BAD_REQUEST, "Another application link has this consumer key.");
      return FALSE;
    }

  *key = ala_public_key_new_from_text (public_key, error);

  return *key != NULL;
}

void
ala_practice_link_set_consumer (AlaPracticeLink *self,
                                const char      *consumer_key,
                                const char      *consumer_name,
                                const char      *public_key,
                                AlaPublicKey    *key,
                                const char      *callback,
                                gboolean         two_legged)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (consumer_key != NULL && consumer_name != NULL && public_key != NULL);
  g_return_if_fail (ALA_IS_PUBLIC_KEY (key));

  clear_consumer (self);
  self->consumer_key = g_strdup (consumer_key);
  self->consumer_name = g_strdup (consumer_name);
  self->public_key = g_strdup (public_key);
  self->key = g_object_ref (key);
  self->callback = callback != NULL && *callback != '\0' ? g_strdup (callback) : NULL;
  self->two_legged = two_legged;
}
