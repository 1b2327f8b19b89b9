# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a person does, and what the vendor's guide makes a person do.

One action is: a command, a prompt answered, a file opened, a copy, a paste, a value trimmed by hand, a field emptied as advised, a field
typed, a click on a button, menu or box, and a switch to another window or tab. Logging in is left out everywhere, and so is the place in
which one begins. What comes to the front by itself, because a link or a button opened it, is no switch.
"""

import collections

KINDS = ['command', 'prompt', 'file', 'copy', 'paste', 'trim', 'empty', 'type', 'click', 'switch']
STAGES = ['key', 'link', 'authorization', 'checks', 'Zephyr']

# Up to the first answer that proves something, and with the product's own dialog.
VERIFIED = ['key', 'link', 'authorization', 'checks']
MOST_VERIFIED = 26
MOST_IN_ALL = 55

# The guide "Configure OAuth Connection" of Zephyr Enterprise, step by step, with the screens of Jira 8 that it shows. Nothing in it proves
# the link before Zephyr does.
GUIDE = [
    ('key', 'command', ['openssl genrsa', 'openssl req', 'openssl pkcs8', 'openssl x509']),
    ('key', 'prompt', ['country', 'state', 'locality', 'organization', 'unit', 'common name', 'e-mail']),
    ('link', 'switch', ['to Jira in the browser']),
    ('link', 'click', ['the cog', 'Products', 'Application links']),
    ('link', 'type', ['the address of Zephyr with /flex']),
    ('link', 'click', ['Create new link', 'Continue']),
    ('link', 'type', ['Application Name', 'Service Provider Name', 'Consumer Key', 'Shared Secret', 'Request Token URL',
                      'Access Token URL', 'Authorize URL']),
    ('link', 'click', ['Create incoming link', 'Continue']),
    ('link', 'type', ['Consumer Key', 'Consumer Name']),
    ('link', 'switch', ['to the files']),
    ('link', 'file', ['jira_publickey.pem']),
    ('link', 'trim', ['the lines with BEGIN and END']),
    ('link', 'copy', ['the public key']),
    ('link', 'switch', ['to Jira']),
    ('link', 'empty', ['Public Key']),
    ('link', 'paste', ['Public Key']),
    ('link', 'click', ['Continue']),
    ('Zephyr', 'switch', ['to Zephyr']),
    ('Zephyr', 'click', ['Administration', 'Jira Integration', '+', 'Auth Mode', 'OAuth (1.0a)']),
    ('Zephyr', 'type', ['Name', 'Jira URL', 'Consumer Key Name']),
    ('Zephyr', 'switch', ['to the files']),
    ('Zephyr', 'file', ['jira_privatekey.pcks8']),
    ('Zephyr', 'trim', ['the lines with BEGIN and END']),
    ('Zephyr', 'copy', ['the private key']),
    ('Zephyr', 'switch', ['to Zephyr']),
    ('Zephyr', 'empty', ['Consumer Private Key']),
    ('Zephyr', 'paste', ['Consumer Private Key']),
    ('Zephyr', 'click', ['Confirm', 'Confirm in the message box', 'the address of Step 1', 'Allow']),
    ('Zephyr', 'trim', ['the quotes around the code']),
    ('Zephyr', 'copy', ['the code']),
    ('Zephyr', 'switch', ['to Zephyr']),
    ('Zephyr', 'paste', ['Step 2']),
    ('Zephyr', 'click', ['Save', 'Done', 'Create defects in Jira']),
]


class Actions:
    """A person before a screen. Each thing done happens in one place; to be in another one first takes a switch."""

    def __init__(self):
        self.stage = STAGES[0]
        self.place = None
        self.counted = collections.Counter()

    def count(self, kind, number=1):
        assert kind in KINDS
        self.counted[self.stage, kind] += number

    def do(self, kind, place):
        if self.place not in (None, place):
            self.count('switch')
        self.place = place
        self.count(kind)

    def came_to_front(self, place):
        self.place = place

    def sum(self, stages=STAGES, kinds=KINDS):
        return sum(self.counted[stage, kind] for stage in stages for kind in kinds)


def guide():
    actions = Actions()
    for actions.stage, kind, what in GUIDE:
        actions.count(kind, len(what))
    return actions


def table(title, actions):
    """Its lines: a row for each kind, a column for each stage."""
    kinds = [kind for kind in KINDS if actions.sum(kinds=[kind]) > 0]
    yield f'{title:<24}' + ''.join(f'{stage:>15}' for stage in [*STAGES, 'in all'])
    for kind in kinds:
        yield f'{kind:<24}' + ''.join(f'{number:>15}' for number in
                                      [*(actions.counted[stage, kind] for stage in STAGES), actions.sum(kinds=[kind])])
    yield f'{"in all":<24}' + ''.join(f'{number:>15}' for number in [*(actions.sum([stage]) for stage in STAGES), actions.sum()])
