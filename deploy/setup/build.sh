# shellcheck shell=bash disable=SC2154
# Sourced by ./dev: how each build tree is configured and compiled. Progress goes to stderr, so that a
# program started by ./dev has stdout to itself.

jobs=${SHANZHI_JOBS:-$(nproc)}
export NINJA_STATUS='[%f/%t] '
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
# Where Debian's emscripten and terser find their parts, whichever node runs them. Said before the packages are
# there: this file is read first, and they are installed after.
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}

configure() {
  local preset=$1; shift
  [ ! -f "$build/$preset/build.ninja" ] || return 0
  echo "configuring $preset" >&2
  (cd "$root" && cmake --preset "$preset" -B "$build/$preset" -DSHANZHI_DEPS="$deps" \
    -Wno-dev --log-level=WARNING "$@" >/dev/null) ||
    { rm -f "$build/$preset/build.ninja"; return 1; }
}

# compile PRESET [TARGET…]: a line that counts on a terminal, one sentence in a log.
compile() {
  local preset=$1 quiet=(); shift
  [ -t 2 ] || { quiet=(--quiet); echo "compiling $preset" >&2; }
  ninja -C "$build/$preset" -j "$jobs" "${quiet[@]}" "$@" >&2
}

build_native() { configure native && compile native "$@"; }

# Slices of a font for machines without a Chinese one; without Debian's font and tools there are none.
build_fonts() {
  local python=/usr/bin/python3
  [ -x "$python" ] || return 0
  "$python" "$root/deploy/setup/fonts.py" "$build/fonts" >&2 || [ $? = 3 ]
}

build_wasm() {
  build_fonts || return 1
  EMSCRIPTEN_ROOT=$(em-config EMSCRIPTEN_ROOT) || return 1
  export EMSCRIPTEN_ROOT
  configure wasm -DSHANZHI_WEB="$build/web" && compile wasm "$@"
}

# Whether a folder has any C++ source: a suite without one has no target.
has_sources() { [ -n "$(find "$root/$1" -name '*.cpp' -print -quit 2>/dev/null)" ]; }
