#!/bin/bash
# web.sh PAGES WASM OUT: copies the page's files and the compiled client into OUT and lays a .br and a .gz
# beside each that gains by it. What has not changed is left alone; what has no source any more is removed.
set -euo pipefail
pages=$1 wasm=$2 out=$3
mkdir -p "$out"
declare -A keep

place() {
  local from=$1 to=$out/$2
  keep[$2]=1
  if ! cmp -s "$from" "$to"; then
    mkdir -p "$(dirname "$to")"
    cp "$from" "$to"
    rm -f "$to.br" "$to.gz"
  fi
  case $to in *.png|*.jpg|*.webp|*.woff2|*.ico) return ;; esac
  keep[$2.br]=1; keep[$2.gz]=1
  [ -f "$to.br" ] || brotli --quality=11 --lgwin=22 --keep --output="$to.br" "$to"
  [ -f "$to.gz" ] || gzip -9 --no-name --keep "$to"
}

while IFS= read -r -d '' file; do
  place "$pages/$file" "$file"
done < <(cd "$pages" 2>/dev/null && find . -type f -printf '%P\0')
for file in app.js app.wasm; do
  [ ! -f "$wasm/$file" ] || place "$wasm/$file" "$file"
done
while IFS= read -r -d '' file; do
  [ -n "${keep[$file]:-}" ] || rm -f "$out/$file"
done < <(cd "$out" && find . -type f -printf '%P\0')
