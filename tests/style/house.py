"""The house as README.md draws it: which rooms there are, in which order, and what only some may include.

README's architecture section holds a fenced list of rooms and a table `| only here | may be included |`.
This module reads both; the layer check obeys them, so a change of the architecture is a change of README.
"""
import fnmatch
import re
from dataclasses import dataclass, field
from pathlib import Path

# How a library that the table names shows in an #include.
LIBRARIES = {
    "nlohmann/json": r"nlohmann/",
    "SQLiteCpp": r"SQLiteCpp/",
    "sqlite3": r"sqlite3(ext)?\.h",
    "httplib": r"httplib\.h",
    "pugixml": r"pug(ixml|iconfig)\.hpp",
    "minizip": r"(minizip/|(un)?zip\.h)",
    "libxlsxwriter": r"xlsxwriter",
    "Dear ImGui": r"im(gui|stb|config)",
    "Emscripten": r"emscripten",
}


class NoHouse(Exception):
    """README.md does not show the house, or shows it in a way this module cannot read."""


@dataclass
class Room:
    """One folder, or the files that put a tree together (`server/main.cpp`)."""
    path: str           # "shared/base", or "server" for the files directly in it
    row: int            # rooms of one line share it; a later line has a higher one
    siblings: int       # rooms of one number never include one another
    wires: bool = False  # may include everything in its tree
    blind: bool = False  # "knows nothing"


@dataclass
class House:
    rooms: list = field(default_factory=list)
    open_rows: dict = field(default_factory=dict)   # tree -> the row that ends with …
    only_here: list = field(default_factory=list)   # (patterns, library, regex)

    def room_of(self, path):
        """The room of a file's path, or None when the list has none for it."""
        parts = Path(path).parts
        alone = next((r for r in self.rooms if r.path == path), None)  # a port: one header, its own room
        if alone:
            return alone
        if len(parts) == 2:
            return next((r for r in self.rooms if r.wires and r.path == parts[0]), None)
        folder = "/".join(parts[:2])
        found = next((r for r in self.rooms if r.path == folder), None)
        return found or self.open_rows.get(parts[0])


def architecture_section(readme):
    match = re.search(r"^(#+)[^\n]*(architecture|架构|house)[^\n]*$", readme, re.M | re.I)
    if not match:
        raise NoHouse("README.md has no architecture section")
    rest = readme[match.end():]
    deeper = len(match.group(1))
    blocks, fenced = [], False
    for line in rest.splitlines(keepends=True):
        if line.startswith("```"):
            fenced = not fenced
        heading = re.match(r"(#+) ", line)
        if heading and not fenced and len(heading.group(1)) <= deeper:
            break
        blocks.append(line)
    return "".join(blocks)


def read_rooms(section, house):
    for block in re.findall(r"^```[^\n]*\n(.*?)^```", section, re.M | re.S):
        if re.search(r"^shared/", block, re.M):
            break
    else:
        raise NoHouse("README.md's architecture section has no fenced list of rooms (shared/…)")
    group = None    # set from a line that says "siblings:" to the end of its paragraph
    for row, line in enumerate(block.splitlines()):
        match = re.match(r"((shared|server|client)/\S*(?: [^\s]+)*)(?:\s{2,}(.*))?$", line)
        if not match:
            group = None if not line.strip() else group
            continue
        names, top, says = match.group(1), match.group(2), match.group(3) or ""
        if re.search(r"\.(cpp|h)$", names):
            if names.count("/") > 1:
                house.rooms.append(Room(names, row, row))
            else:
                house.rooms.append(Room(top, row, row, wires=True))
            group = None
            continue
        if "siblings:" in says:
            group = row
        for name in names[len(top) + 1:].split():
            room = Room(f"{top}/{name.rstrip('/')}", row, row if group is None else group,
                        blind="knows nothing" in line)
            if name == "…":
                house.open_rows[top] = room
            else:
                house.rooms.append(room)


def read_only_here(section, house):
    table = re.search(r"^\| *only here *\|[^\n]*\n\|[-| :]+\n((?:\|[^\n]*\n?)+)", section, re.M)
    if not table:
        raise NoHouse("README.md's architecture section has no table `only here | may be included`")
    for line in table.group(1).splitlines():
        left, right = [cell.strip() for cell in line.strip().strip("|").split("|")]
        patterns = re.findall(r"`([^`]+)`", left) or [left]
        for library in [name.strip(" `") for name in right.split(",")]:
            if library not in LIBRARIES:
                raise NoHouse(f"tests/style/house.py does not know how {library} is included")
            house.only_here.append((patterns, library, LIBRARIES[library]))


def read_house(root):
    readme = Path(root, "README.md")
    if not readme.is_file():
        raise NoHouse("README.md is missing: its architecture section lists the rooms")
    section = architecture_section(readme.read_text(encoding="utf-8"))
    house = House()
    read_rooms(section, house)
    read_only_here(section, house)
    return house


def inside(path, pattern):
    """Whether a path is a file the pattern names, or lies in the folder it names."""
    return fnmatch.fnmatch(path, pattern) or path.startswith(pattern.rstrip("/") + "/")
