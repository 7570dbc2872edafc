#!/usr/bin/env bash
# Installs a wheel or an sdist in an empty environment, and runs the tests that need nothing else
# against what was installed: bash supply_chain/test_installed.sh PYTHON ARCHIVE
set -euo pipefail
python=$1 archive=$(realpath "$2")
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$python" -m venv "$scratch/env"
"$scratch/env/bin/pip" install --quiet --disable-pip-version-check "$archive"
"$scratch/env/bin/unspoof" --version
"$scratch/env/bin/pip" check
# Same pins as everywhere else, for what the tests need besides.
sed -nE 's/^((pytest|hypothesis)==.*[^ ]) *\\$/\1/p' "$root/requirements/dev.txt" >"$scratch/pins.txt"
"$scratch/env/bin/pip" install --quiet --disable-pip-version-check -r "$scratch/pins.txt"

# The tests from elsewhere, and no sources beside them: the package can only be the installed one.
cp -r "$root/tests" "$scratch/tests"
cd "$scratch"
env -u PYTHONPATH PATH="$scratch/env/bin:$PATH" "$scratch/env/bin/python" - <<'PYTHON'
import pathlib, sys, unspoof
place = pathlib.Path(unspoof.__file__)
assert place.is_relative_to(sys.prefix), place
PYTHON
printf '[pytest]\npythonpath = tests\naddopts = --import-mode=importlib\nfilterwarnings = error\n' >pytest.ini
env -u PYTHONPATH PATH="$scratch/env/bin:$PATH" "$scratch/env/bin/python" -m pytest -q \
  tests/test_{alignment,api,apply,cases,find,hidden,invisible,obfuscate,pickling,properties,scan}.py \
  tests/test_{scheme,skeleton,threads,verdict,visible,cli,explain,grep,stream}.py
