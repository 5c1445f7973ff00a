# Two commands do everything on a fresh machine: `make site` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PY := .venv/bin/python
OCOP := .venv/bin/ocop

.PHONY: help
help: ## Show the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

.venv/packages: requirements.lock pyproject.toml tools/setup.sh
	tools/setup.sh packages

.venv/checkers: .venv/packages package-lock.json
	tools/setup.sh checkers

.PHONY: site
site: .venv/packages ## Build the demo catalogue into site/
	$(OCOP) build
	@echo "Mở / open: file://$(CURDIR)/site/index.html"

.PHONY: serve
serve: .venv/packages ## Preview the demo catalogue, rebuilt at every save
	$(OCOP) serve

.PHONY: check
check: .venv/packages ## Lint, types, generated docs and the demo content: the quick checks
	.venv/bin/ruff check generator tests tools benchmarks
	.venv/bin/ruff format --check generator tests tools benchmarks
	.venv/bin/mypy
	$(PY) tools/docs.py --check
	$(OCOP) check

.PHONY: test
test: .venv/checkers check ## Every check: the quick ones, all tests, browser and HTML checkers
	$(PY) -m pytest -n 3 --dist worksteal tests

.PHONY: soak
soak: .venv/checkers ## The long runs: more kills and random edits, Lighthouse and axe on more pages
	OCOP_SOAK=1 $(PY) -m pytest -n 2 tests/robustness tests/property tests/editors tests/serve \
	  tests/site/test_amending.py tests/browser/test_lighthouse.py tests/browser/test_every_page.py

SIZES := 1000 10000 20000
.PHONY: bench
bench: .venv/packages benchmarks/.work/peers ## Beside Hugo, Eleventy, sharp and libvips; SIZES="1000" is short
	$(PY) -m benchmarks.run $(SIZES)

.PHONY: bench-search
bench-search: .venv/checkers benchmarks/.work/peers ## The search beside Pagefind and MiniSearch
	$(PY) -m benchmarks.search.run

.PHONY: bench-book
bench-book: .venv/packages ## The printed book of 200 and 1,000 products
	$(PY) -m benchmarks.book

.PHONY: bench-serve
bench-serve: .venv/packages ## From a save to the page in the browser, at 1,000 and 20,000 products
	$(PY) -m benchmarks.serve

.PHONY: bench-look
bench-look: .venv/checkers ## The showcase on a phone, by Lighthouse
	$(PY) -m benchmarks.look

benchmarks/.work/peers: benchmarks/setup.sh benchmarks/requirements.txt benchmarks/package-lock.json
	benchmarks/setup.sh

.PHONY: docs
docs: .venv/packages ## Write the generated pages of docs/ anew
	$(PY) tools/docs.py

.PHONY: golden
golden: .venv/packages ## Renew the golden site after looking at what changed
	PYTHONPATH=tests $(PY) -m support.golden

.PHONY: handbook
handbook: .venv/packages ## Renew the pictures of the editors' handbook, made by doing what it tells
	$(PY) tools/picture_handbook.py

.PHONY: looks
looks: .venv/checkers ## Renew the pictures of every kind of page after looking at them
	PYTHONPATH=tests $(PY) -m support.looks

.PHONY: lock
lock: ## Renew the pinned packages
	python3 -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --output-file requirements.lock

.PHONY: clean
clean: ## Remove what was built, the cache and the virtual environment
	rm -rf .venv node_modules .ocop dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find site -mindepth 1 ! -name .gitignore -delete
