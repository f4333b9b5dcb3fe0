#!/usr/bin/env python3
"""count.py LOG…: prints how many tests passed and failed in all, as the closing line of each output says.

Knows Catch2's summary and the plain line `N passed, N failed`; a log with neither counts nothing.
"""
import re
import sys

CLOSING = re.compile(r"^(?:\w+: )?(?P<passed>\d+) passed, (?P<failed>\d+) failed"
                     r"|^All tests passed \(\d+ assertions? in (?P<all>\d+) test cases?\)"
                     r"|^test cases: +(?P<total>\d+) \|(?P<rest>.*)$", re.M)


def count(text):
    closing = None
    for closing in CLOSING.finditer(re.sub(r"\x1b\[[0-9;]*m", "", text)):
        pass
    if not closing:
        return 0, 0
    if closing["all"]:
        return int(closing["all"]), 0
    if closing["passed"]:
        return int(closing["passed"]), int(closing["failed"])
    rest = {what: int(number) for number, what in
            re.findall(r"(\d+) (failed as expected|failed|skipped)", closing["rest"])}
    bad = rest.get("failed", 0)
    return int(closing["total"]) - bad - rest.get("skipped", 0), bad


print(*map(sum, zip(*(count(open(log, encoding="utf-8", errors="replace").read()) for log in sys.argv[1:]))))
