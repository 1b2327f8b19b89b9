# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that look like a small Debian of any release, made of packages that are unpacked and never installed.

The packages come from the archive that this machine's apt uses already. apt keeps its lists of the other release, and
the packages, in a folder of ours; the machine itself stays as it is. Neither root nor a chroot is needed.
"""

import concurrent.futures
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

KEYRING = pathlib.Path('/usr/share/keyrings/debian-archive-keyring.gpg')
MOVING_SUITES = ('sid', 'unstable', 'experimental')

# Not unpacked: what only people, or an operating system that boots, would read.
UNWANTED = [
    'boot', 'dev', 'home', 'media', 'mnt', 'opt', 'proc', 'root', 'run', 'srv', 'sys', 'tmp', 'var',
    'etc/apt', 'etc/cron.*', 'etc/dpkg', 'etc/init.d', 'etc/logrotate.d', 'etc/pam.d',
    'lib/systemd', 'lib/udev', 'usr/lib/systemd', 'usr/lib/udev',
    'usr/share/bash-completion', 'usr/share/bug', 'usr/share/doc', 'usr/share/doc-base', 'usr/share/gtk-doc',
    'usr/share/info', 'usr/share/initramfs-tools', 'usr/share/lintian', 'usr/share/man', 'usr/share/zsh',
    'usr/share/gir-1.0', 'usr/lib/python3/dist-packages/mesonbuild/test',
]

# A line of "apt-get --print-uris": address, file name, size, digest.
PACKAGE = re.compile(r"'(?P<uri>[^']+)' (?P<file>\S+) (?P<size>\d+) SHA256:(?P<digest>[0-9a-f]{64})")

# What the scripts of the packages would have made. Each is run in the tree where its program is.
CACHES = [
    ['ldconfig'],
    ['glib-compile-schemas', '/usr/share/glib-2.0/schemas'],
    ['/usr/lib/{triplet}/glib-2.0/gio-querymodules', '/usr/lib/{triplet}/gio/modules'],
    ['/usr/lib/{triplet}/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders', '--update-cache'],
    ['update-mime-database', '/usr/share/mime'],
    ['gtk-update-icon-cache', '--quiet', '--force', '/usr/share/icons/hicolor'],
    ['gtk-update-icon-cache', '--quiet', '--force', '/usr/share/icons/Adwaita'],
]

LOADER = """\
include /run/flatpak/ld.so.conf.d/app-*.conf
/app/lib
/usr/lib/{triplet}
/usr/lib
include /run/flatpak/ld.so.conf.d/runtime-*.conf
"""

FILES = {
    'passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n',
    'group': 'root:x:0:\nnogroup:x:65534:\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\nprotocols: files\nservices: files\n',
    # Flatpak puts the machine's own over these, which it can only where there is something.
    'hosts': '', 'resolv.conf': '', 'machine-id': '', 'localtime': None, 'timezone': 'Etc/UTC\n',
}


class CannotBeMade(Exception):
    """This machine lacks what is needed; the text says what."""


def read_list(path):
    """The table of packages: {'platform': [names], …}."""
    table = {}
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.strip() and not line.startswith('#'):
            purpose, names, _ = line.split('|', 2)
            table.setdefault(purpose.strip(), []).extend(names.split())
    return table


def run(command, **options):
    try:
        return subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, **options).stdout
    except FileNotFoundError as error:
        raise CannotBeMade(f'there is no {error.filename} on this machine') from error
    except subprocess.CalledProcessError as error:
        raise CannotBeMade(f'{" ".join(map(str, command[:3]))}… failed:\n{error.stdout}') from error


def architecture():
    return run(['dpkg', '--print-architecture']).strip()


def triplet():
    return {'amd64': 'x86_64', 'arm64': 'aarch64'}.get(architecture(), architecture()) + '-linux-gnu'


def archives():
    """The addresses of Debian's archive that apt knows, and of its security updates (None where it knows none)."""
    found = {}
    for line in run(['apt-get', 'indextargets', '--format', '$(LABEL)\t$(SITE)', 'Created-By: Packages']).splitlines():
        label, _, site = line.partition('\t')
        found.setdefault(label, site)
    if 'Debian' not in found:
        raise CannotBeMade("apt's lists name no archive of Debian on this machine")
    return found['Debian'], found.get('Debian-Security')


class Suite:
    """One release of Debian, such as trixie, with a folder for what is fetched of it."""

    def __init__(self, name, folder):
        self.name = name
        self.folder = folder / name
        self.packages = self.folder / 'packages'
        apt = self.folder / 'apt'
        for place in self.packages, apt / 'lists/partial', apt / 'cache/archives/partial':
            place.mkdir(parents=True, exist_ok=True)
        (apt / 'status').touch()
        self._configuration = apt / 'apt.conf'
        self._sources = apt / 'debian.list'
        # What the machine's own apt is told of proxies and the like holds here too, but for what it does afterwards.
        self._configuration.write_text(f"""\
Dir::State "{apt}";
Dir::State::lists "{apt}/lists";
Dir::State::status "{apt}/status";
Dir::Cache "{apt}/cache";
Dir::Etc::sourcelist "{self._sources}";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::ForceHash "SHA256";
Acquire::Languages "none";
Acquire::Retries "3";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
""")

    def _apt(self, *command):
        return run(command, env={**os.environ, 'APT_CONFIG': str(self._configuration), 'LC_ALL': 'C.UTF-8'})

    def update(self):
        if not KEYRING.exists():
            raise CannotBeMade(f"Debian's signatures cannot be checked: {KEYRING} is not there")
        main, security = archives()
        lines = [(main, self.name)]
        if self.name not in MOVING_SUITES:
            lines.append((main, f'{self.name}-updates'))
            lines += [(security, f'{self.name}-security')] if security else []
        self._sources.write_text(''.join(f'deb [signed-by={KEYRING}] {site} {suite} main\n' for site, suite in lines))
        self._apt('apt-get', 'update', '--quiet')

    def _known(self, names):
        """Without those that are optional and not in this suite."""
        for name in names:
            if not name.endswith('?'):
                yield name
            elif 'Candidate:' in self._apt('apt-cache', 'policy', name[:-1]).replace('Candidate: (none)', ''):
                yield name[:-1]

    def fetch(self, names, without):
        """Fetches the packages with all that they depend on, but for WITHOUT; returns their files."""
        wanted = []
        plan = self._apt('apt-get', 'install', '--print-uris', '--quiet=2', *self._known(names))
        for match in PACKAGE.finditer(plan):
            if match['file'].partition('_')[0] not in without:
                wanted.append((match['uri'], self.packages / urllib.parse.unquote(match['file']), match['digest']))
        missing = [entry for entry in wanted if not _is_whole(entry[1], entry[2])]
        if missing:
            self._apt('/usr/lib/apt/apt-helper', 'download-file',
                      *(str(part) for uri, path, digest in missing for part in (uri, path, f'SHA256:{digest}')))
        return [path for _, path, _ in wanted]


