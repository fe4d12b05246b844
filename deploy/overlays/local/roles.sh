#!/bin/sh
# Runs once, on an empty volume: two roles and one database for each service. The owner migrates, the other only reads and writes.
set -eu
create() {
    psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --set name="$1" <<'SQL'
\getenv password PASSWORD
\getenv owner_password OWNER_PASSWORD
select :'name' || '_owner' as owner \gset
create role :"owner" login password :'owner_password';
create role :"name" login password :'password';
create database :"name" owner :"owner";
revoke connect on database :"name" from public;
grant connect, temporary on database :"name" to :"name";
SQL
}
PASSWORD=$STATISTICS_PASSWORD OWNER_PASSWORD=$STATISTICS_OWNER_PASSWORD create statistics
PASSWORD=$DIPLOMACY_PASSWORD OWNER_PASSWORD=$DIPLOMACY_OWNER_PASSWORD create diplomacy

psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username postgres <<'SQL'
\getenv password KEYCLOAK_PASSWORD
create role keycloak login password :'password';
create database keycloak owner keycloak;
SQL
