#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key is renewed while the old link goes on working, until it is retired: test-rotate.py APPLINK"""

import json

import schema
from browser import Browser
from job import begin_link, end, enter_link, running
from product import product
from program import HOME, expect, practice, run
from tap import Report

DATA = HOME / 'data' / 'applink-assistant'
LINKS = '/plugins/servlet/applinks/listApplicationLinks'
TOKENS = '/plugins/servlet/oauth/users/access-tokens'


def files_of(link):
    """Every file that belongs to the link, with what is in it."""
    return {str(path): path.read_bytes() for path in DATA.rglob('*') if path.is_file() and link in str(path)}


def authorize(report, browser, link):
    with running('authorize', '--no-browser', '--callback', 'oob', '--json', link) as process:
        address = next(event['url'] for event in map(json.loads, process.stdout) if event['event'] == 'authorize-url')
        page = browser.press(browser.open(address), 'approve', 'approve')
        report.case('authorize', expect(end(process, page.text.replace('\n', ' ') + '\n'), 0))


def works(report, when, link):
    report.case(f'the old link works {when}', expect(run('check', link), 0))


def retire(*words):
    result = run('link', 'retire', '--json', *words)
    return result, json.loads(result.stdout or '{}')


def stage(report, name, expected, status, *words):
    result, told = retire(*words)
    report.case(name, [*expect(result, status), *schema.complaints(told, 'retirement')] + (
        [] if told.get('stage') == expected else [result.stdout]))
    return told


def begin(report, old):
    before = files_of(old)
    result = run('link', 'rotate', '--json', old)
    told = json.loads(result.stdout)
    new = told['id']
    report.case('link rotate', [*expect(result, 0, err=[f'applink link steps {new[:8]}', f'applink link retire {new[:8]}']),
                                *schema.complaints(told, 'link')])
    report.case('with a key of its own', [] if (told['consumerKey'], told['replaces'], told['authorized']) == ('test-key-2', old, None)
                and told['keyFingerprint'] != json.loads(run('link', 'show', '--json', old).stdout)['keyFingerprint'] else [str(told)])
    report.case('nothing of the old link has changed', [] if files_of(old) == before else ['it has'])
    report.case('the list tells them apart', expect(run('link', 'list'), 0, out=[f'replaces {old[:8]}', f'is being replaced by {new[:8]}']))
    report.case('link show of the old', expect(run('link', 'show', old), 0, out=f'is being replaced by {new[:8]}'))
    report.case('link show of the new', expect(run('link', 'show', new), 0, out=f'replaces {old[:8]}'))
    report.case('a second one is not begun', expect(run('link', 'rotate', old), 3, err=new[:8], no_out=True))
    return new


def refusals(report, old):
    report.case('not by the same consumer key', expect(run('link', 'rotate', '--consumer-key', 'test-key', old), 64, err='test-key', no_out=True))
    report.case('link rotate of no link', expect(run('link', 'rotate', 'zzzzzzzz'), 3, err='zzzzzzzz', no_out=True))
    report.case('link retire of no link', expect(run('link', 'retire', 'zzzzzzzz'), 3, err='zzzzzzzz', no_out=True))
    report.case('nothing to retire', expect(run('link', 'retire', old), 3, err=f'link rotate {old[:8]}', no_out=True))


def give_up(report, old):
    """A renewal that is given up leaves the old link exactly as it was."""
    before = files_of(old)
    new = run('link', 'rotate', old).stdout.strip()
    report.case('a renewal is given up', expect(run('link', 'delete', '--yes', new), 0))
    report.case('and nothing of it stays', [] if files_of(old) == before and not files_of(new) else ['something does'])
    report.case('the old one is like any other', [] if 'replace' not in run('link', 'list').stdout else [run('link', 'list').stdout])


