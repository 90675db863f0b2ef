# Everything works on a fresh clone with nothing but Python 3.11+ and make.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help graph test check format docs notebooks floors lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Locks hold for every platform and Python version that pyproject.toml promises.
UV_COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --quiet --group build

help:  ## show this help
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

graph: $(VENV)/.runtime-stamp  ## build the graphs of examples/ into output/ (graph.ttl, graph.html)
	$(BIN)/graphbuild build examples/jilin --output output
	$(BIN)/graphbuild build examples/fiction --places examples/fiction/places.tsv --output output/fiction

test: $(VENV)/.dev-stamp  ## run the tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev-stamp  ## format, lint, types, layers, and output/ rebuilt and compared byte for byte
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	rm -rf .build/output
	$(BIN)/graphbuild build examples/jilin --output .build/output
	$(BIN)/graphbuild build examples/fiction --places examples/fiction/places.tsv --output .build/output/fiction
	for file in graph.ttl graph.html fiction/graph.ttl fiction/graph.html; do \
		cmp output/$$file .build/output/$$file || exit 1; \
	done

format: $(VENV)/.dev-stamp  ## format the code and mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/.dev-stamp  ## build the documentation into .build/site; a warning is an error
	$(BIN)/python docs/generate.py
	$(BIN)/python scripts/make_context.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet --site-dir .build/site

notebooks: $(VENV)/.dev-stamp  ## run the notebooks and store what they show
	$(BIN)/python notebooks/run.py

floors: $(VENV)/.runtime-stamp  ## raise the floors under the quality on tests/gold/ to what is measured
	$(BIN)/graphbuild evaluate $(sort $(dir $(wildcard tests/gold/*/*.json))) --floors tests/gold/floors.toml --raise-floors

lock: $(VENV)/.dev-stamp  ## resolve the dependencies anew and lock them with hashes
	$(PIP) install --quiet uv
	$(UV_COMPILE) --upgrade --output-file requirements.lock
	$(UV_COMPILE) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what make and the tools made
	rm -rf $(VENV) .build build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "graphbuild needs Python 3.11 or later: make PYTHON=/path/to/python")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime-stamp: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# The development lock holds all of the runtime lock in the same versions.
$(VENV)/.dev-stamp: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.runtime-stamp
