#!/usr/bin/env bash
# benches/cold.sh [REVISION]: how long a cold `cargo test --release --no-run` takes, in a folder of its own, how large
# the program is, and how long it then takes to build this repository's content. Needs a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'rm -rf "$folder"' EXIT
source=$PWD
if [ $# -gt 0 ]; then
    source=$folder/source
    mkdir "$source"
    git archive "$1" | tar -x -C "$source"
fi
export CARGO_TARGET_DIR=$folder/target
cd "$source"
cargo fetch --locked --quiet
TIMEFORMAT='cold: %R s, %U s of processors'
time cargo test --release --locked --no-run --timings --quiet
cp "$CARGO_TARGET_DIR"/cargo-timings/cargo-timing.html "${TMPDIR:-/tmp}/shanhai-cold.html"
program=$CARGO_TARGET_DIR/release/shanhai
stat -c 'program: %s bytes' "$program"
TIMEFORMAT='build: %R s, %U s of processors'
for _ in 1 2 3; do
    rm -rf "$folder/site"
    time "$program" build --output "$folder/site" >/dev/null 2>&1
done
echo "which crate took how long: ${TMPDIR:-/tmp}/shanhai-cold.html"