def enter_second(report, browser, url, address, new):
    """Jira takes no two links with one address or one name; those that are shown pass."""
    public_key = run('key', 'export', '--link', new, '--form', 'public-body').stdout.strip()
    refused = enter_link(browser, url, public_key, consumer_key='test-key-2', product=address, name='Another')
    report.case('Jira refuses the same address', [] if 'There is a link to this address already' in refused.text else [refused.text])
    refused = enter_link(browser, url, public_key, consumer_key='test-key-2', product=address + '?other', name='Zephyr Enterprise')
    report.case('Jira refuses the same name', [] if 'There is an application of this name already' in refused.text else [refused.text])

    told = json.loads(run('link', 'steps', '--json', new).stdout)
    values = {step['label']: step['value'] for step in told['steps'] if step['label']}
    report.case('link steps says another one', [] if values['Application Name'] == 'test-key-2'
                and values['Application URL'] == address + '?link=2' else [str(values)])
    report.case('and why', expect(run('link', 'steps', new), 0, out=['“test-key-2”', '“link=2”']))
    page = enter_link(browser, url, values['Public Key'], consumer_key=values['Consumer Key'], product=values['Application URL'],
                      name=values['Application Name'])
    report.case('Jira takes it', [] if 'was created' in page.text else [page.text])


def rotate(report, browser, url, address, old):
    new = begin(report, old)
    works(report, 'when the new one is begun', old)
    stage(report, 'it is too early', 'unproven', 3, new)

    enter_second(report, browser, url, address, new)
    report.case('link watch', expect(run('link', 'watch', '--wait', '10', new), 0))
    works(report, 'beside the new one', old)
    authorize(report, browser, new)
    stage(report, 'authorized is not proven', 'unproven', 3, new)
    report.case('the new one works', expect(run('check', new), 0))
    works(report, 'when the new one works too', old)

    report.case('the product has to have it', expect(run('link', 'retire', new), 3, err=['--handed-over', 'applink handover']))
    stage(report, 'that goes by the old id too', 'not-handed-over', 3, old)
    told = stage(report, 'the old one still works', 'ready', 2, '--handed-over', old)
    report.case('which is what is seen', [] if told['problem']['id'] == 'old-access-works' else [str(told)])
    report.case('and where it ends', [] if (told['applicationLinks'], told['accessTokens'], told['consumerKey'])
                == (url + LINKS, url + TOKENS, 'test-key') else [str(told)])
    report.case('--yes does not delete it', expect(run('link', 'retire', '--yes', new), 2, out=[url + LINKS, url + TOKENS, 'test-key'],
                                                   err=['old-access-works']))
    works(report, 'until it is removed', old)
    return new


def remove(report, browser, url, old, new):
    page = browser.open(url + TOKENS)
    rows = [form for form in page.forms if 'revoke' in form['buttons']]
    report.case('both have access', [] if len(rows) == 2 else [page.text])

    # In the order in which they were made.
    browser.open(page.url, {**rows[0]['values'], **rows[0]['buttons']})
    told = stage(report, 'the product has a token of its own', 'ready', 2, new)
    report.case('which is said', [] if told['problem']['id'] == 'old-link-known' else [str(told)])

    page = browser.open(url + LINKS)
    form = next(form for form in page.forms if form['values'].get('step') == 'delete')
    page = browser.open(page.url, form['values'])
    report.case('the old link is deleted in Jira', [] if 'was deleted' in page.text and 'test-key-2' in page.text else [page.text])
    report.case('its check says why', expect(run('check', old), 2, err=[new[:8], 'on purpose']))


