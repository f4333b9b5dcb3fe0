"""Checks that run a compiler or a formatter. What has passed once is not run again until it, or anything it
includes, changes: a passed check leaves a file named by its hash in the cache folder."""
import hashlib
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

JOBS = int(os.environ.get("SHANZHI_JOBS", os.cpu_count() or 2))


def run(arguments, root):
    return subprocess.run(arguments, cwd=root, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, errors="replace")


class Passed:
    """Remembers by hash what passed."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def key(self, *parts):
        return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()

    def has(self, key):
        return (self.folder / key).exists()

    def add(self, key):
        (self.folder / key).touch()


def each(work, items):
    with ThreadPoolExecutor(JOBS) as pool:
        for findings in pool.map(work, items):
            yield from findings


def check_layout(tree):
    files = tree.cpp()
    if not files:
        return
    result = run(["clang-format", "--dry-run", "-Werror", *files], tree.root)
    seen = set()
    for path, line in re.findall(r"^(\S+?):(\d+):\d+: error", result.stdout, re.M):
        if path not in seen:
            seen.add(path)
            yield path, int(line), "laid out otherwise than `./dev fmt` does"
    if result.returncode and not seen:
        yield ".clang-format", 1, result.stdout.strip()[:400]


def fix_layout(tree):
    files = tree.cpp()
    if files:
        subprocess.run(["clang-format", "-i", *files], cwd=tree.root, check=True)


def header_flags(build):
    """How the native build compiles: its include folders and definitions, all together."""
    flags = set()
    commands = json.loads(Path(build, "compile_commands.json").read_text())
    for command in commands:
        words = command["command"].split()
        flags |= {w for w in words if w.startswith(("-I", "-D"))}
        flags |= {f"-isystem{b}" for a, b in zip(words, words[1:]) if a == "-isystem"}
    return sorted(f.replace('\\"', '"') for f in flags)


def first_includes(tree):
    """The headers that a source includes before all else: compiling the source compiles them alone."""
    for path in tree.cpp():
        if path.endswith(".cpp"):
            yield from re.findall(r'^\s*#\s*include\s*["<]([^">]+)', tree.text(path), re.M)[:1]


def check_headers(tree, build):
    """Every header compiles alone: whoever includes it need not know what it needs. The build shows that for
    a header that a source includes first; this shows it for the others."""
    passed = Passed(Path(build, "style"))
    shown = set(first_includes(tree))
    command = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-pragma-once-outside-header",
               "-x", "c++", f"-I{tree.root}", *header_flags(build)]

    def work(path):
        key = passed.key("header", command, tree.hash_with_includes(path))
        if passed.has(key):
            return []
        result = run([*command, path], tree.root)
        if result.returncode == 0:
            passed.add(key)
            return []
        first = re.search(r":(\d+):\d+: (?:fatal )?error: (.*)", result.stdout)
        return [(path, int(first.group(1)) if first else 1,
                 f"does not compile alone: {first.group(2) if first else result.stdout[:300]}")]

    yield from each(work, [p for p in tree.headers()
                           if p not in shown and not p.startswith("client/platform/web/")])


# So many sources are read together by clang-tidy: reading what they include takes longer than the checks.
TIDY_TOGETHER = 24


class Tidy:
    """clang-tidy, with the few checks of .clang-tidy, on several sources at once."""

    def __init__(self, tree, build):
        self.tree = tree
        self.passed = Passed(Path(build, "style"))
        self.command = ["clang-tidy", "--quiet", f"--config-file={tree.root}/.clang-tidy",
                        r"--header-filter=(shared|server|client)/.*\.(h|cpp)$"]
        self.flags = ["-std=c++20", "-Wall", "-Wextra", "-Wno-missing-field-initializers",
                      f"-I{tree.root}", *header_flags(build)]
        self.rules = tree.text(".clang-tidy")

    def key(self, path):
        return self.passed.key("tidy", self.rules, self.flags, self.tree.hash_with_includes(path))

    def batches(self, paths):
        """The sources that have not passed, neighbours apart: names private to a source seldom meet."""
        waiting = [p for p in paths if not self.passed.has(self.key(p))]
        count = -(-len(waiting) // TIDY_TOGETHER)
        return [waiting[start::count] for start in range(count)]

    def check(self, paths):
        """What is found in the sources. Two may not be read together that both name something their own:
        then each half is read by itself."""
        together = self.passed.folder / f"{self.passed.key(*paths)}.cpp"
        together.write_text("".join(f'#include "{path}"\n' for path in paths))
        result = run([*self.command, str(together), "--", *self.flags], self.tree.root)
        together.unlink()
        if result.returncode == 0:
            for path in paths:
                self.passed.add(self.key(path))
            return []
        if len(paths) > 1 and "[clang-diagnostic-error" in result.stdout:
            return self.check(paths[::2]) + self.check(paths[1::2])
        found = [(os.path.relpath(file, self.tree.root), int(line), message) for file, line, message in
                 re.findall(r"^(\S+?):(\d+):\d+: (?:warning|error): (.*)$", result.stdout, re.M)]
        return found or [(paths[0], 1, f"clang-tidy failed: {result.stdout.strip()[:300]}")]


def check_tidy(tree, build):
    """clang-tidy on the product's sources."""
    known = {Path(c["file"]).resolve().relative_to(tree.root).as_posix()
             for c in json.loads(Path(build, "compile_commands.json").read_text())
             if Path(c["file"]).resolve().is_relative_to(tree.root)}
    tidy = Tidy(tree, build)
    ours = [p for p in tree.cpp() if p.endswith(".cpp") and p in known
            and p.startswith(("shared/", "server/", "client/"))]
    yield from sorted(set(each(tidy.check, tidy.batches(ours))))
