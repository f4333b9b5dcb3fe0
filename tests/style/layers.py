"""Checks every #include of the product against the house (house.py): who may look at whom."""
import re
from pathlib import Path

from house import inside, read_house

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
TREES = ("shared", "server", "client")


def includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def why_not(house, path, target):
    """Why the file at `path` may not include `target`; None when it may."""
    if target.split("/")[0] == "tests":
        return "the product never includes its tests"
    room, wanted = house.room_of(path), house.room_of(target)
    if room is None:
        return f"{Path(path).parent} is not among README's rooms"
    if wanted is None:
        return f"{Path(target).parent} is not among README's rooms"
    tree, other = path.split("/")[0], target.split("/")[0]
    if other not in ("shared", tree):
        return f"{tree}/ and {other}/ meet only in shared/"
    if room.path == wanted.path and Path(path).parts[:2] == Path(target).parts[:2]:
        return None
    if room.wires or Path(path).name == "main.cpp" or Path(path).parent == Path(target).parent:
        return None
    if room.blind:
        return f"{room.path} knows nothing"
    if room.siblings == wanted.siblings:
        return f"{room.path} and {wanted.path} are siblings"
    if wanted.row > room.row:
        return f"{room.path} lies below {wanted.path} and may not look up"
    return None


def check_layers(tree):
    """tree: files.Tree. Yields (path, line, message)."""
    house = read_house(tree.root)
    for path in tree.cpp():
        if path.split("/")[0] not in TREES:
            continue
        for line, quoted, target in includes(tree.text(path)):
            for patterns, library, regex in house.only_here:
                if re.match(regex, target) and not any(inside(path, p) for p in patterns):
                    yield path, line, f"{library} may be included only in {', '.join(patterns)}"
            if not quoted or target.startswith("generated/"):
                continue
            if target.split("/")[0] not in TREES + ("tests",):
                if not any(re.match(regex, target) for _, _, regex in house.only_here):
                    yield path, line, f'"{target}": quoted includes begin at the root of the tree'
                continue
            if not Path(tree.root, target).is_file():
                yield path, line, f'"{target}" does not exist'
            reason = why_not(house, path, target)
            if reason:
                yield path, line, f'"{target}": {reason}'
