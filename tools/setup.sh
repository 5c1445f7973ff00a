#!/usr/bin/env bash
# Sets a bare Debian (or any machine with Python 3.11) up for work on the project.
#   tools/setup.sh packages   the virtual environment with the pinned packages
#   tools/setup.sh checkers   also what the tests run: Chromium, Java, zbar, poppler, the HTML checkers, Lighthouse
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

debian() { # Debian packages, installed once and only where apt-get exists
  command -v apt-get >/dev/null || { echo "Please install: $*" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

packages() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { echo "Python 3.11 or newer is needed." >&2; exit 1; }
  python3 -c 'import ensurepip, venv' 2>/dev/null || debian python3-venv
  [ -x .venv/bin/pip ] || python3 -m venv .venv
  .venv/bin/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
  .venv/bin/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
  .venv/bin/python -m compileall -q generator # a build that wrote it would see another program
  touch .venv/packages
}

checkers() {
  local wanted=()
  command -v chromium >/dev/null || wanted+=(chromium)
  command -v java >/dev/null || wanted+=(default-jre-headless)
  command -v zbarimg >/dev/null || wanted+=(zbar-tools)
  command -v pdftotext >/dev/null || wanted+=(poppler-utils)
  [ ${#wanted[@]} = 0 ] || debian "${wanted[@]}"
  PATH="$PWD/.venv/bin:$PATH" npm ci --silent
  touch .venv/checkers
}

"$1"
