#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves from the #include lines that the arrows of src/README.md point one way: test-layers.py SOURCE_ROOT"""

import pathlib
import re
import sys

from tap import Report

# Each folder, and the folders whose headers it may use besides its own.
ENGINE = ['core', 'core/keys', 'core/oauth', 'core/jira', 'core/setup', 'core/checks', 'core/report']
MAY_USE = {
    'core': [],
    'core/keys': ['core'],
    'core/oauth': ['core', 'core/keys'],
    'core/jira': ['core', 'core/keys', 'core/oauth'],
    'core/setup': ['core', 'core/keys', 'core/oauth', 'core/jira'],
    'core/checks': ['core', 'core/keys', 'core/oauth', 'core/jira', 'core/setup'],
    'core/report': ['core', 'core/keys', 'core/jira', 'core/setup', 'core/checks'],
    'practice': ['core', 'core/keys', 'core/oauth'],
    'cli': [*ENGINE, 'practice'],
    'cli/describe': ['cli'],
    'app/widgets': [*ENGINE],
    'app/pages': [*ENGINE, 'app/widgets', 'app'],
    'app': [*ENGINE, 'practice', 'app/widgets', 'app/pages'],
}

# Within app the arrow from the pages ends before those who own them.
OWNERS_OF_PAGES = ['ala-application.h', 'ala-assistant.h']

# Libraries that only some folders know.
TOOLKIT = re.compile(r'(gtk|gdk|gsk|adwaita|libadwaita)\b')
HTTP = re.compile(r'libsoup\b')
CRYPTOGRAPHY = re.compile(r'gnutls\b')
FORBIDDEN_LIBRARIES = {
    'core': [TOOLKIT, HTTP],
    'core/keys': [TOOLKIT, HTTP],
    'core/oauth': [TOOLKIT, HTTP],
    'core/jira': [TOOLKIT],
    'core/setup': [TOOLKIT, HTTP],
    'core/checks': [TOOLKIT, HTTP],
    'core/report': [TOOLKIT, HTTP, CRYPTOGRAPHY],
    'practice': [TOOLKIT],
    'cli': [TOOLKIT],
    'cli/describe': [TOOLKIT, HTTP, CRYPTOGRAPHY],
    'app': [HTTP, CRYPTOGRAPHY],
    'app/pages': [HTTP, CRYPTOGRAPHY],
    'app/widgets': [HTTP, CRYPTOGRAPHY],
}

# Beyond this a file has more than one job. A table of rows, one for each problem, may be as long as there are problems.
MOST_LINES = 500
TABLES = ['ala-problem-table.c']

# Made by the build; they bring nothing of another folder.
GENERATED = re.compile(r'config\.h|.*-resources\.h')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">]+)[">]', re.MULTILINE)


class File:
    def __init__(self, path, folder):
        self.path = path
        self.folder = folder
        self.text = path.read_text(encoding='utf-8')
        includes = INCLUDE.findall(self.text)
        self.own = [name for mark, name in includes if mark == '"' and not GENERATED.fullmatch(name)]
        self.libraries = [name for mark, name in includes if mark == '<']

    def __str__(self):
        return f'src/{self.folder}/{self.path.name}'


def read_sources(source):
    return [File(path, path.parent.relative_to(source).as_posix()) for path in sorted(source.rglob('*.[ch]'))]


def same_name_twice(files):
    """Own headers are found by name alone, so a name may stand for one file only."""
    seen = {}
    for file in files:
        other = seen.setdefault(file.path.name, file)
        # A main.c belongs to each program; nobody includes it.
        if other is not file and file.path.name != 'main.c':
            yield f'{other} and {file} have the same name'


def unknown_folders(files):
    for folder in sorted({file.folder for file in files} - set(MAY_USE)):
        yield f'src/{folder} has no place in the table of tests/house/test-layers.py'


def arrows_the_wrong_way(files, headers):
    for file in files:
        for name in file.own:
            target = headers.get(name)
            if target is None:
                yield f'{file} includes "{name}", which is no file of src'
            elif target.folder != file.folder and target.folder not in MAY_USE.get(file.folder, []):
                yield f'{file} includes {target}, but src/{file.folder} may not use src/{target.folder}'
            elif file.folder == 'app/pages' and name in OWNERS_OF_PAGES:
                yield f'{file} includes {target}, but a page does not know who shows it'


def forbidden_libraries(files):
    for file in files:
        for library in file.libraries:
            if any(pattern.match(library) for pattern in FORBIDDEN_LIBRARIES.get(file.folder, [])):
                yield f'{file} includes <{library}>'


def circles(files, headers):
    """Headers that include each other round and round, each circle once."""
    done = set()

    def visit(name, trail):
        if name in trail:
            yield ' → '.join([*trail[trail.index(name):], name])
        elif name not in done:
            for target in headers[name].own:
                if target in headers:
                    yield from visit(target, [*trail, name])
            done.add(name)

    for name in headers:
        yield from visit(name, [])


def half_pairs(files):
    """Each .c includes the header of its own name before the others.

    Where a type takes several files they share a header: ala-setup-actions.c may belong to ala-setup.h or to
    ala-setup-private.h. A program's main has none.
    """
    headers = {file.path.stem for file in files if file.path.suffix == '.h'}
    for file in files:
        stem = file.path.stem
        if file.path.suffix != '.c' or stem == 'main':
            continue
        if stem in headers:
            if file.own[:1] != [f'{stem}.h']:
                yield f'{file} does not include its own {stem}.h before the others'
        elif not any(stem.startswith(name.removesuffix('.h').removesuffix('-private')) for name in file.own):
            yield f'{file} has no header of its own, and includes none of a type that it may be a part of'


def long_files(files):
    for file in files:
        lines = file.text.count('\n')
        if lines > MOST_LINES and file.path.name not in TABLES:
            yield f'{file} has {lines} lines, more than {MOST_LINES}'


def assistant_callers(files):
    pairs = sorted({file.path.stem for file in files if re.search(r'\bgtk_assistant_\w+ \(', file.text)})
    if len(pairs) > 1:
        yield 'gtk_assistant_ is called in more than one file pair: ' + ', '.join(pairs)


def main():
    files = read_sources(pathlib.Path(sys.argv[1]) / 'src')
    headers = {file.path.name: file for file in files if file.path.suffix == '.h'}

    report = Report()
    report.case('there are sources', [] if len(files) > 10 else [f'only {len(files)} files found'])
    report.case('each name stands for one file', same_name_twice(files))
    report.case('every folder has its place', unknown_folders(files))
    report.case('arrows point one way', arrows_the_wrong_way(files, headers))
    report.case('libraries stay where they belong', forbidden_libraries(files))
    report.case('no header includes itself by way of others', circles(files, headers))
    report.case('every file has its pair', half_pairs(files))
    report.case('no file is too long', long_files(files))
    report.case('one file pair deals with GtkAssistant', assistant_callers(files))
    report.finish()


if __name__ == '__main__':
    main()
