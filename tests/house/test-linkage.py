#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that programs without a window load no toolkit, not even by way of others: test-linkage.py PROGRAM…"""

import os
import re
import subprocess
import sys

from tap import Report

TOOLKIT = re.compile(r'^\s*(lib(gtk|gdk|gsk|adwaita)-?\d\S*)', re.MULTILINE)


def complaints(program):
    # LD_PRELOAD: what a sanitizer adds there is no library of the program.
    environment = {name: value for name, value in os.environ.items() if name != 'LD_PRELOAD'}
    listing = subprocess.run(['ldd', program], capture_output=True, text=True, env=environment, check=False)
    if 'libglib-2.0' not in listing.stdout:
        yield f'ldd does not know what {program} loads: {listing.stdout}{listing.stderr}'
    for library, _ in TOOLKIT.findall(listing.stdout):
        yield f'{program} loads {library}'


def main():
    report = Report()
    for program in sys.argv[1:]:
        report.case(f'{os.path.basename(program)} loads no toolkit', complaints(program))
    report.finish()


if __name__ == '__main__':
    main()
