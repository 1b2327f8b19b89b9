#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds replies made out of the vendor's schemas to every check: test-schemas.py APPLINK SOURCE"""

import http.server
import json
import pathlib
import subprocess
import sys
import threading
import urllib.parse

from openapi import Description
from program import APPLINK, ENVIRONMENT, HOME, expect, run
from tap import Report

# Enough to have each kind of reply of each path once or more; the rest comes round in the long lists.
MOST_ROUNDS = 24

STATES = {'passed', 'warning', 'failed', 'skipped'}


class Jira(http.server.ThreadingHTTPServer):
    """Answers whatever is asked as the description says, each path with the reply that was set for it."""

    def __init__(self, description):
        super().__init__(('127.0.0.1', 0), Handler)
        self.description = description
        self.chosen = {}
        self.asked = set()
        self.url = f'http://127.0.0.1:{self.server_address[1]}'
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def body(self, template, keys):
        if template in self.chosen:
            return self.chosen[template]
        most = self.description.make(self.description.content(template)['schema'], keys)
        if template == '/rest/api/2/serverInfo':
            most.update(baseUrl=self.url, deploymentType='Cloud', version='1001.0.0-SNAPSHOT')
        elif template == '/rest/api/2/myself':
            most.update(active=True)
        elif template == '/rest/api/2/project/search':
            most['isLast'], most['total'] = True, len(most['values'])
        elif template.endswith('/issuetypes'):
            for one in most['issueTypes']:
                one['subtask'] = False
        elif template == '/rest/api/2/mypermissions':
            for one in most['permissions'].values():
                one['deprecatedKey'] = False
        return json.dumps(most)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, status, content_type, text):
        body = text.encode()
        self.send_response(status)
        self.send_header('Content-Type', content_type)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.answer(200, 'text/plain', 'oauth_token=token&oauth_token_secret=secret&oauth_callback_confirmed=true'
                    '&oauth_expires_in=157680000&oauth_session_handle=handle&oauth_authorization_expires_in=160272000')

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        template = self.server.description.match(parts.path)
        keys = urllib.parse.parse_qs(parts.query).get('permissions', [''])[0].split(',')
        if template is None:
            self.answer(404, 'application/json', '{"errorMessages":["Not found"],"errors":{}}')
            return
        self.server.asked.add(template)
        self.answer(200, 'application/json;charset=UTF-8', self.server.body(template, [key for key in keys if key]))

    def log_message(self, *_):
        pass


def begin(report, jira):
    """A link that has its access token."""
    result = run('link', 'new', '--jira', jira.url, '--consumer-key', 'test-key', '--store', 'file',
                 '--product', 'zephyr.example.com')
    report.case('link new', expect(result, 0))
    link = result.stdout.strip()
    with subprocess.Popen([APPLINK, 'authorize', '--no-browser', '--callback', 'oob', link], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=HOME) as process:
        out, err = process.communicate('qTJkPi\n', timeout=60)
        report.case('authorize', expect(subprocess.CompletedProcess([], process.returncode, out, err), 0))
    return link


def complaints(result):
    """A check may fail, but never the program, and never without words."""
    if result.returncode not in (0, 1, 2):
        yield f'exit status {result.returncode}\n{result.stdout}\n{result.stderr}'
        return
    for check in json.loads(result.stdout)['checks']:
        if check['state'] not in STATES:
            yield f'{check["id"]} is {check["state"]}'
        if check['state'] in ('warning', 'failed') and check['problem']['id'] in ('', 'unexpected'):
            yield f'{check["id"]} fails without words: {check}'
        if not check['summary']:
            yield f'{check["id"]} says nothing'


def round_of(report, name, jira, link, chosen):
    jira.chosen = chosen
    found = list(complaints(run('check', '--json', link)))
    report.case(name, [*found, *(f'{template}: {body}' for template, body in chosen.items())] if found else [])


def main():
    description = Description(pathlib.Path(sys.argv[2]) / 'tests/data/jira-openapi/jira-cloud-v2.json')
    report = Report()
    jira = Jira(description)
    link = begin(report, jira)

    round_of(report, 'everything that the schemas allow', jira, link, {})
    read = sorted(jira.asked)
    report.case('the checks read what is described', [] if len(read) > 8 else [str(read)])

    # What others build on is bent alone, or nothing behind it would be looked at.
    replies = {template: list(description.replies(template, ['BROWSE_PROJECTS', 'CREATE_ISSUES'])) for template in read}
    first = [template for template in read if template.endswith(('/myself', '/project/search', '/serverInfo'))]
    rest = [template for template in read if template not in first]
    for group in [[template] for template in first] + [rest]:
        rounds = min(max(len(replies[template]) for template in group), MOST_ROUNDS)
        for number in range(rounds):
            # Spread over the list, whose ends are examples and wrong types.
            chosen = {template: replies[template][number * len(replies[template]) // rounds] for template in group}
            round_of(report, f'{group[0] if len(group) == 1 else "all others"}, reply {number}', jira, link, chosen)

    jira.shutdown()
    report.finish()


main()
