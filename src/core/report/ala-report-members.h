/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a value stands in JSON. */
typedef enum
{
  ALA_REPORT_MEMBER_TEXT,   /* a text, "" for unknown */
  ALA_REPORT_MEMBER_TIME,   /* a text, ISO 8601 in UTC; null for never */
  ALA_REPORT_MEMBER_NUMBER, /* a whole number of either sign */
  ALA_REPORT_MEMBER_COUNT,  /* a whole number, not negative */
  ALA_REPORT_MEMBER_CHOICE, /* a text, the nick of an enumeration */
  ALA_REPORT_MEMBER_YES,    /* true or false */
} AlaReportMemberKind;

/**
 * AlaReportMember:
 * @section: (nullable): the object in which it stands, %NULL for the outermost one
 * @name: of the member
 * @property: of #AlaReport
 * @kind: how it stands there
 */
typedef struct
{
  const char *section;
  const char *name;
  const char *property;
  AlaReportMemberKind kind;
} AlaReportMember;

/** ala_report_members: The table by which a report is written and read, sections together; a row without a name ends it. */
extern const AlaReportMember ala_report_members[];

G_END_DECLS
