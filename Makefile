# Every target sets itself up; see CONTRIBUTING.md. ARGS passes on, as in: make run ARGS="--people 30"
.PHONY: setup run test check bench bench-long soak lock translations screenshots clean
.DEFAULT_GOAL := run
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
SETUP := @sh packaging/setup.sh
PURE := tests/domain tests/protocol
export COVERAGE_FILE := build/.coverage

setup:
	$(SETUP) dev

run:
	$(SETUP) run
	@$(BIN)/presencemap demo $(ARGS)

# The pure layers first: their own tests alone must reach every branch. Then all the others.
test:
	$(SETUP) dev
	@$(BIN)/python -m pytest $(PURE) -n 2 --cov=presencemap.domain --cov=presencemap.protocol \
		--cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered $(ARGS)
	@$(BIN)/python -m pytest tests $(PURE:%=--ignore=%) -n 2 --dist loadfile $(ARGS)

check:
	$(SETUP) dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python packaging/house_rules.py
	@$(BIN)/python packaging/lock.py --check
	@$(BIN)/python packaging/translations.py --check

bench:
	$(SETUP) bench
	@$(BIN)/python tests/benchmarks $(ARGS)

bench-long:
	@$(MAKE) bench ARGS="--long $(ARGS)"

# Needs root, for networks of its own. Twenty minutes and some; ARGS="--minutes N --members N".
soak:
	$(SETUP) dev
	@$(BIN)/python -m tests.power_loss 300
	@$(BIN)/python -m tests.soak $(ARGS)

# Keeps the pins that still fit; ARGS=--upgrade takes the newest. The only target that asks an index.
lock:
	$(SETUP) dev
	@$(BIN)/python packaging/lock.py $(ARGS)

translations:
	$(SETUP) dev
	@$(BIN)/python packaging/translations.py

screenshots:
	$(SETUP) dev
	@$(BIN)/python packaging/screenshots.py $(ARGS)

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find presencemap tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
