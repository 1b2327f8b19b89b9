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

# As HackerOne prints it in its guide: the same for all of its customers.
OF_HACKERONE = """-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDuK1KHVbY7BsmqtNT2iawWLm0b
19kAMZRJLhTv6TgJfyzRSktTa18pvp30B3X4T1DVggrMjmzYvAYtvnSpCOn4nI2W
qQQ1Bes+Gh1FpciFHZc3t8abVKF+ZFHRz7nILmx3isQJ05sojgDOyf481KvWk8hY
Ee69GuatJo5veIMeDwIDAQAB
-----END PUBLIC KEY-----
"""

SMALLEST = {
    'format': 1, 'id': 'mine', 'name': 'Mine', 'consumer-key': 'mine', 'application-name': 'My product', 'url-label': 'Address',
    'fields': [{'id': 'a', 'label': 'A', 'value': 'jira-url'}],
}
OWN_KEY = {'key-owner': 'product', 'key-source': 'There.'}
GOOD = [
    {}, {'rank': 0}, {'application-name': ''}, {'application-name': None}, {'description': 'One.'}, {'url-suffix': ''}, {'url-suffix': '/flex'}, {'url-forms': ['https://{subdomain}.x']}, {'key-bits': 1024}, {'events': []},
    {'product-url': 'http://example.com'}, {'product-url': ''}, {'key-owner': 'program'}, {'key-source': ''}, OWN_KEY,
    {**OWN_KEY, 'consumer-key': 'With Spaces'}, {**OWN_KEY, 'consumer-key': ''}, {'jira-notes': ['One.']}, {'webhook-url': ''},
    {'webhook-url': 'http://{host}/hook', 'webhook-note': 'There.'}, {'known-keys': [{'fingerprint': '0' * 64, 'note': 'One.'}]},
    {'fields': [{'id': 'a', 'label': 'A', 'text': 'x'}]}, {'$schema': 'profile-1.schema.json'},
]
BAD = [
    {'format': 2}, {'format': None}, {'id': 'My Product'}, {'id': ''}, {'name': ''}, {'name': None}, {'rank': -1}, {'rank': '1'},
    {'consumer-key': 'two words'}, {'consumer-key': ''}, {'url-label': ''}, {'url-suffix': 'flex'},
    {'url-forms': 'a'}, {'url-suffix': '/'}, {'url-suffix': '/flex/'}, {'product-url': 'ftp://example.com'}, {'key-owner': 'nobody'},
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
    enter_link(browser, url, public_key, profile['consumer-key'], name=profile.get('application-name', profile['consumer-key']),
               product=profile.get('product-url') or f'http://{name}.example.com')
    report.case(f'{name}: link watch', expect(run('link', 'watch', '--wait', 0, link), 0))
    with running('authorize', '--no-browser', link) as process:
        browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
        report.case(f'{name}: authorize', [] if process.wait(timeout=60) == 0 else [process.stderr.read()])
    result = run('check', '--json', '--only', 'identity,permissions,key', link)
    states = {check['id']: check['state'] for check in json.loads(result.stdout)['checks']}
    report.case(f'{name}: check', [*expect(result, 0)] + ([] if states['identity'] == states['permissions'] == 'passed' else [str(states)]))
    hand_over(report, link, url, profile)


def own_key(report, browser, url, profile):
    """The product makes the pair, the person carries its public key to Jira, and the product gets in."""
    name = profile['id']
    bits = min(profile.get('key-bits', 2048), 2048)
    consumer_key = profile.get('consumer-key') or f'{name}-4711'
    private, public = HOME / f'{name}.pem', HOME / f'{name}.pub'
    public.write_text(run('key', 'new', '--bits', bits, '--out', private).stdout)
    more = ['--public-key', public, *([] if profile.get('consumer-key') else ['--consumer-key', consumer_key])]
    result = begin(url, profile, *more)
    usual = profile.get('key-bits', bits) == bits
    report.case(f'{name}: link new', expect(result, 0, err=[
        *([] if usual else ['[public-key-unusual]']), *(['[public-key-small]'] if bits < 2048 else []), 'applink handover']))
    link = result.stdout.strip()
    told = json.loads(run('link', 'show', '--json', link).stdout)
    report.case(f'{name}: what is known of it', [] if (told['keyOwner'], told['keyBits'], told['consumerKey']) == (
        'product', bits, consumer_key) and not (HOME / 'data/applink-assistant/secrets' / link).exists() else [str(told)])
    report.case(f'{name}: not known to Jira yet', expect(run('link', 'watch', '--wait', 0, link), 2, out='… Jira knows the consumer key'))
    report.case(f'{name}: its checks say why they are skipped', [*expect(run('check', link), 0 if bits >= 2048 and usual else 1,
                                                                  out=f'only {profile["name"]} has the private key')])
    for words in ['authorize', link], ['credentials', link], ['webhooks', link, 'list'], ['key', 'show', '--link', link]:
        result = run(*words)
        report.case(f'{name}: {words[0]} says who can', [*expect(result, result.returncode or 1, err='[key-elsewhere]', no_out=True)])

    body = ''.join(public.read_text().split('-----')[2].split()) if '-----' in public.read_text() else public.read_text().strip()
    values = [step['value'] for step in json.loads(run('link', 'steps', '--json', link).stdout)['steps']]
    report.case(f'{name}: the steps have the product’s key', [] if body in values and consumer_key in values else [str(values)])
    enter_link(browser, url, body, consumer_key, name=f'{profile["application-name"]} ({name})',
               product=profile.get('product-url') or f'http://{name}.example.com')
    result = run('link', 'watch', '--json', '--wait', 0, link)
    told = json.loads(result.stdout.splitlines()[-1])
    report.case(f'{name}: known to Jira', [*expect(result, 0)] + (
        [] if told['event'] == 'known' and told['proofs'] == ['reached', 'consumer-key', 'clock'] else [str(told)]))
    report.case(f'{name}: no more is claimed', expect(run('link', 'list'), 0, out='known to Jira, the product signs itself'))
    told = json.loads(run('handover', '--json', link).stdout)
    report.case(f'{name}: hand-over', [] if [field['id'] for field in told['fields']] == [field['id'] for field in profile['fields']]
                and not any('secret' in field for field in told['fields']) else [str(told)])

    # The product itself, with its own key: Jira verifies what was carried there.
    twin = run('link', 'new', '--jira', url, '--profile', 'generic', '--store', 'file', '--key', private, '--consumer-key', consumer_key).stdout.strip()
    with running('authorize', '--no-browser', twin) as process:
        browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
        report.case(f'{name}: the product is let in', [] if process.wait(timeout=60) == 0 else [process.stderr.read()])


def own_key_mistakes(report, browser, url):
    """What can go wrong with a key that a person carries."""
    by_id = {profile['id']: profile for profile in OURS}
    key = HOME / 'hackerone.pub'
    key.write_text(OF_HACKERONE)
    report.case('a key of all customers', expect(begin(url, by_id['hackerone'], '--public-key', key), 0,
                                                 err=['[public-key-shared]', 'HackerOne prints']))
    report.case('recognised at another product', expect(begin(url, by_id['generic-own-key'], '--public-key', key, '--consumer-key', 'x'),
                                                        0, err='[public-key-shared]'))
    known = [known['fingerprint'] for profile in OURS for known in profile.get('known-keys', [])]
    report.case('two keys of vendors are known', [] if sorted(known) == [
        '601ef7da40c894d9d5a2f5f0b9157009d4b3e30ee1396ec509b8e31d4f72db38',
        'a201b8262ca30c1cffecc4fcbdbe436f2fb3e09e67de6c6314db7f9308c4fb05'] else [str(known)])
    report.case('no key', expect(begin(url, by_id['mattermost'], '--consumer-key', 'x'), 64, err=['--public-key', 'among the steps']))
    report.case('no consumer key', expect(begin(url, by_id['mattermost'], '--public-key', key), 64, err='--consumer-key'))
    report.case('a key where one is made', expect(begin(url, by_id['sentry'], '--public-key', key), 64, err='Sentry'))
    report.case('a private key of ours', expect(begin(url, by_id['mattermost'], '--key', key), 64, err='--public-key'))
    for text, problem in [('', 'public-key-missing'), ('nothing', 'public-key-not-recognised'),
                          ((HOME / 'key.pem').read_text(), 'public-key-is-private')]:
        key.write_text(text)
        report.case(f'as public key: {text[:20]!r}', expect(begin(url, by_id['hackerone'], '--public-key', key), 2, err=f'[{problem}]'))

    # Another key of the same size looks just like the right one; one of another size does not.
    for bits, status, words in [(2048, 0, 'Jira knows the consumer key'), (1024, 2, '[signature-other-size]')]:
        key.write_text(run('key', 'new', '--bits', 2048, '--out', HOME / f'their-{bits}.pem').stdout)
        link = begin(url, by_id['generic-own-key'], '--public-key', key, '--consumer-key', f'other-{bits}').stdout.strip()
        other = run('key', 'new', '--bits', bits, '--out', HOME / f'other-{bits}.pem').stdout
        enter_link(browser, url, ''.join(other.split('-----')[2].split()) if '-----' in other else other.strip(), f'other-{bits}',
                   name=f'Other {bits}', product=f'http://other-{bits}.example.com')
        result = run('link', 'watch', '--wait', 0, link)
        report.case(f'another key of {bits} bits in Jira', [*expect(result, status)] + (
            [] if words in result.stdout + result.stderr else [result.stdout + result.stderr]))


def main():
    report = Report()
    browser = Browser()
    the_schema(report)
    the_judges_agree(report)
    run('key', 'new', '--out', HOME / 'key.pem')
    with practice() as (_process, url):
        for profile in OURS:
            (own_key if profile.get('key-owner') == 'product' else whole_job)(report, browser, url, profile)
        own_key_mistakes(report, browser, url)
    report.finish()


main()
