#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several links side by side: names, duplicates, and what is said when one is deleted: test-links.py APPLINK"""

import json

import schema
from job import begin_link
from program import HOME, expect, practice, run
from tap import Report

DATA = HOME / 'data' / 'applink-assistant'
LINKS = '/plugins/servlet/applinks/listApplicationLinks'
TOKENS = '/plugins/servlet/oauth/users/access-tokens'


def show(link):
    return json.loads(run('link', 'show', '--json', link).stdout)


def files_of(link):
    """Every file that belongs to the link, with what is in it."""
    return {str(path): path.read_bytes() for path in DATA.rglob('*') if path.is_file() and link in str(path)}


def change(link, **members):
    """What another day, or another Jira, would have left in the file of the link."""
    path = DATA / 'links' / f'{link}.json'
    path.write_text(json.dumps({**json.loads(path.read_text('utf-8')), **members}), 'utf-8')


def begin_keyless(url, link):
    """A link of a product that signs by itself; its public key is that of another link, since any will do."""
    key = HOME / 'product.pem'
    key.write_text(run('key', 'export', '--link', link, '--form', 'public-pem').stdout, 'ascii')
    return run('link', 'new', '--jira', url, '--profile', 'generic-own-key', '--public-key', key, '--consumer-key', 'own').stdout.strip()


def names(report, link, other):
    result = run('link', 'rename', link, '  Test and\n training ')
    report.case('link rename', expect(result, 0, err=['“127.0.0.1”', '“Test and training”'], no_out=True))
    report.case('the list shows it', expect(run('link', 'list'), 0, out=[f'{link}  Test and training  begun', f'{other}  127.0.0.1  begun']))
    report.case('link show shows it', expect(run('link', 'show', link), 0, out='Test and training'))
    report.case('a command takes the name', expect(run('link', 'steps', 'Test and training'), 0, out='test-key'))
    report.case('but not half of it', expect(run('link', 'show', 'Test'), 3, no_out=True))
    report.case('a slip in it', expect(run('link', 'show', 'Test and traning'), 3, err=[f'“{link[:8]}”', 'Test and training'], no_out=True))

    result = run('link', 'rename', '--json', other, 'Test and training')
    told = json.loads(result.stdout)
    report.case('two may have one name', [*expect(result, 0), *schema.complaints(told, 'link')] + (
        [] if (told['id'], told['name']) == (other, 'Test and training') else [result.stdout]))
    report.case('then it is not enough', expect(run('link', 'show', 'Test and training'), 3, err=[link[:13], other[:13]], no_out=True))

    # A name that looks like the beginning of another link's id means neither.
    run('link', 'rename', other, link[:4])
    report.case('a name like an id', expect(run('link', 'show', link[:4]), 3, err=[link[:13], other[:13]], no_out=True))
    report.case('the whole id is enough', [] if show(link)['id'] == link else [link])

    report.case('no name', expect(run('link', 'rename', other, ''), 0, err='“127.0.0.1”'))
    report.case('the host is back', expect(run('link', 'list'), 0, out=f'{other}  127.0.0.1  begun'))
    report.case('link rename without a name', expect(run('link', 'rename', link), 64, no_out=True))
    report.case('link rename of no link', expect(run('link', 'rename', 'zzzzzzzz', 'Name'), 3, err='“zzzzzzzz”', no_out=True))


