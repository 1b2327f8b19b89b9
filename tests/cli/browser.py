# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a browser, as far as the practice Jira's pages need one."""

import html.parser
import http.cookiejar
import ssl
import urllib.error
import urllib.parse
import urllib.request


class Page(html.parser.HTMLParser):
    """The forms of a page, and its text."""

    def __init__(self, url, body):
        super().__init__()
        self.url = url
        self.text = ''
        self.forms = []
        self._form = None
        self._area = None
        self.feed(body)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == 'form':
            self._form = {'action': attributes.get('action', ''), 'values': {}, 'fields': set(), 'buttons': {}}
            self.forms.append(self._form)
        elif self._form is not None and tag in ('input', 'button', 'textarea', 'select'):
            name, kind = attributes.get('name'), attributes.get('type', 'text')
            self._form['fields'] |= {name, attributes.get('id')}
            if tag == 'button' or kind == 'submit':
                self._form['buttons'][name] = attributes.get('value', '')
            elif tag == 'textarea':
                self._area = name
                self._form['values'][name] = ''
            elif tag == 'input' and (kind not in ('checkbox', 'radio') or 'checked' in attributes):
                self._form['values'][name] = attributes.get('value', 'on')

    def handle_endtag(self, tag):
        if tag == 'form':
            self._form = None
        elif tag == 'textarea':
            self._area = None

    def handle_data(self, data):
        self.text += data
        if self._area is not None:
            self._form['values'][self._area] += data

    def form(self, field):
        return next((form for form in self.forms if field in form['fields']), None)


class Browser:
    def __init__(self, authority=None):
        """AUTHORITY: a file with the certificate to trust by https."""
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()),
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=authority)))

    def open(self, url, values=None):
        data = urllib.parse.urlencode(values, doseq=True).encode() if values is not None else None
        try:
            with self._opener.open(url, data, timeout=30) as reply:
                page = Page(reply.geturl(), reply.read().decode())
        except urllib.error.HTTPError as error:
            page = Page(error.geturl(), error.read().decode())

        # Where Jira wants to know who is there, the one says so who can.
        if page.form('os_password'):
            return self.press(page, 'os_password', os_username='admin', os_password='admin')
        if page.form('webSudoPassword'):
            return self.press(page, 'webSudoPassword', webSudoPassword='admin')
        return page

    def press(self, page, field, button=None, **values):
        """Presses the button on the form that has the field, with these values in it."""
        form = page.form(field)
        sent = {**form['values'], **values}
        if button in form['buttons']:
            sent[button] = form['buttons'][button]
        return self.open(urllib.parse.urljoin(page.url, form['action']), sent)
