#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the Flatpak and hands it to a person who has nothing but a fresh account: as-person.py SOURCE_ROOT APPLINK DESKTOP [BUNDLE]

The person is somebody else where we are root: root keeps its rights in a sandbox, and would be stopped by less than others
are. DESKTOP is x11 or wayland. What the person does is in whole-job.py. With a bundle that is there already, nothing is built.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

BASE_ID = 'io.github.applink.Assistant'
NOBODY = 65534
CANNOT_BE_MADE = 77

# What the person's session needs of this machine: the portals with all that they start themselves.
SERVICES = ['org.freedesktop.portal.Desktop', 'org.freedesktop.portal.Documents',
            'org.freedesktop.impl.portal.PermissionStore', 'org.freedesktop.impl.portal.desktop.gtk']
PROGRAMS = {'flatpak': 'flatpak', 'flatpak-builder': 'flatpak-builder', 'ostree': 'ostree', 'bwrap': 'bubblewrap'}
SERVICE_FOLDER = pathlib.Path('/usr/share/dbus-1/services')

# The part of the tests that the person needs, since our own folder may be closed to them.
TESTS = ['session', 'app/accessible.py', 'browser/hand-over', 'cli/browser.py', 'flatpak/whole-job.py', 'house/tap.py']


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def person(command):
    """The command as the person runs it."""
    if os.geteuid() != 0:
        return command
    return ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups', '--no-new-privs', *command]


def check_machine():
    for program, package in PROGRAMS.items():
        if not shutil.which(program):
            skip(f'{package} is not installed')
    for service in SERVICES:
        if not (SERVICE_FOLDER / f'{service}.service').exists():
            skip(f'this machine has no {service}')
    # Before much is built in vain.
    trial = subprocess.run(person(['bwrap', '--unshare-all', '--ro-bind', '/', '/', '--proc', '/proc', 'true']),
                           capture_output=True, text=True, check=False)
    if trial.returncode != 0:
        skip(f'this machine lets nobody make a sandbox: {trial.stderr.strip()}')


def build(source, bundle):
    result = subprocess.run([source / 'flatpak/build', '--runtime=stand-in', bundle], capture_output=True, text=True,
                            check=False)
    if result.returncode == CANNOT_BE_MADE:
        skip(' '.join(result.stderr.split()))
    if result.returncode != 0:
        print(result.stdout[-20000:], result.stderr, file=sys.stderr)
        sys.exit('the Flatpak could not be built')


def main():
    source, applink = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    desktop = sys.argv[3]
    check_machine()
    if desktop == 'wayland' and not shutil.which('weston'):
        skip('weston is not installed')
    sys.path.insert(0, str(source / 'flatpak'))
    from stand_in import DEFAULT_SUITE, StandIn, default_state, load_manifest

    folder = pathlib.Path(tempfile.mkdtemp(prefix='applink-flatpak-'))
    folder.chmod(0o755)
    try:
        bundle = folder / 'applink-assistant.flatpak'
        if len(sys.argv) > 4:
            shutil.copyfile(sys.argv[4], bundle)
        else:
            build(source, bundle)
        for name in TESTS:
            target = folder / 'tests' / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / 'tests' / name, target)
        shutil.copy2(applink, folder / 'applink')
        home = folder / 'person'
        home.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)

        manifest = load_manifest(source / 'flatpak' / f'{BASE_ID}.json')
        runtime = StandIn(manifest, DEFAULT_SUITE, default_state())
        environment = {
            **os.environ, 'FLATPAK_SYSTEM_DIR': str(runtime.installation), 'TMPDIR': str(home),
            'FLATPAK_CONFIG_DIR': str(home / 'no-configuration'), 'APPLINK_ADDRESSES': str(home / 'addresses'),
            'ALA_PERMISSIONS': json.dumps(manifest['finish-args']), 'PYTHONDONTWRITEBYTECODE': '1',
        }
        command = [folder / 'tests/session', '--keyring', '--browser', folder / 'tests/browser/hand-over']
        command += [f'--service={service}' for service in SERVICES]
        command += ['--wayland'] if desktop == 'wayland' else []
        command += ['--', '/usr/bin/python3', folder / 'tests/flatpak/whole-job.py', bundle, folder / 'applink', desktop]
        return subprocess.run(person([str(part) for part in command]), env=environment, cwd=folder, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    sys.exit(main())
