#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data files, each judged by the tool made for it, and whether they agree: test-data.py SOURCE BUILD APP_ID"""

import configparser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from tap import Report

BASE_ID = 'io.github.applink.Assistant'
ICON_THEME = pathlib.Path('/usr/share/icons/Adwaita')


def files(source, *patterns):
    """The project's own files: not what lies in a build folder or in git's."""
    folders = ('data', 'flatpak', 'po', 'src')
    return sorted(path for folder in folders for pattern in patterns for path in (source / folder).rglob(pattern))


def judge(report, name, tool, *arguments):
    """Runs a validator, which is to be content and silent."""
    if not shutil.which(tool):
        report.skip(name, f'{tool} is not installed')
        return
    result = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    output = (result.stdout + result.stderr).strip()
    report.case(name, [output or f'exit status {result.returncode}'] if result.returncode else [])


def desktop_complaints(path, app_id):
    parser = configparser.RawConfigParser(comment_prefixes='#', delimiters='=')
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    entry = parser['Desktop Entry']
    for key, value in ('Icon', app_id), ('Exec', 'applink-assistant'), ('DBusActivatable', 'true'):
        if entry[key] != value:
            yield f'{key} is {entry[key]} instead of {value}'
    for action in filter(None, entry['Actions'].split(';')):
        section = parser[f'Desktop Action {action}']
        if not section['Exec'].startswith('applink-assistant --'):
            yield f'the action {action} starts {section["Exec"]}'
        if 'Name[de]' not in section:
            yield f'the action {action} is not translated'


def metainfo_complaints(path, app_id):
    root = ElementTree.parse(path).getroot()
    expected = {
        'id': app_id,
        'launchable': f'{app_id}.desktop',
        'project_license': 'GPL-3.0-or-later',
    }
    for tag, value in expected.items():
        if root.findtext(tag) != value:
            yield f'<{tag}> is {root.findtext(tag)} instead of {value}'
    for tag in 'content_rating', 'branding', 'releases/release', 'description/p', 'developer_name', 'keywords/keyword':
        if root.find(tag) is None:
            yield f'<{tag}> is missing'


def version_complaints(source, metainfo):
    version = re.search(r"^  version: '([^']+)'", (source / 'meson.build').read_text(), re.MULTILINE).group(1)
    newest = ElementTree.parse(metainfo).getroot().find('releases/release').get('version')
    if newest != version:
        yield f'the newest release is {newest}, the program is {version}'


def icon_complaints(source):
    icons = source / 'data/icons/hicolor'
    for name, size in {
        f'scalable/apps/{BASE_ID}.svg': 128,
        f'scalable/apps/{BASE_ID}.Devel.svg': 128,
        f'symbolic/apps/{BASE_ID}-symbolic.svg': 16,
    }.items():
        root = ElementTree.parse(icons / name).getroot()
        if (root.get('width'), root.get('height')) != (str(size), str(size)):
            yield f'{name} is {root.get("width")} × {root.get("height")} instead of {size} × {size}'
    symbolic = (icons / f'symbolic/apps/{BASE_ID}-symbolic.svg').read_text()
    if 'stroke=' in symbolic:
        yield 'the symbolic icon has a stroke, which GTK does not colour'


def refuse_twice(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f'“{key}” stands there twice')
    return dict(pairs)


def json_complaints(paths):
    for path in paths:
        try:
            json.loads(path.read_text(encoding='utf-8'), object_pairs_hook=refuse_twice)
        except ValueError as error:
            yield f'{path}: {error}'


def resource_complaints(source):
    """What a list of resources names is there, and every template of the window is named."""
    listed = set()
    for path in files(source, '*.gresource.xml'):
        for entry in ElementTree.parse(path).getroot().iter('file'):
            target = path.parent / entry.text
            listed.add(target)
            if not target.exists():
                yield f'{path} names {entry.text}, which is not there'
    for path in files(source, '*.ui', '*.css'):
        if 'src/app' in path.as_posix() and path not in listed:
            yield f'{path} is in no list of resources'


def named_icons(path):
    root = ElementTree.parse(path).getroot()
    for element in root.iter('property'):
        if element.get('name') in ('icon-name', 'icon_name', 'primary-icon-name', 'secondary-icon-name'):
            yield element.text


def missing_icons(source):
    known = {path.stem for folder in (ICON_THEME, source / 'data/icons', source / 'src/app')
             for path in folder.rglob('*.svg')}
    for path in files(source, '*.ui'):
        for name in named_icons(path):
            if name.startswith('adw-'):
                continue  # libadwaita brings those itself
            if name and name not in known and not name.startswith(BASE_ID):
                yield f'{path} names the icon {name}, which is in no theme'


