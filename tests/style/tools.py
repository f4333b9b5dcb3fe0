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


def check_headers(tree, build):
    """Every header compiles alone: whoever includes it need not know what it needs."""
    passed = Passed(Path(build, "style"))
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

    yield from each(work, [p for p in tree.headers() if not p.startswith("client/platform/web/")])


def check_tidy(tree, build):
    """clang-tidy, with the few checks of .clang-tidy, on the product's sources."""
    passed = Passed(Path(build, "style"))
    known = {Path(c["file"]).resolve().relative_to(tree.root).as_posix()
             for c in json.loads(Path(build, "compile_commands.json").read_text())
             if Path(c["file"]).resolve().is_relative_to(tree.root)}
    rules = tree.text(".clang-tidy")

    def work(path):
        key = passed.key("tidy", rules, tree.hash_with_includes(path))
        if passed.has(key):
            return []
        result = run(["clang-tidy", "--quiet", "-p", str(build), path], tree.root)
        found = []
        for file, line, message in re.findall(
                r"^(\S+?):(\d+):\d+: (?:warning|error): (.*)$", result.stdout, re.M):
            name = os.path.relpath(file, tree.root) if os.path.isabs(file) else file
            found.append((name, int(line), message))
        if result.returncode == 0 and not found:
            passed.add(key)
        elif not found:
            found.append((path, 1, f"clang-tidy failed: {result.stdout.strip()[:300]}"))
        return found

    ours = [p for p in tree.cpp() if p.endswith(".cpp") and p in known
            and p.startswith(("shared/", "server/", "client/"))]
    yield from sorted(set(each(work, ours)))
