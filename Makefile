.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help
help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/.locked: requirements/dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements/dev.txt
	touch $@

.PHONY: install
install: .venv/.locked  ## the package, optimised and editable, with all development tools, in .venv
	PIP_QUIET=1 VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/maturin develop --release --quiet --locked

.PHONY: test
test: install  ## the Python tests, as a newcomer runs them
	$(BIN)/python -m pytest -q

.PHONY: frozen
frozen: install  ## every frozen line that is read otherwise now; ACCEPT=1 freezes what comes out
	PYTHONPATH=tests $(BIN)/python tests/frozen/changes.py $(if $(ACCEPT),--accept)

# What `install` built is used where it lies. litellm, which comes with guardrails-ai, would fetch
# prices.
.PHONY: test-guards
test-guards: install .venv-guards/.locked  ## the scanners of unspoof.guards within the guards themselves
	SKIP_NOTHING=1 PYTHONPATH=python LITELLM_LOCAL_MODEL_COST_MAP=True .venv-guards/bin/python -m pytest -q \
	  tests/guards "tests/test_docs.py::test_python_blocks[guards.md]"

# By uv, which takes seconds where pip takes minutes.
.venv-guards/.locked: requirements/guards.txt requirements/llm-guard.txt .venv/.locked
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-guards
	$(BIN)/uv pip install --quiet --python .venv-guards --require-hashes -r requirements/guards.txt
	$(BIN)/uv pip install --quiet --python .venv-guards --require-hashes --no-deps -r requirements/llm-guard.txt
	touch $@

# The package is used where it lies: its docstrings are in the binary.
.PHONY: docs
docs: install .venv-docs/.locked  ## the site, in site/; any link that leads nowhere is an error
	PYTHONPATH=python NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build
	SITE=site $(BIN)/python -m pytest -q tests/test_site.py

.venv-docs/.locked: requirements/docs.txt .venv/.locked
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-docs
	$(BIN)/uv pip install --quiet --python .venv-docs --require-hashes -r requirements/docs.txt
	touch $@

.PHONY: screenshots
screenshots: install  ## take the pictures of the page in docs/screenshots anew; needs Chromium
	PYTHONPATH=tests $(BIN)/python tests/page/screenshots.py

.PHONY: format
format: .venv/.locked  ## rewrite the sources in the project's format
	cargo fmt --all
	cargo fmt --manifest-path fuzz/Cargo.toml
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: lint
lint: .venv/.locked  ## format and lint of both languages, checked
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo clippy --workspace --all-targets --locked --quiet -- -D warnings
	$(BIN)/ruff format --check
	$(BIN)/ruff check

.PHONY: types
types: install  ## the types, and the stub against the binary
	$(BIN)/mypy
	$(BIN)/python -m mypy.stubtest unspoof._core

# Those of the binding run without Python.
.PHONY: rust-test
rust-test:  ## the tests of the Rust crates, the core's examples among them
	PYO3_BUILD_EXTENSION_MODULE=1 cargo test -p unspoof-py --locked --quiet
	if cargo nextest --version >/dev/null 2>&1; then \
	  cargo nextest run -p unspoof-core --locked --no-tests=pass && cargo test -p unspoof-core --locked --quiet --doc; \
	else cargo test -p unspoof-core --locked --quiet; fi

FUZZ_SECONDS ?= 60

.PHONY: fuzz
fuzz:  ## every fuzz target for FUZZ_SECONDS (60), seeded with the cases; the first time it builds for minutes
	$(PYTHON) fuzz/run.py --seconds $(FUZZ_SECONDS)

.PHONY: model
model: .venv-model/.locked  ## build the readings, model/unspoof.model and its manifest anew (minutes)
	.venv-model/bin/python -m model.glyphs --readings
	.venv-model/bin/python -m model.build

.PHONY: glyphs
glyphs: .venv-model/.locked  ## measure anew how alike glyphs look, in Debian's fonts (minutes); `make model` next
	.venv-model/bin/python -m model.glyphs

.venv-model/.locked: model/requirements.txt
	$(PYTHON) -m venv .venv-model
	.venv-model/bin/pip install -q --require-hashes -r model/requirements.txt
	touch $@

.PHONY: score
score: install  ## the scored sets against the recorded floors
	$(BIN)/python benches/check_floors.py

.PHONY: bench
bench: .venv-bench/.locked  ## accuracy, speed, memory and cost beside the peers, as a dated record
	.venv-bench/bin/pip install -q .
	.venv-bench/bin/python benches/record.py

.PHONY: bench-speed
bench-speed: .venv-bench/.locked  ## the same without accuracy
	.venv-bench/bin/pip install -q .
	.venv-bench/bin/python benches/record.py --speed

.PHONY: bench-core
bench-core:  ## the core alone, by Criterion
	cargo bench -p unspoof-core --locked

.venv-bench/.locked: benches/requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install -q -r benches/requirements.txt
	touch $@

