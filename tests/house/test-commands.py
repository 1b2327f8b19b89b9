#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two commands of README.md, as far as they can be tried without running themselves: test-commands.py SOURCE_ROOT

What they do on systems other than this one is tried with other os-release files.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tap import Report

# What stands in os-release, how packages are installed, one package that both commands need, one of the tests.
SYSTEMS = {
    'fedora': ('ID=fedora\nVERSION_ID=42\n', 'dnf install', 'libsoup3-devel', 'gnutls-utils'),
    'arch': ('ID=endeavouros\nID_LIKE="arch"\n', 'pacman -S', 'libsoup3', 'python-oauthlib'),
    'opensuse': ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'zypper install', 'libsoup-devel', 'AppStream'),
}


def run(command, **environment):
    # Under meson's own variables a nested meson would behave differently.
    outer = {name: value for name, value in os.environ.items() if not name.startswith('MESON')}
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, timeout=60,
                          env={**outer, **environment})


def expect(result, status, *texts):
    if result.returncode != status:
        yield f'exit status {result.returncode} instead of {status}: {result.stdout}{result.stderr}'
    for text in texts:
        if text not in result.stdout + result.stderr:
            yield f'“{text}” is not in: {result.stdout}{result.stderr}'


def try_help(report, command):
    for option in '--help', '-h':
        report.case(f'{command.name} {option}', expect(run([command, option]), 0, 'Usage: build-aux/' + command.name,
                                                       'BUILD_DIR', '--no-install'))
    report.case(f'{command.name} refuses an unknown option', expect(run([command, '--sideways']), 2, '--sideways'))


def try_systems(report, command, folder):
    """On each other system, with package managers that know of no package."""
    tools = folder / 'tools'
    tools.mkdir(exist_ok=True)
    for package_manager in 'rpm', 'pacman':
        tool = tools / package_manager
        tool.write_text('#!/bin/sh\nexit 1\n')
        tool.chmod(0o755)

    for system, (text, install, package, test_package) in SYSTEMS.items():
        release = folder / system
        release.write_text(text)
        result = run([command], ALA_OS_RELEASE=str(release), PATH=f'{tools}:{os.environ["PATH"]}',
                     BUILD_DIR=str(folder / 'build'))
        wanted = [install, package]
        if command.name == 'check':
            wanted += [test_package, '0 passed, 1 failed']
        complaints = list(expect(result, 1, *wanted))
        if command.name == 'run' and test_package in result.stdout + result.stderr:
            complaints.append(f'{test_package} is asked for, which only the tests need')
        report.case(f'{command.name} names the packages on {system}', complaints)


def try_packages(report, command):
    for system in 'debian', *SYSTEMS:
        result = run([command, '--print-packages', system])
        lines = [line.split('\t') for line in result.stdout.splitlines()]
        names = [line[0] for line in lines]
        complaints = list(expect(result, 0))
        complaints += [f'no reason is given for {line}' for line in lines if len(line) != 2 or not line[1]]
        complaints += [f'{name} is listed twice' for name in sorted(set(names)) if names.count(name) > 1]
        if len(lines) < 15:
            complaints.append(f'only {len(lines)} packages')
        report.case(f'{command.name} lists the packages of {system}', complaints)


def log_line(name, result, stdout='', stderr=''):
    return json.dumps({'name': name, 'result': result, 'stdout': stdout, 'stderr': stderr}) + '\n'


def try_count(report, counter, folder):
    """What is added up from meson's log, for each way in which a test can end."""
    trials = [
        ('passed cases', log_line('a', 'OK', '# random\n1..2\nok 1 /a\nok 2 /b\n'), 0, '2 passed, 0 failed'),
        ('a program without cases', log_line('a', 'OK', 'fine\n'), 0, '1 passed, 0 failed'),
        ('a failed case', log_line('a', 'FAIL', 'ok 1 /a\nnot ok 2 /b\n1..2\n'), 1, '1 passed, 1 failed'),
        ('a crash', log_line('a', 'ERROR', 'ok 1 /a\nBail out! ERROR:x\n'), 1, '1 passed, 1 failed'),
        ('a leak after all cases passed', log_line('a', 'ERROR', 'ok 1 /a\n1..1\n'), 1, '1 passed, 1 failed'),
        ('a time-out', log_line('a', 'TIMEOUT', 'ok 1 /a\n'), 1, '1 passed, 1 failed'),
        ('a skipped case', log_line('a', 'OK', 'ok 1 /a # SKIP too early\nok 2 /b\n1..2\n'), 0,
         'skipped: a /a (too early)\n1 passed, 0 failed, 1 skipped'),
        ('a skipped program', log_line('a', 'SKIP', '1..0 # SKIP no display\n'), 1, '0 passed, 0 failed, 1 skipped'),
        ('a skipped program by exit status', log_line('a', 'SKIP', 'no browser\n') + log_line('b', 'OK'), 0,
         'skipped: a (no browser)\n1 passed, 0 failed, 1 skipped'),
        ('no test at all', '', 1, '0 passed, 1 failed'),
    ]
    for name, text, status, last in trials:
        log = folder / 'testlog.json'
        log.write_text(text)
        result = run([sys.executable, counter, log])
        complaints = list(expect(result, status))
        if not result.stdout.endswith(last + '\n'):
            complaints.append(f'ends with “{result.stdout}” instead of “{last}”')
        report.case(f'counts {name}', complaints)
    missing = run([sys.executable, counter, folder / 'no-such-log'])
    report.case('counts a run that left no log', expect(missing, 1, '0 passed, 1 failed'))


def try_scripts(report, root):
    if not shutil.which('shellcheck'):
        report.skip('shell scripts', 'shellcheck is not installed')
        return
    scripts = [path for folder in ('build-aux', '.ci', 'tests', 'flatpak') for path in sorted((root / folder).rglob('*'))
               if path.is_file() and path.suffix in ('', '.sh')
               and (path.suffix == '.sh' or path.read_bytes()[:32].splitlines()[:1] in
                    ([b'#!/bin/sh'], [b'#!/bin/bash'], [b'#!/usr/bin/env bash']))]
    result = run(['shellcheck', '--external-sources', '--source-path=SCRIPTDIR', *scripts])
    complaints = [result.stdout + result.stderr] if result.returncode else []
    if len(scripts) < 3:
        complaints.append(f'only {len(scripts)} scripts were found')
    report.case('shell scripts', complaints)


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    report = Report()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in 'run', 'check':
            command = root / 'build-aux' / name
            try_help(report, command)
            try_systems(report, command, folder)
        try_packages(report, root / 'build-aux' / 'check')
        try_count(report, root / 'build-aux' / 'count-tests', folder)
    try_scripts(report, root)
    report.finish()


if __name__ == '__main__':
    main()
