#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a link ends, in lists, in checks and in a calendar: test-ends.py APPLINK"""

import datetime
import json
import time

import icalendar

import schema
from job import begin_link
from program import ENVIRONMENT, HOME, expect, practice, run
from tap import Report

DATA = HOME / 'data' / 'applink-assistant'
DAY = 24 * 60 * 60


def show(link):
    return json.loads(run('link', 'show', '--json', link).stdout)


def change(link, **members):
    """What another day would have left in the file of the link."""
    path = DATA / 'links' / f'{link}.json'
    path.write_text(json.dumps({**json.loads(path.read_text('utf-8')), **{name.replace('_', '-'): value for name, value in members.items()}}),
                    'utf-8')


def day(seconds):
    return f'{datetime.datetime.fromtimestamp(seconds):%B %-d, %Y}'


def ends_of(link):
    return {end['id']: end['state'] for end in show(link)['ends']}


def certificate_is_remembered(report):
    """An https Jira shows its certificate; what the link trusts besides the system's ends as well."""
    authority = HOME / 'authority.pem'
    with practice('--https', '--ca-out', authority) as (_process, url):
        link, _key = begin_link(url, 'test-key', '--ca-file', authority)
        told = show(link)
        report.case('the certificate’s end is kept', [*schema.complaints(told, 'link')] + (
            [] if told['certificateExpires'] and [end['id'] for end in told['ends']] == ['certificate', 'authority'] and
            told['ends'][0]['when'] == told['certificateExpires'] else [str(told)]))
    with practice('--https', '--ca-out', authority, '--force', '--fault', 'tls-ends-soon') as (_process, url):
        link, _key = begin_link(url, 'test-key', '--ca-file', authority)
        report.case('a certificate that ends soon', expect(run('link', 'list'), 0, out=f'{link}  127.0.0.1  begun  ! Jira’s certificate ends in '))
    return link


def words(report, link, now):
    report.case('without https and token nothing ends', [] if show(link)['ends'] == [] else [str(show(link))])
    report.case('no calendar of it', expect(run('link', 'calendar', link), 1, err=f'applink link show {link[:8]}', no_out=True))

    change(link, authorized=now - DAY, token_expires=0)
    report.case('Jira did not say', [*expect(run('link', 'show', link), 0, out='Jira did not say when the token ends')] +
                ([] if ends_of(link) == {'token': 'unknown'} and show(link)['ends'][0]['when'] is None else [str(show(link))]))
    report.case('no calendar of that', expect(run('link', 'calendar', link), 1, no_out=True))

    for seconds, state, text in ((60 * DAY + 600, 'far', None), (60 * DAY - 600, 'soon', 'The token ends in '), (12 * DAY, 'soon', 'The token ends in '),
                                 (-600, 'over', 'The token ended on ')):
        change(link, token_expires=now + seconds)
        line = f'  ! {text}' if text else '127.0.0.1  begun\n'
        listed = run('link', 'list').stdout.splitlines(keepends=True)
        report.case(f'a token that ends in {seconds} s', ([] if ends_of(link) == {'token': state} else [str(show(link))]) + (
            [] if [entry for entry in listed if entry.startswith(link)][0].count(line.replace('begun', 'authorized, not checked')) == 1 else listed) +
            [*expect(run('link', 'show', link), 0, out=[f'! {text}', day(now + seconds), 'Authorize again'] if text else
                     f'The token ends on {day(now + seconds)}\n')])

    change(link, token_expires=now + 12 * DAY, clock_offset=13 * DAY)
    report.case('Jira’s clock counts', [] if ends_of(link) == {'token': 'over'} else [str(show(link))])
    change(link, clock_offset=0)


def filtered(report, link, other, now):
    change(link, token_expires=now + 12 * DAY)
    change(other, authorized=now, token_expires=now + 1000 * DAY, certificate_expires=now + 1000 * DAY, ca_certificates='')
    result = run('link', 'list', '--ending', '--json')
    report.case('link list --ending --json', [*expect(result, 0), *schema.complaints(json.loads(result.stdout), 'links')] + (
        [] if [one['id'] for one in json.loads(result.stdout)] == [link] else [result.stdout]))
    result = run('link', 'list', '--ending')
    report.case('link list --ending', [*expect(result, 0, out=link)] + ([result.stdout] if other in result.stdout else []))
    change(link, token_expires=now + 1000 * DAY)
    report.case('nothing ends soon', expect(run('link', 'list', '--ending'), 0, err='Of no link', no_out=True))
    change(link, token_expires=now + 12 * DAY)


def events(text):
    return {str(event['UID']): event for event in icalendar.Calendar.from_ical(text).walk('VEVENT')}


def calendar(report, link, other, now):
    result = run('link', 'calendar', link)
    (event,) = events(result.stdout).values()
    report.case('link calendar', [*expect(result, 0, out=['BEGIN:VCALENDAR', 'VALARM'])] + (
        [] if event['UID'] == f'{link}-token' and event.decoded('DTSTART') == datetime.date.fromtimestamp(now + 12 * DAY) else [result.stdout]))
    path = HOME / 'links.ics'
    report.case('link calendar --out', expect(run('link', 'calendar', '--out', path, other), 0, no_out=True))
    written = path.read_bytes()
    report.case('each line ends as the format has it', [] if written.count(b'\n') == written.count(b'\r\n') > 20 else [str(written)])
    report.case('token and certificate', [] if set(events(written)) == {f'{other}-token', f'{other}-certificate'} else [str(written)])
    report.case('a file is not replaced', [*expect(run('link', 'calendar', '--out', path, link), 2, err='[file-not-saved]', no_out=True)] +
                ([] if path.read_bytes() == written else ['it was']))
    report.case('but with --force it is', [*expect(run('link', 'calendar', '--out', path, '--force', link), 0)] +
                ([] if set(events(path.read_bytes())) == {f'{link}-token'} else [str(path.read_bytes())]))
    change(link, token_expires=now + 2000 * DAY)
    later = run('link', 'calendar', link)
    (renewed,) = events(later.stdout).values()
    report.case('made again it has the same name and counts for more', [] if renewed['UID'] == event['UID'] and
                renewed['SEQUENCE'] >= event['SEQUENCE'] and renewed.decoded('DTSTART') > event.decoded('DTSTART') else [later.stdout])
    result = run('link', 'calendar', link, env={**ENVIRONMENT, 'LC_ALL': 'C'})
    report.case('it is UTF-8 in every locale', [*expect(result, 0)] + ([] if len(events(result.stdout)) == 1 else [result.stdout]))
    report.case('link calendar of no link', expect(run('link', 'calendar', 'zzzzzzzz'), 3, err='“zzzzzzzz”', no_out=True))
    secrets = [one.read_text().strip() for one in (DATA / 'secrets').rglob('*') if one.is_file()]
    report.case('no secret is in it', [secret[:4] for secret in secrets if secret in later.stdout or secret in written.decode()] +
                ([] if secrets else ['no secret to look for']))


def main():
    report = Report()
    now = int(time.time())
    other = certificate_is_remembered(report)
    with practice() as (_process, url):
        link, _key = begin_link(url)
        words(report, link, now)
        filtered(report, link, other, now)
        calendar(report, link, other, now)
    report.finish()


main()
