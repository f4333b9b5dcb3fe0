#!/usr/bin/env python3
"""check.py [--root DIR] [--build DIR] [--fix]: the style of the project, as checks.

Without --build only those that read text are run; with it (a configured native build tree) also those that
compile. --fix lays all C++ out and stops. One check is one test; the last line counts them.
"""
import argparse
import sys
import time
from pathlib import Path

import layers
import tools
import words
from files import Tree
from house import NoHouse

TEXT_CHECKS = [
    ("layers", layers.check_layers),
    ("words", words.check_words),
    ("names", words.check_names),
    ("unfinished", words.check_unfinished),
    ("shape", words.check_shape),
    ("tests can fail", words.check_tests_can_fail),
    ("messages", words.check_messages),
    ("locks", words.check_locks),
]


def run_check(name, findings):
    """Prints what a check found; tells whether it found nothing."""
    started = time.monotonic()
    try:
        found = list(findings)
    except NoHouse as problem:
        found = [("README.md", 1, str(problem))]
    except FileNotFoundError as problem:
        found = [("tests/style", 1, f"{problem}: ./dev doctor says what to install")]
    for path, line, message in found:
        print(f"{path}:{line}: [{name}] {message}")
    print(f"{'FAIL' if found else 'ok'}   {name} ({time.monotonic() - started:.1f} s)", flush=True)
    return not found


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--root", default=Path(__file__).resolve().parents[2])
    options.add_argument("--build")
    options.add_argument("--fix", action="store_true")
    chosen = options.parse_args()
    tree = Tree(chosen.root)
    if chosen.fix:
        tools.fix_layout(tree)
        return 0
    results = [run_check(name, check(tree)) for name, check in TEXT_CHECKS]
    if chosen.build:
        build = Path(chosen.build).resolve()
        results.append(run_check("layout", tools.check_layout(tree)))
        results.append(run_check("headers", tools.check_headers(tree, build)))
        results.append(run_check("clang-tidy", tools.check_tidy(tree, build)))
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
