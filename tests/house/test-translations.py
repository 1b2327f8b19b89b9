#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text can be translated, and every translation is complete: test-translations.py SOURCE"""

import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Report

COMPLETE = 'de'

# By what a file is known to hold texts for people.
MARKS = {
    '*.c': re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*"'),
    '*.h': re.compile(r'\b(N_|NC_) ?\(\s*"'),
    '*.ui': re.compile(r'translatable="(yes|true)"'),
    '*.desktop.in.in': re.compile(r'^(Name|Comment|Keywords)=', re.MULTILINE),
    '*.metainfo.xml.in.in': re.compile(r'<summary>'),
    '*.gschema.xml.in': re.compile(r'<summary>'),
}

# As meson's preset for GLib programs, by which "meson compile applink-assistant-pot" works.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
]


def listed_files(source, name):
    lines = (source / 'po' / name).read_text().splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def files_with_texts(source):
    for pattern, mark in MARKS.items():
        for folder in 'data', 'src':
            for path in (source / folder).rglob(pattern):
                if mark.search(path.read_text(encoding='utf-8')):
                    yield path.relative_to(source).as_posix()


def list_complaints(source):
    listed = listed_files(source, 'POTFILES.in')
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in is not sorted, or names a file twice'
    marked = set(files_with_texts(source))
    for path in sorted(marked - set(listed)):
        yield f'{path} has texts, but is not in po/POTFILES.in'
    for path in sorted(set(listed) - marked):
        yield f'{path} is in po/POTFILES.in, but has no texts or is not there'


def domain_complaints(source):
    """The program "applink" has no default domain, and the engine must not count on one."""
    for path in sorted((source / 'src').rglob('*.[ch]')):
        text = path.read_text(encoding='utf-8')
        if '<glib/gi18n-lib.h>' in text and re.search(r'(?<!\w)ngettext ?\(', text):
            yield f'{path.relative_to(source)} has ngettext(), which needs a default domain: use g_dngettext()'


def language_complaints(source):
    languages = listed_files(source, 'LINGUAS')
    there = sorted(path.stem for path in (source / 'po').glob('*.po'))
    if sorted(languages) != there:
        yield f'po/LINGUAS names {languages}, but the translations are {there}'
    if COMPLETE not in languages:
        yield f'there is no translation into {COMPLETE}'


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if result.returncode:
        yield result.stdout + result.stderr


def translation_complaints(source, language, template):
    translation = source / 'po' / f'{language}.po'
    yield from run('msgfmt', '--check', '--output-file=/dev/null', translation)
    # Names each text that the template has and the translation lacks, has empty or has only guessed.
    yield from run('msgcmp', translation, template)
    if re.search(r'^#~ ', translation.read_text(encoding='utf-8'), re.MULTILINE):
        yield f'{translation.name} has texts that the program no longer has'


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    report = Report()
    report.case('the list of files with texts', list_complaints(source))
    report.case('plurals are looked up in a domain', domain_complaints(source))
    report.case('the list of languages', language_complaints(source))
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / 'template.pot'
        report.case('texts can be collected',
                    run(*XGETTEXT, f'--output={template}', *listed_files(source, 'POTFILES.in'), cwd=source))
        for language in listed_files(source, 'LINGUAS'):
            report.case(f'{language} is complete', translation_complaints(source, language, template))
    report.finish()


if __name__ == '__main__':
    main()
