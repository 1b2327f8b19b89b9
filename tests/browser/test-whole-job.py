#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job with three real programs, in each generation of Jira's screens, and how many actions it takes.

The window, a practice Jira in a process of its own, and Chromium: the window is worked over the accessibility bus,
Jira's pages and Zephyr's in Chromium. Every value goes over by the clipboard, the answer of Jira comes back to the window
through the loopback interface, and Zephyr's stand-in then connects by itself with what was pasted.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'app'), str(HERE.parent / 'house')]

from actions import Actions, MOST_IN_ALL, MOST_VERIFIED, VERIFIED, guide, table  # noqa: E402
from pictures import NoPictures, Pictures  # noqa: E402
from tap import Report  # noqa: E402
from zephyr import zephyr  # noqa: E402

SKIPPED = 77

NAME = '#login-form-username'
SUDO = '#login-form-authenticatePassword'
ZEPHYR = '#login'
USER = 'Practice Administrator'


class Administrator:
    """Who follows the window's steps in Jira and in Zephyr: each value is copied in the window and pasted in the page.

    All that is done is done by the methods here, which count it.
    """

    def __init__(self, window, browser, zephyr, pictures):
        self.window = window
        self.pictures = pictures
        self.browser = browser
        self.zephyr = zephyr
        self.actions = Actions()

    # What a person can do.

    def press(self, name):
        self.actions.do('click', 'the window')
        return self.window.press(name)

    def enter(self, name, text):
        self.actions.do('type', 'the window')
        self.window.enter(name, text)

    def click(self, selector, place='the browser'):
        self.actions.do('click', place)
        self.browser.click(selector)

    def visit(self, address, goal):
        """Looks at a page that the window opened in the browser, and logs in as often as is wanted."""
        self.actions.came_to_front('the browser')
        self.browser.visit(address)
        while (found := self.browser.which(goal, NAME, SUDO, ZEPHYR)) != goal:
            if found == NAME:
                self.browser.type(NAME, 'admin')
                self.browser.type('#login-form-password', 'admin')
                self.browser.click('#login-form-submit')
            elif found == SUDO:
                self.browser.type(SUDO, 'admin')
                self.browser.click('#login-form-submit')
            else:
                self.browser.click('#login')

    def wait_until_copied(self, label):
        return self.window.find('push button', f'Copy {label} again')

    def take(self, label):
        """Has a value on the clipboard: copies it, unless the window says that what was copied last serves here too."""
        from accessible import wait
        button = self.window.find('push button', f'Copy {label}', f'Copy {label} again')
        if button.get_name() == f'Copy {label}':
            self.actions.do('copy', 'the window')
            self.window.press(f'Copy {label}')
            # A button that is pressed in this way clicks a moment later; then it has another name.
            wait(f'{label} is copied', lambda: button.get_name() == f'Copy {label} again')

    def paste(self, label, selector, place='the browser'):
        from accessible import wait
        self.take(label)
        self.actions.do('paste', place)
        self.browser.paste(selector)
        # Chromium asks for the clipboard's content and goes on; it comes a moment later.
        value = wait(f'{label} is pasted', lambda: self.browser.value(selector))
        assert value == value.strip(), f'{label} was pasted with white space around it'
        self.pictures.take(f'{label} is pasted')
        return value

    # The pages of the dialogs, by the names of fields that ala-practice-jira.h tells.

    def enter_address(self, label, button):
        assert self.paste(label, '#applicationUrl') == f'{self.zephyr}/flex'
        self.click(button)

    def choose(self, kind):
        self.click('#createLink')
        self.click(kind)

    def ignore_warning(self):
        self.browser.find('#applicationUrl')
        self.click('#continue')

    def enter_details(self):
        self.paste('Application Name', '#name')
        self.click('#createIncoming')
        self.click('#continue')

    def enter_incoming(self, button):
        self.paste('Consumer Key', '#key')
        self.paste('Consumer Name', '#consumerName')
        key = self.paste('Public Key', '#publicKey')
        assert key.startswith('MII') and '\n' not in key, 'the public key is not one trimmed line'
        self.click(button)
        # Jira shows the list; but as soon as the window has seen the link, it asks for another page.
        self.browser.find('.edit')

    # The dialogs of the generations.

    def link_by_address(self, label):
        """Server up to 8.21, and Cloud's earlier screens."""
        self.enter_address(label, '#createNewLink')
        self.ignore_warning()
        self.enter_details()
        self.enter_incoming('#continue')

    def link_by_choice(self, label):
        """Data Center."""
        self.choose('#typeAtlassian')
        self.enter_address(label, '#continue')
        self.ignore_warning()
        self.enter_details()
        self.enter_incoming('#continue')

    def link_directly(self, label):
        """Cloud's recent screens, where the incoming side is entered afterwards, by editing the link."""
        self.choose('#typeDirect')
        self.enter_address(label, '#continue')
        self.ignore_warning()
        self.enter_details()
        self.click('.edit')
        self.enter_incoming('#save')

    # Zephyr's dialog.

    def fill_connection(self):
        """From its home to the dialog, which is filled from top to bottom."""
        for selector in '#administration', '#integration', '#add', '#mode':
            self.click(selector)
        self.click('#mode option:last-child')
        self.paste('Name', '#name')
        self.paste('Jira URL', '#url')
        self.paste('Consumer Key Name', '#consumer')
        key = self.paste('Consumer Private Key', '#private')
        assert key.startswith('MII') and '\n' not in key, 'the private key is not one trimmed line'

    def authorize_connection(self):
        """Zephyr's own authorization: Jira shows the code in a tab of its own, from where it is carried over."""
        from accessible import wait
        browser, here = self.browser, self.browser.tab()
        self.click('#confirm')
        self.click('#confirm-message')
        self.click('#step-1')
        tab = wait('Jira opens in a new tab', lambda: next((t for t in browser.tabs() if t != here), None))
        browser.go_to_tab(tab)
        self.actions.came_to_front('another tab')
        self.click('#approve', 'another tab')
        self.actions.do('copy', 'another tab')
        self.pictures.take('The code')
        code = browser.copy('section.panel p', "(?<=code is ').*(?='\\. )")
        browser.close_tab()
        browser.go_to_tab(here)
        self.actions.do('paste', 'the browser')
        browser.paste('#code')
        assert wait('the code is pasted', lambda: browser.value('#code')) == code
        self.click('#save')

    def finish_connection(self):
        self.pictures.take('Diagnostics')
        assert 'Connected as ' in self.browser.text(), self.browser.text()
        self.click('#done')
        self.click('.defects')


