#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Key pairs without a window, judged by OpenSSL: test-key.py APPLINK"""

import base64
import hashlib
import json
import os
import stat
import subprocess

from program import HOME, expect, run
from tap import Report

GUIDE_FILES = ['jira_privatekey.pem', 'jira_publickey.cer', 'jira_privatekey.pcks8', 'jira_publickey.pem']


def openssl(*arguments, data=None):
    return subprocess.run(['openssl', *arguments], input=data, capture_output=True, check=True).stdout


def public_der(path):
    return openssl('pkey', '-in', path, '-pubout', '-outform', 'DER')


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def new(report):
    os.umask(0)
    result = run('key', 'new', '--bits', 1024)
    path = HOME / 'applink-key.pem'
    problems = list(expect(result, 0, err='applink-key.pem'))
    if base64.b64decode(result.stdout) != public_der(path):
        problems.append('standard output is not the public key')
    if hashlib.sha256(public_der(path)).hexdigest() not in result.stderr:
        problems.append('the fingerprint is not told')
    if 'PRIVATE' in result.stdout + result.stderr:
        problems.append('the private key is shown')
    report.case('key new', problems)
    report.case('mode of the private key', [] if mode(path) == 0o600 else [oct(mode(path))])

    before = path.read_bytes()
    problems = list(expect(run('key', 'new', '--bits', 1024), 2, err='[file-not-saved]', no_out=True))
    report.case('an existing key is kept', problems + ([] if path.read_bytes() == before else ['it was replaced']))

    os.chmod(path, 0o644)
    problems = list(expect(run('key', 'new', '--bits', 1024, '--force'), 0))
    if path.read_bytes() == before:
        problems.append('it was kept')
    report.case('--force replaces it', problems)
    report.case('mode over an older file', [] if mode(path) == 0o600 else [oct(mode(path))])

    link = HOME / 'link.pem'
    link.symlink_to(HOME / 'elsewhere.pem')
    problems = list(expect(run('key', 'new', '--bits', 1024, '--out', link), 2, err='[file-not-saved]'))
    report.case('no writing through a dangling link',
                problems + (['it was written'] if (HOME / 'elsewhere.pem').exists() else []))
    report.case('a folder that is not there', expect(run('key', 'new', '--bits', 1024, '--out', HOME / 'no' / 'key.pem'), 2,
                                                     err='[file-not-saved]'))


def bring(report):
    """A key of one's own, in each usual form, ends as the same key in the same form."""
    source = HOME / 'own.pem'
    source.write_bytes(openssl('genrsa', '-traditional', '1024'))
    der = public_der(source)
    body = base64.b64encode(openssl('pkcs8', '-topk8', '-nocrypt', '-in', source, '-outform', 'DER')).decode()
    (HOME / 'own.body').write_text(body + '\n')
    (HOME / 'own.locked').write_bytes(openssl('pkcs8', '-topk8', '-in', source, '-passout', 'pass:sesame'))
    (HOME / 'sesame').write_text('sesame\n')
    for name, more in [('own.pem', []), ('own.body', []), ('own.locked', ['--password-file', HOME / 'sesame'])]:
        target = HOME / (name + '.kept')
        result = run('key', 'import', HOME / name, '--out', target, *more)
        problems = list(expect(result, 0, out=base64.b64encode(der).decode(), err=target.name))
        if not problems and (public_der(target) != der or mode(target) != 0o600 or 'BEGIN PRIVATE KEY' not in target.read_text()):
            problems.append('it is another key, another form, or not for its owner alone')
        if body[80:120] in result.stdout + result.stderr:
            problems.append('the private key is shown')
        report.case(f'key import of {name}', problems)

    with (HOME / 'own.body').open() as file:
        report.case('key import from standard input', expect(run('key', 'import', '-', '--out', HOME / 'piped', stdin=file), 0))
    with (HOME / 'own.locked').open() as key, (HOME / 'sesame').open() as password:
        report.case('key and password from two descriptors', expect(run(
            'key', 'show', f'/dev/fd/{key.fileno()}', '--password-file', f'/dev/fd/{password.fileno()}',
            pass_fds=[key.fileno(), password.fileno()]), 0, out=base64.b64encode(der).decode()))
    with (HOME / 'own.body').open() as file:
        report.case('key import from a file descriptor', expect(
            run('key', 'import', f'/dev/fd/{file.fileno()}', '--out', HOME / 'fd', pass_fds=[file.fileno()]), 0))
    before = (HOME / 'piped').read_bytes()
    problems = list(expect(run('key', 'import', HOME / 'own.body', '--out', HOME / 'piped'), 2, err='[file-not-saved]', no_out=True))
    report.case('key import keeps what is there', problems + ([] if (HOME / 'piped').read_bytes() == before else ['it was replaced']))
    report.case('key import --force', expect(run('key', 'import', HOME / 'own.body', '--out', HOME / 'piped', '--force'), 0))
    report.case('key import of no key', expect(run('key', 'import', '/dev/null', '--out', HOME / 'none'), 2, err='[key-', no_out=True))
    report.case('key and password from one input', expect(run('key', 'import', '-', '--password-file', '-'), 64, no_out=True))
    told = json.loads(run('key', 'import', '--json', HOME / 'own.body', '--out', HOME / 'told').stdout)
    report.case('key import --json', [] if told == {
        'bits': 1024, 'fingerprint': hashlib.sha256(der).hexdigest(), 'publicKey': base64.b64encode(der).decode(),
        'file': str(HOME / 'told')} else [str(told)])
    report.case('key show of nothing', expect(run('key', 'show'), 64, err='--link', no_out=True))
    report.case('key show of no link', expect(run('key', 'show', '--link', 'abc'), 3, err='“abc”', no_out=True))


