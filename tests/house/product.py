# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A product to connect, as far as it is looked at from outside: a login form below /flex, on this computer."""

import contextlib
import http.server
import threading

PAGE = b'<!DOCTYPE html><title>Zephyr</title><form method="post"><input name="username"><input name="password" type="password"></form>'


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path.split('?')[0] in ('/flex', '/flex/')
        self.send_response(200 if found else 404)
        self.send_header('Content-Type', 'text/html')
        self.send_header('Content-Length', str(len(PAGE) if found else 0))
        self.end_headers()
        self.wfile.write(PAGE if found else b'')

    def log_message(self, *_arguments):
        pass


@contextlib.contextmanager
def product():
    """Its address, without /flex."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f'http://127.0.0.1:{server.server_port}'
    finally:
        server.shutdown()
        server.server_close()
