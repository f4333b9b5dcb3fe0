#!/bin/bash
# web.sh PAGES WASM OUT: copies the page's files and the compiled client into OUT and lays a .br and a .gz
# beside each that gains by it. What a page loads carries a hash of its content in its name (app.1f3c….wasm),
# so that a browser may keep it for ever and never mixes two versions. What has not changed is left alone;
# what has no source any more is removed.
set -euo pipefail
pages=$1 wasm=$2 out=$3
mkdir -p "$out"
declare -A keep
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

place() {
  local from=$1 to=$out/$2
  keep[$2]=1
  if ! cmp -s "$from" "$to"; then
    mkdir -p "$(dirname "$to")"
    cp "$from" "$to"
    chmod 644 "$to"
    rm -f "$to.br" "$to.gz"
  fi
  case $to in *.png|*.jpg|*.webp|*.woff2|*.ico) return ;; esac
  keep[$2.br]=1; keep[$2.gz]=1
  [ -f "$to.br" ] || brotli --quality=11 --lgwin=22 --keep --output="$to.br" "$to"
  [ -f "$to.gz" ] || gzip -9 --no-name --keep "$to"
}

# Without comments, indentation and long names, which a browser has no use for. The program's script shares one
# name with the page's.
lean() {
  case $1 in
    "$wasm"/*.js) terser "$1" --compress --mangle 'toplevel,reserved=[Module]' ;;
    *.js) terser "$1" --compress --mangle ;;
    *) sed -e 's/^ *//' -e '/^\/\*.*\*\/$/d' -e '/^<!-- /,/ -->$/d' "$1" ;;
  esac
}

names=()   # sed expressions: a plain name as it stands in quotes, and the name with its hash
hashed() { # hashed FILE NAME: places FILE, with the names in it made hashed ones, under a hashed name
  local text=$work/$2 digest name
  [ -f "$1" ] || return 0
  case $2 in
    *.wasm) cp "$1" "$text" ;;
    *) lean "$1" | sed "${names[@]}" > "$text" ;;
  esac
  digest=$(sha256sum "$text")
  name=${2%.*}.${digest:0:12}.${2##*.}
  names+=(-e "s/\\([\"']\\)${2//./\\.}\\([\"']\\)/\\1$name\\2/g")
  place "$text" "$name"
}

names+=(-e '')
for program in app phone wall; do
  hashed "$wasm/$program.wasm" "$program.wasm"
  hashed "$wasm/$program.js" "$program.js"
done
hashed "$pages/device.js" device.js
hashed "$pages/start.js" start.js
hashed "$pages/styles.css" styles.css
while IFS= read -r -d '' file; do
  case $file in
    device.js|start.js|styles.css|worker.js) ;;
    *.html) mkdir -p "$work/$(dirname "$file")"
      lean "$pages/$file" | sed "${names[@]}" > "$work/$file"
      place "$work/$file" "$file" ;;
    *) place "$pages/$file" "$file" ;;
  esac
done < <(cd "$pages" 2>/dev/null && find . -type f -printf '%P\0')
# Slices of a font (deploy/setup/fonts.py), where they have been made.
if [ -f "$out/../fonts/han.css" ]; then
  for file in "$out"/../fonts/*; do place "$file" "fonts/${file##*/}"; done
fi

# The worker knows the files of its version by name; its own bytes change with any of them and with the page.
if [ -f "$pages/worker.js" ]; then
  lean "$pages/worker.js" | sed "${names[@]}" > "$work/worker.js"
  version=$(cat "$work/worker.js" "$work/index.html" | sha256sum)
  sed -i "s/@version@/${version:0:12}/g" "$work/worker.js"
  place "$work/worker.js" worker.js
fi
while IFS= read -r -d '' file; do
  [ -n "${keep[$file]:-}" ] || rm -f "$out/$file"
done < <(cd "$out" && find . -type f -printf '%P\0')
