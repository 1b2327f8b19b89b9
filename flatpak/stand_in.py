# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for GNOME's runtime and SDK, made of Debian packages, for machines that have no access to the real ones.

It has the ids and the version that the manifest names, so the manifest is built as it is. It is installed where only the
scripts of this project look. What is built with it is for trying and testing, not for giving to others: its libraries
are Debian's, of about the same age, and not the very ones that the program will meet.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import pathlib
import shutil

from debian_tree import Suite, Tree, read_list, remove, run

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = HERE / 'stand-in-packages'
LOCALES = ['de_DE']

# A released Debian, whose packages do not change from one day to the next. The newest GTK: build-aux/newest-gtk.
DEFAULT_SUITE = 'trixie'

METADATA = """\
[Runtime]
name={name}
runtime={platform}
sdk={sdk}
"""

# Only of this may something be missing that a library in the platform is linked to: nothing.
LINKED = ['libgtk-4.so.1', 'libadwaita-1.so.0', 'libsoup-3.0.so.0', 'libsecret-1.so.0', 'libjson-glib-1.0.so.0',
          'libgnutls.so.30', 'gio/modules/*.so', 'gdk-pixbuf-2.0/*/loaders/*.so']


def default_state():
    """Where all of it is kept. Root's programs are tried as another user, who cannot look into root's home."""
    if 'APPLINK_FLATPAK_STATE' in os.environ:
        return pathlib.Path(os.environ['APPLINK_FLATPAK_STATE'])
    if os.geteuid() == 0:
        return pathlib.Path('/var/cache/applink-assistant-flatpak')
    cache = os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache'
    return pathlib.Path(cache) / 'applink-assistant-flatpak'


@contextlib.contextmanager
def lock(state):
    """One at a time: others wait until it is done."""
    state.mkdir(parents=True, exist_ok=True)
    with open(state / 'lock', 'w', encoding='utf-8') as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class StandIn:
    def __init__(self, manifest, suite, state, say=print):
        self.suite = suite
        self.state = state
        self.say = say
        self.folder = state / suite
        self.platform_id, self.sdk_id = manifest['runtime'], manifest['sdk']
        self.branch = manifest['runtime-version']
        # Flatpak takes the place where it is installed for the system's own one.
        self.installation = self.folder / 'installation'

    def environment(self):
        """For flatpak and flatpak-builder: they see this runtime, and nothing that is installed on the machine."""
        nothing = self.folder / 'nothing'
        (nothing / 'config').mkdir(parents=True, exist_ok=True)
        return {**os.environ, 'FLATPAK_SYSTEM_DIR': str(self.installation), 'FLATPAK_USER_DIR': str(nothing / 'user'),
                'FLATPAK_CONFIG_DIR': str(nothing / 'config')}

    def _stamp(self):
        digest = hashlib.sha256()
        for path in PACKAGES, HERE / 'debian_tree.py', HERE / 'stand_in.py':
            digest.update(path.read_bytes())
        return f'{self.platform_id} {self.sdk_id} {self.branch} {LOCALES} {digest.hexdigest()}'

    def identity(self):
        """Changes whenever the runtime was made anew."""
        return (self.folder / 'stamp').read_text()

    def make(self):
        """Makes the runtime, unless it is there."""
        stamp = self.folder / 'stamp'
        if stamp.exists() and stamp.read_text() == self._stamp():
            return
        stamp.unlink(missing_ok=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        table = read_list(PACKAGES)
        suite = Suite(self.suite, self.state / 'debian')

        self.say(f'Fetching what Debian’s {self.suite} has of GNOME')
        suite.update()
        platform = suite.fetch(table['platform'], table['without'])
        sdk = suite.fetch(table['platform'] + table['sdk'], table['without'])
        more = [package for package in sdk if package not in set(platform)]

        self.say(f'Making {self.platform_id} of {len(platform)} packages, {self.sdk_id} of {len(more)} more')
        remove(self.installation)
        remove(self.folder / 'repo')
        repository = self.folder / 'repo'
        # In the mode of an installation's own repository: from one to the other is a hard link, not a copy.
        run(['ostree', f'--repo={repository}', 'init', '--mode=bare-user-only'])
        run(['ostree', f'--repo={repository}', 'config', 'set', 'core.fsync', 'false'])
        tree = Tree(self.folder / 'tree')
        tree.unpack(platform)
        tree.finish(LOCALES)
        missing = tree.missing_libraries(*LINKED)
        if missing:
            raise AssertionError(f'the stand-in lacks libraries: {", ".join(missing)}')
        self._export(tree, self.platform_id, repository)
        tree.unpack(more)
        tree.finish(LOCALES)
        self._export(tree, self.sdk_id, repository)
        remove(tree.folder)
        self._install(repository)
        stamp.write_text(self._stamp())

    def _ref(self, name):
        return f'{name}/{run(["flatpak", "--default-arch"]).strip()}/{self.branch}'

    def _export(self, tree, name, repository):
        build = self.folder / 'export'
        remove(build)
        (build / 'files').mkdir(parents=True)
        (build / 'metadata').write_text(METADATA.format(name=name, platform=self._ref(self.platform_id),
                                                        sdk=self._ref(self.sdk_id)))
        # A runtime is what is seen as /usr, with what is seen as /etc in it.
        shutil.move(tree.folder / 'usr', build / 'usr')
        shutil.move(tree.folder / 'etc', build / 'usr/etc')
        run(['flatpak', 'build-export', '--runtime', '--disable-sandbox', '--no-update-summary',
             f'--subject=Stand-in made of Debian’s {self.suite}', repository, build, self.branch])
        shutil.move(build / 'usr/etc', tree.folder / 'etc')
        shutil.move(build / 'usr', tree.folder / 'usr')
        remove(build)

    def _install(self, repository):
        environment = {**self.environment(), 'FLATPAK_USER_DIR': str(self.installation)}
        del environment['FLATPAK_SYSTEM_DIR']
        run(['flatpak', 'build-update-repo', repository])
        run(['flatpak', '--user', 'remote-add', '--no-gpg-verify', 'stand-in', f'file://{repository}'], env=environment)
        run(['ostree', f'--repo={self.installation}/repo', 'config', 'set', 'core.fsync', 'false'])
        run(['flatpak', '--user', 'install', '--noninteractive', 'stand-in',
             f'runtime/{self._ref(self.platform_id)}', f'runtime/{self._ref(self.sdk_id)}'], env=environment)
        # Flatpak closes the installation of a user to all others.
        self.installation.chmod(0o755)


def load_manifest(path):
    return json.loads(path.read_text(encoding='utf-8'))
