#!/bin/sh
# Installs what Apus is built on: GMP, MPFR and FLINT with Arb; and what Swift itself needs of the system.
# With --simulation also what the trait Simulation needs: SUNDIALS and KLU.
set -eu

simulation=
case "${1-}" in
"") ;;
--simulation) simulation=yes ;;
*)
  echo "usage: $0 [--simulation]" >&2
  exit 64
  ;;
esac

if [ "$(uname)" = Darwin ]; then
  exec brew install gmp mpfr flint ${simulation:+sundials suite-sparse}
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# A toolchain unpacked from an archive finds neither a linker, nor git, nor the libraries that it runs on.
packages="ca-certificates git g++ libncurses6 libsqlite3-0 libxml2 libcurl4"
packages="$packages pkg-config libgmp-dev libmpfr-dev libflint-dev"
if [ -n "$simulation" ]; then packages="$packages libsundials-dev libsuitesparse-dev"; fi
as_root apt-get update -qq
# FLINT 2 keeps Arb in a package of its own; from FLINT 3 on it is part of FLINT.
if apt-cache show libflint-arb-dev >/dev/null 2>&1; then packages="$packages libflint-arb-dev"; fi
# shellcheck disable=SC2086
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
