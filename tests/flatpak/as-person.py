#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the Flatpak and hands it to a person who has nothing but a fresh account: as-person.py SOURCE_ROOT APPLINK DESKTOP [BUNDLE]

The person is somebody else where we are root: root keeps its rights in a sandbox, and would be stopped by less than others
are. DESKTOP is x11, wayland or files. In the last, a file is chosen by the portal, which shows it to the sandbox by a file system
of its own: here only root may mount that, so there the person is root. What the person does is in whole-job.py. With a bundle
that is there already, nothing is built.
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
TESTS = ['session', 'app/accessible.py', 'browser/hand-over', 'cli/browser.py', 'flatpak/chooser.py', 'flatpak/whole-job.py',
         'house/tap.py']

# The portal names a file by the runtime folder of the session, which for a sandbox is always this one. The session gets it too,
# and nobody else sees that.
RUNTIME_FOLDER = '/run/user/0'
WITH_RUNTIME_FOLDER = ['bwrap', '--dev-bind', '/', '/', '--tmpfs', '/run/user', '--perms', '0700', '--dir', RUNTIME_FOLDER, '--']

FUSE = '/dev/fuse'
PORTALS = pathlib.Path('/usr/share/xdg-desktop-portal/portals')
CHOOSER = 'org.freedesktop.impl.portal.FileChooser'
NOBODYS_PORTAL = f'[portal]\nDBusName=org.freedesktop.impl.portal.desktop.nobody\nInterfaces={CHOOSER}\nUseIn=gnome\n'


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def is_somebody_else(desktop):
    return os.geteuid() == 0 and desktop != 'files'


def person(command, desktop):
    """The command as the person runs it."""
    if not is_somebody_else(desktop):
        return command
    return ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups', '--no-new-privs', *command]


def make_portals(folder):
    """This machine's portals, but that files are chosen by chooser.py."""
    folder.mkdir()
    for path in PORTALS.glob('*.portal'):
        (folder / path.name).write_text(path.read_text().replace(f'{CHOOSER};', ''))
    (folder / 'nobody.portal').write_text(NOBODYS_PORTAL)
    # How newer ones are told which to take.
    (folder / 'portals.conf').write_text(f'[preferred]\ndefault=*\n{CHOOSER}=nobody\n')
    return folder


def check_machine(desktop):
    for program, package in PROGRAMS.items():
        if not shutil.which(program):
            skip(f'{package} is not installed')
    for service in SERVICES:
        if not (SERVICE_FOLDER / f'{service}.service').exists():
            skip(f'this machine has no {service}')
    # Before much is built in vain.
    trial = subprocess.run(person(['bwrap', '--unshare-all', '--ro-bind', '/', '/', '--proc', '/proc', 'true'], desktop),
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
    if desktop == 'files' and os.geteuid() != 0:
        skip('only root can mount the file system of the portal for files in a session of its own')
    if desktop == 'files' and not (os.path.exists(FUSE) and shutil.which('fusermount3')):
        skip(f'there is no {FUSE}, or fuse3 is not installed: the portal for files could not be used')
    check_machine(desktop)
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
        if is_somebody_else(desktop):
            os.chown(home, NOBODY, NOBODY)

        manifest = load_manifest(source / 'flatpak' / f'{BASE_ID}.json')
        runtime = StandIn(manifest, DEFAULT_SUITE, default_state())
        environment = {
            **os.environ, 'FLATPAK_SYSTEM_DIR': str(runtime.installation), 'TMPDIR': str(home),
            'FLATPAK_CONFIG_DIR': str(home / 'no-configuration'), 'APPLINK_ADDRESSES': str(home / 'addresses'),
            'ALA_PERMISSIONS': json.dumps(manifest['finish-args']), 'PYTHONDONTWRITEBYTECODE': '1',
        }
        command = [folder / 'tests/session', '--keyring', '--browser', folder / 'tests/browser/hand-over']
        if desktop == 'files':
            environment['XDG_DESKTOP_PORTAL_DIR'] = str(make_portals(folder / 'portals'))
            command = [*WITH_RUNTIME_FOLDER, *command, f'--runtime-folder={RUNTIME_FOLDER}']
        command += [f'--service={service}' for service in SERVICES]
        command += ['--wayland'] if desktop == 'wayland' else []
        command += ['--', '/usr/bin/python3', folder / 'tests/flatpak/whole-job.py', bundle, folder / 'applink', desktop]
        return subprocess.run(person([str(part) for part in command], desktop), env=environment, cwd=folder, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    sys.exit(main())
