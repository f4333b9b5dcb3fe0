#!/usr/bin/env python3
"""count.py LOG: prints how many tests passed and failed, as the closing lines of a suite's output say.

Knows Catch2's summary and the plain line `N passed, N failed`; a log with neither counts nothing.
"""
import re
import sys

text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
text = re.sub(r"\x1b\[[0-9;]*m", "", text)

plain = re.findall(r"^(?:\w+: )?(\d+) passed, (\d+) failed", text, re.M)
all_passed = re.findall(r"^All tests passed \(\d+ assertions? in (\d+) test cases?\)", text, re.M)
some_failed = re.findall(r"^test cases: +(\d+) \|(.*)$", text, re.M)

if some_failed:
    total, rest = some_failed[-1]
    failures = re.search(r"(\d+) failed", rest)
    skips = re.search(r"(\d+) skipped", rest)
    expected = re.search(r"(\d+) failed as expected", rest)
    bad = int(failures.group(1)) if failures else 0
    if expected and failures and expected.start() == failures.start():
        bad = 0
    print(int(total) - bad - (int(skips.group(1)) if skips else 0), bad)
elif all_passed:
    print(int(all_passed[-1]), 0)
elif plain:
    print(*plain[-1])
else:
    print(0, 0)
