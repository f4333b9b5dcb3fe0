#!/bin/bash
# packages.sh missing|install build|test: the Debian packages the project needs; installs only what is not
# there. `build` is enough to build and run; `test` adds what the tests and checks use.
set -euo pipefail
action=$1 purpose=$2

packages=(g++ cmake make ninja-build ccache emscripten pkg-config dpkg-dev python3 git ca-certificates
  debian-archive-keyring xz-utils patch gzip brotli terser libsodium-dev zlib1g-dev libbrotli-dev libpugixml-dev
  libminizip-dev libxlsxwriter-dev)
command -v node >/dev/null || packages+=(nodejs)
if [ "$purpose" = test ]; then
  packages+=(chromium fonts-noto-cjk python3-fonttools python3-brotli clang-format clang-tidy)
  command -v npm >/dev/null || packages+=(npm)
fi

command -v dpkg-query >/dev/null || {
  echo "This is not Debian or a relative of it; install the likes of: ${packages[*]}" >&2; exit 1; }
installed=" $(dpkg-query -W -f '${db:Status-Abbrev}${Package} ' 2>/dev/null | sed 's/\bii \+//g') "
missing=()
for package in "${packages[@]}"; do
  [[ $installed == *" $package "* ]] || missing+=("$package")
done
if [ "$action" = missing ]; then
  echo "${missing[*]}"
  exit 0
fi
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || {
    echo "Please have root run: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing ${#missing[@]} packages: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -q >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
  "${missing[@]}" >&2
