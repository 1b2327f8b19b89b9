#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program waits: progress on a terminal, Ctrl+C, and time limits. test-terminal.py APPLINK"""

import contextlib
import os
import pathlib
import pty
import signal
import socket
import subprocess

from browser import Browser
from job import begin_link, end, enter_link, running
from program import APPLINK, ENVIRONMENT, HOME, catches, expect, in_terminal, interrupt, practice, run
from tap import Report

ERASE = '\r\x1b[K'


def files():
    """All that is there, and what is in it."""
    return {path: path.read_bytes() for path in HOME.rglob('*') if path.is_file()}


def progress(report, url, link):
    for words, text in [(['probe', url], 'Asking Jira what it is…'), (['check', link], 'Checking: '), (['check', '--json', link], 'Checking: '),
                        (['report', link], 'Checking: '), (['link', 'watch', '--wait', '0', link], 'Watching Jira…'),
                        (['webhooks', link, 'list'], 'Reading the webhooks…'),
                        (['key', 'new', '--bits', '1024', '--out', 'progress.pem', '--force'], 'Making a key pair…')]:
        name = ' '.join(words[:2])
        said = in_terminal(*words)
        problems = [] if text in said else [f'no “{text}” in {said}']
        # Whatever was drawn is erased before the next text, or nothing that came after it could be read.
        problems += [piece for piece in said.split(ERASE)[:-1] if '…' in piece and '\n' in piece.split('…', 1)[1]]
        report.case(f'{name} tells on a terminal how it goes on', problems)
        report.case(f'{name} on a dumb terminal', [] if text not in in_terminal(*words, TERM='dumb') else ['it tells'])
        piped = run(*words)
        report.case(f'{name} into a pipe', [said for said in (piped.stdout, piped.stderr) if text in said or ERASE in said])

    said = in_terminal('probe', url, LC_ALL='C')
    report.case('progress in plain ASCII', [] if 'Asking Jira what it is...' in said and said.isascii() else [said])


@contextlib.contextmanager
def silence(url):
    """In place of the Jira that was at URL somebody who takes connections and never says anything."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(('127.0.0.1', int(url.split(':')[2].split('/')[0])))
        server.listen(64)
        yield server


def forget_callers(server):
    """Those that have gone already may still be waiting to be taken."""
    server.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        while True:
            server.accept()[0].close()
    server.setblocking(True)


def commands(url, link):
    return [['probe', url], ['link', 'new', '--jira', url, '--store', 'file'], ['link', 'watch', link], ['link', 'watch', '--json', link],
            ['link', 'watch', '--wait', '0', link], ['authorize', '--no-browser', link],
            ['authorize', '--no-browser', '--callback', 'oob', '--json', link], ['check', '--json', link],
            ['check', '--html', HOME / 'page.html', link], ['report', '--out', HOME / 'report.json', link],
            ['webhooks', link, 'list'], ['webhooks', link, 'create', '--yes']]


def ctrl_c(report, server, url, link):
    """At the beginning, and while Jira's answer is awaited: nothing has changed afterwards."""
    before = files()
    for words in commands(url, link):
        name = ' '.join(map(str, words[:-1])).replace(str(HOME) + '/', '')
        result = interrupt(*words)
        report.case(f'Ctrl+C at once: {name}', [*expect(result, 128 + signal.SIGINT, no_out=True)] + ([result.stderr] if result.stderr else []))
        for number in signal.SIGINT, signal.SIGTERM:
            forget_callers(server)
            with running(*words, stdin=subprocess.DEVNULL) as process:
                connection = server.accept()[0]
                process.send_signal(number)
                result = end(process)
                connection.close()
            report.case(f'{number.name} later: {name}', [*expect(result, 128 + number, no_out=True)] + (
                [] if '[' not in result.stderr else [result.stderr]))

    interrupt('check', '--nagios', link)
    result = interrupt('key', 'new', '--bits', 4096, '--out', HOME / 'interrupted.pem')
    report.case('Ctrl+C: key new', [*expect(result, 128 + signal.SIGINT, no_out=True)] + ([result.stderr] if result.stderr else []))
    after = files()
    report.case('nothing is left or changed', [str(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)])