.PHONY: test-engines
test-engines: install .venv-engines/.locked  ## the adapters against the real engines, and the recipes in examples/
	$(BIN)/maturin build --release --quiet --locked --interpreter $(BIN)/python --out target/engines
	$(BIN)/uv pip install --quiet --no-cache --python .venv-engines --no-deps --reinstall target/engines/*.whl
	SKIP_NOTHING=1 .venv-engines/bin/python -m pytest -q -W default tests/engines tests/test_engines.py \
	  "tests/test_docs.py::test_python_blocks[engines.md]"

# Without uv's cache: Spark is built from its source distribution, and each build leaves 1.4 GB there.
# NeMo Curator without what it depends on: its GPU libraries take gigabytes, and the classes that
# are tested need none of them.
.venv-engines/.locked: requirements/engines.txt requirements/engines-bare.txt .venv/.locked
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-engines
	$(BIN)/uv pip install --quiet --no-cache --python .venv-engines --require-hashes -r requirements/engines.txt
	$(BIN)/uv pip install --quiet --python .venv-engines --no-deps -r requirements/engines-bare.txt
	touch $@

.venv-supply/.locked: requirements/supply.txt .venv/.locked
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-supply
	$(BIN)/uv pip install --quiet --python .venv-supply --require-hashes -r requirements/supply.txt
	touch $@

.PHONY: dist
dist: install .venv-supply/.locked  ## the wheel and the sdist, in dist/, with what is in them checked
	rm -rf dist
	$(BIN)/maturin build --release --quiet --locked --sdist --interpreter $(BIN)/python --out dist
	.venv-supply/bin/python supply_chain/contents.py dist/*
	.venv-supply/bin/twine check --strict dist/*

.PHONY: dist-test
dist-test: dist  ## the wheel installed in an empty environment, and tested there
	bash supply_chain/test_installed.sh $(BIN)/python dist/*.whl

.PHONY: dist-test-sdist
dist-test-sdist: dist  ## the same with the sdist, which is compiled anew (minutes)
	bash supply_chain/test_installed.sh $(BIN)/python dist/*.tar.gz

.PHONY: reproduce
reproduce: install  ## build the wheel and the sdist twice, elsewhere, and compare their bytes (minutes)
	bash supply_chain/reproduce.sh $(BIN)/maturin $(BIN)/python

.PHONY: dependencies
dependencies: install .venv-supply/.locked .venv-engines/.locked .venv-guards/.locked  ## write docs/dependencies.md anew
	.venv-supply/bin/python supply_chain/dependencies.py --python .venv .venv-engines .venv-guards

.PHONY: dependencies-check
dependencies-check: install .venv-supply/.locked  ## whether docs/dependencies.md is current
	.venv-supply/bin/python supply_chain/dependencies.py --check

.PHONY: sbom
sbom: dist  ## what the wheel is made of and what a base install brings, as CycloneDX, in target/sbom/; needs cargo-cyclonedx
	rm -rf target/sbom && mkdir -p target/sbom
	cargo cyclonedx --quiet --manifest-path crates/py/Cargo.toml --format json --override-filename rust.cyclonedx
	mv crates/py/rust.cyclonedx.json target/sbom/ && rm crates/core/rust.cyclonedx.json
	$(BIN)/uv venv --quiet target/sbom/env
	$(BIN)/uv pip install --quiet --python target/sbom/env dist/*.whl
	.venv-supply/bin/cyclonedx-py environment target/sbom/env --pyproject pyproject.toml \
	  --output-reproducible -o target/sbom/python.cyclonedx.json
	rm -r target/sbom/env

.PHONY: licenses
licenses:  ## licences, sources and versions of the Rust packages against deny.toml; needs cargo-deny
	cargo deny --offline --locked check licenses bans sources

.PHONY: audit
audit: licenses .venv-supply/.locked  ## known vulnerabilities in all that is locked; needs the network
	cargo deny --locked check advisories
	for pins in requirements/*.txt; do \
	  case $$pins in *-bare.txt) continue;; esac; \
	  .venv-supply/bin/pip-audit --strict --disable-pip --require-hashes -r $$pins || exit 1; done

COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: lock
lock: .venv/.locked  ## pin the newest of what requirements/*.in name
	$(COMPILE) --python-version 3.10 --output-file requirements/dev.txt requirements/dev.in
	$(COMPILE) --python-version 3.11 --output-file requirements/guards.txt requirements/guards.in
	$(COMPILE) --python-version 3.10 --output-file requirements/docs.txt requirements/docs.in
	$(COMPILE) --python-version 3.11 --output-file requirements/engines.txt requirements/engines.in
	$(COMPILE) --python-version 3.10 --output-file requirements/supply.txt requirements/supply.in
	$(COMPILE) --no-deps --python-version 3.11 --output-file requirements/llm-guard.txt requirements/llm-guard.in

.PHONY: clean
clean:  ## remove everything that was built
	rm -rf .venv .venv-bench .venv-docs .venv-engines .venv-guards .venv-model .venv-supply target dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf fuzz/target fuzz/corpus fuzz/artifacts fuzz/run.log
	find python -name '*.so' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: all
all: lint types rust-test score docs test-guards test-engines dependencies-check test  ## everything that CI runs