def product_key(report, browser, url):
    """A product that has a key pair of its own makes the new one, too."""
    def public_key(name):
        run('key', 'new', '--bits', 2048, '--out', HOME / f'{name}.pem')
        path = HOME / f'{name}.pub'
        path.write_text(run('key', 'export', '--form', 'public-pem', HOME / f'{name}.pem').stdout, 'utf-8')
        return path

    result = run('link', 'new', '--jira', url, '--profile', 'generic-own-key', '--consumer-key', 'own', '--public-key', public_key('one'),
                 '--product', 'https://own.example.com')
    report.case('a product with a key of its own', expect(result, 0))
    old = result.stdout.strip()
    enter_link(browser, url, run('key', 'export', '--form', 'public-body', HOME / 'one.pem').stdout.strip(), consumer_key='own',
               product='https://own.example.com', name='Own')
    report.case('the old one of the product', expect(run('link', 'watch', '--wait', 10, old), 0))
    report.case('its new public key is needed', expect(run('link', 'rotate', '--consumer-key', 'own-2', old), 64, err='--public-key', no_out=True))
    new = run('link', 'rotate', '--consumer-key', 'own-2', '--public-key', public_key('two'), old).stdout.strip()
    stage(report, 'the new one is not known to Jira', 'unproven', 3, new)
    enter_link(browser, url, run('key', 'export', '--form', 'public-body', HOME / 'two.pem').stdout.strip(), consumer_key='own-2',
               product='https://own.example.com?link=2', name='Own 2')
    report.case('the new one of the product', expect(run('link', 'watch', '--wait', 10, new), 0))
    told = stage(report, 'the old one of the product is known', 'ready', 2, '--handed-over', new)
    report.case('which is what is seen of it', [] if told['problem']['id'] == 'old-link-known' and not told['accessTokens'] else [str(told)])
    page = browser.open(url + LINKS)
    browser.open(page.url, next(form for form in page.forms if form['values'].get('step') == 'delete')['values'])
    stage(report, 'Jira does not know it any more', 'over', 0, '--yes', new)


def main():
    report = Report()
    browser = Browser()
    with product() as host, practice() as (process, url):
        address = f'{host}/flex'
        old, public_key = begin_link(url, 'test-key', '--product', address)
        enter_link(browser, url, public_key, product=address, name='Zephyr Enterprise')
        authorize(report, browser, old)
        works(report, 'before', old)
        refusals(report, old)
        give_up(report, old)
        new = rotate(report, browser, url, address, old)
        remove(report, browser, url, old, new)

        stage(report, 'Jira refuses it', 'dead', 1, new)
        report.case('it is still here', [] if files_of(old) else ['it is not'])
        report.case('and is deleted when that is asked for', expect(run('link', 'retire', '--yes', old), 0))
        report.case('with all its secrets', [] if not files_of(old) else [str(files_of(old))])
        stage(report, 'nothing is left', 'over', 0, new)
        report.case('the new one works on', expect(run('check', new), 0))
        report.case('and stands alone', expect(run('link', 'list'), 0, out=new) if 'replaces' not in run('link', 'list').stdout
                    else ['it does not'])

        # The next year: what cannot be seen is not dead, and is deleted by force alone.
        newer = begin_next(report, browser, url, address, new)
        process.terminate()
        process.wait(timeout=30)
        told = stage(report, 'a Jira that is down proves nothing', 'ready', 2, newer)
        report.case('which is said too', [] if told['problem']['id'] == 'connection-refused' else [str(told)])
        report.case('--yes deletes nothing then', expect(run('link', 'retire', '--yes', newer), 2))
        report.case('it is there', [] if files_of(new) else ['it is not'])
        report.case('--force does', expect(run('link', 'retire', '--force', newer), 0))
        report.case('it is gone', [] if not files_of(new) else ['it is not'])
    with practice() as (_process, url):
        product_key(report, Browser(), url)
    report.finish()


def begin_next(report, browser, url, address, old):
    newer = run('link', 'rotate', old).stdout.strip()
    told = json.loads(run('link', 'show', '--json', newer).stdout)
    public_key = run('key', 'export', '--link', newer, '--form', 'public-body').stdout.strip()
    report.case('it counts on', [] if told['consumerKey'] == 'test-key-3' else [str(told)])
    enter_link(browser, url, public_key, consumer_key='test-key-3', product=address + '?link=3', name='Zephyr Enterprise 3')
    authorize(report, browser, newer)
    report.case('the newer one works', expect(run('check', newer), 0))
    run('link', 'retire', '--handed-over', newer)
    return newer


main()
