#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The profiles of products: as their schema says, and each through a whole job: test-profiles.py APPLINK SOURCE"""

import base64
import json
import pathlib
import sys

import jsonschema

from browser import Browser
from job import enter_link, running
from program import HOME, expect, practice, run
from tap import Report

PROFILES = pathlib.Path(sys.argv[2]) / 'data/profiles'
SCHEMA = json.loads((PROFILES / 'profile-1.schema.json').read_text('utf-8'))
JUDGE = jsonschema.Draft202012Validator(SCHEMA)
OURS = [json.loads(path.read_text('utf-8')) for path in sorted(PROFILES.glob('*.json')) if not path.name.endswith('.schema.json')]
OF_THE_USER = HOME / 'data/applink-assistant/profiles'

SMALLEST = {
    'format': 1, 'id': 'mine', 'name': 'Mine', 'consumer-key': 'mine', 'application-name': 'My product', 'url-label': 'Address',
    'fields': [{'id': 'a', 'label': 'A', 'value': 'jira-url'}],
}
OWN_KEY = {'key-owner': 'product', 'key-source': 'There.'}
GOOD = [
    {}, {'rank': 0}, {'description': 'One.'}, {'url-suffix': ''}, {'url-suffix': '/flex'}, {'key-bits': 1024}, {'events': []},
    {'product-url': 'http://example.com'}, {'product-url': ''}, {'key-owner': 'program'}, {'key-source': ''}, OWN_KEY,
    {**OWN_KEY, 'consumer-key': 'With Spaces'}, {**OWN_KEY, 'consumer-key': ''}, {'jira-notes': ['One.']}, {'webhook-url': ''},
    {'webhook-url': 'http://{host}/hook', 'webhook-note': 'There.'}, {'known-keys': [{'fingerprint': '0' * 64, 'note': 'One.'}]},
    {'fields': [{'id': 'a', 'label': 'A', 'text': 'x'}]}, {'$schema': 'profile-1.schema.json'},
]
BAD = [
    {'format': 2}, {'format': None}, {'id': 'My Product'}, {'id': ''}, {'name': ''}, {'name': None}, {'rank': -1}, {'rank': '1'},
    {'consumer-key': 'two words'}, {'consumer-key': ''}, {'application-name': ''}, {'url-label': ''}, {'url-suffix': 'flex'},
    {'url-suffix': '/'}, {'url-suffix': '/flex/'}, {'product-url': 'ftp://example.com'}, {'key-owner': 'nobody'},
    {'key-owner': 'product'}, {'key-source': 'There.'}, {'key-bits': 512}, {'key-bits': 8192}, {'known-keys': []},
    {'known-keys': [{'fingerprint': 'AB' * 32, 'note': 'One.'}]}, {'known-keys': [{'fingerprint': '0' * 64}]},
    {'private-key-form': 'der'}, {'jira-notes': 'One.'}, {'jira-notes': [1]}, {'fields': []}, {'fields': {}}, {'fields': [1]},
    {'fields': [{'id': 'a', 'label': 'A'}]}, {'fields': [{'id': 'a', 'label': '', 'value': 'action'}]},
    {'fields': [{'id': 'a', 'label': 'A', 'value': 'action', 'text': 'x'}]}, {'fields': [{'id': 'a', 'label': 'A', 'value': 'other'}]},
    {**OWN_KEY, 'fields': [{'id': 'a', 'label': 'A', 'value': 'private-key'}]}, {'permissions': [1]}, {'events': 'all'},
    {'webhook-url': 'http://z/hook', 'webhook-note': 'There.'}, {'webhook-url': 'http://{host}/hook'}, {'afterwards': [None]},
]


def vary(more):
    return {name: value for name, value in {**SMALLEST, **more}.items() if value is not None}


def the_schema(report):
    report.case('the schema is one', [] if JUDGE.check_schema(SCHEMA) is None else ['no'])
    for profile in OURS:
        report.case(f'{profile["id"]} follows it', [error.message for error in JUDGE.iter_errors(profile)])
    described = set(SCHEMA['properties']) - {'$schema'}
    readme = (PROFILES / 'README.md').read_text('utf-8')
    report.case('the README tells of each member', [name for name in described if f'| `{name}`' not in readme])
    report.case('and no profile has another', [name for profile in OURS for name in profile if name not in described])


