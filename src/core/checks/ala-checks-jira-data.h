/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-read-check.h"

G_BEGIN_DECLS

/**
 * AlaLinkTypesCheck:
 *
 * "link-types": Jira knows types of links between issues. A product that asks for the right to link issues needs one; for others
 * it is no matter. Jira answers 404 where linking is switched off.
 */
#define ALA_TYPE_LINK_TYPES_CHECK (ala_link_types_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaLinkTypesCheck, ala_link_types_check, ALA, LINK_TYPES_CHECK, AlaReadCheck)

/** AlaPrioritiesCheck: "priorities": Jira has at least one priority that a defect can be given. */
#define ALA_TYPE_PRIORITIES_CHECK (ala_priorities_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaPrioritiesCheck, ala_priorities_check, ALA, PRIORITIES_CHECK, AlaReadCheck)

/**
 * AlaAttachmentsCheck:
 *
 * "attachments": files may be attached to issues. A product that asks for the right to attach them needs it; for others it is no
 * matter.
 */
#define ALA_TYPE_ATTACHMENTS_CHECK (ala_attachments_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaAttachmentsCheck, ala_attachments_check, ALA, ATTACHMENTS_CHECK, AlaReadCheck)

G_END_DECLS
