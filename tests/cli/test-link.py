#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The job of an administrator over SSH, with a browser elsewhere: test-link.py APPLINK"""

import contextlib
import json
import re
import signal
import stat

import job
from browser import Browser
from job import end, running, switch
from product import product
from program import ENVIRONMENT, HOME, expect, practice, run
from tap import Report

DATA = HOME / 'data' / 'applink-assistant'


def begin(report, url, zephyr):
    """Begins a link; returns its id."""
    result = run('link', 'new', '--jira', url + '/browse/ABC-1', '--consumer-key', 'test-key', '--store', 'file',
                 '--product', zephyr)
    link = result.stdout.strip()
    report.case('link new', [*expect(result, 0, err=f'applink authorize {link[:8]}')] +
                ([] if re.fullmatch('[0-9a-f-]{36}', link) else [link]))

    files = [path for path in DATA.rglob('*') if path.is_file()]
    report.case('files for the owner alone', [f'{path} {path.stat().st_mode:o}' for path in files
                                              if stat.S_IMODE(path.stat().st_mode) != 0o600] + ([] if len(files) == 2 else [str(files)]))
    report.case('link list', expect(run('link', 'list'), 0, out=[link, '127.0.0.1', 'begun']))
    report.case('link show by the beginning of its id', expect(run('link', 'show', link[:6]), 0, out=[link, url, 'test-key', '2048']))
    told = json.loads(run('link', 'show', '--json', link).stdout)
    report.case('link show --json', [] if (told['id'], told['jira'], told['consumerKey'], told['product'], told['authorized']) ==
                (link, url, 'test-key', f'{zephyr}/flex', None) else [str(told)])
    report.case('check before it is authorized', expect(run('check', link), 3, err='applink authorize', no_out=True))
    return link


def enter_link(report, browser, url, zephyr, link):
    """Enters in Jira what the steps say."""
    steps = run('link', 'steps', link)
    report.case('link steps', expect(steps, 0, out=[url + '/plugins/servlet/applinks', 'test-key', f'{zephyr}/flex']))
    key = re.search('MII[0-9A-Za-z+/=]{300,}', steps.stdout).group()

    page = job.enter_link(browser, url, key, product=f'{zephyr}/flex')
    report.case('the link is in Jira', [] if 'Zephyr' in page.text and not page.form('publicKey') else [page.text])


def authorizing(link, *options):
    """An authorization under way, and the address that it says."""
    return _with_address(running('authorize', '--no-browser', *options, link))


@contextlib.contextmanager
def _with_address(program):
    with program as process:
        yield process, process.stdout.readline().strip()


def authorize(report, browser, link):
    name = 'Practice Administrator'

    with authorizing(link) as (process, address):
        page = browser.press(browser.open(address), 'approve', 'approve')
        report.case('authorize by loopback', [*expect(end(process), 0, out=name)] +
                    ([] if page.url.startswith('http://127.0.0.1:') else [page.url]))

    with authorizing(link, '--callback', 'oob') as (process, address):
        page = browser.press(browser.open(address), 'approve', 'approve')
        report.case('authorize by the sentence on Jira’s page', expect(end(process, page.text.replace('\n', ' ') + '\n'), 0, out=name))

    with authorizing(link, '--callback', 'oob') as (process, address):
        page = browser.press(browser.open(address), 'approve', 'approve')
        code = re.findall("['‘’]([0-9A-Za-z]{6})['‘’]", page.text)[-1]
        wrong = ('x' if code[0] != 'x' else 'y') + code[1:]
        report.case('a wrong code, then the right one', expect(end(process, f'Hello\n\n{wrong}\n{code}\n'), 0, out=name,
                                                               err='[verifier-not-found]'))

    authorize_events(report, browser, link, name)
    authorize_later(report, browser, link, name)

    with authorizing(link) as (process, address):
        browser.press(browser.open(address), 'deny', 'deny')
        report.case('the access is denied', expect(end(process), 2, err='[authorization-denied]', no_out=True))

    with authorizing(link) as (process, address):
        process.send_signal(signal.SIGINT)
        report.case('authorize ends by Ctrl+C', expect(end(process), 128 + signal.SIGINT, no_out=True))


def read_event(process, name):
    event = json.loads(process.stdout.readline())
    return event if event['event'] == name else {'instead': event}


