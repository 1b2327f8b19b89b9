#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job over two terminals, without a display, and what is printed by the schema: test-job.py APPLINK"""

import json

import jsonschema

from browser import Browser
from job import begin_link, end, enter_link, running
from product import product
from program import ENVIRONMENT, HOME, expect, practice, run
from schema import SCHEMA, complaints
from tap import Report

# Neither a display nor a keyring, as over SSH.
for name in 'DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS':
    ENVIRONMENT.pop(name, None)


def follows(report, name, *words, status=0):
    result = run(*words)
    try:
        problems = complaints(json.loads(result.stdout), name)
    except ValueError:
        problems = [f'no JSON: {result.stdout}{result.stderr}']
    report.case(f'{" ".join(map(str, words[:2]))} follows the schema', [*expect(result, status), *problems])
    return json.loads(result.stdout or 'null')


def read_events(report, process, last):
    """Reads along until the event called LAST; each event has to follow the schema."""
    for line in process.stdout:
        event = json.loads(line)
        report.case(f'the event {event["event"]} follows the schema', complaints(event, 'event'))
        if event['event'] == last:
            return event
    return {}


def whole_job(report, browser, url, address):
    report.case('probe', expect(run('probe', url), 0))
    link, public_key = begin_link(url, 'test-key', '--product', f'{address}/flex')
    report.case('link steps', expect(run('link', 'steps', link), 0, out=[public_key, 'test-key', f'{address}/flex']))

    with running('link', 'watch', '--json', link) as process:
        read_events(report, process, 'answer')
        enter_link(browser, url, public_key, product=f'{address}/flex')
        read_events(report, process, 'proven')
        report.case('link watch', expect(end(process), 0))

    with running('authorize', '--no-browser', '--callback', 'oob', '--json', link) as process:
        page = browser.press(browser.open(read_events(report, process, 'authorize-url')['url']), 'approve', 'approve')
        read_events(report, process, 'waiting')
        process.stdin.write(page.text.replace('\n', ' ') + '\n')
        process.stdin.flush()
        told = read_events(report, process, 'authorized')
        report.case('authorize', [*expect(end(process), 0)] + ([] if told.get('user') == 'Practice Administrator' else [str(told)]))

    report.case('check', expect(run('check', link), 0))
    report.case('report', expect(run('report', link), 0, out=[link]))
    report.case('handover', expect(run('handover', link), 0, out='test-key'))
    report.case('and the link is there for the window', expect(run('link', 'list'), 0, out=[link, 'works']))
    return link


def schema(report, url, link):
    follows(report, 'probe', 'probe', '--json', url)
    follows(report, 'probe', 'probe', '--json', 'http://127.0.0.1:1', status=2)
    follows(report, 'key', 'key', 'new', '--json', '--bits', 1024, '--out', HOME / 'key.pem')
    follows(report, 'key', 'key', 'show', '--json', HOME / 'key.pem')
    follows(report, 'profiles', 'profiles', '--json')
    follows(report, 'links', 'link', 'list', '--json')
    told = follows(report, 'link', 'link', 'show', '--json', link)
    begun = follows(report, 'link', 'link', 'new', '--json', '--jira', url, '--store', 'file')
    run('link', 'delete', '--yes', begun['id'])
    follows(report, 'lists', 'practice', '--list-faults', '--json')
    follows(report, 'steps', 'link', 'steps', '--json', link)
    follows(report, 'handover', 'handover', '--json', link)
    follows(report, 'credentials', 'credentials', link)
    follows(report, 'checks', 'check', '--json', link)
    follows(report, 'webhooks', 'webhooks', '--json', link, 'plan')
    follows(report, 'webhooks', 'webhooks', '--json', link, 'list', status=1)
    for number in 1, 2:
        run('report', '--out', HOME / f'{number}.json', link)
    comparison = run('report', 'compare', '--json', HOME / '1.json', HOME / '2.json')
    report.case('report compare follows the schema', complaints(json.loads(comparison.stdout), 'comparison'))

    # A schema that takes anything would judge nothing.
    report.case('the schema is one', [] if jsonschema.Draft202012Validator.check_schema(SCHEMA) is None else ['no'])
    for member, value in [('id', 'abc'), ('keyBits', '2048'), ('created', 'today'), ('verdict', 'fine'), ('user', None)]:
        report.case(f'it refuses {member}: {value}', [] if complaints({**told, member: value}, 'link') else ['it was taken'])
        report.case(f'it needs {member}', [] if complaints({k: v for k, v in told.items() if k != member}, 'link') else ['it does not'])


def main():
    report = Report()
    with product() as address, practice('--json') as (_process, line):
        report.case('practice follows the schema', complaints(json.loads(line), 'practice'))
        url = json.loads(line)['url']
        schema(report, url, whole_job(report, Browser(), url, address))
    report.finish()


main()
