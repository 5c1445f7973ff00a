#!/usr/bin/env bash
# Fetches the peers that the benchmarks run beside the project, pinned, into benchmarks/.work/.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p .work
[ -x .work/venv/bin/pip ] || python3 -m venv .work/venv
.work/venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
cp package.json package-lock.json .npmrc .work/
PATH="$PWD/../.venv/bin:$PATH" npm ci --silent --prefix .work
touch .work/peers
