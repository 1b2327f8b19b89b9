/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-form.h"

typedef struct
{
  AlaCliFieldKind kind;
  char *id;
  char *name;
  char *value;
  gboolean ticked;
} Field;

struct _AlaCliForm
{
  char *action;
  gboolean post;
  GPtrArray *fields;
};

static void
field_free (Field *field)
{
  g_free (field->id);
  g_free (field->name);
  g_free (field->value);
  g_free (field);
}

AlaCliForm *
ala_cli_form_new (const char *action,
                  gboolean    post)
{
  AlaCliForm *self;

  g_return_val_if_fail (action != NULL, NULL);

  self = g_new0 (AlaCliForm, 1);
  self->action = g_strdup (action);
  self->post = post;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  return self;
}

void
ala_cli_form_free (AlaCliForm *self)
{
  g_free (self->action);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

void
ala_cli_form_add (AlaCliForm      *self,
                  AlaCliFieldKind  kind,
                  const char      *id,
                  const char      *name,
                  const char      *value,
                  gboolean         ticked)
{
  Field *field;

  g_return_if_fail (self != NULL);

  field = g_new0 (Field, 1);
  field->kind = kind;
  field->id = g_strdup (id);
  field->name = g_strdup (name);
  field->value = g_strdup (value);
  field->ticked = ticked;
  g_ptr_array_add (self->fields, field);
}

static Field *
find_field (AlaCliForm *form,
            const char *name)
{
  for (guint i = 0; i < form->fields->len; i++)
    {
      Field *field = g_ptr_array_index (form->fields, i);

      if (g_str_equal (field->id, name) || g_str_equal (field->name, name))
        return field;
    }

  return NULL;
}

const char *
ala_cli_form_get_action (AlaCliForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->action;
}

gboolean
ala_cli_form_is_post (AlaCliForm *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->post;
}

gboolean
ala_cli_form_has (AlaCliForm *self,
                  const char *field)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  return find_field (self, field) != NULL;
}

gboolean
ala_cli_form_fill (AlaCliForm *self,
                   const char *field,
                   const char *value)
{
  Field *found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  found = find_field (self, field);
  if (found == NULL || found->kind != ALA_CLI_FIELD_TEXT)
    return FALSE;

  g_free (found->value);
  found->value = g_strdup (value);
  return TRUE;
}

gboolean
ala_cli_form_tick (AlaCliForm *self,
                   const char *field)
{
  Field *found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  found = find_field (self, field);
  if (found == NULL || (found->kind != ALA_CLI_FIELD_TICK && found->kind != ALA_CLI_FIELD_RADIO))
    return FALSE;

  for (guint i = 0; found->kind == ALA_CLI_FIELD_RADIO && i < self->fields->len; i++)
    {
      Field *other = g_ptr_array_index (self->fields, i);

      if (other->kind == ALA_CLI_FIELD_RADIO && g_str_equal (other->name, found->name))
        other->ticked = FALSE;
    }
  found->ticked = TRUE;
  return TRUE;
}

AlaOAuthParams *
ala_cli_form_collect (AlaCliForm *self,
                      const char *button)
{
  AlaOAuthParams *params = ala_oauth_params_new ();
  gboolean pressed = FALSE;

  g_return_val_if_fail (self != NULL, params);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      gboolean sent = FALSE;

      switch (field->kind)
        {
        case ALA_CLI_FIELD_TEXT:
          sent = TRUE;
          break;
        case ALA_CLI_FIELD_TICK:
        case ALA_CLI_FIELD_RADIO:
          sent = field->ticked;
          break;
        case ALA_CLI_FIELD_BUTTON:
          sent = !pressed && (button == NULL || g_str_equal (field->id, button) || g_str_equal (field->name, button));
          pressed |= sent;
          break;
        default:
          g_assert_not_reached ();
        }

      if (sent && *field->name != '\0')
        ala_oauth_params_add (params, field->name, field->value);
    }

  return params;
}

const char *
ala_cli_form_find_prefix (AlaCliForm *self,
                          const char *prefix)
{
  const char *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (g_str_has_prefix (field->id, prefix))
        found = field->id;
    }

  return found;
}