def show(report):
    path = HOME / 'applink-key.pem'
    der = public_der(path)
    fingerprint = hashlib.sha256(der).hexdigest()
    report.case('key show', expect(run('key', 'show', path), 0, out=['1024', fingerprint, base64.b64encode(der).decode()]))

    result = run('key', 'show', '--json', path)
    told = json.loads(result.stdout)
    wanted = {'bits': 1024, 'fingerprint': fingerprint, 'publicKey': base64.b64encode(der).decode()}
    report.case('key show --json', [*expect(result, 0)] + ([] if told == wanted else [str(told)]))

    with path.open() as file:
        report.case('key show from standard input', expect(run('key', 'show', '-', stdin=file), 0, out=fingerprint))


def refusals(report):
    (HOME / 'text').write_text('This is no key.')
    (HOME / 'public').write_bytes(openssl('pkey', '-in', HOME / 'applink-key.pem', '-pubout'))
    with (HOME / 'huge').open('wb') as file:
        file.truncate(100 * 1024 * 1024)
    for name, problem in [('text', 'key-not-recognised'), ('public', 'key-is-public'), ('huge', 'key-file-unreadable'),
                          ('absent', 'key-file-unreadable'), ('.', 'key-file-unreadable')]:
        report.case(f'key show of {name}', expect(run('key', 'show', HOME / name), 2,
                                                  err=[f'[{problem}]', 'Cause: ', 'What to do: '], no_out=True))


def encrypted(report):
    path = HOME / 'encrypted.pem'
    path.write_bytes(openssl('pkcs8', '-topk8', '-in', HOME / 'applink-key.pem', '-passout', 'pass:open sesame'))
    fingerprint = hashlib.sha256(public_der(HOME / 'applink-key.pem')).hexdigest()
    (HOME / 'right').write_text('open sesame\n')
    (HOME / 'wrong').write_text('open barley\n')
    report.case('encrypted, no password', expect(run('key', 'show', path), 2, err='[key-password-needed]'))
    report.case('encrypted, wrong password', expect(run('key', 'show', path, '--password-file', HOME / 'wrong'), 2,
                                                    err='[key-password-wrong]'))
    report.case('encrypted, right password', expect(run('key', 'show', path, '--password-file', HOME / 'right'), 0,
                                                    out=fingerprint))
    with (HOME / 'right').open() as file:
        report.case('encrypted, password from standard input',
                    expect(run('key', 'show', path, '--password-file', '-', stdin=file), 0, out=fingerprint))


def export(report):
    path = HOME / 'applink-key.pem'
    der = public_der(path)
    wanted = {
        'public-pem': lambda text: openssl('pkey', '-pubin', '-outform', 'DER', data=text) == der,
        'public-body': lambda text: base64.b64decode(text, validate=False) == der and text.count(b'\n') == 1,
        'pkcs8-pem': lambda text: b'BEGIN PRIVATE KEY' in text and openssl('pkey', '-pubout', '-outform', 'DER', data=text) == der,
        'pkcs8-body': lambda text: openssl('pkey', '-inform', 'DER', '-pubout', '-outform', 'DER',
                                           data=base64.b64decode(text)) == der and text.count(b'\n') == 1,
        'pkcs1-pem': lambda text: b'BEGIN RSA PRIVATE KEY' in text
                                  and openssl('pkey', '-pubout', '-outform', 'DER', data=text) == der,
        'pkcs1-body': lambda text: openssl('rsa', '-inform', 'DER', '-pubout', '-outform', 'DER',
                                           data=base64.b64decode(text)) == der,
        'certificate': lambda text: openssl('pkey', '-pubin', '-outform', 'DER',
                                            data=openssl('x509', '-noout', '-pubkey', data=text)) == der,
    }
    for form, judge in wanted.items():
        result = run('key', 'export', path, '--form', form)
        problems = list(expect(result, 0))
        if not problems and not judge(result.stdout.encode()):
            problems.append('OpenSSL does not agree')
        report.case(f'key export {form}', problems)

        target = HOME / form
        problems = list(expect(run('key', 'export', path, '--form', form, '--out', target), 0, no_out=True))
        if not problems and mode(target) != (0o600 if form.startswith('pkcs') else 0o666):
            problems.append(oct(mode(target)))
        if not problems and not judge(target.read_bytes().rstrip(b'\n') + b'\n'):
            problems.append('OpenSSL does not agree')
        report.case(f'key export {form} into a file', problems)


def guide_files(report):
    folder = HOME / 'guide'
    folder.mkdir()
    words = ['key', 'export', HOME / 'applink-key.pem', '--form', 'guide-files', '--out', folder]
    problems = list(expect(run(*words), 0, no_out=True))
    if sorted(os.listdir(folder)) != sorted(GUIDE_FILES):
        problems.append(str(os.listdir(folder)))
    report.case('key export guide-files', problems)
    report.case('guide-files are kept', expect(run(*words), 2, err='[file-not-saved]'))
    report.case('guide-files with --force', expect(run(*words, '--force'), 0))


def main():
    report = Report()
    new(report)
    show(report)
    refusals(report)
    encrypted(report)
    bring(report)
    export(report)
    guide_files(report)
    report.finish()


main()
