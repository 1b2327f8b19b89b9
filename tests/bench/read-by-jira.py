#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads addresses of a Jira one after the other by python3-jira, as scripts do, and prints the median of three rounds in ms.

What to read, and by which token, comes as JSON on standard input. Ends with 1 when python3-jira is not installed.
"""

import json
import statistics
import sys
import tempfile
import time


def read_all(jira_class, order, options):
    """One round: a new client, what Jira is, then each address."""
    begun = time.monotonic()
    jira = jira_class(options=options, get_server_info=False, max_retries=0, oauth={
        'access_token': order['access_token'],
        'access_token_secret': order['access_token_secret'],
        'consumer_key': order['consumer_key'],
        'key_cert': order['key_cert'],
    })
    # The environment may name other authorities, which requests would prefer.
    jira._session.trust_env = False  # pylint: disable=protected-access
    jira.server_info()
    for address in order['addresses']:
        jira._session.get(address).json()  # pylint: disable=protected-access
    elapsed = time.monotonic() - begun
    jira.close()
    return elapsed * 1000


def main():
    order = json.load(sys.stdin)
    try:
        from jira import JIRA
    except ImportError:
        print('python3-jira is not installed', file=sys.stderr)
        sys.exit(1)

    with tempfile.NamedTemporaryFile('w', suffix='.pem') as file:
        file.write(order['ca'])
        file.flush()
        options = {'server': order['server'], 'verify': file.name if order['ca'] else True}
        print(statistics.median(read_all(JIRA, order, options) for _round in range(3)))


main()
