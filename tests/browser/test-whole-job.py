#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job with three real programs: the window, a practice Jira in a process of its own, and Chromium.

The window is worked over the accessibility bus, Jira's pages in Chromium. Every value goes over by the clipboard,
and the answer of Jira comes back to the window through the loopback interface.
"""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'app'), str(HERE.parent / 'house')]

from tap import Report  # noqa: E402

SKIPPED = 77


def next_address(path, seen):
    """The address that the program opened after the ones seen before."""
    from accessible import wait

    def look():
        lines = path.read_text().splitlines() if path.exists() else []
        return lines[seen] if len(lines) > seen else None
    return wait('an address is opened', look)


def log_in(browser):
    if browser.has('#login-form-username'):
        browser.type('#login-form-username', 'admin')
        browser.type('#login-form-password', 'admin')
        browser.click('#login-form-submit')
    if browser.has('#login-form-authenticatePassword'):
        browser.type('#login-form-authenticatePassword', 'admin')
        browser.click('#login-form-submit')


def make_link(window, browser):
    """The administrator's part in Jira 9: each value copied in the window and pasted in the page."""
    from accessible import wait

    def hand_over(label, selector):
        window.press(f'Copy {label}')
        # A button that is pressed in this way clicks a moment later; then it has another name.
        window.find('push button', f'Copy {label} again')
        browser.paste(selector)
        # Chromium asks for the clipboard's content and goes on; it comes a moment later.
        value = wait(f'{label} is pasted', lambda: browser.value(selector))
        assert value == value.strip(), f'{label} was pasted with white space around it'
        return value

    browser.click('#createLink')
    browser.click('#typeAtlassian')
    hand_over('Application URL', '#applicationUrl')
    browser.click('#continue')
    browser.click('#continue')
    hand_over('Application Name', '#name')
    browser.click('#createIncoming')
    browser.click('#continue')
    hand_over('Consumer Key', '#key')
    hand_over('Consumer Name', '#consumerName')
    key = hand_over('Public Key', '#publicKey')
    assert key.startswith('MII') and '\n' not in key, 'the public key is not one trimmed line'
    browser.click('#continue')


def run(report, window_program, command, addresses):
    from accessible import Window
    from webdriver import Browser

    jira = subprocess.Popen([command, 'practice', '--generation', 'data-center-9'], stdout=subprocess.PIPE, text=True)
    browser = window = None
    try:
        url = jira.stdout.readline().strip()
        browser = Browser()
        window = Window([window_program, '--new'])

        window.wait_for_page('Start')
        window.press('Next')
        window.wait_for_page('Key Pair')
        window.press('Keep in a File')
        window.press('Next')
        report.case('the key pair is ready and kept', [])

        window.wait_for_page('Jira')
        window.enter('Address of Jira', f'{url}/secure/Dashboard.jspa')
        window.enter('Address of Zephyr (if you know it)', 'https://zephyr.example.com')
        window.press('Next')
        report.case('Jira is found from a deep link', [])

        window.wait_for_page('Application Link')
        window.press('Open the Page in Jira')
        browser.visit(next_address(addresses, 0))
        log_in(browser)
        make_link(window, browser)
        # The page watches by itself, so there is nothing to press but Next, as soon as it can be.
        window.press('Next')
        report.case('the link is made by copying and pasting', [])

        window.wait_for_page('Authorization')
        window.press('Open Jira in the Browser')
        browser.visit(next_address(addresses, 1))
        log_in(browser)
        browser.click('#approve')
        window.wait_for_page('Checks')
        report.case('“Allow” in Chromium brings the window to the checks', [])

        window.wait_to_say('It Works')
        assert browser.address().startswith('http://127.0.0.1:'), browser.address()
        assert 'verifier' not in browser.address(), 'the verifier stands in the address bar'
        window.press('Next')
        window.wait_for_page('Hand-over')
        report.case('signed requests prove the link', [])
    finally:
        if window is not None:
            window.close()
        if browser is not None:
            browser.close()
        jira.terminate()
        jira.wait(10)


def main():
    report = Report()
    if shutil.which('chromium') is None or shutil.which('chromedriver') is None:
        print('Chromium and its driver are not installed', file=sys.stderr)
        sys.exit(SKIPPED)
    addresses = pathlib.Path(os.environ['APPLINK_ADDRESSES'])
    addresses.unlink(missing_ok=True)
    run(report, sys.argv[1], sys.argv[2], addresses)
    report.finish()


if __name__ == '__main__':
    main()
