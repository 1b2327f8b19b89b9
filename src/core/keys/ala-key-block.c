/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-block.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Text or octets that belong to somebody else. */
typedef struct
{
  const guchar *data;
  gsize length;
} Span;

static AlaKeyBlock *
block_new (AlaKeyKind kind)
{
  AlaKeyBlock *self = g_new0 (AlaKeyBlock, 1);

  self->kind = kind;
  return self;
}

static void
block_set_octets (AlaKeyBlock *self,
                  Span         octets)
{
  gsize size;

  self->kind = ala_key_kind_from_octets (octets.data, octets.length, &size);
  self->complete = size <= octets.length;
  self->alone = size >= octets.length;
  self->der = ala_secret_new ((const char *) octets.data, (gssize) MIN (size, octets.length));
}

/*
 * Takes the next character of base64 off @text and passes over the rest, as Jira does (reference/jira-oauth.md section 5):
 * white space of all alphabets, quotes, and also line ends written out as “\n”, from configuration files. If something was
 * lost, the DER shows it.
 */
static gboolean
next_base64 (Span *text,
             char *c)
{
  while (text->length > 0)
    {
      gboolean escape = text->length > 1 && text->data[0] == '\\' && memchr ("nrt", text->data[1], 3) != NULL;

      *c = (char) text->data[0];
      *text = (Span) { text->data + (escape ? 2 : 1), text->length - (escape ? 2 : 1) };
      if (g_ascii_isalnum (*c) || *c == '+' || *c == '/' || *c == '=')
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_blank (Span text)
{
  char c;

  return !next_base64 (&text, &c);
}

/*
 * @size: (out): how many octets there are
 * @ends: (out): whether nothing comes behind the padding
 *
 * Returns: (transfer full): the decoded octets
 */
static guchar *
decode_base64 (Span      text,
               gsize    *size,
               gboolean *ends)
{
  char *clean = g_malloc (text.length + 4);
  gsize n = 0;
  char c;

  while (next_base64 (&text, &c) && c != '=')
    clean[n++] = c;
  *ends = TRUE;
  while (*ends && next_base64 (&text, &c))
    *ends = c == '=';

  /* A single character left over has too few bits for an octet. */
  if (n % 4 == 1)
    n--;
  while (n % 4 != 0)
    clean[n++] = '=';
  clean[n] = '\0';

  *size = 0;
  if (n > 0)
    g_base64_decode_inplace (clean, size);

  /* What the octets do not cover is still the text of the key. */
  ala_secret_wipe (clean + *size, n - *size);
  return (guchar *) clean;
}

static AlaKeyBlock *
read_base64 (Span text)
{
  AlaKeyBlock *self = block_new (ALA_KEY_KIND_UNKNOWN);
  gboolean ends;
  gsize size;
  guchar *octets = decode_base64 (text, &size, &ends);

  block_set_octets (self, (Span) { octets, size });
  self->alone = self->alone && ends;
  ala_secret_wipe (octets, size);
  g_free (octets);
  return self;
}

/* RFC 1421 section 4.6: the key is encrypted under headers that say how. */
static gboolean
read_encrypted_pem (AlaKeyBlock *self,
                    const char  *label,
                    Span         text)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *method = NULL;
  char *base64, *pem;
  gboolean ends;
  gsize size;
  guchar *octets;
  int end;

  regex = g_regex_new ("Proc-Type:\\s*4,\\s*ENCRYPTED\\s+DEK-Info:\\s*([A-Z0-9-]+,[0-9A-Fa-f]+)", G_REGEX_RAW, 0, NULL);
  if (!g_regex_match_full (regex, (const char *) text.data, (gssize) text.length, 0, 0, &match, NULL))
    return FALSE;

  g_match_info_fetch_pos (match, 0, NULL, &end);
  method = g_match_info_fetch (match, 1);
  octets = decode_base64 ((Span) { text.data + end, text.length - (gsize) end }, &size, &ends);
  base64 = g_base64_encode (octets, size);
  pem = g_strdup_printf ("-----BEGIN %s-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: %s\n\n%s\n-----END %s-----\n", label, method,
                         base64, label);

  g_clear_pointer (&self->der, ala_secret_unref);
  self->kind = ALA_KEY_KIND_PEM_ENCRYPTED;
  self->der = ala_secret_new ((const char *) octets, (gssize) size);
  self->pem = ala_secret_new_take (pem);
  /* Block ciphers fill their last block, and the shortest has eight octets. */
  self->complete = size > 0 && size % 8 == 0;

  ala_secret_wipe (octets, size);
  g_free (octets);
  ala_secret_wipe_free (base64);
  return TRUE;
}

static AlaKeyBlock *
read_labelled (const char *label,
               Span        text)
{
  AlaKeyBlock *self = read_base64 (text);

  if (read_encrypted_pem (self, label, text))
    return self;

  if (self->kind == ALA_KEY_KIND_UNKNOWN)
    {
      self->kind = ala_key_kind_from_label (label);
      self->complete = FALSE;
    }
  return self;
}

static int
rank (AlaKeyKind kind)
{
  switch (kind)
    {
    case ALA_KEY_KIND_PKCS8:
    case ALA_KEY_KIND_PKCS8_ENCRYPTED:
    case ALA_KEY_KIND_PKCS1:
    case ALA_KEY_KIND_PEM_ENCRYPTED:
      return 3;
    case ALA_KEY_KIND_EC:
      return 2;
    case ALA_KEY_KIND_PUBLIC:
    case ALA_KEY_KIND_PKCS1_PUBLIC:
    case ALA_KEY_KIND_CERTIFICATE:
    case ALA_KEY_KIND_CERTIFICATE_REQUEST:
    case ALA_KEY_KIND_SSH:
    case ALA_KEY_KIND_KEY_STORE:
      return 1;
    case ALA_KEY_KIND_UNKNOWN:
      return 0;
    }

  g_assert_not_reached ();
}

static void
take_better (AlaKeyBlock **best,
             AlaKeyBlock  *other)
{
  if (*best == NULL || rank (other->kind) > rank ((*best)->kind))
    {
      g_clear_pointer (best, ala_key_block_free);
      *best = other;
    }
  else
    {
      ala_key_block_free (other);
    }
}

static char *
fetch_label (GMatchInfo *match)
{
  g_autofree char *raw = g_match_info_fetch (match, 2);
  g_autoptr (GString) label = g_string_new (raw);

  g_string_replace (label, "\xc2\xa0", " ", 0);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/*
 * Cuts the text at its marker lines, wherever they stand: pasting into an entry makes one line of many. A block whose first or
 * last marker is lost goes as far as the text.
 */
static AlaKeyBlock *
find_pem (Span text)
{
  /* A hyphen, or what editors make of one: U+2010 to U+2015, and U+2212; and a space, or a no-break space. */
#define DASH  "(?:-|\\xe2\\x80[\\x90-\\x95]|\\xe2\\x88\\x92)"
#define SPACE "(?: |\\xc2\\xa0)"
  static const char pattern[] =
    DASH "(?:" DASH "|" SPACE "){0,9}(BEGIN|END)" SPACE "((?:[A-Z0-9]|" SPACE "){3,40}?)" SPACE "?" DASH "{1,9}";
#undef DASH
#undef SPACE
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *open_label = NULL;
  AlaKeyBlock *best = NULL;
  gboolean alone = TRUE;
  gsize from = 0;
  guint blocks = 0;

  g_regex_match_full (regex, (const char *) text.data, (gssize) text.length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);
      g_autofree char *label = fetch_label (match);
      gboolean begins = g_str_equal (word, "BEGIN");
      Span between;
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      between = (Span) { text.data + from, (gsize) start - from };
      if (open_label != NULL || (!begins && from == 0))
        {
          take_better (&best, read_labelled (open_label != NULL ? open_label : label, between));
          blocks++;
        }
      else if (!is_blank (between))
        {
          alone = FALSE;
        }

      g_free (open_label);
      open_label = begins ? g_steal_pointer (&label) : NULL;
      from = (gsize) end;
    }

  if (from > 0)
    {
      Span after = { text.data + from, text.length - from };

      if (open_label != NULL)
        {
          take_better (&best, read_labelled (open_label, after));
          blocks++;
        }
      else if (!is_blank (after))
        {
          alone = FALSE;
        }
    }

  if (best != NULL)
    best->alone = best->alone && alone && blocks == 1;
  return best;
}

static AlaKeyBlock *
find_in_text (Span text)
{
  static const char *ssh[] = { "ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "PuTTY-User-Key-File-" };
  AlaKeyBlock *block = find_pem (text);

  if (block != NULL)
    return block;

  for (guint i = 0; i < G_N_ELEMENTS (ssh); i++)
    if (text.length > strlen (ssh[i]) && memcmp (text.data, ssh[i], strlen (ssh[i])) == 0)
      return block_new (ALA_KEY_KIND_SSH);

  block = read_base64 (text);
  if (block->kind == ALA_KEY_KIND_UNKNOWN && text.length > 0 && text.data[0] == 'I')
    {
      /* All keys begin with “MII”. The first letter is easily missed with the mouse. */
      g_autofree char *whole = g_malloc (text.length + 1);
      g_autoptr (AlaKeyBlock) guess = NULL;

      whole[0] = 'M';
      memcpy (whole + 1, text.data, text.length);
      guess = read_base64 ((Span) { (const guchar *) whole, text.length + 1 });
      ala_secret_wipe (whole, text.length + 1);
      block->kind = guess->kind;
      block->complete = FALSE;
    }
  return block;
}

/* Windows PowerShell writes UTF-16 when a command's output goes into a file. */
static char *
convert_utf16 (Span   data,
               gsize *length)
{
  const char *from;

  if (data.length < 2)
    return NULL;
  if (data.data[0] == 0xff && data.data[1] == 0xfe)
    from = "UTF-16LE";
  else if (data.data[0] == 0xfe && data.data[1] == 0xff)
    from = "UTF-16BE";
  else
    return NULL;

  return g_convert ((const char *) data.data + 2, (gssize) data.length - 2, "UTF-8", from, NULL, length, NULL);
}

static gboolean
is_binary (Span data)
{
  for (gsize i = 0; i < data.length; i++)
    if (g_ascii_iscntrl ((char) data.data[i]) && !g_ascii_isspace ((char) data.data[i]))
      return TRUE;

  return FALSE;
}

AlaKeyBlock *
ala_key_block_find (const char *data,
                    gsize       length)
{
  Span all = { (const guchar *) data, length };
  AlaKeyBlock *self;
  gsize converted_length;
  char *converted;

  g_return_val_if_fail (data != NULL, NULL);

  converted = convert_utf16 (all, &converted_length);
  if (converted != NULL)
    {
      self = find_in_text ((Span) { (const guchar *) converted, converted_length });
      ala_secret_wipe (converted, converted_length);
      g_free (converted);
      return self;
    }

  if (is_binary (all))
    {
      self = block_new (ALA_KEY_KIND_UNKNOWN);
      block_set_octets (self, all);
      if (self->kind != ALA_KEY_KIND_UNKNOWN)
        return self;
      ala_key_block_free (self);
    }

  if (all.length >= strlen (BYTE_ORDER_MARK) && memcmp (all.data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    all = (Span) { all.data + strlen (BYTE_ORDER_MARK), all.length - strlen (BYTE_ORDER_MARK) };
  while (all.length > 0 && g_ascii_isspace ((char) all.data[0]))
    all = (Span) { all.data + 1, all.length - 1 };
  return find_in_text (all);
}

void
ala_key_block_free (AlaKeyBlock *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->der, ala_secret_unref);
  g_clear_pointer (&self->pem, ala_secret_unref);
  g_free (self);
}
