# The commands of the project. Each works as the first one in a fresh clone: it makes .venv from requirements.lock.
PYTHON := $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# One worker more than processors: some tests wait for a browser, a daemon or another run.
WORKERS := $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
# Files go in their order and not by their number of tests: those with few, which build whole warehouses, come first.
ORDER := --dist loadfile --no-loadscope-reorder
# What `make test` gives to pytest, as in: make test PYTEST_ARGUMENTS=tests/unit
PYTEST_ARGUMENTS :=

.PHONY: run test check ui lock clean
.DEFAULT_GOAL := run

run: $(VENV)/.ready        ## read raw/, build, check and publish the warehouse
	@$(BIN)/solieu run

test: $(VENV)/.ready       ## run every test
	@$(BIN)/pytest --numprocesses $(WORKERS) $(ORDER) $(PYTEST_ARGUMENTS)

check: $(VENV)/.ready      ## style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

ui: $(VENV)/.ready         ## the Dagster UI with schedule and sensor, on loopback
	@$(BIN)/solieu ui

lock: $(VENV)/.ready       ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra development --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --output-file requirements.lock --quiet

clean:                     ## remove the environment and everything built
	@rm -rf $(VENV) var

# The bytecode is compiled on all cores, where pip would use one; without it every import is two to four times slower.
# A few packages hold templates or code for other Pythons, which do not compile and need not.
$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "solieu needs Python 3.11 or newer; found " + sys.version.split()[0])'
	@echo "Preparing $(VENV) from requirements.lock (some minutes, once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes --no-deps --requirement requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib pipelines || true
	@touch $@