def ctrl_c_while_reading(report):
    """Something that is to be typed may be thought better of."""
    for words in ['key', 'show', '-'], ['key', 'import', '-', '--out', 'typed.pem'], ['key', 'show', 'pipe-of-nobody']:
        if not (HOME / 'pipe-of-nobody').exists():
            os.mkfifo(HOME / 'pipe-of-nobody')
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(HOME)
            os.execve(APPLINK, [APPLINK, *words], ENVIRONMENT)
        while not waits_by_itself(pid):
            os.sched_yield()
        os.write(terminal, b'\x03')
        status = os.waitpid(pid, 0)[1]
        os.close(terminal)
        report.case(f'Ctrl+C while it reads: {" ".join(words)}', [] if os.waitstatus_to_exitcode(status) == -signal.SIGINT and
                    not (HOME / 'typed.pem').exists() else [str(status)])


def waits_by_itself(pid):
    """Whether the program is asleep where a signal ends it."""
    proc = pathlib.Path(f'/proc/{pid}')
    return (os.readlink(proc / 'exe') == os.path.realpath(APPLINK) and not catches(pid, signal.SIGINT)
            and (proc / 'stat').read_text().rsplit(')', 1)[1].split()[0] == 'S'
            and (proc / 'wchan').read_text() not in ('0', '') or pathlib.Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()[0] == 'Z')


def time_limits(report, url, link):
    for words in [['probe', url], ['link', 'new', '--jira', url, '--store', 'file'], ['link', 'watch', '--wait', '0', link],
                  ['authorize', '--no-browser', link], ['check', '--json', link], ['report', '--json', link], ['webhooks', link, 'list']]:
        result = run(*words, '--timeout', 1)
        report.case(f'--timeout: {" ".join(words[:2])}', [] if result.returncode == 2 and 'network-timeout' in result.stdout + result.stderr
                    else [f'{result.returncode} {result.stdout}{result.stderr}'])


def silent_keyring(report, url):
    """A keyring that takes calls and answers none."""
    with socket.socket(socket.AF_UNIX) as bus, practice() as (_process, jira):
        bus.bind(str(HOME / 'bus'))
        bus.listen(64)
        environment = {**ENVIRONMENT, 'DBUS_SESSION_BUS_ADDRESS': f'unix:path={HOME / "bus"}'}
        link = begin_link(jira)[0]
        # As if its secrets were there.
        saved = HOME / 'data' / 'applink-assistant' / 'links' / f'{link}.json'
        saved.write_text(saved.read_text().replace('"file"', '"keyring"'))
        for words in ['key', 'show', '--link', link], ['handover', link], ['link', 'delete', '--yes', link], ['link', 'new', '--jira', jira]:
            report.case(f'{" ".join(words[:2])} with a silent keyring', expect(
                run(*words, '--timeout', 1, env=environment), 2, err=['[keyring-failed]', '1 second'], no_out=True))
        report.case('the link is still there', expect(run('link', 'list'), 0, out=link))
        forget_callers(bus)
        with running('link', 'steps', link, env=environment) as process:
            connection = bus.accept()[0]
            process.send_signal(signal.SIGINT)
            report.case('Ctrl+C with a silent keyring', expect(end(process), 128 + signal.SIGINT, no_out=True))
            connection.close()
    report.case('--timeout of nothing', expect(run('credentials', '--timeout', '-1', link), 64, err='--timeout', no_out=True))


def main():
    report = Report()
    browser = Browser()
    with practice() as (_process, url):
        link, public_key = begin_link(url)
        enter_link(browser, url, public_key)
        with running('authorize', '--no-browser', link) as process:
            browser.press(browser.open(process.stdout.readline().strip()), 'approve', 'approve')
            process.communicate(timeout=60)
        run('webhooks', link, 'plan', 'manual', '--url', 'https://zephyr.example.com/webhook')
        progress(report, url, link)
    with silence(url) as server:
        ctrl_c(report, server, url, link)
    with silence(url) as server:
        time_limits(report, url, link)
    ctrl_c_while_reading(report)
    silent_keyring(report, url)
    report.finish()


main()
