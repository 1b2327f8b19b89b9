/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Run while the program is built: writes its man page, or what a shell needs to complete its commands, to standard output. */

#include "config.h"

#include <stdio.h>

#include "ala-cli-completion.h"
#include "ala-cli-manual.h"

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    char * (* dup) (void);
  } kinds[] = {
    { "man", ala_cli_manual_dup },
    { "bash", ala_cli_completion_dup_bash },
    { "zsh", ala_cli_completion_dup_zsh },
    { "fish", ala_cli_completion_dup_fish },
  };

  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (argv[1], kinds[i].name))
      {
        g_autofree char *text = kinds[i].dup ();

        return fputs (text, stdout) < 0 || fflush (stdout) != 0;
      }

  fprintf (stderr, "usage: %s man|bash|zsh|fish\n", argv[0]);
  return 64;
}
