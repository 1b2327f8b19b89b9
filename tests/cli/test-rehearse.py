#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job by itself, and each fault by its name: test-rehearse.py APPLINK"""

import json
import re
import signal

from program import HOME, expect, interrupt, run
from schema import complaints
from tap import Report

STEPS = ['Jira ', 'key pair', 'application link', 'request token', 'browser came back', 'access token',
         'Account: ', 'Permissions: ', 'Projects: ', 'webhook was made', 'the link works']

# Faults that are variants of one problem.
NAMED_BY = {
    'reply-not-utf8': 'reply-malformed',
    'user-refused': 'consumer-refused',
    'signature-other-scheme': 'signature-other-address',
    'signature-other-port': 'signature-other-address',
    'signature-other-path': 'signature-other-address',
    'signature-other-method': 'signature-other-address',
    'parameter-missing': 'signature-other-address',
    'parameter-added': 'signature-other-address',
    'parameter-reencoded': 'signature-other-address',
    'base-string-huge': 'reply-too-large',
}


# What follows from a fault and is told besides: who may browse no project lacks permissions.
BESIDES = {
    'no-projects': {'permissions-missing'},
    'not-found': {'issue-linking-off'},
    'permissions-missing': {'project-permissions-missing'},
}


def lists():
    """The names of the generations and of the faults."""
    generations, faults = run('practice', '--list-faults').stdout.split('Faults:')
    return generations.split()[1:], re.findall(r'^  (\S+)', faults, re.MULTILINE)


def whole_job(report, generations):
    result = run('rehearse')
    report.case('rehearse', [*expect(result, 0, out=STEPS)] + ([result.stderr] if result.stderr else []))
    for generation in generations:
        report.case(f'rehearse --generation {generation}', expect(run('rehearse', '--generation', generation), 0, out=STEPS[-1]))
    report.case('rehearse --https', expect(run('rehearse', '--https'), 0, out=['https://', STEPS[-1]]))

    result = interrupt('rehearse', '--https', '--timeout', 60, '--fault', 'network-timeout')
    report.case('rehearse ends by Ctrl+C', [*expect(result, 128 + signal.SIGINT, no_out=True)] + (
        [result.stderr] if result.stderr else []))

    left = [str(path) for path in HOME.rglob('*') if path.is_file()]
    report.case('nothing is left behind', left)


def each_fault(report, faults):
    for fault in faults:
        problem = NAMED_BY.get(fault, fault)
        result = run('rehearse', '--timeout', 2, '--fault', fault)
        # That problem and no other, so never a more general one beside it.
        other = set(re.findall(r'\[([a-z0-9-]+)\]', result.stderr)) - {problem} - BESIDES.get(fault, set())
        report.case(f'rehearse --fault {fault}', [
            *expect(result, 2, err=[f'[{problem}]', 'Cause: ', 'What to do: ']),
            *(f'it says {name} too: {result.stderr}' for name in other)])


def events(report):
    """One event a line, each by the schema, and the last one says how it went."""
    for fault, status, verdict in [(None, 0, 'passed'), ('permissions-missing', 2, 'failed'), ('signature-invalid', 2, 'failed'),
                                   ('clock-differs', 2, 'warning')]:
        result = run('rehearse', '--json', *(['--fault', fault] if fault else []))
        told = [json.loads(line) for line in result.stdout.splitlines()]
        problems = [problem for event in told for problem in complaints(event, 'event')]
        ids = {event['problem']['id'] for event in told if event['event'] == 'problem'} | {
            event['check']['problem']['id'] for event in told if event['event'] == 'check' and 'problem' in event['check']}
        if told[-1]['event'] != 'rehearsed' or (fault and fault not in ids) or (not fault and ids):
            problems.append(result.stdout)
        report.case(f'rehearse --json of {fault or "no fault"}', [*expect(result, status), *problems])
        if not fault:
            report.case('its steps', [] if [event['id'] for event in told if event['event'] == 'step'] == [
                'jira', 'key', 'link', 'request-token', 'authorization', 'access-token', 'webhook', 'user'] else [result.stdout])


def main():
    report = Report()
    generations, faults = lists()
    report.case('there are generations and faults', [] if len(generations) > 2 and len(faults) > 40 else [str(faults)])
    whole_job(report, generations)
    events(report)
    each_fault(report, faults)
    report.finish()


main()