def authorize_events(report, browser, link, name):
    with running('authorize', '--no-browser', '--callback', 'oob', '--json', link) as process:
        address, waiting = read_event(process, 'authorize-url'), read_event(process, 'waiting')
        page = browser.press(browser.open(address['url']), 'approve', 'approve')
        result = end(process, 'no code at all\n' + page.text.replace('\n', ' ') + '\n')
    events = [json.loads(line) for line in result.stdout.splitlines()]
    report.case('authorize --json', [*expect(result, 0)] + ([] if waiting.get('loopback') is False and 0 < waiting['secondsLeft'] <= 600
                and [event['event'] for event in events] == ['problem', 'authorized']
                and events[0]['problem']['id'] == 'verifier-not-found' and events[1]['user'] == name and events[1]['link'] == link
                and events[1]['tokenExpires'] else [str(waiting), result.stdout]))

    with running('authorize', '--no-browser', '--json', link) as process:
        browser.press(browser.open(read_event(process, 'authorize-url')['url']), 'deny', 'deny')
        result = end(process)
    last = json.loads(result.stdout.splitlines()[-1])
    report.case('authorize --json that is denied', [*expect(result, 2)] + (
        [] if last['event'] == 'problem' and last['problem']['id'] == 'authorization-denied' else [result.stdout]))
    report.case('authorize --wait', expect(run('authorize', '--no-browser', '--wait', 1, link), 2, err='in time'))


def authorize_later(report, browser, link, name):
    """One run prints the address, the next one has the code; nobody types anything."""
    report.case('--verifier with no earlier run', expect(run('authorize', '--verifier', 'abcdef', link), 3, err='--callback oob'))
    result = run('authorize', '--no-browser', '--callback', 'oob', link)
    report.case('authorize where nobody can type', expect(result, 3, out='oauth_token=', err='--verifier'))
    page = browser.press(browser.open(result.stdout.strip()), 'approve', 'approve')
    report.case('--verifier without a code in it', expect(run('authorize', '--verifier', 'Good morning', link), 2,
                                                          err='[verifier-not-found]'))
    report.case('--verifier of another run', expect(
        run('authorize', '--verifier', 'http://127.0.0.1:1/?oauth_token=other&oauth_verifier=abcdef', link), 2,
        err='[verifier-other-run]'))
    report.case('--verifier with the sentence', expect(run('authorize', '--verifier', page.text.replace('\n', ' '), link), 0, out=name))
    report.case('--verifier twice', expect(run('authorize', '--verifier', page.text.replace('\n', ' '), link), 3,
                                            err='--callback oob'))


