"""The files of the project, read once: what the checks walk over."""
import hashlib
import os
import re
from pathlib import Path

SKIPPED = {".git", ".deps", ".cache", "build", "node_modules", "__pycache__", "fixtures"}
TEXT = {".h", ".cpp", ".js", ".mjs", ".css", ".html", ".sql", ".md", ".py", ".sh", ".cmake", ".json",
        ".txt", ".conf", ".service", ""}


class Tree:
    def __init__(self, root):
        self.root = Path(root).resolve()
        self.paths = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = sorted(f for f in folders if f not in SKIPPED)
            here = Path(folder).relative_to(self.root)
            self.paths += [(here / name).as_posix() for name in sorted(names)]
        self._texts = {}
        self._hashes = {}

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = (self.root / path).read_text(encoding="utf-8", errors="replace")
        return self._texts[path]

    def cpp(self):
        return [p for p in self.paths if p.endswith((".h", ".cpp"))]

    def headers(self):
        return [p for p in self.paths if p.endswith(".h")]

    def written(self):
        """Everything a person writes, as text."""
        return [p for p in self.paths
                if Path(p).suffix in TEXT and Path(p).name != "package-lock.json"]

    def hash_with_includes(self, path):
        """A hash of the file and of every file of the project it includes, however deep."""
        seen, waiting = set(), [path]
        while waiting:
            now = waiting.pop()
            if now in seen or not (self.root / now).is_file():
                continue
            seen.add(now)
            waiting += re.findall(r'^\s*#\s*include\s*"([^"]+)"', self.text(now), re.M)
        whole = hashlib.sha256()
        for name in sorted(seen):
            whole.update(name.encode() + b"\0" + self.text(name).encode() + b"\0")
        return whole.hexdigest()
