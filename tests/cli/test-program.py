#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program is talked to: help, mistakes, exit statuses, colours. test-program.py APPLINK"""

import os
import pathlib
import re
import signal
import subprocess

from program import APPLINK, ENVIRONMENT, HOME, expect, in_terminal, run
from tap import Report

COMMANDS = ['probe', 'key new', 'key import', 'key show', 'key export', 'link new', 'link list', 'link show', 'link steps', 'link watch',
            'link calendar', 'link delete', 'authorize', 'credentials', 'handover', 'check', 'webhooks', 'report', 'report compare', 'practice', 'rehearse',
            'help', 'version']

# What was typed, and what has to be suggested.
MISTAKES = [
    (['prboe'], '“probe”'),
    (['probee', 'jira.example.com'], '“probe”'),
    (['key', 'nwe'], '“key new”'),
    (['rehearsal'], '“rehearse”'),
    (['help', 'practise'], '“practice”'),
    (['probe', '--jsn', 'jira.example.com'], '“--json”'),
    (['key', 'new', '--bit', '2048'], '“--bits”'),
    (['practice', '--latncy=5'], '“--latency”'),
    (['key', 'export', '--form', 'pkcs8-pm', 'x'], '“pkcs8-pem”'),
]

USAGE = [
    ([], 'Usage'),
    (['key'], 'key new'),
    (['webhooks'], 'applink help'),
    (['--sideways'], 'applink help'),
    (['probe'], 'probe URL'),
    (['probe', 'one', 'two'], '“two”'),
    (['probe', '--timeout', 'soon', 'x'], '--timeout'),
    (['probe', '--timeout', '-4', 'x'], '--timeout'),
    (['probe', '--sideways', 'x'], '--sideways'),
    (['key', 'new', '--bits', '512'], '4096'),
    (['key', 'export', 'x'], '--form'),
    (['key', 'export', '--form', 'guide-files', 'x'], '--out'),
    (['practice', '--port', '70000'], '--port'),
    (['practice', '--fault', 'no-such-fault'], '--list-faults'),
    (['practice', '--ca-out', 'ca.pem'], '--https'),
    (['rehearse', '--fault', 'signature-invald'], '“signature-invalid”'),
]


def overview(report):
    for words in ['help'], ['--help'], ['-h']:
        report.case(' '.join(words), expect(run(*words), 0, out=[f'  {name} ' for name in COMMANDS]))


def help_of_each(report):
    for name in COMMANDS:
        for words in ['help', *name.split()], [*name.split(), '--help']:
            report.case(' '.join(words), expect(run(*words), 0, out=[f'applink {name}', '--help']))
        text = run(*words).stdout.split('Options:')[0]
        report.case(f'help {name} in the width of a terminal', [line for line in text.splitlines() if len(line) > 80 and line[0] != ' '])
    report.case('help key', expect(run('help', 'key'), 0, out=['key new', 'key show', 'key export']))


def version(report):
    for words in ['version'], ['--version']:
        result = run(*words)
        report.case(' '.join(words), [*expect(result, 0)] +
                    ([] if re.fullmatch(r'applink \d+\.\d+\.\d+\n', result.stdout) else [result.stdout]))


def mistakes(report):
    for words, suggestion in MISTAKES:
        report.case(f'{" ".join(words)}: suggests {suggestion}', expect(run(*words), 64, err=suggestion, no_out=True))
    for words, text in USAGE:
        report.case(f'{" ".join(words) or "nothing"}: usage', expect(run(*words), 64, err=text, no_out=True))

    # What stands behind an option that does not exist may be a secret that was given in the wrong way.
    result = run('probe', '--password=hunter2', 'x')
    report.case('a value is not repeated', [*expect(result, 64)] + (['it is'] if 'hunter2' in result.stderr else []))


def arguments(report):
    report.case('an argument that looks like an option', expect(run('probe', '--', '--json'), 2, err='['))


def colours(report):
    failing = ['key', 'show', 'no-such-file']
    for name, said, wanted in [
            ('on a terminal', in_terminal(*failing), True),
            ('with NO_COLOR', in_terminal(*failing, NO_COLOR='1'), False),
            ('with an empty NO_COLOR', in_terminal(*failing, NO_COLOR=''), True),
            ('on a dumb terminal', in_terminal(*failing, TERM='dumb'), False),
            ('into a pipe', run(*failing).stderr, False)]:
        report.case(f'colours {name}', [said] if ('\x1b[' in said) != wanted else [])


def closed_pipes(report):
    """Whoever reads along may go away: the program ends as others do, and says nothing of it."""
    for words in ['help'], ['practice', '--list-faults']:
        reader, writer = os.pipe()
        os.close(reader)
        with subprocess.Popen([APPLINK, *words], stdout=writer, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                              env=ENVIRONMENT, cwd=HOME) as process:
            os.close(writer)
            said = process.communicate(timeout=60)[1]
        report.case(f'{" ".join(words)} into a closed pipe',
                    [] if process.returncode == -signal.SIGPIPE and not said else [f'{process.returncode}: {said}'])


def full_disks(report):
    """Output that nobody can read is no success, whatever was done besides."""
    key = HOME / 'full.pem'
    run('key', 'new', '--bits', 1024, '--out', key)
    for words in [['help'], ['version'], ['practice', '--list-faults'], ['practice', '--list-faults', '--json'], ['practice'],
                  ['key', 'show', key], ['key', 'show', '--json', key], ['key', 'export', '--form', 'pkcs8-pem', key]]:
        for name, where in ('a full disk', {'stdout': open('/dev/full', 'w')}), ('nothing', {'preexec_fn': lambda: os.close(1)}):
            result = subprocess.run([APPLINK, *map(str, words)], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, check=False,
                                    env=ENVIRONMENT, cwd=HOME, timeout=60, **where)
            result.stdout = ''
            report.case(f'{" ".join(map(str, words[:3]))} into {name}', expect(result, 3, err='[output-failed]'))

    for words in [['key', 'export', '--form', 'pkcs8-pem', key, '--force'], ['key', 'export', '--form', 'public-pem', key, '--force']]:
        report.case(f'{words[3]} --out of a full disk', expect(run(*words, '--out', '/dev/full'), 2, err='[file-not-saved]'))
    report.case('the device is one still', [] if pathlib.Path('/dev/full').is_char_device() else ['it was replaced'])
    result = run('key', 'export', '--form', 'public-body', key)
    report.case('--out /dev/stdout', expect(run('key', 'export', '--form', 'public-body', key, '--out', '/dev/stdout'), 0, out=result.stdout.strip()))
    fifo = HOME / 'fifo'
    os.mkfifo(fifo)
    with subprocess.Popen([APPLINK, 'key', 'export', '--form', 'public-body', '--out', fifo, '--force', key], env=ENVIRONMENT,
                          cwd=HOME) as process:
        report.case('--out of a named pipe', [] if result.stdout.strip() == fifo.read_text().strip() else ['another key'])
        report.case('and it is one still', [] if process.wait(timeout=60) == 0 and fifo.is_fifo() else ['it was replaced'])


def other_locales(report):
    result = run('key', 'show', 'no-such-file', env={**ENVIRONMENT, 'LC_ALL': 'C'})
    report.case('plain ASCII where the locale has no more',
                [*expect(result, 2, err='x ')] + ([result.stderr] if not result.stderr.isascii() else []))


def main():
    report = Report()
    overview(report)
    help_of_each(report)
    version(report)
    mistakes(report)
    arguments(report)
    colours(report)
    closed_pipes(report)
    full_disks(report)
    other_locales(report)
    report.finish()


main()
