#!/usr/bin/env bash
# Sets up what building and trying the page needs, on a machine that has rustup, cargo, node and
# npm. What is there already is kept, so a second run takes a second and says nothing. Everything
# that can goes into .tools and web/node_modules, which git ignores; only the browser is a package
# of the system.
#
#   scripts/setup.sh            everything
#   scripts/setup.sh build      what `make serve` and `make build` need: no browser
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$PWD/.tools
export PATH="$tools/bin:$PATH"

say() { echo "setup: $*" >&2; }
need() { command -v "$1" >/dev/null || { say "$1 is missing. $2"; exit 1; }; }

set_up_target() {
  rustup target list --installed | grep -qx wasm32-unknown-unknown && return
  say "adding the target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown >/dev/null 2>&1 ||
    { say "rustup could not add wasm32-unknown-unknown"; return 1; }
}

version_in() { sed -n "/^name = \"$2\"\$/{n;s/^version = \"\(.*\)\"\$/\1/p;q}" "$1"; }

# Compiles scripts/bindgen into .tools/bin; the log is shown only when that fails.
set_up_bindgen() {
  local page made
  page=$(version_in Cargo.lock wasm-bindgen)
  made=$(version_in scripts/bindgen/Cargo.lock wasm-bindgen-cli-support)
  [ "$page" = "$made" ] || { say "scripts/bindgen is of wasm-bindgen $made, the page of $page"; return 1; }
  cat scripts/bindgen/Cargo.lock scripts/bindgen/src/main.rs | cmp -s - "$tools/bindgen.of" && return
  say "compiling wasm-bindgen (once, a minute)"
  cargo build --quiet --locked --manifest-path scripts/bindgen/Cargo.toml --target-dir "$tools/target" \
    >"$tools/bindgen.log" 2>&1 || { cat "$tools/bindgen.log" >&2; say "wasm-bindgen could not be compiled"; return 1; }
  cp "$tools/target/debug/gouji-bindgen" "$tools/bin/gouji-bindgen"
  cat scripts/bindgen/Cargo.lock scripts/bindgen/src/main.rs >"$tools/bindgen.of"
  rm -rf "$tools/target"
}

# The charts, pdf.js, esbuild, wasm-opt (binaryen), playwright-core and axe-core, as web/package-lock.json pins them.
set_up_npm() {
  if ! cmp -s web/package-lock.json web/node_modules/.set-up; then
    say "installing the npm packages of web/"
    npm ci --prefix web --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    cp web/package-lock.json web/node_modules/.set-up
  fi
  ln -sfn ../../web/node_modules/.bin/wasm-opt "$tools/bin/wasm-opt"
}

# A browser for the tests of the page, and a Chinese font to look at its screenshots.
set_up_browser() {
  command -v "${CHROMIUM:-chromium}" >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q . && return
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    say "no chromium here, and this is not a Debian system with root: install chromium and a Chinese"
    say "font yourself, or set CHROMIUM to a browser; the tests of the page are left out until then"
    return
  fi
  say "installing chromium and a Chinese font"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium chromium-driver fontconfig fonts-wqy-microhei >/dev/null 2>"$tools/browser.log" ||
    { cat "$tools/browser.log" >&2; return 1; }
}

need cargo "Install Rust with https://rustup.rs"
need rustup "Install Rust with https://rustup.rs"
need npm "Install Node.js 20 or later"
mkdir -p "$tools/bin"

set_up_target
set_up_npm & npm_job=$!
set_up_bindgen
[ "${1:-all}" = build ] || set_up_browser
wait "$npm_job"
