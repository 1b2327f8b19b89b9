/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-record.h"

G_DEFINE_ABSTRACT_TYPE (AlaRecord, ala_record, G_TYPE_OBJECT)

#define MEMBER(self, type, property) (&G_STRUCT_MEMBER (type, self, ALA_RECORD_GET_CLASS (self)->fields[property].offset))

static void
notify (AlaRecord *self,
        guint      property_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), ALA_RECORD_GET_CLASS (self)->properties[property_id]);
}

static gboolean
holds (AlaRecord     *self,
       guint          property_id,
       AlaRecordKind  kind)
{
  AlaRecordClass *klass = ALA_RECORD_GET_CLASS (self);

  return property_id > 0 && property_id < klass->n_fields && klass->fields[property_id].kind == kind;
}

void
ala_record_set_text (AlaRecord  *self,
                     guint       property_id,
                     const char *value)
{
  g_autofree char *cleaned = NULL;
  const AlaRecordField *field;
  char **member;
  char *old;

  g_return_if_fail (ALA_IS_RECORD (self));
  g_return_if_fail (holds (self, property_id, ALA_RECORD_TEXT));

  field = &ALA_RECORD_GET_CLASS (self)->fields[property_id];
  member = MEMBER (self, char *, property_id);
  old = *member;
  if (value == NULL)
    value = "";
  if (field->clean != NULL)
    value = cleaned = field->clean (value);
  if (g_strcmp0 (old, value) == 0)
    return;

  /* Freed last, since the caller may hand in a part of the very text that is replaced. */
  *member = g_strdup (value);
  g_free (old);
  notify (self, property_id);
}

#define DEFINE_SETTER(name, Type, is_kind)                   \
  void                                                       \
  ala_record_set_##name (AlaRecord *self,                    \
                         guint      property_id,             \
                         Type       value)                   \
  {                                                          \
    Type *member;                                            \
                                                             \
    g_return_if_fail (ALA_IS_RECORD (self));                 \
    g_return_if_fail (is_kind);                              \
                                                             \
    member = MEMBER (self, Type, property_id);               \
    if (*member == value)                                    \
      return;                                                \
    *member = value;                                         \
    notify (self, property_id);                              \
  }

DEFINE_SETTER (number, gint64,
               holds (self, property_id, ALA_RECORD_TIME) || holds (self, property_id, ALA_RECORD_OFFSET))
DEFINE_SETTER (count, guint, holds (self, property_id, ALA_RECORD_COUNT))
DEFINE_SETTER (choice, int, holds (self, property_id, ALA_RECORD_CHOICE))

void
ala_record_take_list (AlaRecord *self,
                      guint      property_id,
                      GStrv      value)
{
  g_auto (GStrv) list = value != NULL ? value : g_new0 (char *, 1);
  GStrv *member;

  g_return_if_fail (ALA_IS_RECORD (self));
  g_return_if_fail (holds (self, property_id, ALA_RECORD_LIST));

  member = MEMBER (self, GStrv, property_id);
  if (*member != NULL && g_strv_equal ((const char *const *) *member, (const char *const *) list))
    return;

  g_strfreev (*member);
  *member = g_steal_pointer (&list);
  notify (self, property_id);
}

/* Not while the instance is initialized: there it does not know its own class yet. */
static void
ala_record_constructed (GObject *object)
{
  AlaRecordClass *klass = ALA_RECORD_GET_CLASS (object);

  G_OBJECT_CLASS (ala_record_parent_class)->constructed (object);

  for (guint i = 1; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == ALA_RECORD_TEXT && *MEMBER (object, char *, i) == NULL)
        *MEMBER (object, char *, i) = g_strdup ("");
      else if (klass->fields[i].kind == ALA_RECORD_LIST && *MEMBER (object, GStrv, i) == NULL)
        *MEMBER (object, GStrv, i) = g_new0 (char *, 1);
    }
}

static void
ala_record_finalize (GObject *object)
{
  AlaRecordClass *klass = ALA_RECORD_GET_CLASS (object);

  for (guint i = 1; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == ALA_RECORD_TEXT)
        g_free (*MEMBER (object, char *, i));
      else if (klass->fields[i].kind == ALA_RECORD_LIST)
        g_strfreev (*MEMBER (object, GStrv, i));
    }

  G_OBJECT_CLASS (ala_record_parent_class)->finalize (object);
}

static void
ala_record_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (ALA_RECORD_GET_CLASS (object)->fields[property_id].kind)
    {
    case ALA_RECORD_TEXT:
      g_value_set_string (value, *MEMBER (object, char *, property_id));
      break;
    case ALA_RECORD_TIME:
    case ALA_RECORD_OFFSET:
      g_value_set_int64 (value, *MEMBER (object, gint64, property_id));
      break;
    case ALA_RECORD_COUNT:
      g_value_set_uint (value, *MEMBER (object, guint, property_id));
      break;
    case ALA_RECORD_CHOICE:
      g_value_set_enum (value, *MEMBER (object, int, property_id));
      break;
    case ALA_RECORD_LIST:
      g_value_set_boxed (value, *MEMBER (object, GStrv, property_id));
      break;
    }
}

static void
ala_record_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AlaRecord *self = ALA_RECORD (object);

  switch (ALA_RECORD_GET_CLASS (self)->fields[property_id].kind)
    {
    case ALA_RECORD_TEXT:
      ala_record_set_text (self, property_id, g_value_get_string (value));
      break;
    case ALA_RECORD_TIME:
    case ALA_RECORD_OFFSET:
      ala_record_set_number (self, property_id, g_value_get_int64 (value));
      break;
    case ALA_RECORD_COUNT:
      ala_record_set_count (self, property_id, g_value_get_uint (value));
      break;
    case ALA_RECORD_CHOICE:
      ala_record_set_choice (self, property_id, g_value_get_enum (value));
      break;
    case ALA_RECORD_LIST:
      ala_record_take_list (self, property_id, g_value_dup_boxed (value));
      break;
    }
}

static GParamSpec *
new_property (const AlaRecordField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  if (field->once)
    flags |= G_PARAM_CONSTRUCT_ONLY;

  switch (field->kind)
    {
    case ALA_RECORD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case ALA_RECORD_TIME:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    case ALA_RECORD_OFFSET:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case ALA_RECORD_COUNT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case ALA_RECORD_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->choice_type (), 0, flags);
    case ALA_RECORD_LIST:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    }

  g_assert_not_reached ();
}

void
ala_record_class_set_fields (AlaRecordClass       *klass,
                             const AlaRecordField *fields,
                             GParamSpec          **properties,
                             guint                 n_fields)
{
  g_return_if_fail (ALA_IS_RECORD_CLASS (klass));
  g_return_if_fail (fields != NULL && properties != NULL && n_fields > 1);

  klass->fields = fields;
  klass->properties = properties;
  klass->n_fields = n_fields;

  /* GObject does not let a class inherit these two. */
  G_OBJECT_CLASS (klass)->get_property = ala_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = ala_record_set_property;

  for (guint i = 1; i < n_fields; i++)
    properties[i] = new_property (&fields[i]);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), n_fields, properties);
}

static void
ala_record_class_init (AlaRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ala_record_constructed;
  object_class->finalize = ala_record_finalize;
}

static void
ala_record_init (AlaRecord *self)
{
}
