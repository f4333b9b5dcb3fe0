#!/usr/bin/env python3
"""fonts.py OUT: slices of an open font for machines that have no Chinese one, such as a bare Linux behind a wall.

Reads Debian's Noto Sans CJK (fonts-noto-cjk) with fontTools (python3-fonttools, python3-brotli) and writes woff2
files of some ten to a hundred KB, each for some characters, with a style sheet that says which. The characters
of the program itself come first, then those of GB 2312, then all other unified ones. A browser loads a slice
only when it has to draw one of its characters and the page found that the device cannot. Ends with status 3,
having done nothing, where font or tools are missing.
"""
import hashlib
import pathlib
import shutil
import sys
import tempfile

FONT = pathlib.Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LICENCE = pathlib.Path("/usr/share/doc/fonts-noto-cjk/copyright")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SPOKEN = ["shared/text/*.inc", "server/http/page_words.inc", "web/*.js", "web/index.html", "server/demo/*.cpp"]
# Figures and letters go with the first slice: what a bare machine has of them does not match.
PLAIN = [*range(0x20, 0x7F), *map(ord, "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u00d7\u2212")]
SIZES = [(250, "own"), (160, "common"), (256, "rare")]  # characters of a slice


def is_wide(code):
    return 0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF


def groups():
    """Characters in the order in which they are likely to be needed, each once."""
    seen, own = set(), []
    for pattern in SPOKEN:
        for file in sorted(ROOT.glob(pattern)):
            own += file.read_text(encoding="utf-8")
    common = [bytes((high, low)).decode("gb2312", "ignore")
              for high in [*range(0xA1, 0xA4), *range(0xB0, 0xF8)] for low in range(0xA1, 0xFF)]
    rare = [chr(code) for code in range(0x4E00, 0x9FA6)]
    for characters in (own, common, rare):
        group = []
        for character in characters:
            if character and is_wide(ord(character)) and character not in seen:
                seen.add(character)
                group.append(ord(character))
        yield group


def ranges(codes):
    """U+4E00-4E09,U+4E11: as a style sheet writes a set of characters."""
    out, codes = [], sorted(codes)
    first = last = codes[0]
    for code in codes[1:] + [None]:
        if code == last + 1 if code is not None else False:
            last = code
            continue
        out.append(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}")
        first = last = code
    return ",".join(out)


def cut(source, codes, target, flavour=None, number=-1):
    from fontTools import subset
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=False, name_IDs=[1, 2],
                             flavor=flavour, font_number=number, desubroutinize=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    font = subset.load_font(str(source), options, dontLoadGlyphNames=True)
    has = set(font.getBestCmap())
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for code in codes if code in has])
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return [code for code in codes if code in has]


def simplified(path):
    """Which font of the collection has the forms of the mainland."""
    from fontTools.ttLib import TTCollection
    for number, font in enumerate(TTCollection(str(path), lazy=True)):
        if font["name"].getDebugName(4) == "Noto Sans CJK SC":
            return number
    raise SystemExit(3)


def main(out):
    # Once for each version of this file: a new sentence of the program has its characters in some slice too.
    found = list(groups())
    stamp = hashlib.sha256(pathlib.Path(__file__).read_bytes()).hexdigest()
    done = out / ".stamp"
    if done.exists() and done.read_text() == stamp:
        return
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    sheet = []
    with tempfile.TemporaryDirectory() as work:
        whole, slice_ = pathlib.Path(work) / "whole.otf", pathlib.Path(work) / "slice.woff2"
        cut(FONT, PLAIN + [code for group in found for code in group], whole, None, simplified(FONT))
        for group, (size, _) in zip(found, SIZES):
            for at in range(0, len(group), size):
                codes = cut(whole, group[at:at + size] + ([] if sheet else PLAIN), slice_, "woff2")
                if not codes:
                    continue
                data = slice_.read_bytes()
                name = f"han-{len(sheet):02}.{hashlib.sha256(data).hexdigest()[:12]}.woff2"
                (out / name).write_bytes(data)
                sheet.append(f'@font-face{{font-family:"Shanzhi Han";src:url({name})format("woff2");'
                             f'unicode-range:{ranges(codes)}}}')
    (out / "han.css").write_text("\n".join(sheet) + "\n")
    if LICENCE.exists():
        shutil.copy(LICENCE, out / "licence.txt")
    done.write_text(stamp)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    try:
        import brotli  # noqa: F401  what woff2 is packed with
        import fontTools  # noqa: F401
    except ImportError:
        raise SystemExit(3)
    if not FONT.exists():
        raise SystemExit(3)
    main(pathlib.Path(sys.argv[1]))