def duplicates(report, link):
    change(link, **{'link-proven': 1790000000, 'authorized': 1790000001, 'token-expires': 1947680001, 'user': 'Zoë', 'checked': 1790000002,
                    'verdict': 'passed', 'projects': ['ZEP'], 'ca-certificates': '', 'webhook-url': 'https://zephyr.example.com/hook'})
    before, old = files_of(link), show(link)

    result = run('link', 'duplicate', 'Test and training')
    copy = result.stdout.strip()
    new = show(copy)
    report.case('link duplicate', expect(result, 0, err=f'applink authorize {copy[:8]}'))
    report.case('the other one is untouched', [] if files_of(link) == before and show(link) == old else [str(files_of(link).keys())])
    report.case('it has its own id, keys and name', [] if new['id'] != old['id'] and new['keyFingerprint'] != old['keyFingerprint'] and
                (new['consumerKey'], new['name'], new['keyBits']) == ('test-key-2', 'Test and training 2', 2048) else [str(new)])
    report.case('it takes what was entered', [f'{member}: {new[member]}' for member in ('profile', 'jira', 'product', 'edition', 'version')
                                              if new[member] != old[member]])
    report.case('nothing is proven of it', [f'{member}: {new[member]}' for member in ('linkProven', 'authorized', 'tokenExpires', 'checked')
                                            if new[member] is not None] + ([] if (new['user'], new['verdict']) == ('', '') else [str(new)]))
    secrets = [path for path in (DATA / 'secrets').rglob('*') if path.is_file() and copy in str(path)]
    report.case('it has one secret, which is another', [] if len(secrets) == 1 and secrets[0].read_bytes() not in before.values() else [str(secrets)])
    report.case('its steps', expect(run('link', 'steps', copy), 0, out='test-key-2'))

    result = run('link', 'duplicate', '--json', '--name', 'Third', '--product', 'https://other.example.com', link)
    third = json.loads(result.stdout)
    report.case('link duplicate --json', [*expect(result, 0), *schema.complaints(third, 'link')] + (
        [] if (third['name'], third['consumerKey'], third['product']) == ('Third', 'test-key-3', 'https://other.example.com/flex') else
        [result.stdout]))
    result = run('link', 'duplicate', '--consumer-key', ' mine ', link)
    mine = result.stdout.strip()
    report.case('a consumer key of one’s own', [] if show(mine)['consumerKey'] == 'mine' else [str(show(mine))])

    for words, err in (['--consumer-key', ' '], '[consumer-key-empty]'), (['--key', '/dev/null'], '[key-'):
        report.case(f'link duplicate {words[0]} with nothing', expect(run('link', 'duplicate', *words, link), 2, err=err, no_out=True))
    report.case('link duplicate with no such place', expect(run('link', 'duplicate', '--store', 'cloud', link), 64, err='file', no_out=True))
    report.case('link duplicate with a public key', expect(run('link', 'duplicate', '--public-key', '/dev/null', link), 64, no_out=True))
    report.case('link duplicate of no link', expect(run('link', 'duplicate', 'zzzzzzzz'), 3, err='“zzzzzzzz”', no_out=True))
    report.case('five links are there', [] if len(json.loads(run('link', 'list', '--json').stdout)) == 5 else [run('link', 'list').stdout])
    return copy, third['id'], mine


def deletions(report, link, other, copy, third, mine):
    """What is said depends on how far the link had got, and the addresses on where its Jira is."""
    base = 'https://jira.example.com/jira'

    change(copy, **{'jira-url': base, 'authorized': 1790000001, 'token-expires': 1947680001, 'user': 'Zoë Müller'})
    report.case('link delete asks', expect(run('link', 'delete', '--json', copy), 64, err='--yes', no_out=True))
    report.case('of an authorized link', expect(run('link', 'delete', '--yes', copy), 0, err=[
        'Test and training 2', base + LINKS, base + TOKENS, '“test-key-2”', 'until Zoë Müller'], no_out=True))

    change(third, **{'jira-url': base, 'authorized': 1790000001, 'token-expires': 1947680001})
    result = run('link', 'delete', '--yes', '--json', third)
    told = json.loads(result.stdout)
    report.case('link delete --json', [*expect(result, 0), *schema.complaints(told, 'deleted')] + (
        [] if told == {'id': third, 'name': 'Third', 'jira': base, 'consumerKey': 'test-key-3',
                       'left': {'applicationLinks': base + LINKS, 'accessTokens': base + TOKENS}} else [result.stdout]))

    result = run('link', 'delete', '--yes', mine)
    report.case('of a link that was perhaps entered', [*expect(result, 0, err=['If the application link was entered', LINKS, '“mine”'])] + (
        [result.stderr] if TOKENS in result.stderr else []))

    keyless = begin_keyless(show(link)['jira'], link)
    change(keyless, **{'link-known': 1790000000})
    result = run('link', 'delete', '--yes', '--json', keyless)
    report.case('of a link whose product signs by itself', [] if list(json.loads(result.stdout)['left']) == ['applicationLinks'] and
                TOKENS not in result.stderr else [result.stdout, result.stderr])

    run('link', 'delete', '--yes', other)
    change(link, **{'jira-url': '', 'link-proven': 0, 'authorized': 0})
    result = run('link', 'delete', '--yes', '--json', link)
    report.case('of a link that never had a Jira', [*expect(result, 0)] + (
        [] if json.loads(result.stdout)['left'] == {} and LINKS not in result.stderr else [result.stdout, result.stderr]))
    report.case('nothing is left here', [str(path) for path in DATA.rglob('*') if path.is_file()])


def main():
    report = Report()
    with practice() as (_process, url):
        link, _key = begin_link(url)
        other, _key = begin_link(url, 'other-key', '--name', '\t')
        names(report, link, other)
        deletions(report, link, other, *duplicates(report, link))
    report.finish()


main()
