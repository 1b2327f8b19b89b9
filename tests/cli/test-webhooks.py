#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The webhooks of a link from the command line, in both of Jira's ways: test-webhooks.py APPLINK"""

import json
import re
import subprocess

from browser import Browser
from program import APPLINK, ENVIRONMENT, HOME, expect, practice, run
from tap import Report

URL = 'https://zephyr.example.com/hook?key=${issue.key}'
EVENTS = ['jira:issue_updated', 'jira:issue_deleted', 'jira:version_released', 'jira:version_unreleased', 'jira:version_created',
          'jira:version_moved', 'jira:version_updated', 'jira:version_deleted', 'project_updated', 'project_deleted']


def link_up(browser, url, user):
    """A link that is authorized by the user; returns its id."""
    link = run('link', 'new', '--jira', url, '--consumer-key', f'key-of-{user}', '--store', 'file', '--product',
               'zephyr.example.com').stdout.strip()
    key = re.search('MII[0-9A-Za-z+/=]{300,}', run('link', 'steps', link).stdout).group()
    page = browser.open(url + '/plugins/servlet/applinks/listApplicationLinks')
    page = browser.press(page, 'createLink')
    page = browser.press(page, 'applicationUrl', type='atlassian', applicationUrl=f'https://{user}.example.com/flex')
    page = browser.press(page, 'applicationUrl')
    page = browser.press(page, 'createIncoming', name=f'Zephyr of {user}', createIncoming='true')
    browser.press(page, 'publicKey', key=f'key-of-{user}', consumerName='Zephyr', publicKey=key)

    person = Browser()
    if user != 'admin':
        person.open(url + '/login.jsp', {'os_username': user, 'os_password': user, 'os_destination': ''})
    with subprocess.Popen([APPLINK, 'authorize', '--no-browser', link], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=HOME) as process:
        address = process.stdout.readline().strip()
        if not address:
            raise RuntimeError(process.communicate()[1])
        person.press(person.open(address), 'approve', 'approve')
        process.communicate(timeout=60)
    return link


def answer(text, *words):
    return subprocess.run([APPLINK, *words], input=text, capture_output=True, text=True, env=ENVIRONMENT, cwd=HOME, timeout=60,
                          check=False)


def switch(browser, url, *faults):
    page = browser.open(url + '/practice')
    page.form('apply')['values'].pop('fault', None)
    browser.press(page, 'apply', 'apply', **({'fault': faults[0]} if faults else {}))


def told(*words):
    return json.loads(run('webhooks', *words, '--json').stdout)


def as_administrator(report, browser, url, name):
    link = link_up(browser, url, 'admin')

    report.case(f'{name}: nothing yet', expect(run('webhooks', link, 'list'), 1, out=['no webhooks', 'Issue updated'],
                                               err='[webhook-missing]'))
    report.case(f'{name}: an address is asked for', expect(run('webhooks', link, 'create'), 64, err='--url', no_out=True))
    report.case(f'{name}: no address', expect(run('webhooks', link, 'create', '--url', 'zephyr.example.com'), 64, err='[webhook-address]'))
    result = answer('no\n', 'webhooks', link, 'create', '--url', URL)
    report.case(f'{name}: it is shown before it is sent', expect(result, 1, err=['Zephyr Enterprise', URL, *EVENTS, 'Nothing was sent']))
    report.case(f'{name}: and nothing came of it', [] if told(link, 'list')['webhooks'] == [] else ['there is one'])
    report.case(f'{name}: json cannot ask', expect(run('webhooks', link, 'create', '--json'), 64, err='--yes', no_out=True))

    report.case(f'{name}: it is made', expect(answer('yes\n', 'webhooks', link, 'create'), 0, out=['as it was sent', 'Issue updated']))
    there = told(link, 'list')
    report.case(f'{name}: it is there', [] if there['complete'] and there['plan'] == 'manual' and there['url'] == URL and
                [(one['name'], one['url'], one['events'], one['active'], one['relation']) for one in there['webhooks']] ==
                [('Zephyr Enterprise', URL, EVENTS, True, 'ours')] and
                there['events'] == [{'id': event, 'state': 'sent'} for event in EVENTS] else [str(there)])
    report.case(f'{name}: once is enough', expect(run('webhooks', link, 'create', '--yes'), 0, err='nothing to make'))
    report.case(f'{name}: still one', [] if len(told(link, 'list')['webhooks']) == 1 else ['more'])
    report.case(f'{name}: check sees it', expect(run('check', '--only', 'webhooks', link), 0, out='Webhooks: '))

    for fault in 'webhook-incomplete', 'webhook-disabled', 'webhook-narrow':
        switch(browser, url, fault)
        report.case(f'{name}: {fault}', expect(run('webhooks', link, 'list'), 1, err=f'[{fault}]'))
    switch(browser, url, 'webhooks-not-found')
    report.case(f'{name}: no such page', expect(run('webhooks', link, 'list'), 1, out=[URL, *EVENTS], err='[webhooks-not-found]'))
    switch(browser, url, 'token-revoked')
    report.case(f'{name}: a revoked token', expect(run('webhooks', link, 'list'), 2, err='[token-revoked]'))
    switch(browser, url)


