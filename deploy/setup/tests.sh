# shellcheck shell=bash disable=SC2154
# Sourced by ./dev test: the suites, one line each, and the total as the last line.

suites="style build unit property storage api crash wasm e2e asan tsan"
passed=0 failed=0 only="" pattern=""

# run_suite NAME COMMAND…: shows the output when it failed, counts what its closing line says.
# A command that fails without having counted a failure (a crash, a time-out) counts as one.
run_suite() {
  local name=$1 log=$logs/$1.log started status=0 counts good bad; shift
  started=$(date +%s.%N)
  "$@" > "$log" 2>&1 < /dev/null || status=$?
  counts=$(python3 "$root/deploy/setup/count.py" "$log")
  read -r good bad <<< "$counts"
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
    if [ -n "$pattern" ] && [ "$status" = 2 ] && [ "$good" = 0 ]; then
      status=0                                   # no test of this suite has such a name
    else
      bad=1
    fi
  fi
  if [ "$bad" != 0 ]; then
    echo "---- $name failed; the last of $log:"
    tail -n 150 "$log"
    echo "----"
  fi
  passed=$((passed + good)) failed=$((failed + bad))
  local seconds; seconds=$(echo "$(date +%s.%N) $started" | awk '{printf "%.1f", $1 - $2}')
  if [ "$good$bad" = 00 ]; then
    printf '%-13s done (%s s)\n' "$name" "$seconds"
  else
    printf '%-13s %5s passed, %s failed (%s s)\n' "$name" "$good" "$bad" "$seconds"
  fi
  [ "$bad" = 0 ]
}

skip() { printf '%-13s skipped: %s\n' "$1" "$2"; }
wanted() { [ -z "$only" ] || [ "$only" = "$1" ]; }

# in_shares COUNT COMMAND…: the command that many times at once, each told its share of the tests; their
# outputs one after the other, and the sum as the last line.
in_shares() {
  local count=$1 share shares=() runs=() status=0 counts good bad; shift
  for share in $(seq 0 $((count - 1))); do
    shares+=("$logs/share-$share.log")
    "$@" --shard-count "$count" --shard-index "$share" > "${shares[-1]}" 2>&1 &
    runs+=($!)
  done
  for share in "${!runs[@]}"; do wait "${runs[$share]}" || status=$?; done
  cat "${shares[@]}"
  counts=$(python3 "$root/deploy/setup/count.py" "${shares[@]}")
  read -r good bad <<< "$counts"
  [ $((good + bad)) != 0 ] || { echo "no test was run"; return 1; }
  echo "shares: $good passed, $bad failed"
  return "$status"
}

# catch_suite NAME FOLDER PROGRAM [TREE]
catch_suite() {
  local name=$1 folder=$2 program=$build/${4:-native}/$3 launcher=() which=${pattern:+"*$pattern*"}
  local runner=(in_shares "$jobs") shared=--allow-running-no-tests
  has_sources "$folder" || { skip "$name" "$folder has no sources"; return; }
  if [ -n "$pattern" ]; then runner=() shared=""; fi
  if [ "${4:-}" = tsan ]; then
    which="~[alone]$which"        # nothing happens beside those
    # The thread sanitizer needs its memory where it expects it.
    if setarch -R true 2>/dev/null; then launcher=(setarch -R); fi
  fi
  run_suite "$name" "${runner[@]}" env -C "$root" SHANZHI_BIN="$build/native/shanzhi" SHANZHI_WEB="$build/web" \
    ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 \
    UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 \
    timeout 900 "${launcher[@]}" "$program" ${which:+"$which"} $shared || true
}

wasm_suite() {
  local flags=()
  has_sources tests/unit/shared || { skip wasm "tests/unit/shared has no sources"; return; }
  run_suite wasm-build build_wasm shanzhi_wasm_unit || return 0
  # The loader would take node's fetch for a browser's.
  if node --no-experimental-fetch -e 0 2>/dev/null; then flags=(--no-experimental-fetch); fi
  run_suite wasm env -C "$root" timeout 600 node "${flags[@]}" "$build/wasm/shanzhi_wasm_unit.js" \
    ${pattern:+"*$pattern*"} || true
}

