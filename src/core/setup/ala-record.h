/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaRecordKind:
 * @ALA_RECORD_TEXT: a char *, never %NULL
 * @ALA_RECORD_TIME: a gint64, seconds since the epoch, not negative
 * @ALA_RECORD_OFFSET: a gint64 of either sign
 * @ALA_RECORD_COUNT: a guint
 * @ALA_RECORD_CHOICE: an int, a value of an enumeration
 * @ALA_RECORD_LIST: a GStrv, never %NULL
 *
 * What a field of a record holds.
 */
typedef enum
{
  ALA_RECORD_TEXT,
  ALA_RECORD_TIME,
  ALA_RECORD_OFFSET,
  ALA_RECORD_COUNT,
  ALA_RECORD_CHOICE,
  ALA_RECORD_LIST,
} AlaRecordKind;

/**
 * AlaRecordField:
 * @name: of the property
 * @kind: what it holds
 * @offset: of its member in the instance
 * @choice_type: of the enumeration, for %ALA_RECORD_CHOICE
 * @once: whether it can be set only while the record is made
 * @clean: (nullable): for %ALA_RECORD_TEXT, makes (transfer full) what is kept of a text, wherever it comes from
 *
 * All that a property needs: with so many of one shape, a table is easier to keep right than forty case labels.
 */
typedef struct
{
  const char *name;
  AlaRecordKind kind;
  gsize offset;
  GType (*choice_type) (void);
  gboolean once;
  char *(*clean) (const char *text);
} AlaRecordField;

#define ALA_TYPE_RECORD (ala_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AlaRecord, ala_record, ALA, RECORD, GObject)

/**
 * AlaRecord:
 *
 * An object that is nothing but its properties, which a table describes. Each is notified only when its value changes.
 */
struct _AlaRecordClass
{
  GObjectClass parent_class;

  const AlaRecordField *fields; /* indexed by property id; that of id 0 is not used */
  GParamSpec **properties;
  guint n_fields;
};

/**
 * ala_record_class_set_fields:
 * @fields: the table, indexed by property id, static
 * @properties: (out caller-allocates): room for as many #GParamSpec, static
 *
 * Installs the properties of a subclass.
 */
void ala_record_class_set_fields (AlaRecordClass       *klass,
                                  const AlaRecordField *fields,
                                  GParamSpec          **properties,
                                  guint                 n_fields);

/* For subclasses: each stores a value by its property id, and notifies. The field has to be of the kind that is meant. */
void ala_record_set_text         (AlaRecord            *self,
                                  guint                 property_id,
                                  const char           *value); /* (nullable): as "" */
void ala_record_set_number       (AlaRecord            *self,
                                  guint                 property_id,
                                  gint64                value);
void ala_record_set_count        (AlaRecord            *self,
                                  guint                 property_id,
                                  guint                 value);
void ala_record_set_choice       (AlaRecord            *self,
                                  guint                 property_id,
                                  int                   value);
void ala_record_take_list        (AlaRecord            *self,
                                  guint                 property_id,
                                  GStrv                 value); /* (nullable) (transfer full): as an empty one */

G_END_DECLS
