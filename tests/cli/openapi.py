# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replies made out of an OpenAPI description: examples, the least and the most that a schema allows, and what lies between."""

import json
import re

# Deeper than this a schema that holds itself goes round and round.
DEEPEST = 6

# What may stand in place of the right value: of each type that JSON has.
WRONG = (None, True, 7, -1.5, 'text', '', [], {}, [None], {'text': 7})


class Description:
    def __init__(self, path):
        self.document = json.loads(path.read_text(encoding='utf-8'))
        self.paths = {template: methods['get'] for template, methods in self.document['paths'].items() if 'get' in methods}

    def match(self, path):
        """The template that stands for the path of a request; None when it is not described."""
        exact = [template for template in self.paths if template == path]
        return next(iter(exact + [template for template in self.paths
                                  if re.fullmatch(re.sub(r'\{[^}]+\}', '[^/]+', template), path)]), None)

    def content(self, template):
        return self.paths[template]['responses']['200']['content']['application/json']

    def resolve(self, schema):
        while '$ref' in schema or 'allOf' in schema:
            schema = (self.document['components']['schemas'][schema['$ref'].rsplit('/', 1)[1]] if '$ref' in schema
                      else {**schema['allOf'][0], **{key: value for key, value in schema.items() if key != 'allOf'}})
        return schema

    def make(self, schema, keys=(), least=False, depth=0):
        """A value that the schema allows: with all members, or with those alone that it requires."""
        schema = self.resolve(schema)
        kind = schema.get('type')
        if 'enum' in schema:
            return schema['enum'][0]
        if kind == 'array':
            return [] if least or depth > DEEPEST else [self.make(schema.get('items', {}), keys, least, depth + 1)] * 2
        if kind == 'object' or 'properties' in schema:
            if depth > DEEPEST:
                return {}
            made = {name: self.make(member, keys, least, depth + 1) for name, member in schema.get('properties', {}).items()
                    if not least or name in schema.get('required', [])}
            more = schema.get('additionalProperties')
            if isinstance(more, dict) and not least:
                made.update({key: self.make(more, keys, least, depth + 1) for key in keys or ['member']})
            return made
        return {'boolean': True, 'integer': 1, 'number': 1.5, 'string': 'text'}.get(kind)

    def replies(self, template, keys=()):
        """Bodies of 200: the vendor's examples, the most, the least, each member missing, and each of a wrong type."""
        content = self.content(template)
        examples = [content['example']] if 'example' in content else [one['value'] for one in content.get('examples', {}).values()]
        for example in examples:
            yield example if isinstance(example, str) else json.dumps(example)
        most = self.make(content['schema'], keys)
        yield json.dumps(most)
        yield json.dumps(self.make(content['schema'], keys, least=True))
        places = list(_places(most))
        for place in places:
            yield json.dumps(_changed(most, place))
        for number, place in enumerate(places):
            yield json.dumps(_changed(most, place, (WRONG[number % len(WRONG)],)))


def _places(value, place=(), depth=0):
    """Where members are, down to those of the items of a list."""
    if isinstance(value, dict) and depth < 3:
        for name, member in value.items():
            yield (*place, name)
            yield from _places(member, (*place, name), depth + 1)
    elif isinstance(value, list) and value:
        yield from _places(value[0], (*place, 0), depth)


def _changed(value, place, new=()):
    """A copy in which the member is missing, or is the one of @new."""
    copy = json.loads(json.dumps(value))
    parent = copy
    for step in place[:-1]:
        parent = parent[step]
    if new:
        parent[place[-1]] = new[0]
    else:
        del parent[place[-1]]
    return copy
