#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the Flatpak, from installing to removing it: whole-job.py BUNDLE APPLINK DESKTOP

Run in a session of its own (see ../session) by as-person.py. The practice Jira runs outside of the sandbox, as a Jira does;
its pages, the clipboard and the browser are outside too. DESKTOP is x11 for all of it; wayland, where it is looked at only
whether the window opens and obeys; or files, where a file is chosen for the program that it cannot see by itself.
"""

import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / name) for name in ('app', 'cli', 'house')]

from accessible import Atspi, Window, wait, walk  # noqa: E402
from browser import Browser  # noqa: E402
from tap import Report  # noqa: E402

APP_ID = 'io.github.applink.Assistant'
HOME = pathlib.Path(os.environ['HOME'])
DATA = HOME / '.var/app' / APP_ID
ADDRESSES = pathlib.Path(os.environ['APPLINK_ADDRESSES'])
PATIENCE = 60

# What the session sets for programs that run without a desktop around them. "flatpak run" would hand it on; in the sandbox
# the program is to find its desktop by itself.
OUTSIDE_ONLY = ['ADW_DISABLE_PORTAL', 'GDK_BACKEND', 'GDK_DEBUG', 'GDK_DISABLE', 'GSETTINGS_BACKEND', 'GSK_RENDERER', 'GTK_USE_PORTAL']
FREELY = ['env', *(word for name in OUTSIDE_ONLY for word in ('-u', name))]


def run(*command):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL)


def flatpak_run(*arguments, options=()):
    return [*FREELY, 'flatpak', 'run', *options, APP_ID, *arguments]


def expect(result, *texts):
    said = result.stdout + result.stderr
    if result.returncode != 0:
        yield f'exit status {result.returncode}: {said}'
    for text in texts:
        if text not in said:
            yield f'“{text}” is not in: {said}'


def instances():
    return [line for line in run('flatpak', 'ps', '--columns=application').stdout.splitlines() if line == APP_ID]


class Sandboxed(Window):
    """The window of the program in its sandbox, opened by some command."""

    def close(self):
        run('flatpak', 'kill', APP_ID)
        self.process.wait(PATIENCE)
        wait('the sandbox is gone', lambda: not instances())

    def press_in_dialog(self, name):
        """In a window beside the first one."""
        def look():
            application = self.frame.get_parent()
            frames = [application.get_child_at_index(i) for i in range(application.get_child_count())]
            return next((node for frame in frames if frame is not None and frame != self.frame
                         for node in walk(frame) if self._is(node, 'push button', name)), None)
        button = wait(f'the button “{name}” of a dialog', look)
        assert Atspi.Action.do_action(button, 0), f'“{name}” was not pressed'


@contextlib.contextmanager
def window(*arguments, options=(), command=None):
    opened = Sandboxed(command or flatpak_run(*arguments, options=options))
    try:
        yield opened
    finally:
        opened.close()


@contextlib.contextmanager
def practice_jira(applink, *options):
    command = [applink, 'practice', '--generation', 'data-center-9', *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as jira:
        try:
            yield jira.stdout.readline().strip()
        finally:
            jira.terminate()


def opened_address(count):
    """What the program had opened in the person's browser."""
    def look():
        lines = ADDRESSES.read_text().splitlines() if ADDRESSES.exists() else []
        return lines[count - 1] if len(lines) >= count else None
    return wait('an address is opened', look)


def pasted():
    return run('xclip', '-out', '-selection', 'clipboard').stdout


def copied(window, label):
    window.press(f'Copy {label}')
    window.find('push button', f'Copy {label} again')
    return pasted()


def make_link(window, browser):
    """The administrator's part."""
    page = browser.press(browser.open(opened_address(1)), 'createLink')
    # Opening the page has copied it.
    window.find('push button', 'Copy Application URL again')
    address = pasted()
    page = browser.press(page, 'applicationUrl', type='atlassian', applicationUrl=address)
    page = browser.press(page, 'applicationUrl')
    # One copy for three fields that take the same.
    name = copied(window, 'Application Name')
    for same in ('Consumer Key', 'Consumer Name'):
        window.find('push button', f'Copy {same} again')
    page = browser.press(page, 'createIncoming', name=name, createIncoming='true')
    key = copied(window, 'Public Key')
    assert re.fullmatch('MII[0-9A-Za-z+/=]{300,}', key), f'the public key is {key!r}'
    page = browser.press(page, 'publicKey', key=name, publicKey=key, consumerName=name)
    assert not page.form('publicKey'), page.text