def not_as_sent(report, browser, url):
    """Jira keeps one event of ten, and is found out."""
    link = json.loads(run('link', 'list', '--json').stdout)[0]['id']
    other = 'https://zephyr.example.com/other'
    switch(browser, url, 'webhook-not-as-sent')
    report.case('not as sent', expect(run('webhooks', link, 'create', '--yes', '--url', other), 1, err='[webhook-not-as-sent]'))
    switch(browser, url)
    result = answer('yes\n', 'webhooks', link, 'create')
    report.case('it is completed, and named before', expect(result, 0, err=['“Zephyr Enterprise” (2)', '+Issue deleted']))


def strangers(report, link):
    """Of what leads to others no more is told than the host."""
    run('webhooks', link, 'create', '--yes', '--url', 'https://chat.example.com/services/topsecret')
    run('webhooks', link, 'plan', 'manual', '--url', URL)
    result = run('webhooks', link, 'list')
    shown = result.stdout + result.stderr + run('webhooks', link, 'list', '--json').stdout
    report.case('it leads elsewhere', expect(result, 0, out=['chat.example.com', 'another address', 'https://zephyr.example.com/other']))
    report.case('a stranger’s address stays secret', ['it is told'] if 'topsecret' in shown else [])


def without_right(report, browser, url):
    link = link_up(browser, url, 'alex')
    report.case('plan: not decided', expect(run('webhooks', link, 'plan'), 0, err='Decide who'))
    report.case('plan: no such plan', expect(run('webhooks', link, 'plan', 'sometimes'), 64, err='automatic'))
    report.case('plan: manual', expect(run('webhooks', link, 'plan', 'manual', '--url', URL), 0, out=[URL, *EVENTS, '/plugins/servlet/webhooks']))
    report.case('without the right: a recipe', expect(run('webhooks', link, 'create', '--yes'), 1, out=[URL, *EVENTS],
                                                     err='[webhooks-forbidden]'))
    report.case('without the right: json', [] if told(link, 'list')['problem']['id'] == 'webhooks-forbidden' else ['another problem'])
    report.case('check skips', expect(run('check', '--only', 'webhooks', link), 0, out='administrator'))
    run('webhooks', link, 'plan', 'automatic')
    report.case('check warns where the product is to do it', expect(run('check', '--only', 'webhooks', link), 1, err='[webhooks-forbidden]'))
    run('webhooks', link, 'plan', 'none')
    report.case('plan: none', [] if told(link, 'plan')['plan'] == 'none' else ['another plan'])


def mistakes(report):
    report.case('no link', expect(run('webhooks', 'abc', 'list'), 3, err='“abc”', no_out=True))
    report.case('no action', expect(run('webhooks', 'abc'), 64, no_out=True))
    report.case('another action', expect(run('webhooks', 'abc', 'crate'), 64, err='“create”', no_out=True))
    report.case('a plan where there is none', expect(run('webhooks', 'abc', 'list', 'manual'), 64, no_out=True))


def main():
    report = Report()
    mistakes(report)
    for generation in 'data-center-9', 'data-center-10':
        browser = Browser()
        with practice('--generation', generation) as (_process, url):
            as_administrator(report, browser, url, generation)
            if generation == 'data-center-10':
                link = json.loads(run('link', 'list', '--json').stdout)[0]['id']
                not_as_sent(report, browser, url)
                strangers(report, link)
                without_right(report, browser, url)
            for one in json.loads(run('link', 'list', '--json').stdout):
                run('link', 'delete', '--yes', one['id'])
    report.finish()


main()