def flatpak_complaints(source):
    """Both manifests build the same program, with the permissions that flatpak/README.md justifies and no others."""
    manifests = {name: json.loads((source / 'flatpak' / f'{name}.json').read_text())
                 for name in (BASE_ID, f'{BASE_ID}.Devel')}
    readme, _, refused = (source / 'flatpak/README.md').read_text().partition('What it does not ask for')
    justified = re.findall(r'^\| `(--[^`]+)` \|', readme, re.MULTILINE)
    if not justified or not refused:
        yield 'flatpak/README.md does not say what is asked for and what is not'
    for name, manifest in manifests.items():
        if manifest['id'] != name:
            yield f'{name}.json has the id {manifest["id"]}'
        if manifest['command'] != 'applink-assistant':
            yield f'{name}.json starts {manifest["command"]}'
        for permission in manifest['finish-args']:
            if permission not in justified:
                yield f'{name}.json asks for {permission}, which flatpak/README.md does not justify'
        options = manifest['modules'][-1].get('config-opts', [])
        if ('-Dprofile=development' in options) != name.endswith('.Devel'):
            yield f'{name}.json builds the wrong profile'
    release, devel = manifests.values()
    for key in release:
        if key not in ('id', 'modules') and release[key] != devel.get(key):
            yield f'the manifests differ in “{key}”'


def product_complaints(source):
    """No code knows a product: what is special about one stands in its profile."""
    names = set()
    for path in (source / 'data/profiles').glob('*.json'):
        first = path.stem.split('-')[0]
        if not path.name.endswith('.schema.json') and first != 'generic':
            names.add('level.?access' if first == 'level' else first)
    if len(names) < 8:
        yield f'only {len(names)} products found'
    pattern = re.compile('|'.join(sorted(names)), re.IGNORECASE)
    for path in sorted(path for suffix in ('*.c', '*.h', '*.ui', '*.css', '*.xml') for path in (source / 'src').rglob(suffix)):
        text = re.sub(r'/\*.*?\*/|<!--.*?-->', lambda match: re.sub(r'[^\n]', ' ', match[0]), path.read_text('utf-8'), flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f'{path.relative_to(source)}:{number} knows a product: {line.strip()}'


def link_complaints(source):
    """Each link and picture of the texts for people leads to a file that is there."""
    for text in sorted({*source.glob('*.md'), *files(source, '*.md'), *(source / 'tests').rglob('*.md')}):
        content = text.read_text(encoding='utf-8')
        for target in re.findall(r'\]\(([^)#]+)[^)]*\)', content) + re.findall(r'src="([^"]+)"', content):
            if '://' not in target and not (text.parent / target).exists():
                yield f'{text.relative_to(source)} names {target}, which is not there'


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    build = pathlib.Path(sys.argv[2]).resolve()
    app_id = sys.argv[3]
    desktop = build / 'data' / f'{app_id}.desktop'
    metainfo = build / 'data' / f'{app_id}.metainfo.xml'

    report = Report()
    judge(report, 'desktop file', 'desktop-file-validate', '--no-hints', desktop)
    report.case('desktop file names the program', desktop_complaints(desktop, app_id))
    judge(report, 'metainfo', 'appstreamcli', 'validate', '--no-net', '--explain', metainfo)
    report.case('metainfo names the program', metainfo_complaints(metainfo, app_id))
    report.case('metainfo has this version', version_complaints(source, metainfo))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(build / 'data' / f'{app_id}.gschema.xml', folder)
        judge(report, 'settings', 'glib-compile-schemas', '--strict', '--dry-run', folder)
    report.case('icons', icon_complaints(source))
    markup = files(source, '*.ui', '*.xml', '*.xml.in', '*.xml.in.in', '*.svg')
    report.case('there is markup', [] if len(markup) > 4 else [f'only {len(markup)} files found'])
    judge(report, 'markup is well-formed', 'xmllint', '--noout', '--nonet', *markup)
    report.case('JSON is well-formed', json_complaints(files(source, '*.json')))
    report.case('Flatpak manifests', flatpak_complaints(source))
    report.case('no code knows a product', product_complaints(source))
    report.case('links in texts', link_complaints(source))
    report.case('resources are there', resource_complaints(source))
    if ICON_THEME.exists():
        report.case('icons of the window exist', missing_icons(source))
    else:
        report.skip('icons of the window exist', f'{ICON_THEME} is not installed')
    report.finish()


if __name__ == '__main__':
    main()