def _is_whole(path, digest):
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


class Tree:
    """The folder that is filled."""

    def __init__(self, folder):
        self.folder = folder
        self.triplet = triplet()
        remove(folder)
        for name in 'bin', 'lib', 'lib64', 'sbin':
            (folder / 'usr' / name).mkdir(parents=True)
            (folder / name).symlink_to(f'usr/{name}')
        for name in 'app', 'dev', 'etc', 'proc', 'run', 'sys', 'tmp', 'var':
            (folder / name).mkdir()

    def unpack(self, packages, jobs=os.cpu_count()):
        # Package by package in one process each: tar is told to follow the links for /bin and the like, which packages
        # of before the merge of / and /usr still name.
        excluded = [f'--exclude=./{name}' for name in UNWANTED]
        script = 'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | tar --extract --directory="$2" --file=- "${@:3}"'

        def unpack_one(package):
            run(['bash', '-c', script, 'unpack', package, self.folder, '--no-same-owner', '--keep-directory-symlink',
                 '--no-overwrite-dir', '--anchored', *excluded])
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            list(pool.map(unpack_one, packages))

    def inside(self, *command):
        """Runs a command with this folder as all that it sees."""
        return run(['bwrap', '--unshare-all', '--die-with-parent', '--bind', self.folder, '/', '--proc', '/proc', '--dev',
                    '/dev', '--tmpfs', '/tmp', '--tmpfs', '/run', '--tmpfs', '/var', '--clearenv',
                    '--setenv', 'PATH', '/usr/bin:/usr/sbin', '--setenv', 'LC_ALL', 'C.UTF-8', '--', *command])

    def finish(self, locales):
        """Does what the packages' scripts would have done on a machine."""
        usr, etc = self.folder / 'usr', self.folder / 'etc'
        for name, text in FILES.items():
            if text is None:
                (etc / name).unlink(missing_ok=True)
                (etc / name).symlink_to('../usr/share/zoneinfo/Etc/UTC')
            else:
                (etc / name).write_text(text)
        (etc / 'ld.so.conf').write_text(LOADER.format(triplet=self.triplet))
        # Where Flatpak looks for it. Without, libraries in /app are found by another way than in a real runtime.
        _link(usr / 'bin/ldconfig', '../sbin/ldconfig')
        _link(usr / 'bin/cc', 'gcc', only_if=usr / 'bin/gcc')
        # The authorities, which GnuTLS reads from one file.
        authorities = sorted((usr / 'share/ca-certificates').rglob('*.crt'))
        (etc / 'ssl/certs').mkdir(parents=True, exist_ok=True)
        (etc / 'ssl/certs/ca-certificates.crt').write_bytes(b''.join(path.read_bytes() for path in authorities))
        for command in CACHES:
            command = [part.format(triplet=self.triplet) for part in command]
            if command[0].startswith('/') and not (self.folder / command[0][1:]).exists():
                continue
            if command[-1].startswith('/') and not (self.folder / command[-1][1:]).exists():
                continue
            self.inside(*command)
        self._keep_locales(locales)

    def _keep_locales(self, locales):
        languages = {name.partition('_')[0] for name in locales} | set(locales)
        for path in (self.folder / 'usr/share/locale').glob('*/'):
            if path.name not in languages:
                remove(path)
        (self.folder / 'usr/lib/locale').mkdir(exist_ok=True)
        for name in locales:
            target = f'/usr/lib/locale/{name}.utf8'
            if not (self.folder / target[1:]).exists():
                self.inside('localedef', '--no-archive', '-i', name, '-f', 'UTF-8', target)

    def missing_libraries(self, *folders):
        """Libraries that something in these folders is linked to and that are not there."""
        script = 'for f; do case $f in *.so*) ldd "$f" 2>/dev/null | sed -n "s/ => not found//p";; esac; done'
        found = [f'/{path.relative_to(self.folder)}' for folder in folders
                 for path in (self.folder / 'usr/lib' / self.triplet).glob(folder) if path.is_file()]
        return sorted(set(self.inside('sh', '-c', script, 'ldd', *found).split()))


def _link(path, target, only_if=None):
    if not path.exists() and not path.is_symlink() and (only_if is None or only_if.exists()):
        path.symlink_to(target)


def remove(folder):
    """A folder, also where packages have made parts of it read-only."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        for path in [folder, *folder.rglob('*/')]:
            if not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(folder)
