# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program under test, and says what is not as expected."""

import contextlib
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile

APPLINK = os.path.abspath(sys.argv[1])

# A home of its own, so that nothing of the person who runs the tests is read or written.
_HOME = tempfile.TemporaryDirectory(prefix='applink-test-')
HOME = pathlib.Path(_HOME.name)

(HOME / 'tmp').mkdir()

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith('XDG_') and name not in ('LANGUAGE', 'NO_COLOR')},
    'HOME': str(HOME),
    'XDG_DATA_HOME': str(HOME / 'data'),
    'XDG_CONFIG_HOME': str(HOME / 'config'),
    'XDG_CACHE_HOME': str(HOME / 'cache'),
    'TMPDIR': str(HOME / 'tmp'),
    'GSETTINGS_BACKEND': 'memory',
    'G_DEBUG': 'fatal-warnings',
}


def run(*arguments, **more):
    return subprocess.run([APPLINK, *map(str, arguments)], capture_output=True, text=True, check=False,
                          **{'timeout': 60, 'env': ENVIRONMENT, 'stdin': subprocess.DEVNULL, 'cwd': HOME, **more})


def expect(result, status, out=(), err=(), no_out=False):
    """What is not as expected: the exit status, texts that have to be in standard output and standard error."""
    said = f'\nstandard output: {result.stdout}\nstandard error: {result.stderr}'
    if result.returncode != status:
        yield f'exit status {result.returncode} instead of {status}{said}'
    for text in [out] if isinstance(out, str) else out:
        if text not in result.stdout:
            yield f'“{text}” is not in standard output{said}'
    for text in [err] if isinstance(err, str) else err:
        if text not in result.stderr:
            yield f'“{text}” is not in standard error{said}'
    if no_out and result.stdout:
        yield f'standard output is not empty{said}'


def interrupt(*arguments):
    """Starts the program, and sends it Ctrl+C as soon as it is ready to hear it."""
    with subprocess.Popen([APPLINK, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=HOME) as process:
        # Before the program catches the signal it would end by it, and nothing of ours would be tried.
        while not catches(process.pid, signal.SIGINT):
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        return subprocess.CompletedProcess([], process.returncode, out, err)


def in_terminal(*words, **environment):
    """Standard output and standard error of a run on a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen([APPLINK, *words], stdin=slave, stdout=slave, stderr=slave, cwd=HOME,
                          env={**ENVIRONMENT, 'TERM': 'xterm', **environment}) as process:
        os.close(slave)
        said = b''
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            said += piece
        process.wait(timeout=60)
    os.close(master)
    return said.decode()


def catches(pid, number):
    with open(f'/proc/{pid}/status', encoding='ascii') as status:
        caught = next(line for line in status if line.startswith('SigCgt:'))
    return int(caught.split()[1], 16) >> (number - 1) & 1


@contextlib.contextmanager
def practice(*arguments):
    """A practice Jira, and the first line that it said."""
    with subprocess.Popen([APPLINK, 'practice', *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=ENVIRONMENT, cwd=HOME) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()
            process.communicate(timeout=30)
