#!/bin/sh
# Sets up everything Lingbao needs, once: system libraries, virtual environment, OCR weights.
# usage: tools/setup.sh runtime|desktop|test     (each includes the ones before it)
set -eu
cd "$(dirname "$0")/.."
want=${1:-runtime}
python=${PYTHON:-python3}

fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

command -v "$python" >/dev/null 2>&1 || fail "no $python found; Lingbao needs Python 3.11, 3.12 or 3.13"
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' ||
    fail "$("$python" --version) found; Lingbao needs Python 3.11, 3.12 or 3.13 (choose one with PYTHON=python3.12)"

present() {
    case $1 in
        *.so.*) { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -qF "$1 " ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

wanted() {
    case "$want/$1" in
        */runtime | desktop/desktop | test/*) true ;;
        *) false ;;
    esac
}

missing=""
while read -r name package purpose; do
    case $name in '#'* | '') continue ;; esac
    wanted "$purpose" && ! present "$name" && case " $missing " in *" $package "*) ;; *) missing="$missing $package" ;; esac
done <requirements/system.txt
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
    missing="$missing $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"

if [ -n "$missing" ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$missing"
    command -v apt-get >/dev/null 2>&1 || fail "these system libraries are missing:$missing"
    if [ "$(id -u)" = 0 ]; then as=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as="sudo"
    else fail "system libraries are missing; run this line once, then the same make command again:
    sudo sh -c '$line'"
    fi
    echo "setup: installing system libraries:$missing"
    $as sh -c "export DEBIAN_FRONTEND=noninteractive; $line" >build.log 2>&1 || { tail -n 20 build.log >&2; fail "apt-get did not succeed"; }
    rm -f build.log
fi

stamp() { printf '.venv/.installed-%s' "$(basename "$1" .lock)"; }
mark() { cat "$1" pyproject.toml | cksum; }
installed() { [ -f "$(stamp "$1")" ] && [ "$(cat "$(stamp "$1")")" = "$(mark "$1")" ]; }

lock=requirements/runtime.lock
[ "$want" != test ] || lock=requirements/dev.lock
if ! installed "$lock" && ! installed requirements/dev.lock; then
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    echo "setup: installing the locked Python packages ($lock)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
        fail "the Python packages could not be installed; the first run needs the network, nothing was half-done: run it again"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    mark "$lock" >"$(stamp "$lock")"
fi
.venv/bin/python -m ocr.recognition.install
