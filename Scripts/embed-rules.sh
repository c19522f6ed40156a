#!/usr/bin/env bash
# Writes Sources/ApusRules/EmbeddedRules.swift from the files of Rules/; a test compares the two byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C

{
  cat <<'HEAD'
// swift-format-ignore-file
// Written by Scripts/embed-rules.sh from the files of Rules/: change those.

/// The rule files, as they stand in `Rules/`.
package enum EmbeddedRules {
  /// The name of each file without its ending, and its text; sorted by name.
  package static let files: [(name: String, text: String)] = [
HEAD
  for file in Rules/*.rules; do
    printf '    ("%s", #"""\n' "$(basename "$file" .rules)"
    # The line end before the closing quotes is not part of the text.
    cat "$file"
    printf '\n"""#),\n'
  done
  printf '  ]\n}\n'
} > Sources/ApusRules/EmbeddedRules.swift
