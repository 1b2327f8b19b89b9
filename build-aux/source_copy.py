# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the source as a release would have it, for builds that want a folder of their own."""

import hashlib
import pathlib
import shutil
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parent.parent


def source_files():
    """The files that git knows or would add; where there is no git, all but build folders."""
    listed = subprocess.run(['git', '-C', SOURCE, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                            capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split('\0') if name]
    else:
        left_out = {SOURCE / '.git', SOURCE / 'build-check', SOURCE / 'build-run'}
        left_out |= {path.parent for path in SOURCE.glob('*/meson-private')}
        names = [str(path.relative_to(SOURCE)) for path in SOURCE.rglob('*')
                 if path.is_file() and not left_out.intersection(path.parents)]
    return sorted(name for name in names if (SOURCE / name).is_file())


def copy_source(target):
    """Copies the source, and returns a digest of it."""
    digest = hashlib.sha256()
    shutil.rmtree(target, ignore_errors=True)
    for name in source_files():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SOURCE / name, path)
        digest.update(f'{name} {path.stat().st_mode:o} '.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
