#!/bin/bash
# Fetches the third-party sources named in deps.lock into $SHANZHI_DEPS (default .deps), one folder each.
# They are Debian source packages: apt checks them against the archive's keyring, this script against
# deps.lock. apt runs with a private configuration; the system's own is neither read for lists nor changed.
# A second run finds the stamps in place and does nothing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
lock=$root/deps.lock
deps=${SHANZHI_DEPS:-$root/.deps}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

say() { printf '%s\n' "$*" >&2; }
loud() { printf '\n!!! %s\n\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

locked_lines() { grep -E "^$1 " "$lock"; }

# Succeeds when every package stands unpacked as the lock describes it.
all_present() {
  local name
  for name in $names; do
    [ -f "$deps/$name/.stamp" ] && [ "$(<"$deps/$name/.locked")" = "$(locked_lines "$name")" ] || return 1
  done
}

# The Debian mirror this machine already uses; SHANZHI_DEBIAN_URI says another.
mirror() {
  if [ -n "${SHANZHI_DEBIAN_URI:-}" ]; then echo "$SHANZHI_DEBIAN_URI"; return; fi
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 ~ /^(bookworm|trixie|forky|stable|testing|sid|unstable)$/ { print $2; exit }'
}

# Gives apt a private home that knows only the sources of one suite.
configure_apt() {
  local suite=$1 home=$work/apt-$1 uri
  [ ! -d "$home" ] || return 0
  uri=$(mirror); [ -n "$uri" ] || die "no Debian mirror configured; name one in SHANZHI_DEBIAN_URI"
  [ -r "$keyring" ] || die "$keyring is missing: install debian-archive-keyring"
  mkdir -p "$home"/{lists/partial,cache/archives/partial,etc,state/lists/partial}
  : > "$home/etc/status"
  printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
    "$uri" "$suite" "$keyring" > "$home/etc/suite.sources"
  say "reading the list of source packages of $suite"
  apt_private "$suite" -qq update
}

apt_private() {
  local home=$work/apt-$1; shift
  apt-get -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$home/etc/" \
    -o Dir::State="$home/state" -o Dir::State::lists="$home/lists" \
    -o Dir::State::status="$home/etc/status" -o Dir::Cache="$home/cache" \
    -o Dir::Etc::preferencesparts=/dev/null -o Acquire::Languages=none \
    -o Acquire::Retries=3 -o APT::Sandbox::User=root "$@" >&2
}

# fetch NAME: downloads into $work/NAME; prints the version that was taken.
fetch() {
  local name=$1 version locked suite dir=$work/$1
  version=$(locked_lines "$name" | awk 'NR==1{print $2}')
  suite=$(locked_lines "$name" | awk 'NR==1{print $5}')
  mkdir -p "$dir"
  say "fetching $name $version"
  configure_apt "$suite"
  if (cd "$dir" && apt_private "$suite" -qq source --download-only "$name=$version" 2>"$dir/log"); then
    check_hashes "$name" "$dir"
    echo "$version"
    return
  fi
  loud "$name $version, which deps.lock names, is not to be had from $suite:"; cat "$dir/log" >&2
  (cd "$dir" && apt_private "$suite" -qq source --download-only "$name") ||
    die "$name could not be fetched from $suite"
  locked=$version version=$(awk '/^Version:/{print $2; exit}' "$dir"/*.dsc)
  if [ "$version" = "$locked" ]; then          # it was there after all
    check_hashes "$name" "$dir"
    echo "$version"
    return
  fi
  loud "TAKING $name $version INSTEAD. It is signed by the archive, but not the version this project was
    tested with. When all tests pass with it, put this into deps.lock:
$(cd "$dir" && for f in *.orig.tar.*; do echo "    $name $version $(sha256sum "$f" | cut -d' ' -f1) $f $suite"; done)"
  echo "$version"
}

check_hashes() {
  local name version sum file suite
  while read -r name version sum file suite; do
    [ -f "$2/$file" ] || die "$file did not come with $name $version ($suite)"
    echo "$sum  $2/$file" | sha256sum --check --quiet - >&2 || die "$file differs from deps.lock"
  done < <(locked_lines "$1")
}

# unpack NAME: sources into $work/out-NAME, with Debian's security patches, without its packaging.
unpack() {
  local dir=$work/$1 out=$work/out-$1 patch
  mkdir -p "$out"
  tar -xf "$(ls "$dir"/*.orig.tar.* | head -n 1)" -C "$out" --strip-components=1
  mkdir -p "$dir/packaging"
  tar -xf "$(ls "$dir"/*.debian.tar.*)" -C "$dir/packaging"
  for patch in "$dir"/packaging/debian/patches/CVE-*.patch; do
    [ -f "$patch" ] || continue
    say "  applying ${patch##*/}"
    patch -d "$out" -p1 --quiet < "$patch"
  done
}

# SQLite comes as a tree of sources; the project compiles its one-file form.
prepare_sqlite3() {
  say "  joining sqlite3.c"
  (cd "$1" && ./configure >configure.log 2>&1 && make sqlite3.c >make.log 2>&1) ||
    { tail -n 20 "$1"/*.log >&2; die "sqlite3.c could not be made"; }
}

# cpp-httplib is one header of 15,000 lines; splitting it compiles them once.
prepare_cpp_httplib() {
  (cd "$1" && python3 split.py --out split >/dev/null)
}

install_one() {
  local name=$1 version prepare
  version=$(fetch "$name")
  unpack "$name"
  prepare=prepare_${name//-/_}
  if declare -F "$prepare" >/dev/null; then "$prepare" "$work/out-$name"; fi
  locked_lines "$name" > "$work/out-$name/.locked"
  echo "$version" > "$work/out-$name/.stamp"
  if ! locked_lines "$name" | grep -qF " $version "; then
    echo "note: $name is $version, not the version in deps.lock" > "$work/out-$name/.substituted"
  fi
  rm -rf "${deps:?}/$name"
  mv "$work/out-$name" "$deps/$name"
}

remind() { cat "$deps"/*/.substituted >&2 2>/dev/null || true; }

names=$(awk '!/^#/ && NF { print $1 }' "$lock" | sort -u)
if all_present; then remind; exit 0; fi
mkdir -p "$deps"
exec 9>"$deps/.lock"
flock 9                                      # two builds started at once fetch once
if all_present; then exit 0; fi
work=$deps/.work; rm -rf "$work"; mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
for name in $names; do
  [ -f "$deps/$name/.stamp" ] && [ "$(<"$deps/$name/.locked")" = "$(locked_lines "$name")" ] && continue
  install_one "$name"
done
