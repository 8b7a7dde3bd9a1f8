# What one does with gouji. `make` alone lists it.
# Tools that scripts/setup.sh puts into .tools come first on PATH.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
export PATH := $(CURDIR)/.tools/bin:$(PATH)
PORT ?= 8080
BROWSER_TESTS = tests/browser/*.test.mjs

.DEFAULT_GOAL := help
.PHONY: help serve build single pictures test check browser deny fuzz bench setup clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

serve: build ## sets up what is missing, builds the page and serves it on http://127.0.0.1:8080/ (PORT=…)
	@node scripts/serve.mjs $(PORT)

build: ## builds the page into dist/
	@scripts/setup.sh build
	@node scripts/build-page.mjs

single: build ## the page as one file, single/gouji.html, that opens without a server
	@node scripts/build-single.mjs

pictures: ## the pictures of README.md, from the built page
	@node scripts/pictures.mjs

test: ## everything: format, lints, tests of the library, of the page in a browser
	@scripts/setup.sh
	cargo fmt --all --check
	$(LINTED) cargo test $(EVERYTHING) --all-targets --no-run
	$(LINTED) cargo test $(EVERYTHING)
	@$(MAKE) --no-print-directory single
	@$(MAKE) --no-print-directory browser

EVERYTHING = --locked --workspace --features app
# Lints while it compiles, as `cargo clippy` does while it only checks: what the tests need is read once, not
# twice. The words between the marks are those behind `cargo clippy --`.
LINTED = RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__

# One run for the page as well, for the system that builds: for wasm32 every crate would be read once more.
check: ## format and lints
	cargo fmt --all --check
	cargo clippy $(EVERYTHING) --all-targets -- -D warnings

browser: ## the page in a browser; build it first
	@if [ "$${CI:-}" = true ] || command -v "$${CHROMIUM:-chromium}" >/dev/null; then \
	  node --test --test-reporter=spec $(BROWSER_TESTS); \
	else echo "no browser: the tests of the page are left out"; fi

deny: ## licences, sources, doubled versions and known holes of what is compiled in; needs cargo-deny
	cargo deny --offline check bans licenses sources
	cargo deny check advisories

fuzz: ## feeds readers and pipeline with made-up inputs, each for SECONDS_EACH (20) seconds; needs nightly, cargo-fuzz
	@scripts/fuzz.sh

bench: ## how fast the library is, by itself and beside other programs
	cargo bench --locked

setup: ## only sets up the tools
	@scripts/setup.sh

clean: ## removes what was built, not the tools
	rm -rf dist single target
