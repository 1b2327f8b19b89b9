# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for Zephyr Enterprise: its dialog for a Jira connection, which really connects.

The pages and their fields follow the vendor's guide, in its order: the list with its +, the dialog, the message box, the two steps, the
diagnostics, the switch. What is typed there is used: oauthlib signs with the private key that was pasted, asks that Jira for tokens, and
with the access token for the user. Where the guide shows no words, as in the message box, the stand-in has some of its own.
"""

import contextlib
import html
import http.server
import json
import textwrap
import threading
import urllib.error
import urllib.parse
import urllib.request

from oauthlib.oauth1 import SIGNATURE_RSA, Client

SECONDS = 20

STYLE = """body { font: 15px Cantarell, sans-serif; margin: 0; background: #f3f4f6 } header { background: #24415e; color: white;
padding: 10px 20px } main { padding: 20px } label { display: block; margin: 12px 0 2px } input[type=text], input[type=password], textarea,
select { box-sizing: border-box; width: 100%; max-width: 32em; padding: 6px } textarea { height: 6em } button { padding: 6px 16px;
margin-top: 12px } .dialog { background: white; border: 1px solid #c5c9d0; padding: 12px 20px; max-width: 34em } a { overflow-wrap: anywhere }"""

PAGE = """<!DOCTYPE html><html lang="en"><title>Zephyr: {title}</title><style>{style}</style><header>Zephyr (stand-in)</header>
<main><h1>{title}</h1>{body}</main></html>"""

LOGIN = """<form method="post" action="/flex/login"><label for="username">Name</label><input type="text" id="username" name="username">
<label for="password">Password</label><input type="password" id="password" name="password"><p><button id="login">Log in</button></p></form>"""

DIALOG = """<form class="dialog" method="post" action="/flex/jira/message">
<label for="mode">Auth Mode</label><select id="mode" name="mode"><option>Basic</option><option>OAuth (1.0a)</option></select>
<label for="name">Name</label><input type="text" id="name" name="name">
<label for="url">Jira URL</label><input type="text" id="url" name="url">
<label for="consumer">Consumer Key Name</label><input type="text" id="consumer" name="consumer">
<label for="private">Consumer Private Key</label><textarea id="private" name="private"></textarea>
<p><button id="confirm">Confirm</button></p></form>"""

MESSAGE = """<form class="dialog" method="post" action="/flex/jira/steps"><p>Confirm the settings of this connection.</p>
<button id="confirm-message">Confirm</button></form>"""

STEPS = """<form class="dialog" method="post" action="/flex/jira/save"><h2>Step 1</h2><p>{step}</p>
<h2>Step 2</h2><label for="code">Code</label><input type="text" id="code" name="code"><p><button id="save">Save</button></p></form>"""

DIAGNOSTICS = """<form class="dialog" method="post" action="/flex/jira/done"><p id="result">{result}</p><button id="done">Done</button></form>"""

ROW = """<p><strong class="connection">{name}</strong> {url} <label><input type="checkbox" class="defects"> Create defects in Jira</label></p>"""


class Zephyr:
    """What the stand-in knows: the connection that is being made, and those that work."""

    def __init__(self):
        self.connections = []
        self.draft = {}

    def _ask(self, client, method, path):
        """One signed request, with the token that @client has."""
        address = self.draft['url'].rstrip('/') + path
        address, headers, _body = client.sign(address, http_method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(address, None, headers, method=method), timeout=SECONDS) as answer:
            return answer.read().decode()

    def _client(self, **more):
        key = '\n'.join(['-----BEGIN PRIVATE KEY-----', *textwrap.wrap(self.draft['private'], 64), '-----END PRIVATE KEY-----', ''])
        return Client(self.draft['consumer'], signature_method=SIGNATURE_RSA, rsa_key=key, **more)

    def begin(self):
        """Step 1: the address, or what went wrong in its place."""
        if self.draft.get('mode') != 'OAuth (1.0a)':
            return 'This stand-in connects by OAuth (1.0a) only.'
        try:
            answer = urllib.parse.parse_qs(self._ask(self._client(callback_uri='oob'), 'POST', '/plugins/servlet/oauth/request-token'))
            self.draft['token'], self.draft['token-secret'] = answer['oauth_token'][0], answer['oauth_token_secret'][0]
        except (OSError, ValueError, KeyError) as error:
            return html.escape(f'{type(error).__name__}: {error}')
        address = f'{self.draft["url"].rstrip("/")}/plugins/servlet/oauth/authorize?oauth_token={self.draft["token"]}'
        return f'<a id="step-1" target="_blank" href="{html.escape(address)}">{html.escape(address)}</a>'

    def finish(self, code):
        """Step 2, and the diagnostics: who Jira says that the connection works for."""
        try:
            client = self._client(resource_owner_key=self.draft['token'], resource_owner_secret=self.draft['token-secret'], verifier=code)
            answer = urllib.parse.parse_qs(self._ask(client, 'POST', '/plugins/servlet/oauth/access-token'))
            client = self._client(resource_owner_key=answer['oauth_token'][0], resource_owner_secret=answer['oauth_token_secret'][0])
            user = json.loads(self._ask(client, 'GET', '/rest/api/2/myself'))['displayName']
        except (OSError, ValueError, KeyError) as error:
            return f'{type(error).__name__}: {error}'
        self.connections.append({'name': self.draft['name'], 'url': self.draft['url'], 'user': user})
        return f'Connected as {user}'


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def _reply(self, title, body, status=200, cookie=False):
        data = PAGE.format(title=title, style=STYLE, body=body).encode()
        self.send_response(status)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(data)))
        self.send_header('Connection', 'close')
        if cookie:
            self.send_header('Set-Cookie', 'zephyr=in; Path=/flex; HttpOnly')
        self.end_headers()
        self.wfile.write(data)

    def _list(self):
        rows = ''.join(ROW.format(name=html.escape(c['name']), url=html.escape(c['url'])) for c in self.server.zephyr.connections)
        self._reply('Jira Integration', f'<form action="/flex/jira/new"><button id="add" aria-label="Add">+</button></form>{rows}')

    def do_GET(self):
        path = self.path.split('?')[0].rstrip('/')
        if path == '/flex' and 'zephyr=in' not in self.headers.get('Cookie', ''):
            self._reply('Log in', LOGIN)
        elif path == '/flex':
            self._reply('Home', '<p><a id="administration" href="/flex/administration">Administration</a></p>')
        elif path == '/flex/administration':
            self._reply('System Setup', '<p><a id="integration" href="/flex/jira">Jira Integration</a></p>')
        elif path == '/flex/jira':
            self._list()
        elif path == '/flex/jira/new':
            self._reply('Jira Connection', DIALOG)
        else:
            self._reply('Not found', '', 404)

    def do_POST(self):
        sent = self.rfile.read(int(self.headers.get('Content-Length', '0'))).decode()
        fields = {name: values[0].strip() for name, values in urllib.parse.parse_qs(sent).items()}
        zephyr = self.server.zephyr
        if self.path == '/flex/login':
            self._reply('Home', '<p><a id="administration" href="/flex/administration">Administration</a></p>', cookie=True)
        elif self.path == '/flex/jira/message':
            zephyr.draft = {'name': '', 'url': '', 'consumer': '', 'private': '', **fields}
            self._reply('Jira Connection', MESSAGE)
        elif self.path == '/flex/jira/steps':
            self._reply('Jira Connection', STEPS.format(step=zephyr.begin()))
        elif self.path == '/flex/jira/save':
            self._reply('Diagnostics', DIAGNOSTICS.format(result=html.escape(zephyr.finish(fields.get('code', '')))))
        elif self.path == '/flex/jira/done':
            self._list()
        else:
            self._reply('Not found', '', 404)

    def log_message(self, *_arguments):
        pass


@contextlib.contextmanager
def zephyr():
    """Its address, without /flex, and what it knows."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), _Handler)
    server.zephyr = Zephyr()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f'http://127.0.0.1:{server.server_port}', server.zephyr
    finally:
        server.shutdown()
        server.server_close()
