#!/usr/bin/env bash
# Builds the wheel and the sdist twice from clones of the last commit, in folders of other names
# and depths, with another umask and at another time, and compares the bytes:
# bash supply_chain/reproduce.sh MATURIN PYTHON
set -euo pipefail
maturin=$(realpath -s "$1") python=$(realpath -s "$2")
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

build() {
  local place=$1
  git clone --quiet "$root" "$place"
  (cd "$place" && "$maturin" build --release --locked --quiet --sdist --interpreter "$python" --out "$place/dist")
}

(umask 022 && build "$scratch/one")
(umask 077 && build "$scratch/another/and deeper")
status=0
for first in "$scratch/one/dist/"*; do
  second="$scratch/another/and deeper/dist/$(basename "$first")"
  sha256sum "$first" "$second" | sed "s| $scratch/| |"
  cmp "$first" "$second" || status=1
done
exit $status
