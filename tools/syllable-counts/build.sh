#!/bin/sh
# Writes src/language/data/syllables.txt.gz: build.sh DATA_ROOT [--without FOLDER …]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
data=${1:?the directory that holds mlqa_dev_vi and xquad_vi_en_zh}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --no-deps --dest "$work" wordfreq==3.1.1
python3 -m zipfile -e "$work"/wordfreq-3.1.1-*.whl "$work/wordfreq"
mkdir -p "$root/src/language/data"
cd "$root"
node_modules/.bin/node --import tsx tools/syllable-counts/build.ts \
  --wordfreq "$work/wordfreq/wordfreq/data/small_vi.msgpack.gz" \
  --data-root "$data" --out "${OUT:-src/language/data/syllables.txt.gz}" "$@"
