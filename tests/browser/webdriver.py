# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Chromium, driven by the WebDriver protocol with nothing but Python's standard library.

Chromium shows its window in the X server of the test's session, so that what is pasted into its pages comes from
the same clipboard to which the program under test copies.
"""

import contextlib
import functools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
CONTROL = '\ue009'

ARGUMENTS = [
    # Root, as which tests may run in a container, cannot have Chromium's own sandbox.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--ozone-platform=x11',
    # Other windows may lie over this one; its pages have to go on all the same.
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-extensions',
    # Of a handful of small pages by one server, one process is enough.
    '--renderer-process-limit=1',
    '--disable-features=IsolateOrigins,site-per-process,Translate,OptimizationHints,MediaRouter',
]

# What the driver says when Chromium does not answer it any more, which is nobody's mistake in a page.
STUCK = ['from renderer', 'disconnected', 'session deleted', 'chrome not reachable', 'tab crashed']


class BrowserStuck(RuntimeError):
    """Chromium hangs, as now and then on a busy machine. A new one may do better."""


class ElementGone(RuntimeError):
    """The page was replaced by the next one between looking for an element and doing something with it."""


def looking_again(act):
    """What acts on an element looks for it once more when the page was replaced meanwhile: it is the next page that is meant."""
    @functools.wraps(act)
    def patiently(*arguments):
        for _ in range(3):
            with contextlib.suppress(ElementGone):
                return act(*arguments)
        return act(*arguments)
    return patiently


class Browser:
    def __init__(self):
        # On a busy machine Chromium now and then does not answer its driver when it starts. A new one does; what it is
        # then asked to do is asked once.
        try:
            self._start()
        except (RuntimeError, OSError) as error:
            print(f'Chromium did not start: {error}', file=sys.stderr)
            self.restart()

    def restart(self):
        """Goes on with a new browser that knows nothing of what the old one did."""
        self._end()
        self._start()

    def _start(self):
        self.profile = tempfile.mkdtemp(prefix='applink-browser-')
        # A group of its own: browsers that are left behind would keep the test from ending.
        self.driver = subprocess.Popen(['chromedriver', '--port=0'], stdout=subprocess.PIPE, text=True,
                                       start_new_session=True)
        for line in self.driver.stdout:
            match = re.search(r'started successfully on port (\d+)', line)
            if match:
                self.base = f'http://127.0.0.1:{match.group(1)}'
                break
        else:
            raise RuntimeError('chromedriver did not start')
        options = {'args': ARGUMENTS + [f'--user-data-dir={self.profile}']}
        answer = self._call('POST', '/session', {'capabilities': {'alwaysMatch': {'goog:chromeOptions': options}}})
        self.session = f'/session/{answer["sessionId"]}'
        self._call('POST', f'{self.session}/timeouts', {'implicit': 10000, 'pageLoad': 30000})

    def _end(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.driver.pid, signal.SIGKILL)
        self.driver.wait(10)
        shutil.rmtree(self.profile, ignore_errors=True)

    def close(self):
        try:
            self._call('DELETE', self.session)
        except BrowserStuck:
            pass
        finally:
            self._end()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {'Content-Type': 'application/json'}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=60) as reply:
                return json.load(reply)['value']
        except urllib.error.HTTPError as error:
            message = error.read().decode(errors='replace')
            if any(words in message for words in STUCK):
                raise BrowserStuck(message) from error
            raise (ElementGone if 'stale element reference' in message else RuntimeError)(message) from error
        except TimeoutError as error:
            raise BrowserStuck(f'no answer to {method} {path}') from error

    def visit(self, address):
        self._call('POST', f'{self.session}/url', {'url': address})

    def find(self, selector):
        """The one element of a CSS selector; waits for it."""
        found = self._call('POST', f'{self.session}/element', {'using': 'css selector', 'value': selector})
        return f'{self.session}/element/{found[ELEMENT]}'

    def which(self, *selectors):
        """Waits until the page has an element of one of the selectors, and says of which."""
        self.find(', '.join(selectors))
        script = 'return arguments[0].find(selector => document.querySelector(selector) !== null)'
        return self._call('POST', f'{self.session}/execute/sync', {'script': script, 'args': [selectors]})

    @looking_again
    def click(self, selector):
        self._call('POST', f'{self.find(selector)}/click', {})

    @looking_again
    def type(self, selector, text):
        element = self.find(selector)
        self._call('POST', f'{element}/clear', {})
        self._call('POST', f'{element}/value', {'text': text})

    @looking_again
    def paste(self, selector):
        """Empties a field and pastes the clipboard into it."""
        element = self.find(selector)
        self._call('POST', f'{element}/clear', {})
        self._call('POST', f'{element}/value', {'text': CONTROL + 'v'})

    @looking_again
    def copy(self, selector, pattern):
        """Selects what @pattern matches in the text of an element, as by dragging over it, and copies it."""
        element = self.find(selector)
        script = """
          const text = arguments[0].firstChild, found = text.data.match(new RegExp(arguments[1]));
          getSelection().setBaseAndExtent(text, found.index, text, found.index + found[0].length);
          return found[0];"""
        found = self._call('POST', f'{self.session}/execute/sync', {'script': script, 'args': [
            {ELEMENT: element.rpartition('/')[2]}, pattern]})
        keys = [{'type': kind, 'value': key} for kind, key in (('keyDown', CONTROL), ('keyDown', 'c'), ('keyUp', 'c'), ('keyUp', CONTROL))]
        self._call('POST', f'{self.session}/actions', {'actions': [{'type': 'key', 'id': 'keyboard', 'actions': keys}]})
        return found

    def place(self, x, y, width, height):
        self._call('POST', f'{self.session}/window/rect', {'x': x, 'y': y, 'width': width, 'height': height})

    def tab(self):
        return self._call('GET', f'{self.session}/window')

    def tabs(self):
        return self._call('GET', f'{self.session}/window/handles')

    def go_to_tab(self, tab):
        self._call('POST', f'{self.session}/window', {'handle': tab})

    def close_tab(self):
        self._call('DELETE', f'{self.session}/window')

    @looking_again
    def value(self, selector):
        return self._call('GET', f'{self.find(selector)}/property/value')

    @looking_again
    def text(self):
        return self._call('GET', f'{self.find("body")}/text')

    def address(self):
        return self._call('GET', f'{self.session}/url')