# What each generation shows first on the page of its links, how the link is made there, and how the window calls the
# address to enter. Nothing tells Cloud's two screens apart from outside, so there the window proposes the recent ones.
GENERATIONS = {
    'server-8': ('#createNewLink', Administrator.link_by_address, 'URL'),
    'data-center-9': ('#createLink', Administrator.link_by_choice, 'Application URL'),
    'data-center-10': ('#createLink', Administrator.link_by_choice, 'Application URL'),
    'cloud-2020': ('#createNewLink', Administrator.link_by_address, 'Application URL'),
    'cloud-2024': ('#createLink', Administrator.link_directly, 'Application URL'),
}

# Where the job goes on in Zephyr: in the guide's own Jira, and in the newest of both kinds.
WITH_ZEPHYR = ['server-8', 'data-center-10', 'cloud-2024']


class Addresses:
    """What the window opened in its browser."""

    def __init__(self, path):
        self.path = path

    def forget(self):
        self.path.unlink(missing_ok=True)

    def wait_for(self, count):
        from accessible import wait

        def look():
            lines = self.path.read_text().splitlines() if self.path.exists() else []
            return lines[count - 1] if len(lines) >= count else None
        return wait('an address is opened', look)


def whole_job(generation, url, zephyr, window, browser, addresses, pictures):
    """Returns what was done."""
    start, make_link, label = GENERATIONS[generation]
    admin = Administrator(window, browser, zephyr, pictures)
    actions = admin.actions
    addresses.forget()

    window.wait_for_page('Start')
    pictures.arrange(window)
    pictures.take('Start')
    admin.press('Next')
    window.wait_for_page('Key Pair')
    window.can_press('Next')
    pictures.take('Key Pair')
    admin.press('Next')

    # From a deep link, as it stands in a browser.
    actions.stage = 'link'
    window.wait_for_page('Jira')
    admin.enter('Address of Jira', f'{url}/secure/Dashboard.jspa')
    admin.enter('Address of Zephyr (if you know it)', zephyr)
    pictures.take('Jira')
    admin.press('Next')

    window.wait_for_page('Application Link')
    admin.press('Open the Page in Jira')
    admin.visit(addresses.wait_for(1), start)
    admin.wait_until_copied(label)
    pictures.take('Application Link')
    make_link(admin, label)

    # The page watches by itself, and goes on as soon as Jira knows the link: the browser then shows Jira's question.
    actions.stage = 'authorization'
    window.wait_for_page('Authorization')
    admin.visit(addresses.wait_for(2), '#approve')
    pictures.take('Authorization')
    admin.click('#approve')
    actions.stage = 'checks'
    window.wait_for_page('Checks')
    window.wait_to_say('It Works')
    pictures.take('Checks')
    assert browser.address().startswith('http://127.0.0.1:'), browser.address()
    assert 'verifier' not in browser.address(), 'the verifier stands in the address bar'

    if generation not in WITH_ZEPHYR:
        return actions
    actions.stage = 'Zephyr'
    admin.press('Next')
    window.wait_for_page('Webhooks')
    window.can_press('Next')
    pictures.take('Webhooks')
    admin.press('Next')
    window.wait_for_page('Hand-over')
    admin.press('Open Zephyr Enterprise')
    admin.visit(addresses.wait_for(3), '#administration')
    admin.wait_until_copied('Jira URL')
    pictures.take('Hand-over')
    admin.fill_connection()
    admin.authorize_connection()
    admin.finish_connection()
    return actions


def run(generation, window_program, command, browser, addresses, pictures):
    from accessible import Window

    jira = subprocess.Popen([command, 'practice', '--generation', generation], stdout=subprocess.PIPE, text=True)
    window = None
    try:
        url = jira.stdout.readline().strip()
        window = Window([window_program, '--new'])
        with zephyr() as (address, product):
            actions = whole_job(generation, url, address, window, browser, addresses, pictures)
            wanted = [(url, USER)] if generation in WITH_ZEPHYR else []
            assert [(c['url'], c['user']) for c in product.connections] == wanted, product.connections
            return actions
    finally:
        if window is not None:
            window.close()
        jira.terminate()
        jira.wait(10)
        jira.stdout.close()


def judge(actions):
    for what, number, most in (('to a verified link', actions.sum(VERIFIED), MOST_VERIFIED),
                               ("with Zephyr's own dialog", actions.sum(), MOST_IN_ALL)):
        if number > most:
            yield f'{number} actions {what}, where {most} are enough'


def walk(report, options, addresses):
    from webdriver import Browser, BrowserStuck

    known = subprocess.run([options.command, 'practice', '--list-faults'], capture_output=True, text=True, check=True).stdout
    listed = known.split('Faults:')[0].split()[1:]
    report.case('each generation of the practice Jira is walked', set(listed) ^ set(GENERATIONS))

    for line in table('the guide, in Jira 8', guide()):
        print('#', line)
    browser = Browser()
    try:
        pictures = Pictures(options.pictures, options.width, browser) if options.pictures else NoPictures()
        for generation in options.generation or GENERATIONS:
            complaints = []
            actions = None
            try:
                try:
                    actions = run(generation, options.window, options.command, browser, addresses, pictures)
                except BrowserStuck as error:
                    # The browser is a tool here. The job is done once more from its very beginning, and has to succeed.
                    print(f'Chromium does not answer any more, so a new one begins: {error}', file=sys.stderr)
                    browser.restart()
                    actions = run(generation, options.window, options.command, browser, addresses, pictures)
            except (AssertionError, RuntimeError) as error:
                complaints.append(f'{type(error).__name__}: {error}')
            report.case(f'the whole job in {generation}', complaints)
            if actions is not None:
                for line in table(generation, actions):
                    print('#', line)
                report.case(f'the actions that it takes in {generation}', judge(actions))
    finally:
        browser.close()


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('window', help='the program with the window')
    parser.add_argument('command', help='the program for the terminal')
    parser.add_argument('--generation', action='append', choices=GENERATIONS, help='only this one; may be given again')
    parser.add_argument('--pictures', metavar='FOLDER', type=pathlib.Path, help='where pictures go, of the windows side by side')
    parser.add_argument('--width', type=int, default=960, help='of our window in the pictures (default: %(default)s)')
    return parser.parse_args()


def main():
    options = parse()
    report = Report()
    if shutil.which('chromium') is None or shutil.which('chromedriver') is None:
        print('Chromium and its driver are not installed', file=sys.stderr)
        sys.exit(SKIPPED)
    walk(report, options, Addresses(pathlib.Path(os.environ['APPLINK_ADDRESSES'])))
    report.finish()


if __name__ == '__main__':
    main()
