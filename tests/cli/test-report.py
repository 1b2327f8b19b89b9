#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of a link, judged by the schema that describes them, and what changed between two: test-report.py APPLINK"""

import copy
import json
import pathlib
import re
import subprocess

import jsonschema

from browser import Browser
from program import APPLINK, ENVIRONMENT, HOME, expect, practice, run
from tap import Report

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'report' / 'report-1.schema.json'
SECRETS = HOME / 'data' / 'applink-assistant' / 'secrets'

VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text('utf-8')))


def complaints(document):
    return [f'{error.json_path}: {error.message}' for error in VALIDATOR.iter_errors(document)]


def make_link(browser, url):
    """An authorized link; returns its id."""
    link = run('link', 'new', '--jira', url, '--store', 'file', '--product', 'zephyr.example.com').stdout.strip()
    steps = run('link', 'steps', link).stdout
    key = re.search('MII[0-9A-Za-z+/=]{300,}', steps).group()

    page = browser.open(url + '/plugins/servlet/applinks/listApplicationLinks')
    page = browser.press(page, 'createLink')
    page = browser.press(page, 'applicationUrl', type='atlassian', applicationUrl='https://zephyr.example.com/flex')
    page = browser.press(page, 'applicationUrl')
    page = browser.press(page, 'createIncoming', name='Zephyr', createIncoming='true')
    browser.press(page, 'publicKey', key='zephyr-enterprise', consumerName='Zephyr', publicKey=key)

    with subprocess.Popen([APPLINK, 'authorize', '--no-browser', link], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=HOME) as process:
        browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
        process.communicate(timeout=60)
    return link


def switch(browser, url, *faults):
    page = browser.open(url + '/practice')
    browser.press(page, 'apply', 'apply', **({'fault': faults[0]} if faults else {}))


def states(document):
    return {check['id']: check['state'] for check in document['checks']}


def forms(report, link):
    """The forms, where they go, and that they say the same."""
    result = run('report', link)
    report.case('report', expect(result, status_of(link), out=['Left to Do', 'Checks', 'The Link', '127.0.0.1', link]))
    report.case('report --text', [] if run('report', '--text', link).stdout.splitlines()[0] == result.stdout.splitlines()[0]
                else ['another verdict'])

    printed = run('report', '--json', link)
    document = json.loads(printed.stdout)
    report.case('report --json follows the schema', complaints(document))
    report.case('report --json names the link', [] if document['link']['id'] == link and document['link']['user'] ==
                'Practice Administrator' and re.fullmatch('[0-9a-f]{64}', document['key']['sha256']) else [printed.stdout])

    report.case('report --html', expect(run('report', '--html', HOME / 'a.html', link), status_of(link), no_out=True))
    page = (HOME / 'a.html').read_text('utf-8')
    report.case('the page says the same', [text for text in [document['headline'], *(check['title'] for check in document['checks'])]
                                           if text.replace("'", '&#39;') not in page])
    judged = subprocess.run(['xmllint', '--noout', '--nonet', HOME / 'a.html'], capture_output=True, text=True, check=False)
    report.case('the page is well-formed', [judged.stderr] if judged.returncode else [])

    for name, beginning in ('b.json', '{'), ('b.txt', '['), ('b.html', '<!DOCTYPE'):
        for _ in 'once', 'and again over it':
            result = run('report', '--out', HOME / name, link)
        report.case(f'report --out {name}', [*expect(result, status_of(link), no_out=True)] + (
            [] if (HOME / name).read_text('utf-8').startswith(beginning) else ['another form']))
    report.case('report --html - --json --out', [*expect(run('report', '--html', '-', '--json', '--out', HOME / 'c', link),
                                                         status_of(link), out='<!DOCTYPE')] +
                complaints(json.loads((HOME / 'c').read_text('utf-8'))))
    report.case('check --html', expect(run('check', '--html', HOME / 'd.html', link), status_of(link), out='Account: '))
    report.case('check wrote the page', [] if '</html>' in (HOME / 'd.html').read_text('utf-8') else ['no page'])
    report.case('report that cannot be written', expect(run('report', '--out', '/nonexistent/a.json', link), 3, err='[file-not-saved]'))
    report.case('check whose page cannot be written', expect(run('check', '--html', '/nonexistent/a.html', link), 3,
                                                             err='[file-not-saved]'))
    return document


def status_of(link):
    """What a sound practice Jira gives: not everything that a product wants is there."""
    return run('check', link).returncode


def schema_refuses(report, document):
    """A schema that takes anything would judge nothing."""
    report.case('the schema is one', [] if VALIDATOR.check_schema(VALIDATOR.schema) is None else ['no'])
    for path, value in [(['format'], 'other'), (['version'], 2), (['verdict'], 'fine'), (['created'], 'today'), (['checks'], {}),
                        (['key', 'bits'], -1), (['checks', 0, 'state'], 'waiting'), (['jira', 'edition'], 'large'),
                        (['leftToDo', 0, 'id'], '')]:
        spoilt = copy.deepcopy(document)
        place = spoilt
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        report.case(f'the schema refuses {path}: {value}', [] if complaints(spoilt) else ['it was taken'])


