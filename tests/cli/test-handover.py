#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the program for a person, a product or a script: test-handover.py APPLINK"""

import html.parser
import importlib.util
import json
import stat
import subprocess
import sys

from browser import Browser
from job import PRODUCT, begin_link, enter_link, running
from program import HOME, expect, in_terminal, practice, run
from tap import Report

SECRETS = HOME / 'data' / 'applink-assistant' / 'secrets'


class Tags(html.parser.HTMLParser):
    """The texts of a page by their tags, and whether every tag is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.texts, self.wrong = [], {}, []
        self.feed(text)
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        if tag != 'meta':
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


def steps(report, url, link, public_key):
    told = json.loads(run('link', 'steps', '--json', link).stdout)
    values = [step['value'] for step in told['steps'] if step['value']]
    report.case('link steps --json', [] if told['link'] == link and told['page'].startswith(url) and {
        'test-key', public_key, PRODUCT} <= set(values) else [str(told)])

    result = run('link', 'steps', '--form', 'markdown', link)
    blocks = [block.strip() for block in result.stdout.split('```')[1::2]]
    report.case('link steps as Markdown', [*expect(result, 0, out='# ')] + ([] if blocks == values else [str(blocks)]))

    page = Tags(run('link', 'steps', '--form', 'html', link).stdout)
    report.case('link steps as HTML', page.wrong + ([] if page.texts.get('code') == values and len(page.texts['h1']) == 1
                                                    else [str(page.texts)]))
    report.case('link steps into a file', expect(run('link', 'steps', '--form', 'html', '--out', HOME / 'steps.html', link), 0,
                                                 no_out=True))
    report.case('which is kept', expect(run('link', 'steps', '--out', HOME / 'steps.html', link), 2, err='[file-not-saved]'))
    report.case('link steps in no such form', expect(run('link', 'steps', '--form', 'markdwon', link), 64, err='“markdown”'))


def handover(report, url, link):
    result = run('handover', link)
    report.case('handover', expect(result, 0, out=['Auth Mode: OAuth (1.0a)', f'Jira URL: {url}', 'Consumer Key Name: test-key',
                                                   'handover --secret private-key']))
    told = json.loads(run('handover', '--json', link).stdout)
    fields = {field['id']: field for field in told['fields']}
    report.case('handover --json', [] if fields['jira-url']['value'] == url and fields['private-key']['secret'] == 'private-key'
                and 'value' not in fields['private-key'] else [str(told)])
    report.case('in the order of the dialog', [] if [result.stdout.find(field['label']) for field in told['fields']] == sorted(
        result.stdout.find(field['label']) for field in told['fields']) else [result.stdout])

    body = run('key', 'export', '--link', link, '--form', 'pkcs8-body').stdout
    result = run('handover', '--secret', 'private-key', link)
    report.case('handover --secret', [*expect(result, 0)] + ([] if result.stdout == body and not result.stderr else ['another key']))
    report.case('on a terminal it warns', [] if 'This is a secret' in in_terminal('handover', '--secret', 'private-key', link) else ['no'])
    report.case('handover of no such secret', expect(run('handover', '--secret', 'privat-key', link), 64, err='“private-key”', no_out=True))
    report.case('a secret that is not asked for', expect(run('handover', '--secret', 'password', link), 64, err='Zephyr', no_out=True))
    report.case('a secret as JSON', expect(run('handover', '--json', '--secret', 'private-key', link), 64, no_out=True))


def credentials(report, url, link):
    secrets = {path.name: path.read_text() for path in SECRETS.rglob('*') if path.is_file()}
    told = json.loads(run('credentials', link).stdout)
    report.case('credentials', [] if (told['jira'], told['consumerKey']) == (url, 'test-key') and sorted(secrets.values()) == sorted(
        [told['accessToken'], told['accessTokenSecret'], told['privateKey']]) else [str(sorted(told)), str(sorted(secrets))])

    script = run('credentials', '--form', 'env', link).stdout + 'printf "%s|%s|%s" "$JIRA_URL" "$JIRA_ACCESS_TOKEN" "$JIRA_PRIVATE_KEY"'
    said = subprocess.run(['sh'], input=script, capture_output=True, text=True, check=False)
    report.case('credentials for a shell', [] if said.stdout == '|'.join([url, told['accessToken'], told['privateKey']]) and
                not said.stderr else [said.stderr])

    # A note goes to other people: nothing that is kept may stand in it, in whatever form.
    kept = [''.join(line for line in text.splitlines() if '-----' not in line) for text in secrets.values()]
    for form in 'text', 'markdown', 'html':
        note = ''.join(run('link', 'steps', '--form', form, link).stdout.split())
        report.case(f'no secret in the note ({form})', [] if len(kept) == 3 and not any(
            secret in note or secret[-40:] in note or secret[:20] in note for secret in kept) and 'PRIVATE' not in note else ['there is one'])

    path = HOME / 'credentials.py'
    result = run('credentials', '--form', 'python-jira', '--out', path, link)
    report.case('credentials into a file', [*expect(result, 0, no_out=True)] + (
        [] if stat.S_IMODE(path.stat().st_mode) == 0o600 else ['others can read it']))
    report.case('which is kept', expect(run('credentials', '--out', path, link), 2, err='[file-not-saved]'))
    if importlib.util.find_spec('jira') is None:
        report.skip('python3-jira signs in', 'python3-jira is not installed')
    else:
        said = subprocess.run([sys.executable, '-c', path.read_text() + 'print(jira.myself()["displayName"])'],
                              capture_output=True, text=True, check=False, timeout=60)
        report.case('python3-jira signs in', [] if said.stdout.strip() == 'Practice Administrator' else [said.stdout + said.stderr])

    report.case('on a terminal it warns', [] if 'private key and the access token' in in_terminal('credentials', link) else ['no'])
    report.case('credentials in no such form', expect(run('credentials', '--form', 'python', link), 64, err='“python-jira”', no_out=True))


def main():
    report = Report()
    browser = Browser()
    for words in ['handover'], ['credentials'], ['link', 'steps']:
        report.case(f'{" ".join(words)} of no link', expect(run(*words, 'abc'), 3, err='“abc”', no_out=True))
    with practice() as (_process, url):
        link, public_key = begin_link(url)
        steps(report, url, link, public_key)
        handover(report, url, link)
        report.case('credentials before there are any', expect(run('credentials', link), 3, err='applink authorize', no_out=True))
        enter_link(browser, url, public_key)
        with running('authorize', '--no-browser', link) as process:
            browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
            process.wait(timeout=60)
        credentials(report, url, link)
    report.finish()


main()
