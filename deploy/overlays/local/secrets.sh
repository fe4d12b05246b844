#!/bin/sh
# Prints Secrets with fresh random passwords; nothing secret is kept in the repository.
# Once, before the first apply:  deploy/overlays/local/secrets.sh | kubectl apply --namespace puente --filename -
set -eu
random() {
    head -c 24 /dev/urandom | od -A n -t x1 | tr -d ' \n'
}
secret() {
    printf -- '---\napiVersion: v1\nkind: Secret\ntype: kubernetes.io/basic-auth\nmetadata:\n  name: %s\nstringData:\n  username: %s\n  password: %s\n' \
        "$1" "$2" "$(random)"
}
secret postgres-superuser postgres
secret statistics-database statistics
secret statistics-database-owner statistics_owner
secret diplomacy-database diplomacy
secret diplomacy-database-owner diplomacy_owner
secret keycloak-database keycloak
secret keycloak-admin admin