def faults(report, browser, url, link):
    """Other verdicts follow the same schema; a failure has its row."""
    for fault in 'token-revoked', 'permissions-missing', 'clock-differs', 'no-projects':
        switch(browser, url, fault)
        result = run('report', '--json', '--out', HOME / f'{fault}.json', link)
        document = json.loads((HOME / f'{fault}.json').read_text('utf-8'))
        problems = [check['problem']['id'] for check in document['checks'] if 'problem' in check]
        report.case(f'{fault} follows the schema', complaints(document))
        report.case(f'{fault} is in the report', [*expect(result, {'failed': 2, 'warning': 1}[document['verdict']])] + (
            [] if fault in problems else [str(problems)]))
    switch(browser, url)


def compare(report, link):
    sound, revoked = HOME / 'sound.json', HOME / 'token-revoked.json'
    run('report', '--json', '--out', sound, link)
    earlier = json.loads(sound.read_text('utf-8'))
    earlier['created'] = '2020-01-01T00:00:00Z'
    sound.write_text(json.dumps(earlier), 'utf-8')

    report.case('compare with itself', expect(run('report', 'compare', sound, sound), 0, out='Nothing has changed'))
    report.case('compare with a worse one', expect(run('report', 'compare', sound, revoked), 2, out=['Account: Passed → Failed']))
    report.case('compare the wrong way round', expect(run('report', 'compare', revoked, sound), 2, out='Account: Passed → Failed',
                                                      err='earlier'))
    told = json.loads(run('report', 'compare', '--json', sound, revoked).stdout)
    report.case('compare --json', [] if told['trend'] == 'worse' and told['earlier']['created'].startswith('2020') and
                'check-identity' in [change['id'] for change in told['changes'] if change['trend'] == 'worse'] else [str(told)])

    other = HOME / 'other.json'
    earlier['jira']['version'] = '10.9.8'
    earlier['created'] = '2020-01-02T00:00:00Z'
    other.write_text(json.dumps(earlier), 'utf-8')
    report.case('compare with another version', expect(run('report', 'compare', sound, other), 1, out='10.9.8'))
    earlier['link']['id'] = 'another'
    other.write_text(json.dumps(earlier), 'utf-8')
    report.case('compare with another link', expect(run('report', 'compare', sound, other), 1, err='different links'))


def refuse(report):
    """What is no report."""
    whole = (HOME / 'sound.json').read_bytes()
    for name, contents, problem in [
            ('truncated', whole[:-100], 'report-unreadable'), ('empty', b'', 'report-unreadable'),
            ('other program', b'{"version": 1, "checks": []}', 'report-unreadable'), ('page', (HOME / 'a.html').read_bytes(), 'report-unreadable'),
            ('wrong type', whole.replace(b'"checks": [', b'"checks": "", "x": ['), 'report-unreadable'),
            ('20 MB', b' ' * 20_000_000, 'report-unreadable'), ('deep', b'[' * 2_000_000, 'report-unreadable'),
            ('not UTF-8', whole.replace(b'Practice', b'Pr\xff\xfe'), 'report-unreadable'),
            ('newer', whole.replace(b'"version": 1,', b'"version": 2,', 1), 'report-too-new')]:
        path = HOME / 'bad.json'
        path.write_bytes(contents)
        report.case(f'compare refuses what is {name}', expect(run('report', 'compare', HOME / 'sound.json', path), 3,
                                                              err=[f'[{problem}]', 'bad.json'], no_out=True))
    report.case('compare with no file', expect(run('report', 'compare', HOME / 'none.json', HOME / 'sound.json'), 3,
                                               err='[report-unreadable]', no_out=True))
    report.case('compare without a second one', expect(run('report', 'compare', HOME / 'sound.json'), 64))


def secrets(report):
    """What the files hold as secrets is in none of the reports."""
    told = ''.join(path.read_text('utf-8') for path in HOME.glob('*.*') if path.is_file() and path.name != 'bad.json')
    lines = [line for path in SECRETS.rglob('*') if path.is_file() for line in path.read_text().split() if not line.startswith('-----')]
    report.case('there are secrets', [] if len(lines) > 20 else [str(len(lines))])
    report.case('none is told', [f'line {i}' for i, line in enumerate(lines) if len(line) > 8 and line in told])


def gone(report, link):
    """A token that is gone is brought back otherwise than a key that is gone."""
    for path in SECRETS.rglob('access-token*'):
        path.unlink()
    report.case('report without a token', expect(run('report', link), 3, err='[token-missing]', no_out=True))
    for path in [path for path in SECRETS.rglob('*') if path.is_file()]:
        path.unlink()
    report.case('report without a key', expect(run('report', link), 3, err='[secrets-missing]', no_out=True))
    report.case('report of no link', expect(run('report', 'abc'), 3, err='“abc”', no_out=True))
    report.case('report in two forms', expect(run('report', '--json', '--text', link), 64, err='--text'))


def main():
    report = Report()
    browser = Browser()
    with practice() as (_process, url):
        fresh = run('link', 'new', '--jira', url, '--store', 'file').stdout.strip()
        report.case('report before it is authorized', expect(run('report', fresh), 3, err='applink authorize', no_out=True))
        run('link', 'delete', '--yes', fresh)
        link = make_link(browser, url)
        document = forms(report, link)
        schema_refuses(report, document)
        faults(report, browser, url, link)
        compare(report, link)
        refuse(report)
        secrets(report)
        gone(report, link)
    report.finish()


main()
