#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Watching Jira while somebody makes the link there: test-watch.py APPLINK"""

import json
import signal

from browser import Browser
from job import begin_link, end, enter_link, running, switch
from program import expect, practice, run
from tap import Report


def read_event(process, name):
    """Reads along until the event of that name comes."""
    for line in process.stdout:
        event = json.loads(line)
        if event['event'] == name:
            return event
    return {}


def before_it_is_there(report, link):
    result = run('link', 'watch', '--wait', 0, link)
    report.case('nothing is there yet', expect(result, 2, out=['✓ Jira answers', '… Jira knows the consumer key'],
                                               err=['If you have made it already', '•', 'does not accept']))
    if 'The clocks' in result.stdout:
        report.case('nothing is said of what comes later', [result.stdout])
    report.case('it is not said to be an error', [result.stderr] if '[consumer-key-unknown]' in result.stderr else [])
    events = [json.loads(line) for line in run('link', 'watch', '--wait', 0, '--json', link).stdout.splitlines()]
    report.case('the same as events', [] if [
        (one['event'], one['proofs'], one['problem']['id']) for one in events] == [
        ('answer', ['reached'], 'consumer-key-unknown')] else [str(events)])

    with running('link', 'watch', '--json', link) as process:
        read_event(process, 'answer')
        process.send_signal(signal.SIGINT)
        report.case('link watch ends by Ctrl+C', expect(end(process), 128 + signal.SIGINT))


def made_meanwhile(report, browser, url, link, public_key):
    with running('link', 'watch', '--json', link) as process:
        read_event(process, 'answer')
        enter_link(browser, url, public_key)
        event = read_event(process, 'proven')
        result = end(process)
    report.case('it ends as soon as the link is there', [*expect(result, 0)] + ([] if event.get('proofs') == [
        'reached', 'consumer-key', 'clock', 'key', 'request-token'] else [str(event)]))
    report.case('and says what comes next', expect(run('link', 'watch', link), 0, out='✓ Jira issued a request token',
                                                   err=f'applink authorize {link[:8]}'))
    told = json.loads(run('link', 'show', '--json', link).stdout)
    report.case('the link knows that it is proven', [] if told['linkProven'] else [str(told)])


def other_troubles(report, browser, url, link):
    switch(browser, url, 'signature-other-key')
    report.case('another key in Jira', expect(run('link', 'watch', '--wait', 0, link), 2, out='✓ The clocks agree',
                                              err=['[signature-other-key]', 'What to do: ']))
    switch(browser, url)


def typed_otherwise(report, browser, url):
    link, public_key = begin_link(url, 'Zephyr-Two')
    enter_link(browser, url, public_key, 'zephyr-two', 'https://two.example.com/flex', 'Two')
    report.case('another spelling is found', expect(run('link', 'watch', '--wait', 0, link), 2,
                                                    err=['[consumer-key-other]', '“zephyr-two”', '--adopt']))
    report.case('and left alone', expect(run('link', 'show', link), 0, out='Zephyr-Two'))
    report.case('--adopt takes it', expect(run('link', 'watch', '--wait', 0, '--adopt', link), 0, err='“zephyr-two”'))
    report.case('and keeps it', expect(run('link', 'show', link), 0, out='zephyr-two'))


def main():
    report = Report()
    browser = Browser()
    report.case('link watch of no link', expect(run('link', 'watch', 'abc'), 3, err='“abc”', no_out=True))
    with practice() as (process, url):
        link, public_key = begin_link(url)
        before_it_is_there(report, link)
        made_meanwhile(report, browser, url, link, public_key)
        other_troubles(report, browser, url, link)
        typed_otherwise(report, browser, url)
        process.terminate()
        process.wait(timeout=30)
        report.case('Jira is gone', expect(run('link', 'watch', '--wait', 0, link), 2, out='… Jira answers: not yet', err='['))
    report.finish()


main()
