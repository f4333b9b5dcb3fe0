#!/usr/bin/env python3
"""Proves that the style checks find what they are for: each case breaks one thing in a copy of a faultless
small house (fixtures/house) and expects exactly that to be found."""
import shutil
import sys
import tempfile
from pathlib import Path

import layers
import words
from files import Tree
from house import NoHouse

HOUSE = Path(__file__).parent / "fixtures" / "house"
UNFINISHED = "TO" + "DO"

# (promise, check, file, text put at its end, words of the one expected finding or None)
CASES = [
    ("a room that knows nothing includes nothing", layers.check_layers, "shared/base/id.h",
     '#include "shared/ledger/ledger.h"\n', "knows nothing"),
    ("siblings of one row do not see each other", layers.check_layers, "shared/people/people.h",
     '#include "shared/ledger/ledger.h"\n', "are siblings"),
    ("a folder behind … is a sibling too", layers.check_layers, "shared/boards/boards.h",
     '// Boards.\n#pragma once\n#include "shared/ledger/ledger.h"\n', "are siblings"),
    ("siblings said to be such do not see each other", layers.check_layers, "server/http/router.h",
     '#include "server/storage/store.h"\n', "are siblings"),
    ("nobody looks up", layers.check_layers, "server/app/award.h",
     '#include "server/storage/store.h"\n', "may not look up"),
    ("the server does not see the client", layers.check_layers, "server/app/award.h",
     '#include "client/app.h"\n', "meet only in shared"),
    ("shared sees neither server nor client", layers.check_layers, "shared/ledger/ledger.h",
     '#include "server/app/award.h"\n', "meet only in shared"),
    ("widgets do not see the platform", layers.check_layers, "client/widgets/button.h",
     '#include "client/platform/web/main.cpp"\n', "may not look up"),
    ("a folder that the list lacks is found", layers.check_layers, "server/cellar/wine.h",
     '// Wine.\n#pragma once\n#include "shared/base/id.h"\n', "not among README's rooms"),
    ("the product does not include its tests", layers.check_layers, "server/http/router.h",
     '#include "tests/unit/id_test.cpp"\n', "never includes its tests"),
    ("JSON is included only where it may be", layers.check_layers, "shared/people/people.h",
     "#include <nlohmann/json.hpp>\n", "only in shared/describe/*.cpp"),
    ("JSON is not included in a header even there", layers.check_layers, "shared/describe/json.h",
     "// JSON.\n#pragma once\n#include <nlohmann/json.hpp>\n", "only in shared/describe/*.cpp"),
    ("SQLite is not included by the routes", layers.check_layers, "server/http/router.h",
     "#include <SQLiteCpp/Database.h>\n", "only in server/storage"),
    ("a quoted include begins at the root", layers.check_layers, "server/http/router.h",
     '#include "router_parts.h"\n', "begin at the root"),
    ("an include of nothing is found", layers.check_layers, "server/http/router.h",
     '#include "server/http/gone.h"\n', "does not exist"),
    ("the browser is not asked for outside the platform", words.check_words, "client/app.cpp",
     "#ifdef __EMSCRIPTEN__\n#endif\n", "__EMSCRIPTEN__"),
    ("a clock is not read outside main", words.check_words, "server/app/award.h",
     "auto now = std::chrono::system_clock::now();\n", "clock read"),
    ("time() is not called in the domain", words.check_words, "shared/ledger/ledger.h",
     "auto now = std::time(nullptr);\n", "clock read"),
    ("randomness is not made in the domain", words.check_words, "shared/people/people.h",
     "int n = rand();\n", "randomness"),
    ("nothing is thrown in shared", words.check_words, "shared/people/people.h",
     "void f() { throw 1; }\n", "exceptions"),
    ("a class is not named for managing", words.check_words, "server/app/award.h",
     "class AwardManager {};\n", "says nothing"),
    ("a file is not named for helping", words.check_names, "server/app/award_helpers.h",
     "// Awards.\n#pragma once\n", "says nothing"),
    ("unfinished work is found", words.check_unfinished, "server/app/award.h",
     f"// {UNFINISHED}: the rest\n", "finish it"),
    ("a file past 400 lines is found", words.check_shape, "server/app/award.h",
     "\n" * 400, "is it one thing"),
    ("rows of a table do not count as lines", words.check_shape, "server/app/award.h",
     '    {"a", 1},\n' * 500, None),
    ("a file says what it is for", words.check_shape, "shared/people/names.cpp",
     "int names;\n", "what the file is for"),
    ("a header guards itself", words.check_shape, "shared/people/names.h",
     "// Names.\nint names;\n", "#pragma once"),
    ("a test that asserts nothing is found", words.check_tests_can_fail, "tests/unit/id_test.cpp",
     'TEST_CASE("nothing") { int a = 1; }\n', "cannot fail"),
    ("a message that no code says is found", words.check_messages, "shared/text/messages_shell.inc",
     'M(gone, "走了", "Gone")\n', "said nowhere"),
    ("a lock that names a registry is found", words.check_locks, "tests/package-lock.json",
     '{"resolved": "somewhere"}\n', "where packages came from"),
]
CHECKS = (layers.check_layers, words.check_words, words.check_names, words.check_unfinished,
          words.check_shape, words.check_tests_can_fail, words.check_messages, words.check_locks)


def findings_with(check, path=None, text=""):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "house")
        shutil.copytree(HOUSE, copy)
        if path:
            Path(copy, path).parent.mkdir(parents=True, exist_ok=True)
            with open(Path(copy, path), "a", encoding="utf-8") as file:
                file.write(text)
        return list(check(Tree(copy)))


def main():
    failures = 0

    def judge(promise, good, seen):
        nonlocal failures
        if not good:
            failures += 1
            print(f"FAIL {promise}: {seen}")

    for check in CHECKS:
        found = findings_with(check)
        judge(f"{check.__name__} finds nothing in a faultless house", not found, found)
    for promise, check, path, text, expected in CASES:
        found = findings_with(check, path, text)
        if expected is None:
            judge(promise, not found, found)
            continue
        fits = len(found) == 1 and found[0][0] == path and expected in found[0][2]
        judge(promise, fits, found)
    try:
        with tempfile.TemporaryDirectory() as empty:
            list(layers.check_layers(Tree(empty)))
        judge("a project without a README fails", False, "no complaint")
    except NoHouse:
        pass
    total = len(CHECKS) + len(CASES) + 1
    print(f"{total - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
