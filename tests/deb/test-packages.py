#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian packages: built, judged by lintian, installed in a clean Debian, started, removed: test-packages.py SOURCE_ROOT"""

import contextlib
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / 'house'))

from tap import Report  # noqa: E402

TOOLS = {'dpkg-buildpackage': 'dpkg-dev', 'dh': 'debhelper', 'help2man': 'help2man', 'lintian': 'lintian',
         'mmdebstrap': 'mmdebstrap', 'Xvfb': 'xvfb', 'xwininfo': 'x11-utils'}
PACKAGES = ['applink', 'applink-assistant']
PATIENCE = 60


def run(*command, **options):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **options)


def expect(result, *texts):
    said = result.stdout + result.stderr
    if result.returncode != 0:
        yield f'exit status {result.returncode}: {said[-5000:]}'
    for text in texts:
        if text not in said:
            yield f'“{text}” is not in: {said[-5000:]}'


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def archive():
    """The suite of this machine and the archive that its apt uses, so that the clean Debian is of the same release."""
    release = pathlib.Path('/etc/os-release').read_text(encoding='utf-8')
    codename = re.search('^VERSION_CODENAME="?([a-z]+)', release, re.MULTILINE)
    if not re.search('^ID="?debian"?$', release, re.MULTILINE) or not codename:
        skip('this machine is not a released Debian')
    suite = codename.group(1)
    sites = run('apt-get', 'indextargets', '--format', '$(SITE) $(CODENAME) $(LABEL)', 'Created-By: Packages').stdout
    for line in sites.splitlines():
        if line.endswith(f' {suite} Debian'):
            return suite, line.split()[0]
    skip("apt's lists name no archive of Debian on this machine")


@contextlib.contextmanager
def display():
    reader, writer = os.pipe()
    with subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1024x768x24', '-noreset'], pass_fds=[writer],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert select.select([reader], [], [], PATIENCE)[0], 'the X server does not start'
            yield f':{os.read(reader, 16).decode().strip()}'
        finally:
            server.terminate()


def make_machine(folder, suite, site, packages):
    """A Debian with nothing in it, in which the packages are installed by apt with all that they ask for."""
    upload = [f'--customize-hook=copy-in {" ".join(map(str, packages))} /var/cache']
    install = '--customize-hook=chroot "$1" sh -c "apt-get install -y --no-install-recommends /var/cache/*.deb"'
    return run('mmdebstrap', '--mode=root', '--variant=minbase', '--skip=cleanup/apt', '--dpkgopt=force-unsafe-io', *upload, install,
               suite, folder, f'deb {site} {suite} main')


def inside(machine, *command, **environment):
    variables = [f'{name}={value}' for name, value in {'HOME': '/root', 'LC_ALL': 'C.UTF-8', **environment}.items()]
    return ['chroot', str(machine), 'env', '-i', 'PATH=/usr/bin:/usr/sbin:/bin:/sbin', *variables, *command]


def window_opens(machine):
    """The X server is reached by its abstract socket, which a chroot does not hide."""
    with display() as number, subprocess.Popen(inside(machine, 'applink-assistant', DISPLAY=number), stdout=subprocess.PIPE,
                                               stderr=subprocess.STDOUT, text=True) as program:
        try:
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                # Each question is a process of its own and takes its time.
                if '"Start"' in run('xwininfo', '-display', number, '-root', '-tree').stdout:
                    return
                if program.poll() is not None:
                    yield f'it ended with status {program.returncode}: {program.stdout.read()}'
                    return
            yield f'no window of that name: {run("xwininfo", "-display", number, "-root", "-tree").stdout}'
        finally:
            program.terminate()


def left_behind(machine):
    result = run(*inside(machine, 'apt-get', 'purge', '-y', *PACKAGES))
    yield from expect(result)
    known = [machine / 'var/cache', machine / 'var/log', machine / 'root']
    for folder in 'etc', 'usr', 'var':
        for path in (machine / folder).rglob('*applink*'):
            if not any(path.is_relative_to(place) for place in known):
                yield f'{path} is left'


def in_machine(report, machine, suite, site, packages):
    made = make_machine(machine, suite, site, packages)
    report.case('they are installed in a clean Debian', expect(made))
    if made.returncode != 0:
        return
    report.case('the command does the whole job there', expect(run(*inside(machine, 'applink', 'rehearse'))))
    report.case('the window opens there', window_opens(machine))
    report.case('they are removed without a trace', left_behind(machine))


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    for program, package in TOOLS.items():
        if not shutil.which(program):
            skip(f'{package} is not installed')
    suite, site = archive()

    report = Report()
    with tempfile.TemporaryDirectory(prefix='applink-packages-') as temporary:
        folder = pathlib.Path(temporary)
        folder.chmod(0o755)
        # With their tests left out: those have run here already, in the same surroundings.
        built = run(source / 'build-aux/deb/build', '--no-tests', folder / 'out')
        packages = sorted(path for path in (folder / 'out').glob('*.deb') if '-dbgsym_' not in path.name)
        names = sorted(path.name.partition('_')[0] for path in packages)
        report.case('the packages are built', [*expect(built), *([] if names == PACKAGES else [f'there are {names}'])])
        if built.returncode == 0:
            verdict = run('lintian', '--fail-on=error,warning', '--allow-root', '--no-tag-display-limit', *packages)
            report.case('lintian is content', expect(verdict))
            if os.geteuid() != 0:
                report.skip('they are installed in a clean Debian', 'only root can make one')
            else:
                in_machine(report, folder / 'machine', suite, site, packages)
    report.finish()


if __name__ == '__main__':
    main()
