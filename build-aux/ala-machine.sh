# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What build-aux/run and build-aux/check share: which packages this machine lacks, and the build.
# To be sourced; sets source_dir.

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '== %s\n' "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# debian, fedora, arch, opensuse, or nothing where the system is none of these.
# ALA_OS_RELEASE names another file than /etc/os-release, for the tests.
distribution() {
  local file=${ALA_OS_RELEASE:-/etc/os-release} id
  [ -r "$file" ] || return 0
  # In a subshell: the file is shell code and sets common names such as VERSION.
  # shellcheck source=/dev/null
  for id in $(. "$file" && echo "${ID:-} ${ID_LIKE:-}"); do
    case $id in
      debian | ubuntu) echo debian; return ;;
      fedora | rhel | centos) echo fedora; return ;;
      arch) echo arch; return ;;
      opensuse* | suse | sles) echo opensuse; return ;;
    esac
  done
}

# list_packages DISTRIBUTION FOR...: a line "name<Tab>why" for each package.
list_packages() {
  local distribution=$1 for debian fedora arch opensuse why names name
  shift
  while IFS='|' read -r for debian fedora arch opensuse why; do
    case $for in '' | '#'*) continue ;; esac
    for=${for// /}
    case " $* " in *" $for "*) ;; *) continue ;; esac
    case $distribution in
      fedora) names=$fedora ;;
      arch) names=$arch ;;
      opensuse) names=$opensuse ;;
      *) names=$debian ;;
    esac
    for name in $names; do
      [ "$name" = - ] || printf '%s\t%s\n' "$name" "${why# }"
    done
  done <"$source_dir/build-aux/packages"
}

# is_installed DISTRIBUTION NAME
is_installed() {
  case $1 in
    debian) [ "$(dpkg-query -W -f='${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
    arch) pacman -Qq "$2" >/dev/null 2>&1 ;;
    fedora | opensuse) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
  esac
}

# as_root COMMAND...: by sudo where we are not root; fails where that cannot be.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif ! command -v sudo >/dev/null; then
    complain "this needs root, and there is no sudo here. As root, run: $*"
    return 1
  elif [ -t 0 ]; then
    sudo "$@"
  else
    # Nobody is there to type a password.
    sudo -n "$@"
  fi
}

# require_packages FOR...: installs what is missing on Debian and its kin; elsewhere says what to install.
require_packages() {
  local distribution name why missing=()
  distribution=$(distribution)
  if [ -z "$distribution" ]; then
    complain "this system is not one of those whose packages are known (Debian, Ubuntu, Fedora, Arch," \
      "openSUSE). If the build fails, install what it asks for; build-aux/packages has the list."
    return 0
  fi
  while IFS=$'\t' read -r name why; do
    is_installed "$distribution" "$name" && continue
    [ ${#missing[@]} -gt 0 ] || say "Missing on this machine:"
    printf '   %-28s %s\n' "$name" "$why"
    missing+=("$name")
  done < <(list_packages "$distribution" "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  case $distribution in
    debian) ;;
    fedora) complain "install them with: sudo dnf install ${missing[*]}"; return 1 ;;
    arch) complain "install them with: sudo pacman -S --needed ${missing[*]}"; return 1 ;;
    opensuse) complain "install them with: sudo zypper install ${missing[*]}"; return 1 ;;
  esac

  say "Installing them with apt-get (the only step that needs root)"
  as_root apt-get update -q </dev/null ||
    complain "apt-get update reported errors; going on with the package lists that there are"
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null || {
    complain "the packages could not be installed: ${missing[*]}"
    return 1
  }
}

# build BUILD_FOLDER OPTION...: configures with exactly these options and compiles.
build() {
  local folder=$1
  shift
  if [ -e "$folder/build.ninja" ] && meson setup --reconfigure "$folder" "$source_dir" "$@" </dev/null; then
    :
  elif [ -e "$folder/meson-private/coredata.dat" ]; then
    say "$folder was made by another meson or from another source; making it anew"
    meson setup --wipe "$folder" "$source_dir" "$@" </dev/null || return
  else
    meson setup "$folder" "$source_dir" "$@" </dev/null || return
  fi
  meson compile -C "$folder" </dev/null
}