e2e_packages() {
  local folder=$root/tests/e2e
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
    npm ci --prefix "$folder" --no-audit --no-fund
}

# A browser without a graphics card draws with one core.
e2e_suite() {
  local runner=(in_shares 2)
  [ -f "$root/tests/e2e/run.mjs" ] || { skip e2e "tests/e2e/run.mjs is not there"; return; }
  [ -x "$build/native/shanzhi" ] || { skip e2e "there is no server to test"; return; }
  compgen -G "$build/web/app.*.wasm" > /dev/null || { skip e2e "there is no browser client to test"; return; }
  run_suite e2e-install e2e_packages || return 0
  if [ -n "$pattern" ]; then runner=(); fi
  run_suite e2e "${runner[@]}" env -C "$root" SHANZHI_BIN="$build/native/shanzhi" SHANZHI_WEB="$build/web" \
    timeout 1200 node tests/e2e/run.mjs ${pattern:+"$pattern"} || true
}

sanitizer_build() { configure "$1" && compile "$@"; }

asan_suite() {
  run_suite asan-build sanitizer_build asan shanzhi_unit shanzhi_storage_tests shanzhi_api_tests || return 0
  catch_suite asan-unit tests/unit shanzhi_unit asan
  catch_suite asan-storage tests/storage shanzhi_storage_tests asan
  catch_suite asan-api tests/api shanzhi_api_tests asan
}

# The unit tests have one thread: no two can race.
tsan_suite() {
  run_suite tsan-build sanitizer_build tsan shanzhi_storage_tests shanzhi_api_tests || return 0
  catch_suite tsan-storage tests/storage shanzhi_storage_tests tsan
  catch_suite tsan-api tests/api shanzhi_api_tests tsan
}

# Alone or by name, the unit, storage and API tests run as fast as they can; among all suites only with the
# sanitizers on, so that they and the client without a screen are not built once more.
whole() { [ -z "$only$pattern" ]; }

build_all() {
  local tests=(all_server_tests)
  if whole; then tests=(shanzhi_property shanzhi_crash_tests); fi
  build_native shanzhi "${tests[@]}" && build_wasm all
}

style_suite() {
  run_suite style-self python3 "$root/tests/style/test_style.py" || true
  configure native
  run_suite style python3 "$root/tests/style/check.py" --build "$build/native" || true
}

unit_suite() {
  run_suite unit-build build_native shanzhi_unit || return 0
  catch_suite unit tests/unit shanzhi_unit
}

native_suites() {
  if ! whole && wanted storage; then catch_suite storage tests/storage shanzhi_storage_tests; fi
  if ! whole && wanted api; then catch_suite api tests/api shanzhi_api_tests; fi
  if wanted property; then catch_suite property tests/property shanzhi_property; fi
  if wanted crash; then catch_suite crash tests/crash shanzhi_crash_tests; fi
}

run_tests() {
  case " $suites " in
    *" ${1:-?} "*) only=$1; pattern=${2:-} ;;
    *) pattern=${1:-} ;;
  esac
  logs=$build/test-logs; mkdir -p "$logs"
  if wanted style && [ -z "$pattern" ]; then style_suite; fi
  case $only in
    style|unit|asan|tsan|wasm) ;;
    *) run_suite build build_all || { finish; return; } ;;
  esac
  if ! whole && wanted unit; then unit_suite; fi
  native_suites
  if wanted wasm; then wasm_suite; fi
  if wanted e2e; then e2e_suite; fi
  if wanted asan; then asan_suite; fi
  if wanted tsan; then tsan_suite; fi
  finish
}

finish() {
  if [ $((passed + failed)) = 0 ]; then echo "no test was run"; failed=1; fi
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