def check(report, browser, url, zephyr, link):
    report.case('check', expect(run('check', link), 0, out=['Account: ', 'Permissions: ', 'Projects: ', 'Clocks: ', 'page: A login form answers at ' + zephyr]))

    result = run('check', '--json', link)
    told = json.loads(result.stdout)
    report.case('check --json', [*expect(result, 0)] + (
        [] if told['verdict'] == 'passed' and told['link'] == link and {one['state'] for one in told['checks']} <=
        {'passed', 'skipped'} and {'server', 'clock', 'key', 'token', 'identity', 'permissions', 'projects', 'project-permissions'} <=
        {one['id'] for one in told['checks'] if one['state'] == 'passed'} else [result.stdout]))
    fingerprint = [one for check in told['checks'] if check['id'] == 'key' for one in check['findings']]
    report.case('check --json has findings', [] if [one['id'] for one in fingerprint] == ['fingerprint'] and re.fullmatch(
        '[0-9a-f]{64}', fingerprint[0]['text']) and fingerprint[0]['state'] == 'passed' else [result.stdout])
    report.case('the link shows it', expect(run('link', 'list'), 0, out='works'))

    result = run('check', '--json', '--only', 'permissions', link)
    report.case('check --only brings what it needs', [*expect(result, 0)] + (
        [] if [one['id'] for one in json.loads(result.stdout)['checks']] == ['identity', 'permissions'] else [result.stdout]))
    result = run('check', '--json', '--only', 'key', '--only', 'permissions, token', link)
    report.case('check --only of several', [*expect(result, 0)] + (
        [] if {one['id'] for one in json.loads(result.stdout)['checks']} == {'key', 'token', 'identity', 'permissions'} else
        [result.stdout]))
    report.case('check --only of no check', expect(run('check', '--only', 'project', link), 64, err='“projects”'))

    line = r'APPLINK {} - 127\.0\.0\.1: {} \| time=\d+\.\d{{3}}s;;;0 checks=\d+;;;0 warnings={};;;0 failed={};;;0 token_days=\d+\n'
    result = run('check', '--nagios', link)
    report.case('check --nagios', [*expect(result, 0)] + (
        [] if re.fullmatch(line.format('OK', r'\d+ checks passed', 0, 0), result.stdout) and not result.stderr else [result.stdout]))
    report.case('check --nagios with --json', expect(run('check', '--nagios', '--json', link), 64, no_out=True))
    report.case('check --nagios of no link', expect(run('check', '--nagios', 'nothing'), 3, out='APPLINK UNKNOWN - ', err='“nothing”'))

    switch(browser, url, 'permissions-missing')
    result = run('check', '--nagios', link)
    report.case('check --nagios that fails', [*expect(result, 2, out=['[permissions-missing]'])] + (
        [] if re.fullmatch(line.format('CRITICAL', r'2 checks failed: .*', r'\d', 2), result.stdout) else [result.stdout]))
    report.case('check that fails', expect(run('check', link), 2, out='Projects: ', err='[permissions-missing]'))
    told = json.loads(run('check', '--json', link).stdout)
    report.case('check --json that fails', [] if told['verdict'] == 'failed' and [
        one['problem']['id'] for one in told['checks'] if one['state'] == 'failed'] ==
        ['permissions-missing', 'project-permissions-missing'] else [str(told)])
    switch(browser, url, 'clock-differs')
    result = run('check', '--nagios', link)
    report.case('check --nagios that warns', [*expect(result, 1, out='[clock-differs]')] + (
        [] if result.stdout.startswith('APPLINK WARNING - ') else [result.stdout]))
    report.case('check that warns', expect(run('check', link), 1, err='[clock-differs]'))
    switch(browser, url, 'token-revoked')
    report.case('check of a revoked token', expect(run('check', link), 2, err='[token-revoked]'))
    switch(browser, url)


def secrets_stay_inside(report):
    """What the files hold as secrets is in no output of any command."""
    secrets = [path.read_text().strip() for path in (DATA / 'secrets').rglob('*') if path.is_file()]
    link = json.loads(run('link', 'list', '--json').stdout)[0]['id']
    said = ''.join(result.stdout + result.stderr for result in [
        run(*words, env={**ENVIRONMENT, 'G_MESSAGES_DEBUG': 'all'}) for words in [
            ['link', 'show', link], ['link', 'show', '--json', link], ['link', 'steps', link], ['check', link],
            ['check', '--json', link]]])
    report.case('there are three secrets', [] if len(secrets) == 3 and all(secrets) else [str([len(secret) for secret in secrets])])
    report.case('none is told', [f'secret {i}' for i, secret in enumerate(secrets)
                                 if any(line in said for line in secret.splitlines() if not line.startswith('-----'))])


def delete(report, link):
    report.case('link delete asks', expect(run('link', 'delete', link), 64, err='--yes'))
    report.case('it is still there', expect(run('link', 'list'), 0, out=link))
    report.case('link delete --yes', expect(run('link', 'delete', '--yes', link), 0, err=[
        '/plugins/servlet/applinks/listApplicationLinks', '/plugins/servlet/oauth/users/access-tokens', 'until Practice Administrator']))
    left = [str(path) for path in DATA.rglob('*') if path.is_file()]
    report.case('nothing is left', [*expect(run('link', 'list'), 0, no_out=True)] + left)


