"""What the text of a file may not say, how long it may be, how it begins."""
import re
from pathlib import Path

# (what it is about, pattern, trees it is banned in, where it is allowed all the same)
WORLD = ("client/platform/", "server/main.cpp")
BANNED = [
    ("the compiler's word for the browser", r"\b__EMSCRIPTEN__\b", ("shared", "server", "client"),
     ("client/platform/",)),
    ("a clock read; have the time given", r"\bsystem_clock\b|\bgettimeofday\b|\b(local|gm)time(_r)?\s*\(",
     ("shared", "server", "client"), WORLD),
    ("a clock read; have the time given", r"(?<![\w.>:])(std::|::)?time\s*\(\s*(nullptr|NULL|0|&)",
     ("shared", "server", "client"), WORLD),
    ("a clock read; have the time given", r"\b(steady_clock|high_resolution_clock)\b|\bclock_gettime\b",
     ("shared", "client"), WORLD),
    ("randomness; have it given", r"(?<![\w.>])(std::)?s?rand\s*\(|\brandom_device\b",
     ("shared", "server", "client"), WORLD),
    ("the environment, read away from the start", r"\bgetenv\s*\(", ("shared", "server", "client"), WORLD),
    ("exceptions; errors are values here", r"\bthrow\b|\btry\s*\{|\bcatch\s*\(", ("shared", "client"), ()),
    ("what the browser's compiler lacks",
     r"\bstd::format\b|\bstd::ranges::|#\s*include\s*<(format|ranges|source_location|expected)>|\bjthread\b",
     ("shared", "client"), ()),
]
NAMES = r"(utils?|common|managers?|helpers?)"
UNFINISHED = r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b"
LINES_MAX = 400
TABLE_ROW = re.compile(r'\s*[{"].*["}],?;?$')   # a row of data, which no one reads as code


def without_comments_and_strings(text):
    """The same lines, with comments and string contents blanked."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'R"(\w*)\((?s:.*?)\)\1"|//[^\n]*|/\*(?s:.*?)\*/|"(?:[^"\\\n]|\\.)*"', blank, text)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def check_words(tree):
    for path in tree.cpp():
        top = path.split("/")[0]
        code = without_comments_and_strings(tree.text(path))
        for about, pattern, trees, allowed in BANNED:
            if top in trees and not path.startswith(tuple(allowed) or ("\0",)):
                for match in re.finditer(pattern, code):
                    yield path, line_of(code, match.start()), f"{match.group(0).strip()}: {about}"
        for match in re.finditer(
                rf"\b(class|struct|namespace|enum class)\s+(\w*({NAMES})|({NAMES})\w*)\b", code, re.I):
            yield path, line_of(code, match.start()), f"{match.group(2)}: a name that says nothing"


def check_names(tree):
    for path in tree.paths:
        for part in Path(path).parts:
            if re.search(rf"(^|[_\-.]){NAMES}([_\-.]|$)", part, re.I):
                yield path, 1, f"{part}: a name that says nothing"
        if path.endswith((".h", ".cpp")) and not re.fullmatch(r"[a-z0-9_./]+", path):
            yield path, 1, "file names are snake_case"


def check_unfinished(tree):
    for path in tree.written():
        for match in re.finditer(UNFINISHED, tree.text(path)):
            yield path, line_of(tree.text(path), match.start()), f"{match.group(0)}: finish it"


def check_shape(tree):
    for path in tree.cpp():
        text = tree.text(path)
        lines = sum(not TABLE_ROW.match(line) for line in text.splitlines())
        if lines > LINES_MAX:
            yield path, LINES_MAX, f"{lines} lines: is it one thing? ({LINES_MAX} at most)"
        # Said elsewhere: by the names of the tests in a test, by its header for a source that has one.
        said = path.startswith("tests/") or path.endswith(".cpp") and path[:-3] + "h" in tree.paths
        if not said and not text.startswith("//"):
            yield path, 1, "the first line says in a comment what the file is for"
        if path.endswith(".h") and "#pragma once" not in text:
            yield path, 1, "a header says #pragma once"


def check_tests_can_fail(tree):
    """A TEST_CASE that asserts nothing, itself or by calling a function of its file that does."""
    asserting = r"CHECK|REQUIRE|FAIL|STATIC_|\b(check|require|expect|must)_?\w*\s*[(<]|BENCHMARK"
    for path in tree.cpp():
        if not path.startswith("tests/"):
            continue
        text = tree.text(path)
        starts = [m.start() for m in re.finditer(r"^\s*(TEMPLATE_)?TEST_CASE", text, re.M)]
        above = text[:starts[0]] if starts else ""
        called = asserting
        if re.search(asserting, above):
            names = set(re.findall(r"\b(\w+)\([^;{}]*\)[^;{}()]*\{", above)) - {"if", "for", "while"}
            called = "|".join([asserting, *(rf"\b{name}\b" for name in sorted(names))])
        for start, end in zip(starts, starts[1:] + [len(text)]):
            if not re.search(called, text[start + 12:end]):
                yield path, line_of(text, start) + 1, "a test that cannot fail"


def check_messages(tree):
    """Each message is said somewhere; one that no code names is a text that every browser loads for nothing."""
    named = set()
    for path in tree.cpp():
        named.update(re.findall(r"::(\w+)", without_comments_and_strings(tree.text(path))))
    for path in tree.paths:
        if re.fullmatch(r"shared/text/(messages_\w+|\w+_words)\.inc", path):
            for match in re.finditer(r"^M\(\s*(\w+)", tree.text(path), re.M):
                if match.group(1) not in named:
                    yield path, line_of(tree.text(path), match.start()), f"{match.group(1)}: said nowhere"


def check_locks(tree):
    for path in tree.paths:
        if Path(path).name == "package-lock.json" and '"resolved"' in tree.text(path):
            yield path, 1, "names where packages came from; npm's omit-lockfile-registry-resolved leaves it out"