def job(report, jira):
    """From the first page to the last, each step a case. It ends at the first that does not succeed."""
    browser = Browser()
    step = 'the window opens'
    try:
        with window('--new') as wizard:
            wizard.wait_for_page('Start')
            report.case(step, [])
            step = 'the key pair is kept behind the portal for secrets'
            wizard.press('Next')
            wizard.wait_for_page('Key Pair')
            wizard.press('Next')
            wizard.wait_for_page('Jira')
            report.case(step, clear_secrets())
            step = 'Jira is reached from the sandbox'
            wizard.enter('Address of Jira', f'{jira}/secure/Dashboard.jspa')
            wizard.enter('Address of Zephyr (if you know it)', 'https://zephyr.example.com')
            wizard.press('Next')
            wizard.wait_for_page('Application Link')
            report.case(step, [])
            step = 'the browser opens by the portal, and the clipboard reaches it'
            wizard.press('Open the Page in Jira')
            make_link(wizard, browser)
            # The link works, so the window goes on and asks in the browser by itself.
            wizard.wait_for_page('Authorization')
            report.case(step, [])
            step = 'Jira’s answer comes back into the sandbox'
            browser.press(browser.open(opened_address(2)), 'approve', 'approve')
            wizard.wait_for_page('Checks')
            report.case(step, [])
            step = 'signed requests prove the link'
            wizard.wait_to_say('It Works')
            report.case(step, clear_secrets())
        step = 'started anew, it goes on with the link and still has its keys'
        with window() as wizard:
            wizard.wait_for_page('Checks')
            wizard.wait_to_say('It Works')
        report.case(step, [])
        return True
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        report.case(step, [f'{type(error).__name__}: {error}'])
        return False


def clear_secrets():
    """Secrets that stand unencrypted in what the sandbox keeps, and whether there are any at all."""
    kept = [path for path in DATA.rglob('*') if path.is_file()]
    for path in kept:
        if re.search(rb'PRIVATE KEY|MII[CEJ][0-9A-Za-z+/]{200}', path.read_bytes()):
            yield f'{path} holds a private key'
    if not any('keyring' in path.name for path in kept):
        yield f'no keyring is kept, only {", ".join(str(path.relative_to(DATA)) for path in kept)}'


def permissions(wanted):
    """Exactly those of the manifest have arrived."""
    found = set()
    for line in run('flatpak', 'info', '--show-permissions', APP_ID).stdout.splitlines():
        key, _, values = line.partition('=')
        option = {'shared': 'share', 'sockets': 'socket', 'devices': 'device'}.get(key, key)
        found |= {f'--{option}={value}' for value in values.split(';') if value}
    # Where there is no Wayland, "fallback-x11" is X11; metadata name both.
    found.discard('--socket=x11')
    for permission in found ^ set(wanted):
        yield f'{permission} is {"asked for" if permission in found else "missing"}'


def closed(secret):
    """What the sandbox keeps out."""
    script = f"""
cat '{secret}' && echo SEEN
touch /app/bin/x && echo APP
touch /usr/x && echo USR
gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \\
  --method org.freedesktop.DBus.Peer.Ping && echo SECRETS
grep -q '^Seccomp:.2' /proc/self/status || echo NO-SECCOMP
echo READY"""
    result = run(*flatpak_run('-c', script, options=['--command=sh']))
    yield from expect(result, 'READY')
    for word in 'SEEN', 'APP', 'USR', 'SECRETS', 'NO-SECCOMP':
        if word in result.stdout.split():
            yield f'{word}: {result.stdout}{result.stderr}'


def shared_memory():
    """Without --share=ipc the display server could not read the pictures that the window shares with it."""
    own = os.readlink('/proc/self/ns/ipc')
    for options, shared in ([], True), (['--unshare=ipc'], False):
        result = run(*flatpak_run('/proc/self/ns/ipc', options=['--command=readlink', *options]))
        yield from expect(result)
        if (result.stdout.strip() == own) is not shared:
            yield f'{result.stdout.strip()} in the sandbox with {options}, {own} outside'


def on_wayland():
    with window('--practise') as wizard:
        wizard.wait_for_page('Key Pair')
        wizard.press('Next')
        wizard.wait_for_page('Jira')
    return []


@contextlib.contextmanager
def chooser(file):
    """The desktop's dialog for files, in which FILE is chosen."""
    command = [sys.executable, TESTS / 'flatpak/chooser.py', file]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as answering:
        try:
            assert answering.stdout.readline() == 'ready\n', 'nobody answers the portal'
            yield answering.stdout
        finally:
            answering.terminate()


def by_portal(applink):
    """The authority of a company lies where the sandbox cannot see it, until the person chooses it."""
    authority = HOME / 'authority.pem'
    with practice_jira(applink, '--https', f'--ca-out={authority}') as jira, chooser(authority) as asked:
        unseen = run(*flatpak_run(authority, options=['--command=cat']))
        if unseen.returncode == 0:
            yield f'the sandbox sees {authority} by itself'
        with window('--new') as wizard:
            wizard.wait_for_page('Start')
            wizard.press('Next')
            wizard.wait_for_page('Key Pair')
            wizard.press('Next')
            wizard.wait_for_page('Jira')
            wizard.enter('Address of Jira', jira)
            wizard.wait_to_say('The server’s certificate is not trusted')
            wizard.press('Choose Certificate File…')
            title = asked.readline().strip()
            if title != f'{APP_ID}: Certificate of the Company’s Authority':
                yield f'the portal was asked by {title}'
            wizard.press_in_dialog('Trust')
            wait('Jira is trusted', lambda: wizard.can_press('Next'))


