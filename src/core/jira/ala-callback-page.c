/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-callback-page.h"

#include <glib/gi18n-lib.h>

static const char style[] =
  ":root{color-scheme:light dark}"
  "body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;"
  "background:#fafafb;color:#1e1e24}"
  "main{max-width:26rem;margin:1.5rem;padding:2.5rem;border-radius:12px;text-align:center;background:#fff;"
  "box-shadow:0 1px 6px rgba(0,0,0,.18)}"
  "h1{margin:.5rem 0;font-size:1.5rem;line-height:1.25}"
  "p{margin:0}"
  ".mark{font-size:3rem;line-height:1;color:#1a7f4b}"
  ".bad .mark{color:#b3261e}"
  "@media(prefers-color-scheme:dark){body{background:#222226;color:#f3f3f5}main{background:#36363a;box-shadow:none}"
  ".mark{color:#6fd49c}.bad .mark{color:#ff9a90}}";

/* RFC 8252 section 8.1: whoever opens the browser's history finds no code. */
static const char script[] = "history.replaceState(null,'',location.pathname)";

static char *
hash (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

char *
ala_callback_page_make (AlaCallbackPage   page,
                        char            **policy)
{
  g_autofree char *style_hash = hash (style);
  g_autofree char *script_hash = hash (script);
  g_autofree char *head = NULL;
  g_autofree char *body = NULL;
  const char *title = NULL;
  const char *text = NULL;

  g_return_val_if_fail (policy != NULL, NULL);

  switch (page)
    {
    case ALA_CALLBACK_PAGE_ALLOWED:
      title = _("The access is allowed");
      text = _("You can close this page and go back to Applink Assistant, which goes on by itself.");
      break;
    case ALA_CALLBACK_PAGE_DENIED:
      title = _("The access was refused");
      text = _("Nothing was changed. You can close this page and go back to Applink Assistant.");
      break;
    case ALA_CALLBACK_PAGE_OTHER_RUN:
      title = _("This page belongs to another attempt");
      text = _("Close this page, go back to Applink Assistant, and open Jira again from there.");
      break;
    }

  /* The hashes allow this very style and script, and nothing that somebody might smuggle in. */
  *policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; "
                             "form-action 'none'; frame-ancestors 'none'", style_hash, script_hash);

  head = g_markup_printf_escaped ("<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                                  "<meta name=\"viewport\" content=\"width=device-width\"><title>%s</title>",
                                  /* Translators: the code of your language, as in "de" or "pt-BR" */
                                  C_("language of a web page", "en"), title);
  body = g_markup_printf_escaped ("<body class=\"%s\"><main><div class=\"mark\" aria-hidden=\"true\">%s</div><h1>%s</h1><p>%s</p></main>",
                                  page == ALA_CALLBACK_PAGE_ALLOWED ? "good" : "bad",
                                  page == ALA_CALLBACK_PAGE_ALLOWED ? "✓" : "✕", title, text);
  return g_strconcat ("<!DOCTYPE html>\n", head, "<style>", style, "</style></head>", body, "<script>", script,
                      "</script></body></html>\n", NULL);
}
