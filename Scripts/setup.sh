#!/bin/sh
# Installs the libraries that Apus is built on: GMP, MPFR and FLINT with Arb.
set -eu

if [ "$(uname)" = Darwin ]; then
  exec brew install gmp mpfr flint
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

packages="git g++ pkg-config libgmp-dev libmpfr-dev libflint-dev"
as_root apt-get update -qq
# FLINT 2 keeps Arb in a package of its own; from FLINT 3 on it is part of FLINT.
if apt-cache show libflint-arb-dev >/dev/null 2>&1; then packages="$packages libflint-arb-dev"; fi
# shellcheck disable=SC2086
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages
