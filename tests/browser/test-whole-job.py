#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job with three real programs, in each generation of Jira's screens.

The window, a practice Jira in a process of its own, and Chromium: the window is worked over the accessibility bus,
Jira's pages in Chromium. Every value goes over by the clipboard, and the answer of Jira comes back to the window
through the loopback interface.
"""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'app'), str(HERE.parent / 'house')]

from product import product  # noqa: E402
from tap import Report  # noqa: E402

SKIPPED = 77

NAME = '#login-form-username'
SUDO = '#login-form-authenticatePassword'


class Administrator:
    """Who follows the window's steps in Jira: each value is copied in the window and pasted in the page."""

    def __init__(self, window, browser, zephyr):
        self.window = window
        self.browser = browser
        self.zephyr = zephyr

    def visit(self, address, goal):
        """Opens a page, and logs in as often as Jira wants it."""
        self.browser.visit(address)
        while (found := self.browser.which(goal, NAME, SUDO)) != goal:
            if found == NAME:
                self.browser.type(NAME, 'admin')
                self.browser.type('#login-form-password', 'admin')
            else:
                self.browser.type(SUDO, 'admin')
            self.browser.click('#login-form-submit')

    def paste(self, label, selector):
        from accessible import wait
        button = self.window.press(f'Copy {label}')
        # A button that is pressed in this way clicks a moment later; then it has another name.
        wait(f'{label} is copied', lambda: button.get_name() == f'Copy {label} again')
        self.browser.paste(selector)
        # Chromium asks for the clipboard's content and goes on; it comes a moment later.
        value = wait(f'{label} is pasted', lambda: self.browser.value(selector))
        assert value == value.strip(), f'{label} was pasted with white space around it'
        return value

    # The pages of the dialogs, by the names of fields that ala-practice-jira.h tells.

    def enter_address(self, label, button):
        assert self.paste(label, '#applicationUrl') == f'{self.zephyr}/flex'
        self.browser.click(button)

    def choose(self, kind):
        self.browser.click('#createLink')
        self.browser.click(kind)

    def ignore_warning(self):
        self.browser.find('#applicationUrl')
        self.browser.click('#continue')

    def enter_details(self):
        self.paste('Application Name', '#name')
        self.browser.click('#createIncoming')
        self.browser.click('#continue')

    def enter_incoming(self, button):
        self.paste('Consumer Key', '#key')
        self.paste('Consumer Name', '#consumerName')
        key = self.paste('Public Key', '#publicKey')
        assert key.startswith('MII') and '\n' not in key, 'the public key is not one trimmed line'
        self.browser.click(button)
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
        self.browser.click('.edit')
        self.enter_incoming('#save')


# What each generation shows first on the page of its links, how the link is made there, and how the window calls the
# address to enter. Nothing tells Cloud's two screens apart from outside, so there the window proposes the recent ones.
GENERATIONS = {
    'server-8': ('#createNewLink', Administrator.link_by_address, 'URL'),
    'data-center-9': ('#createLink', Administrator.link_by_choice, 'Application URL'),
    'data-center-10': ('#createLink', Administrator.link_by_choice, 'Application URL'),
    'cloud-2020': ('#createNewLink', Administrator.link_by_address, 'Application URL'),
    'cloud-2024': ('#createLink', Administrator.link_directly, 'Application URL'),
}


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


def whole_job(generation, url, zephyr, window, browser, addresses):
    start, make_link, label = GENERATIONS[generation]
    admin = Administrator(window, browser, zephyr)
    addresses.forget()

    window.wait_for_page('Start')
    window.press('Next')
    window.wait_for_page('Key Pair')
    window.press('Keep in a File')
    window.press('Next')

    # From a deep link, as it stands in a browser.
    window.wait_for_page('Jira')
    window.enter('Address of Jira', f'{url}/secure/Dashboard.jspa')
    window.enter('Address of Zephyr (if you know it)', zephyr)
    window.press('Next')

    window.wait_for_page('Application Link')
    window.press('Open the Page in Jira')
    admin.visit(addresses.wait_for(1), start)
    make_link(admin, label)
    # The page watches by itself, so there is nothing to press but Next, as soon as it can be.
    window.press('Next')

    window.wait_for_page('Authorization')
    window.press('Open Jira in the Browser')
    admin.visit(addresses.wait_for(2), '#approve')
    browser.click('#approve')
    window.wait_for_page('Checks')
    window.wait_to_say('It Works')
    assert browser.address().startswith('http://127.0.0.1:'), browser.address()
    assert 'verifier' not in browser.address(), 'the verifier stands in the address bar'
    # What comes now happens in the window alone. GTK 4.8 has no action for radio buttons on the accessibility bus.
    window.press('Next')
    window.wait_for_page('Webhooks')


def run(generation, window_program, command, browser, addresses):
    from accessible import Window

    jira = subprocess.Popen([command, 'practice', '--generation', generation], stdout=subprocess.PIPE, text=True)
    window = None
    try:
        url = jira.stdout.readline().strip()
        window = Window([window_program, '--new'])
        with product() as zephyr:
            whole_job(generation, url, zephyr, window, browser, addresses)
    finally:
        if window is not None:
            window.close()
        jira.terminate()
        jira.wait(10)
        jira.stdout.close()


def walk(report, window_program, command, addresses):
    from webdriver import Browser, BrowserStuck

    known = subprocess.run([command, 'practice', '--list-faults'], capture_output=True, text=True, check=True).stdout
    listed = known.split('Faults:')[0].split()[1:]
    report.case('each generation of the practice Jira is walked', set(listed) ^ set(GENERATIONS))

    browser = Browser()
    try:
        for generation in GENERATIONS:
            complaints = []
            try:
                try:
                    run(generation, window_program, command, browser, addresses)
                except BrowserStuck as error:
                    # The browser is a tool here. The job is done once more from its very beginning, and has to succeed.
                    print(f'Chromium does not answer any more, so a new one begins: {error}', file=sys.stderr)
                    browser.restart()
                    run(generation, window_program, command, browser, addresses)
            except (AssertionError, RuntimeError) as error:
                complaints.append(f'{type(error).__name__}: {error}')
            report.case(f'the whole job in {generation}', complaints)
    finally:
        browser.close()


def main():
    report = Report()
    if shutil.which('chromium') is None or shutil.which('chromedriver') is None:
        print('Chromium and its driver are not installed', file=sys.stderr)
        sys.exit(SKIPPED)
    walk(report, sys.argv[1], sys.argv[2], Addresses(pathlib.Path(os.environ['APPLINK_ADDRESSES'])))
    report.finish()


if __name__ == '__main__':
    main()
