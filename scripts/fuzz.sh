#!/usr/bin/env bash
# Feeds every reader and the pipeline with made-up inputs, SECONDS_EACH seconds each (or as many as the first
# argument says); other arguments name targets. Needs a nightly compiler and cargo-fuzz. The corpus stays in
# fuzz/corpus, so that the next run goes on from it; what makes a target fail is in fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-${SECONDS_EACH:-20}}
shift || true
targets=("$@")
((${#targets[@]})) || mapfile -t targets < <(sed -n 's/^name = "\([a-z_]*\)"$/\1/p' fuzz/Cargo.toml)

say() { echo "fuzz: $*" >&2; }
rustup run nightly rustc --version >/dev/null 2>&1 ||
  { say "a nightly compiler is missing: rustup toolchain install nightly"; exit 1; }
cargo fuzz --version >/dev/null 2>&1 || { say "cargo-fuzz is missing: cargo install cargo-fuzz"; exit 1; }

# Seeds: the samples of the page, and hostile files beside the project where they are.
seed() {
  local target=$1 into=fuzz/corpus/$1
  mkdir -p "$into"
  case $target in
    text | pipeline) cp static/samples/*.txt "$into" ;;
    pdf) find ../shared/hostile -name '*.pdf' -exec cp -t "$into" {} + 2>/dev/null || true ;;
    html) find ../shared/hostile -name '*.html' -exec cp -t "$into" {} + 2>/dev/null || true ;;
    archive) find ../shared/hostile -type f -size -200k -exec cp -t "$into" {} + 2>/dev/null || true ;;
  esac
  cp -n "fuzz/seeds/$target"/* "$into" 2>/dev/null || true
}

for target in "${targets[@]}"; do
  seed "$target"
  say "$target, $seconds seconds"
  cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 \
    -max_len=200000 -dict=fuzz/words.dict -print_final_stats=1
done
