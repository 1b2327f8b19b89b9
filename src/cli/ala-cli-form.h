/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-oauth-encoding.h"

G_BEGIN_DECLS

/*
 * AlaCliForm: a form of a web page, as a person fills it in. A link is one too: it has one button and sends nothing. Fields are
 * found by their id or name.
 */
typedef struct _AlaCliForm AlaCliForm;

typedef enum
{
  ALA_CLI_FIELD_TEXT,
  ALA_CLI_FIELD_TICK,
  ALA_CLI_FIELD_RADIO,
  ALA_CLI_FIELD_BUTTON,
} AlaCliFieldKind;

AlaCliForm     *ala_cli_form_new        (const char  *action,
                                         gboolean     post);
void            ala_cli_form_free       (AlaCliForm  *self);

void            ala_cli_form_add        (AlaCliForm      *self,
                                         AlaCliFieldKind  kind,
                                         const char      *id,
                                         const char      *name,
                                         const char      *value,
                                         gboolean         ticked);

const char     *ala_cli_form_get_action (AlaCliForm  *self); /* as it stands on the page, "" for the page itself */
gboolean        ala_cli_form_is_post    (AlaCliForm  *self);
gboolean        ala_cli_form_has        (AlaCliForm  *self,
                                         const char  *field);

/** ala_cli_form_find_prefix: Returns: (nullable) (transfer none): the last id in the form that begins with @prefix */
const char     *ala_cli_form_find_prefix (AlaCliForm *self,
                                          const char *prefix);

/** ala_cli_form_fill: Enters @value into the field @field. Returns: whether there is one */
gboolean        ala_cli_form_fill       (AlaCliForm  *self,
                                         const char  *field,
                                         const char  *value);

/** ala_cli_form_tick: Ticks a box, or chooses a radio button among those of its name. Returns: whether there is one */
gboolean        ala_cli_form_tick       (AlaCliForm  *self,
                                         const char  *field);

/**
 * ala_cli_form_collect:
 * @button: (nullable): the button that is pressed, %NULL for the form's first one
 *
 * Returns: (transfer full): what a browser would send
 */
AlaOAuthParams *ala_cli_form_collect    (AlaCliForm  *self,
                                         const char  *button);

G_END_DECLS
