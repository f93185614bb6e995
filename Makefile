# kjqb: what a developer or CI runs. `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ORACLE := $(VENV)/.oracle

.DEFAULT_GOAL := help
.PHONY: help demo oracle-report test check lint types layers docs docs-current bench slack oracle clean reliability fuzz smoke smoke-lowest interpreters

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY)  ## build the newest sample issue: contents list here, docx and txt in dist/
	$(BIN)/kjqb build
	$(BIN)/kjqb toc

test: $(READY)  ## all tests; those that need LibreOffice are skipped, aloud, where it is missing
	$(BIN)/pytest

check: lint types layers docs-current test  ## everything CI checks

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

docs: $(READY)  ## generate the reference pages from the code
	$(BIN)/python docs/generate.py

docs-current: $(READY)
	$(BIN)/python docs/generate.py --check

bench: $(READY)  ## speed, as ratios measured in pairs
	$(BIN)/python -m tests.bench

reliability: $(READY)  ## kills, races, hostile input, places: try all, write docs/reliability.md (some minutes)
	$(BIN)/python -m tests.reliability

fuzz: $(READY)  ## arbitrary input to the readers for some minutes, with atheris where it is installed
	$(BIN)/python -m tests.reliability.fuzz

smoke:  ## the whole round of an issue with nothing installed but what kjqb needs to run
	$(PYTHON) tests/reliability/smoke.py $(PYTHON)

smoke-lowest:  ## the same with the lowest versions that pyproject.toml allows
	$(PYTHON) tests/reliability/smoke.py --lowest $(PYTHON)

PYTHONS ?= python3.10 python3.11 python3.12 python3.13
interpreters:  ## the same with every Python of PYTHONS that is at hand
	$(PYTHON) tests/reliability/smoke.py $(PYTHONS)

oracle-report: $(ORACLE)  ## measure the agreement again and write docs/oracle.md
	$(BIN)/python -m tests.oracle

slack: $(READY)  ## measure from which slack on page numbers are safe, and write docs/slack.md (some minutes)
	$(BIN)/python -m tests.slack

oracle: $(ORACLE)  ## compare pages with LibreOffice and OnlyOffice (needs LibreOffice)
	$(BIN)/pytest -m oracle

clean:  ## remove the environment and the caches
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

$(ORACLE): $(READY)
	$(BIN)/python -m pip install --quiet --group oracle
	@touch $@
