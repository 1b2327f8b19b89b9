/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-authority.h"

#include <glib/gstdio.h>

struct _AlaTestAuthority
{
  char *folder;
  GFile *file;
};

/* In the order in which they are removed. */
static const char * const files[] = { "ca.key", "ca.pem", "ca.template", "server.key", "server.pem", "server.template" };

static char *
path_of (AlaTestAuthority *self,
         const char       *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
certtool (AlaTestAuthority *self,
          const char       *arguments)
{
  g_autofree char *line = g_strconcat ("certtool ", arguments, NULL);
  g_auto (GStrv) argv = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_spawn_sync (self->folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s", line, error->message, errors);
}

static void
write_template (AlaTestAuthority *self,
                const char       *name,
                const char       *lines,
                gint64            from,
                gint64            to)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) first = g_date_time_add_seconds (now, (double) from);
  g_autoptr (GDateTime) last = g_date_time_add_seconds (now, (double) to);
  g_autofree char *first_text = g_date_time_format (first, "%Y-%m-%d %H:%M:%S UTC");
  g_autofree char *last_text = g_date_time_format (last, "%Y-%m-%d %H:%M:%S UTC");
  g_autofree char *text = NULL;
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) error = NULL;

  text = g_strdup_printf ("activation_date = \"%s\"\nexpiration_date = \"%s\"\n%s\n", first_text, last_text, lines);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

AlaTestAuthority *
ala_test_authority_new (void)
{
  AlaTestAuthority *self = g_new0 (AlaTestAuthority, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("ala-authority-XXXXXX", &error);
  g_assert_no_error (error);
  write_template (self, "ca.template", "cn = \"Example Authority\"\nca\ncert_signing_key", -864000, 864000);
  certtool (self, "--generate-privkey --key-type=ecdsa --curve=secp256r1 --outfile ca.key");
  certtool (self, "--generate-self-signed --load-privkey ca.key --template ca.template --outfile ca.pem");
  path = path_of (self, "ca.pem");
  self->file = g_file_new_for_path (path);

  return self;
}

void
ala_test_authority_free (AlaTestAuthority *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = path_of (self, files[i]);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self);
}

GFile *
ala_test_authority_get_file (AlaTestAuthority *self)
{
  return self->file;
}

void
ala_test_authority_vouch (AlaTestAuthority *self,
                          AlaHttpSession   *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaTrust) trust = ala_trust_new_from_file (self->file, &error);

  g_assert_no_error (error);
  ala_http_session_set_trust (session, trust);
}

GTlsCertificate *
ala_test_authority_issue (AlaTestAuthority *self,
                          const char       *names,
                          gint64            from,
                          gint64            to)
{
  g_autofree char *lines = g_strconcat ("cn = \"Example Server\"\ntls_www_server\nsigning_key\n", names, NULL);
  g_autofree char *pem = path_of (self, "server.pem");
  g_autofree char *key = path_of (self, "server.key");
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate;

  write_template (self, "server.template", lines, from, to);
  certtool (self, "--generate-privkey --key-type=ecdsa --curve=secp256r1 --outfile server.key");
  certtool (self, "--generate-certificate --load-privkey server.key --load-ca-certificate ca.pem --load-ca-privkey ca.key "
                  "--template server.template --outfile server.pem");
  certificate = g_tls_certificate_new_from_files (pem, key, &error);
  g_assert_no_error (error);

  return certificate;
}
