# Lingbao: each command does the set-up it needs; a second run needs no network.
.DEFAULT_GOAL := help
.PHONY: help demo run test check fast lock translations clean
LINGBAO := .venv/bin/lingbao
PYTHON_BIN := .venv/bin/python

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: ## two sample claims, paper to signed payment, without a screen
	@sh tools/setup.sh runtime
	@$(LINGBAO) demo --home build/demo

run: ## open the desktop
	@sh tools/setup.sh desktop
	@.venv/bin/lingbao-desk

test: ## every check and every test
	@sh tools/setup.sh test
	@$(MAKE) --no-print-directory check
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -n 2 --dist loadgroup -q

fast: ## tests without recognition and windows
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -n 2 --dist loadgroup -q -m "not engine and not window"

check: ## lint, types, contracts between rooms, size budgets, translations
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check -q .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo 2>/dev/null || .venv/bin/lint-imports
	@$(PYTHON_BIN) tools/budgets.py
	@$(PYTHON_BIN) tools/translations.py --check

lock: ## renew the locked requirements (needs uv)
	@uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml requirements/build.in -o requirements/runtime.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group dev -c requirements/runtime.lock -o requirements/dev.lock

clean: ## remove what the commands above made, but no claim of yours
	@rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