def the_judges_agree(report):
    """The program passes over just what the schema refuses."""
    OF_THE_USER.mkdir(parents=True)
    profiles = {}
    for number, more in enumerate([*GOOD, *BAD]):
        profile = vary(more)
        if profile.get('id') == 'mine':
            profile['id'] = f'mine-{number}'
        path = OF_THE_USER / f'{number}.json'
        path.write_text(json.dumps(profile), 'utf-8')
        profiles[path] = (number < len(GOOD), profile)

    result = run('profiles', '--json')
    told = json.loads(result.stdout)
    report.case('profiles --json', [*expect(result, 1)] + ([] if told['folder'] == str(OF_THE_USER) else [told['folder']]))
    passed_over = [problem['seen'] for problem in told['problems']]
    for path, (good, profile) in profiles.items():
        valid = JUDGE.is_valid(profile)
        taken = not any(f'{path} ' in seen for seen in passed_over)
        report.case(f'{path.stem}: {"taken" if good else "refused"} by both',
                    [] if valid == taken == good else [f'schema {valid}, program {taken}: {profile}'])
    report.case('each one that is good is listed', {f'mine-{number}' for number in range(len(GOOD))} - {
        profile['id'] for profile in told['profiles']})

    result = run('profiles')
    report.case('profiles', expect(result, 1, out=['zephyr-enterprise', 'mine-0'], err=['[profile-unreadable]', str(OF_THE_USER)]))
    result = run('link', 'new', '--jira', 'http://127.0.0.1:1', '--profile', 'mine-0')
    report.case('who begins a link is told', expect(result, 2, err='[profile-unreadable]'))
    for path in OF_THE_USER.iterdir():
        path.unlink()
    report.case('none of them is left', expect(run('profiles'), 0, out='zephyr-enterprise', err=''))


def begin(url, profile, *more):
    """Without an address of its own, so that the profile's is taken."""
    return run('link', 'new', '--jira', url, '--profile', profile['id'], '--store', 'file', *more)


def private_key_form(text):
    """The name that the profile has for the form of this key."""
    body = text.startswith('MII')
    der = base64.b64decode(text if body else ''.join(text.splitlines()[1:-1]))
    kind = 'pkcs8' if b'\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01' in der[:40] else 'pkcs1'
    return f'{kind}-{"body" if body else "pem"}'


def hand_over(report, link, url, profile):
    """Each line of the dialog has its value, and each secret is the one that works."""
    name = profile['id']
    told = json.loads(run('handover', '--json', link).stdout)
    report.case(f'{name}: every line, in its order', [] if [(field['id'], field['label']) for field in told['fields']] == [
        (field['id'], field['label']) for field in profile['fields']] else [str(told)])
    for field, said in zip(profile['fields'], told['fields']):
        kind = field.get('value', 'text')
        if kind in ('private-key', 'access-token', 'access-token-secret'):
            result = run('handover', '--secret', kind, link)
            wrong = [*expect(result, 0)]
            if kind == 'private-key' and private_key_form(result.stdout.rstrip('\n')) != profile.get('private-key-form', 'pkcs8-pem'):
                wrong.append('the private key is in another form')
            if said.get('secret') != kind or 'value' in said:
                wrong.append(f'it is told: {said}')
            report.case(f'{name}: {field["label"]}', wrong)
        else:
            wanted = {
                'text': field.get('text'), 'link-name': '127.0.0.1', 'jira-url': url, 'consumer-key': profile['consumer-key'],
                'action': '', 'request-token-url': f'{url}/plugins/servlet/oauth/request-token',
                'authorize-url': f'{url}/plugins/servlet/oauth/authorize', 'access-token-url': f'{url}/plugins/servlet/oauth/access-token',
            }[kind]
            report.case(f'{name}: {field["label"]}', [] if said['value'] == wanted else [f'{said["value"]} instead of {wanted}'])


def whole_job(report, browser, url, profile):
    name = profile['id']
    # Keys of this size take seconds.
    more = ['--key', HOME / 'key.pem'] if profile['key-bits'] > 2048 else []
    result = begin(url, profile, *more)
    report.case(f'{name}: link new', expect(result, 0))
    link = result.stdout.strip()
    told = json.loads(run('link', 'show', '--json', link).stdout)
    report.case(f'{name}: as the profile proposes', [] if told['consumerKey'] == profile['consumer-key'] and told['profile'] == name
                and told['product'] == profile.get('product-url', '') else [str(told)])

    public_key = run('key', 'export', '--link', link, '--form', 'public-body').stdout.strip()
    enter_link(browser, url, public_key, profile['consumer-key'], name=profile['application-name'],
               product=profile.get('product-url') or f'http://{name}.example.com')
    report.case(f'{name}: link watch', expect(run('link', 'watch', '--wait', 0, link), 0))
    with running('authorize', '--no-browser', link) as process:
        browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
        report.case(f'{name}: authorize', [] if process.wait(timeout=60) == 0 else [process.stderr.read()])
    result = run('check', '--json', '--only', 'identity,permissions,key', link)
    states = {check['id']: check['state'] for check in json.loads(result.stdout)['checks']}
    report.case(f'{name}: check', [*expect(result, 0)] + ([] if states['identity'] == states['permissions'] == 'passed' else [str(states)]))
    hand_over(report, link, url, profile)


def main():
    report = Report()
    browser = Browser()
    the_schema(report)
    the_judges_agree(report)
    run('key', 'new', '--out', HOME / 'key.pem')
    with practice() as (_process, url):
        for profile in OURS:
            if profile.get('key-owner') != 'product':
                whole_job(report, browser, url, profile)
    report.finish()


main()
