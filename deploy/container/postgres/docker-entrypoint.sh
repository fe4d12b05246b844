#!/bin/sh
# At the first start the scripts of /docker-entrypoint-initdb.d run, against a server that hears its socket alone.
set -eu
PATH=$(echo /usr/lib/postgresql/*/bin):$PATH
PGDATA=/var/lib/postgresql/data
# Podman gives the volume for the socket to root, whatever fsGroup says; here everybody may write.
export PGHOST=/tmp
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
    initdb --pgdata="$PGDATA" --username=postgres --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8
    rm /tmp/password
    echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
    pg_ctl --pgdata="$PGDATA" --wait --options='-c listen_addresses= -c unix_socket_directories=/tmp' start
    for script in /docker-entrypoint-initdb.d/*.sh; do
        # Podman 4 mounts a ConfigMap without the mode that the manifest gives it.
        if [ -x "$script" ]; then "$script"; else sh "$script"; fi
    done
    pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop
fi
exec postgres -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/tmp