def without_display(*permissions):
    result = run(*flatpak_run('--new', options=permissions))
    if result.returncode == 0:
        yield f'it says nothing: {result.stdout}{result.stderr}'


def without_network(jira):
    """The same window and the same Jira, of which it now sees nothing."""
    with window('--new', options=['--unshare=network']) as wizard:
        wizard.wait_for_page('Start')
        wizard.press('Next')
        wizard.wait_for_page('Key Pair')
        wizard.press('Next')
        wizard.wait_for_page('Jira')
        wizard.enter('Address of Jira', jira)
        wizard.wait_to_say('The connection to “127.0.0.1” failed')
        yield from ['it can go on'] if wizard.can_press('Next') else []


def in_german():
    result = run('env', 'LC_ALL=de_DE.UTF-8', *flatpak_run('--help', options=['--command=applink']))
    return expect(result, 'Aufruf')


def on_bus(name, path, method, *arguments):
    return [*FREELY, 'gdbus', 'call', '--session', f'--dest={name}', f'--object-path={path}', f'--method={method}', *arguments]


def by_action(action):
    """As the menu of a desktop calls it."""
    command = on_bus(APP_ID, '/' + APP_ID.replace('.', '/'), 'org.freedesktop.Application.ActivateAction', action, '[]', '{}')
    # Its answer, "()", is no line of a test's report.
    return ['sh', '-c', 'exec "$@" >&2', 'sh', *command]


def actions():
    # The folder of its services was not there when the bus began to watch.
    yield from expect(run(*on_bus('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ReloadConfig')))
    with window(command=by_action('practise')) as wizard:
        wizard.wait_for_page('Key Pair')
        yield from expect(run(*by_action('new-link')))
        wizard.wait_for_page('Start')


def traces():
    """Files that have the program's name in theirs. What there was for the time of the session goes with it."""
    for path in sorted(HOME.parent.rglob('*')):
        own = [HOME / '.var', pathlib.Path(os.environ['XDG_RUNTIME_DIR'])]
        if APP_ID in str(path) and not path.is_dir() and not any(path.is_relative_to(folder) for folder in own):
            yield path


def removal():
    yield from expect(run('flatpak', 'uninstall', '--user', '--noninteractive', APP_ID))
    yield from (f'{path} is left' for path in traces())
    if not (DATA / 'data').exists():
        yield 'the person’s data are gone'


def attempt(part, *arguments):
    try:
        return list(part(*arguments))
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        return [f'{type(error).__name__}: {error}']


def main():
    bundle, applink = sys.argv[1:3]
    if not pathlib.Path('/run/dbus/system_bus_socket').exists():
        # Before it installs, Flatpak asks the system's bus whether the person may. In a container there is none to ask.
        os.environ.setdefault('DBUS_SYSTEM_BUS_ADDRESS', os.environ['DBUS_SESSION_BUS_ADDRESS'])
    report = Report()
    secret = HOME / 'secret-of-somebody-else'
    secret.write_text('SEEN\n')

    installed = run('flatpak', 'install', '--user', '--noninteractive', bundle)
    report.case('a fresh account installs the bundle', expect(installed))
    if installed.returncode == 0 and 'wayland' in sys.argv[3:]:
        report.case('the window opens on Wayland', attempt(on_wayland))
        report.case('without Wayland’s permission it does not open', without_display('--nosocket=wayland'))
    elif installed.returncode == 0 and 'files' in sys.argv[3:]:
        report.case('a file reaches the sandbox by the portal, once it is chosen', attempt(by_portal, applink))
    elif installed.returncode == 0:
        report.case('it has the permissions of the manifest', permissions(json.loads(os.environ['ALA_PERMISSIONS'])))
        report.case('the sandbox is closed', closed(secret))
        report.case('memory is shared with the display by permission only', shared_memory())
        report.case('it speaks German', in_german())
        with practice_jira(applink) as jira:
            if job(report, jira):
                report.case('without the network it does not reach Jira', attempt(without_network, jira))
            report.case('the actions of the desktop’s menu start it and are obeyed', attempt(actions))
        report.case('without a display it does not open', without_display('--nosocket=wayland', '--nosocket=fallback-x11', '--nosocket=x11'))
        report.case('it is removed without a trace but the person’s data', removal())
    report.finish()


if __name__ == '__main__':
    main()
