# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program prints as JSON, judged by the schema that describes it."""

import json
import pathlib

import jsonschema

SCHEMA = json.loads((pathlib.Path(__file__).resolve().parents[2] / 'data' / 'report' / 'command-1.schema.json').read_text('utf-8'))


def complaints(document, name):
    """What is wrong with DOCUMENT by the definition called NAME."""
    judge = jsonschema.Draft202012Validator({**SCHEMA, 'anyOf': [{'$ref': f'#/$defs/{name}'}]})
    return [f'{error.json_path}: {error.message}' for error in judge.iter_errors(document)]