def mistakes(report, url):
    report.case('link new without an address', expect(run('link', 'new'), 64, err='--jira', no_out=True))
    report.case('link new with no such place', expect(run('link', 'new', '--jira', url, '--store', 'cloud'), 64, err='file'))
    report.case('link new with no such profile', expect(run('link', 'new', '--jira', url, '--profile', 'zephyr-enterprize'), 64,
                                                        err='“zephyr-enterprise”'))
    report.case('link new without a keyring', expect(
        run('link', 'new', '--jira', url, env={**ENVIRONMENT, 'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent'}), 2,
        err=['[keyring-absent]', '--store file'], no_out=True))
    report.case('link new with no key in the file', expect(
        run('link', 'new', '--jira', url, '--store', 'file', '--key', '/dev/null'), 2, err='[key-', no_out=True))
    report.case('link new with an empty consumer key', expect(
        run('link', 'new', '--jira', url, '--store', 'file', '--consumer-key', ' '), 2, err='[consumer-key-empty]', no_out=True))
    report.case('link new with spaces in the consumer key', expect(
        run('link', 'new', '--jira', url, '--store', 'file', '--consumer-key', 'a b', '--key', '/dev/null'), 2,
        err=['[consumer-key-spaces]', '[key-'], no_out=True))
    for option, problem in ('--key', 'key-file-unreadable'), ('--ca-file', 'ca-file-unreadable'):
        for path in HOME / 'absent', HOME:
            report.case(f'link new with {option} of {"a folder" if path == HOME else "nothing"}', expect(
                run('link', 'new', '--jira', url, '--store', 'file', option, path), 2, err=f'[{problem}]', no_out=True))
    report.case('link new with no password in the file', expect(
        run('link', 'new', '--jira', url, '--store', 'file', '--key', '/dev/null', '--password-file', HOME / 'absent'), 2,
        err='[key-file-unreadable]', no_out=True))
    (HOME / 'taken').write_text('a file where a folder should be')
    report.case('link new where nothing can be kept', expect(
        run('link', 'new', '--jira', url, '--store', 'file', env={**ENVIRONMENT, 'XDG_DATA_HOME': str(HOME / 'taken')}), 2,
        err='[secret-file-failed]', no_out=True))
    report.case('nothing came of it', expect(run('link', 'list'), 0, no_out=True))


def unknown_ids(report, url):
    """Whatever takes an id says which link may have been meant, and does nothing."""
    commands = [['link', 'show'], ['link', 'show', '--json'], ['link', 'steps'], ['link', 'watch'], ['link', 'delete', '--yes'], ['authorize'],
                ['authorize', '--verifier', 'abcdef'], ['credentials'], ['handover'], ['check'], ['check', '--json'], ['report'],
                ['key', 'show', '--link'], ['key', 'export', '--form', 'pkcs8-pem', '--link']]
    actions = [['list'], ['plan'], ['plan', 'none'], ['create', '--yes']]
    with_id = [[*words, None] for words in commands] + [['webhooks', None, *action] for action in actions]

    for words in with_id:
        typed = [word or 'abcd1234' for word in words]
        report.case(f'{" ".join(typed)}: no link', expect(run(*typed), 3, err=['“abcd1234”', 'link list'], no_out=True))

    link = run('link', 'new', '--jira', url, '--store', 'file').stdout.strip()
    slip = link[:3] + ('0' if link[3] != '0' else '1') + link[4:8]
    for words in with_id:
        report.case(f'{" ".join(word or "…" for word in words)}: with a slip', expect(
            run(*[word or slip for word in words]), 3, err=[f'“{slip}”', f'“{link[:8]}”', '127.0.0.1'], no_out=True))
    for typed in link[:7] + link[8] + link[7], link.upper() if link.upper() != link else slip, '127.0.0.1', '127.0.0.2':
        report.case(f'meant by {typed[:9]}', expect(run('link', 'show', typed), 3, err=f'“{link[:8]}”', no_out=True))
    report.case('meant by nothing', expect(run('link', 'show', ''), 3, err='link list', no_out=True))
    report.case('nothing near', [*expect(run('link', 'show', 'zzzzzzzz'), 3, err='link list', no_out=True)])

    # With seventeen links two begin alike.
    links = [link] + [run('link', 'new', '--jira', url, '--store', 'file').stdout.strip() for _ in range(16)]
    first = next(one[0] for one in links if sum(other[0] == one[0] for other in links) > 1)
    report.case('more than one begins so', expect(run('link', 'show', first), 3, err=[
        f'“{first}”', *(one[:13] for one in links if one[0] == first)], no_out=True))
    for one in links:
        run('link', 'delete', '--yes', one)
    report.case('they are all gone', expect(run('link', 'list'), 0, no_out=True))


def main():
    report = Report()
    browser = Browser()
    with practice() as (_process, url), product() as zephyr:
        mistakes(report, url)
        unknown_ids(report, url)
        link = begin(report, url, zephyr)
        enter_link(report, browser, url, zephyr, link)
        authorize(report, browser, link)
        check(report, browser, url, zephyr, link)
        secrets_stay_inside(report)
        delete(report, link)
    report.finish()


main()
