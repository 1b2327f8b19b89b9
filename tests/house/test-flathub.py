#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of Flathub, kept and broken: test-flathub.py SOURCE_ROOT BUILD_ROOT APP_ID

flatpak/check-flathub has nothing to say about what we ship; and where something is spoilt, it names the rule.
"""

import contextlib
import importlib.machinery
import importlib.util
import io
import json
import pathlib
import shutil
import sys
import tempfile

from tap import Report

# What is spoilt: the rule, the file, a text in it, and what that is made to be.
SPOILT = [
    ('appid-filename-mismatch', 'manifest', '"id": "io.github.applink.Assistant', '"id": "io.github.applink.Other'),
    ('toplevel-no-command', 'manifest', '"command": "applink-assistant"', '"command": ""'),
    ('toplevel-command-is-path', 'manifest', '"command": "applink', '"command": "/app/bin/applink'),
    ('toplevel-unnecessary-branch', 'manifest', '"command"', '"branch": "master", "command"'),
    ('runtime-is-eol-org.gnome.Platform-40', 'manifest', '"runtime-version": "51"', '"runtime-version": "40"'),
    ('runtime-is-not-published', 'manifest', '"runtime-version": "51"', '"runtime-version": "70"'),
    ('finish-args-home-filesystem-access', 'manifest', '--device=dri', '--filesystem=home'),
    ('finish-args-host-filesystem-access', 'manifest', '--device=dri', '--filesystem=host:ro'),
    ('finish-args-secrets-talk-name', 'manifest', '--device=dri', '--talk-name=org.freedesktop.secrets'),
    ('finish-args-arbitrary-dbus-access', 'manifest', '--device=dri', '--socket=session-bus'),
    ('finish-args-device-all', 'manifest', '--device=dri', '--device=all'),
    ('finish-args-contains-both-x11-and-wayland', 'manifest', '--socket=fallback-x11', '--socket=x11'),
    ('finish-args-only-wayland', 'manifest', '--socket=fallback-x11', '--share=ipc'),
    ('finish-args-fallback-x11-without-wayland', 'manifest', '--socket=wayland', '--share=ipc'),
    ('finish-args-x11-without-ipc', 'manifest', '--share=ipc', '--device=dri'),
    ('desktop-file-icon-key-wrong-value', 'desktop', 'Icon=io', 'Icon=org'),
    ('desktop-file-terminal-key-not-false', 'desktop', 'Terminal=false', 'Terminal=true'),
    ('desktop-file-low-quality-category', 'desktop', 'Network;', ''),
    ('desktop-file-is-hidden', 'desktop', 'Terminal=false', 'NoDisplay=true'),
    ('appstream-id-mismatch-flatpak-id', 'metainfo', '<id>io', '<id>org'),
    ('metainfo-invalid-metadata-license', 'metainfo', 'CC0-1.0', 'GPL-3.0-or-later'),
    ('appstream-missing-project-license', 'metainfo', 'GPL-3.0-or-later', 'free of charge, for now'),
    ('quality-developer-id', 'metainfo', '<developer id="io.github.applink">', '<developer>'),
    ('metainfo-launchable-tag-wrong-value', 'metainfo', '.desktop</launchable>', '</launchable>'),
    ('metainfo-missing-content-rating', 'metainfo', '<content_rating type="oars-1.1"/>', ''),
    ('appstream-summary-ends-in-dot', 'metainfo', 'application to Jira</summary>', 'application to Jira.</summary>'),
    ('appstream-summary-too-long', 'metainfo', 'application to Jira</summary>', 'application, whichever, to Jira</summary>'),
    ('quality-branding', 'metainfo', 'scheme_preference="dark"', 'scheme_preference="light"'),
    ('quality-screenshots-default', 'metainfo', '<screenshot type="default">', '<screenshot>'),
    ('appstream-screenshots-not-found', 'metainfo', '/key-pair.png', '/key-pairs.png'),
    ('metainfo-screenshot-size', 'metainfo', 'width="860"', 'width="861"'),
    ('quality-screenshots-branch', 'metainfo', '/raw/v', '/raw/main/v'),
    ('metainfo-missing-screenshots', 'metainfo', 'screenshots>', 'pictures>'),
]


def load(source):
    loader = importlib.machinery.SourceFileLoader('check_flathub', str(source / 'flatpak/check-flathub'))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def check(program, source, files):
    """Its exit status, and what it prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        status = program.main([files['manifest'], files['desktop'], files['metainfo'], source])
    return status, output.getvalue()


def main():
    source, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    app_id = sys.argv[3]
    files = {'manifest': source / 'flatpak' / f'{app_id}.json', 'desktop': build / 'data' / f'{app_id}.desktop',
             'metainfo': build / 'data' / f'{app_id}.metainfo.xml'}
    report = Report()

    program = load(source)
    status, output = check(program, source, files)
    report.case('Flathub’s rules are kept', [output] if status else [])

    version = json.loads(files['manifest'].read_text())['runtime-version']
    with tempfile.TemporaryDirectory() as temporary:
        for rule, kind, text, other in SPOILT:
            copies = {name: pathlib.Path(shutil.copy(path, temporary)) for name, path in files.items()}
            text = text.replace('"51"', f'"{version}"')
            content = copies[kind].read_text(encoding='utf-8')
            complaints = [] if text in content else [f'“{text}” is not in the {kind}']
            copies[kind].write_text(content.replace(text, other), encoding='utf-8')
            status, output = check(program, source, copies)
            if status != 1 or f'{rule}: ' not in output:
                complaints.append(f'status {status}: {output}')
            report.case(f'{rule} is noticed', complaints)
    report.finish()


if __name__ == '__main__':
    main()
