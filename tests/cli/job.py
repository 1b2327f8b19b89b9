# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in Jira's pages between two commands, and how the commands are watched meanwhile."""

import contextlib
import subprocess

from program import APPLINK, ENVIRONMENT, HOME, run

PRODUCT = 'https://zephyr.example.com/flex'


def begin_link(url, consumer_key='test-key', *options):
    """A new link in the file store: its id, and its public key."""
    link = run('link', 'new', '--jira', url, '--consumer-key', consumer_key, '--store', 'file', '--product', PRODUCT,
               *options).stdout.strip()
    return link, run('key', 'export', '--link', link, '--form', 'public-body').stdout.strip()


def enter_link(browser, url, public_key, consumer_key='test-key', product=PRODUCT, name='Zephyr'):
    """Makes the link in the dialogs of Jira 8."""
    page = browser.open(url + '/plugins/servlet/applinks/listApplicationLinks')
    page = browser.press(page, 'createLink')
    page = browser.press(page, 'applicationUrl', type='atlassian', applicationUrl=product)
    page = browser.press(page, 'applicationUrl')
    page = browser.press(page, 'createIncoming', name=name, createIncoming='true')
    return browser.press(page, 'publicKey', key=consumer_key, consumerName='Zephyr', publicKey=public_key)


def switch(browser, url, *faults):
    """Has the practice Jira show these faults and no others."""
    page = browser.open(url + '/practice')
    browser.press(page, 'apply', 'apply', fault=faults)


@contextlib.contextmanager
def running(*arguments, **more):
    """The program at work, for reading along and answering."""
    with subprocess.Popen([APPLINK, *map(str, arguments)], text=True, cwd=HOME, **{
            'stdin': subprocess.PIPE, 'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE, 'env': ENVIRONMENT, **more}) as process:
        try:
            yield process
        finally:
            process.terminate()


def end(process, answer=None):
    out, err = process.communicate(answer, timeout=60)
    return subprocess.CompletedProcess([], process.returncode, out, err)
