#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice Jira in one process, the rest in others: test-practice.py APPLINK"""

import http.client
import json
import signal
import socket

from program import HOME, expect, interrupt, practice, run
from tap import Report


def ends(report):
    for number in signal.SIGINT, signal.SIGTERM:
        with practice() as (process, url):
            process.send_signal(number)
            out, err = process.communicate(timeout=30)
            problems = [] if url.startswith('http://127.0.0.1:') else [url]
            if process.returncode != 0 or out:
                problems.append(f'status {process.returncode}, then said {out!r}')
            if 'admin' not in err:
                problems.append(err)
            report.case(f'ends by {number.name}', problems)


def probe(report):
    with practice() as (_process, url):
        report.case('probe', expect(run('probe', url), 0, out=[url, 'Server']))
        report.case('probe of a page of it', expect(run('probe', url + '/secure/Dashboard.jspa?x=1'), 0, out=url))

        result = run('probe', '--json', url)
        told = json.loads(result.stdout)
        problems = list(expect(result, 0))
        if told['address'] != url or told['baseUrl'] != url or told['edition'] != 'server' or told['problems']:
            problems.append(result.stdout)
        report.case('probe --json', problems)


def probe_doubts(report):
    with practice('--fault', 'base-url-differs', '--clock', 120) as (_process, url):
        report.case('probe with doubts', expect(run('probe', url), 1, out=url, err=['[base-url-differs]', '[clock-differs]']))
        result = run('probe', '--json', url)
        ids = [problem['id'] for problem in json.loads(result.stdout)['problems']]
        report.case('probe --json with doubts',
                    [*expect(result, 1)] + ([] if ids == ['base-url-differs', 'clock-differs'] else [str(ids)]))


def probe_failures(report):
    with practice('--fault', 'maintenance') as (_process, url):
        report.case('probe in maintenance', expect(run('probe', url), 2, err='[maintenance]', no_out=True))
    with practice('--fault', 'network-timeout') as (_process, url):
        report.case('probe --timeout', expect(run('probe', '--timeout', 1, url), 2, err='[network-timeout]'))

    # A port that nothing listens on, and stays so as long as it is bound.
    with socket.socket() as closed:
        closed.bind(('127.0.0.1', 0))
        url = f'http://127.0.0.1:{closed.getsockname()[1]}'
        report.case('probe of a closed port', expect(run('probe', url), 2, err=['[connection-refused]', 'What to do: ']))
        result = run('probe', '--json', url)
        problem = json.loads(result.stdout)['problems'][0]
        report.case('probe --json of a closed port',
                    [*expect(result, 2)] + ([] if problem['id'] == 'connection-refused' and problem['remedy'] else [str(problem)]))

    report.case('probe of no address', expect(run('probe', 'ftp://jira.example.com'), 2, err='[address-scheme]'))


def probe_stops(report):
    with practice('--fault', 'network-timeout') as (_process, url):
        result = interrupt('probe', '--timeout', 60, url)
        report.case('probe ends by Ctrl+C', [*expect(result, 128 + signal.SIGINT, no_out=True)] + ([result.stderr] if result.stderr else []))


def https(report):
    ca = HOME / 'ca.pem'
    with practice('--https', '--ca-out', ca) as (_process, url):
        report.case('probe by https', expect(run('probe', '--ca-file', ca, url), 0, out=['https://', 'Certificate']))
        report.case('probe without its authority', expect(run('probe', url), 2, err='[tls-untrusted]'))
        report.case('probe with a file that is no authority', expect(run('probe', '--ca-file', HOME / 'absent', url), 2, err='['))


def connection_stays(report):
    with practice() as (_process, url):
        host, path = url.removeprefix('http://').split('/', 1)
        connection = http.client.HTTPConnection(host)
        ports = []
        for _ in range(3):
            connection.request('GET', f'/{path}/rest/api/2/serverInfo')
            ports.append(connection.sock.getsockname()[1])
            connection.getresponse().read()
        report.case('a connection serves several requests', [] if len(set(ports)) == 1 else [str(ports)])


def ports_and_lists(report):
    with practice('--json') as (_process, line):
        url = json.loads(line)['url']
        port = url.split(':')[2].split('/')[0]
        report.case('a busy port', expect(run('practice', '--port', port), 2, err='[practice-failed]', no_out=True))

    result = run('practice', '--list-faults')
    report.case('--list-faults', expect(result, 0, out=['signature-invalid', 'data-center-10']))

    for generation in result.stdout.split('Faults:')[0].split()[1:]:
        with practice('--generation', generation, '--json') as (_process, line):
            told = json.loads(line)
            result = run('probe', '--json', told['url'])
            edition = json.loads(result.stdout)['edition']
            report.case(f'generation {generation}', [*expect(result, 0)] + (
                [] if told['generation'] == generation and (edition == 'cloud') == generation.startswith('cloud') else [edition]))


def main():
    report = Report()
    ends(report)
    probe(report)
    probe_doubts(report)
    probe_failures(report)
    probe_stops(report)
    https(report)
    connection_stays(report)
    ports_and_lists(report)
    report.finish()


main()
