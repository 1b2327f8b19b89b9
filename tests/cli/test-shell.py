#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man page, the completions and the systemd units: test-shell.py APPLINK MAN BASH ZSH FISH SERVICE TIMER"""

import pathlib
import re
import shutil
import subprocess
import sys

from job import begin_link
from program import APPLINK, ENVIRONMENT, HOME, practice, run
from tap import Report

MAN, BASH, ZSH, FISH, SERVICE, TIMER = (pathlib.Path(name).absolute() for name in sys.argv[2:])
FOLDER = pathlib.Path(APPLINK).parent

# What is typed, the last word being completed, and some of what has to be offered.
TYPED = [
    (['pr'], {'probe', 'practice'}),
    (['key', ''], {'new', 'import', 'show', 'export'}),
    (['link', 'wa'], {'watch'}),
    (['link', 'new', '--con'], {'--consumer-key'}),
    (['check', '--nag'], {'--nagios'}),
    (['report', 'compare', '--j'], {'--json'}),
]


def call(*words, **more):
    return subprocess.run([*map(str, words)], capture_output=True, text=True, check=False, timeout=60, cwd=HOME, stdin=subprocess.DEVNULL,
                          env={**ENVIRONMENT, 'PATH': f'{FOLDER}:{ENVIRONMENT["PATH"]}'}, **more)


def options_of(name):
    return set(re.findall(r'^  (?:-h, )?(--[a-z-]+)', run(*name.split(), '--help').stdout, re.MULTILINE))


def commands():
    """The names of all commands, as help lists them."""
    return re.findall(r'^  ((?:key|link) \w+|report compare|\w+)', run('help').stdout.split('Commands:')[1], re.MULTILINE)


def manual(report, names):
    page = MAN.read_text()
    plain = page.replace('\\-', '-')
    report.case('every command is in the man page', [name for name in names if not re.search(rf'^\.SS "{name}[ "]', plain, re.MULTILINE)])
    report.case('with its options', [f'{name} {option}' for name in names for option in options_of(name) - {'--help'}
                                     if option not in plain.split(f'.SS "{name}', 1)[1].split('.SS', 1)[0]])
    for judge, words in [('mandoc', ['mandoc', '-T', 'lint', '-W', 'warning', MAN]),
                         ('groff', ['groff', '-man', '-ww', '-K', 'utf8', '-T', 'utf8', '-z', MAN])]:
        if shutil.which(judge) is None:
            report.skip(f'{judge} finds nothing wrong', f'{judge} is not installed')
            continue
        said = call(*words)
        # The page is made anew with every build, so no day is its own.
        report.case(f'{judge} finds nothing wrong', [line for line in (said.stdout + said.stderr).splitlines() if 'missing date' not in line])


def ask_bash(words):
    script = (f'source {BASH}; COMP_WORDS=(applink "$@"); COMP_CWORD=$#; compopt () {{ :; }}; _applink; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    return call('bash', '--norc', '-c', script, 'bash', *words)


def ask_zsh(words):
    """Its own functions would need a terminal, so what they are given is looked at."""
    script = ('_describe () { print -rl -- ${${(P)2}%%:*} }; _arguments () { print -rl -- ${${@#[\\*]}%%[\\[=]*} }; '
              f'words=(applink "$@"); CURRENT=$#words; . {ZSH}')
    return call('zsh', '-f', '-c', script, 'zsh', *words)


def ask_fish(words):
    line = ' '.join(['applink', *words])
    return call('fish', '--no-config', '-c', f'source {FISH}; complete -C "{line}"')


def completions(report, names):
    for shell, script, ask in [('bash', BASH, ask_bash), ('zsh', ZSH, ask_zsh), ('fish', FISH, ask_fish)]:
        if shutil.which(shell) is None:
            report.skip(f'completion for {shell}', f'{shell} is not installed')
            continue
        said = call(shell, '-n', script)
        report.case(f'{shell} reads it', [said.stdout + said.stderr] if said.returncode or said.stderr else [])
        for words, wanted in TYPED:
            said = ask(words)
            offered = {line.split('\t')[0] for line in said.stdout.splitlines()}
            report.case(f'{shell} completes {" ".join(words)}', [said.stderr] if said.stderr else [] if wanted <= offered else [said.stdout])
        missing = [f'{name} {option}' for name in names for option in options_of(name) if option not in {
            line.split('\t')[0] for line in ask([*name.split(), '--']).stdout.splitlines()}]
        report.case(f'{shell} knows every option', missing)

    said = ask_bash(['probe', 'p'])
    report.case('bash offers nothing for an address', [said.stdout] if said.stdout.strip() else [])
    (HOME / 'some-key.pem').touch()
    report.case('bash offers files', [] if 'some-key.pem' in ask_bash(['link', 'new', '--key', 'some']).stdout else ['no'])


def links(report, link):
    for shell, ask in [('bash', ask_bash), ('fish', ask_fish)]:
        if shutil.which(shell) is None:
            report.skip(f'{shell} offers the links', f'{shell} is not installed')
            continue
        for words in ['check', link[:4]], ['link', 'watch', link[:4]]:
            said = ask(words)
            report.case(f'{shell} offers the links to {words[0]}', [] if link in said.stdout else [said.stdout + said.stderr])


def units(report):
    if shutil.which('systemd-analyze') is None:
        report.skip('systemd reads the units', 'systemd-analyze is not installed')
        return
    folder = HOME / 'units'
    folder.mkdir()
    # Where it will be installed there is nothing yet.
    (folder / SERVICE.name).write_text(re.sub(r'ExecStart=\S+', f'ExecStart={APPLINK}', SERVICE.read_text()))
    shutil.copy(TIMER, folder)
    said = call('systemd-analyze', 'verify', '--user', '--man=no', folder / 'applink-check@abc.timer', folder / 'applink-check@abc.service')
    # It also tells of the machine's own units.
    report.case('systemd reads the units', [line for line in (said.stdout + said.stderr).splitlines() if 'applink' in line])


def main():
    report = Report()
    names = commands()
    report.case('there are commands', [] if {'key import', 'link watch', 'check', 'report compare'} <= set(names) else [str(names)])
    manual(report, names)
    completions(report, names)
    units(report)
    with practice() as (_process, url):
        links(report, begin_link(url)[0])
    report.finish()


main()
