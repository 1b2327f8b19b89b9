/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "oauth-vectors.h"

JsonObject *
oauth_vectors_load (void)
{
  static JsonParser *parser;

  if (parser == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "oauth-vectors.json", NULL);
      g_autoptr (GError) error = NULL;

      parser = json_parser_new_immutable ();
      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
    }

  return json_node_get_object (json_parser_get_root (parser));
}
