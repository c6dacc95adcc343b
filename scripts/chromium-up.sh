#!/usr/bin/env bash
# Finds Chromium for the browser tests, installing Debian's with fonts for Vietnamese, Chinese and emoji
# when there is none. Standard output is one line: CHROMIUM_PATH=…
set -euo pipefail

fail() {
  printf '✗ %s\n' "$1" >&2
  exit 1
}

find_browser() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" && return 0
  done
  return 1
}

if ! browser=$(find_browser); then
  remedy="install chromium, or set CHROMIUM_PATH to a Chromium or Chrome"
  [ "$(id -u)" = 0 ] || fail "there is no browser, and only root can install one → $remedy"
  command -v apt-get >/dev/null || fail "there is no browser, and no apt-get to install one → $remedy"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-color-emoji; } \
    >/dev/null || fail "chromium could not be installed → $remedy"
  browser=$(find_browser) || fail "chromium was installed but is not on the path → $remedy"
fi
printf 'CHROMIUM_PATH=%s\n' "$browser"
