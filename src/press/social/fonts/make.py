#!/usr/bin/env python3
"""Makes the fonts of social pictures; README.md beside this file says of what.

    make.py FOLDER_OF_FONTS [OUTPUT]
"""

import io
import pathlib
import sys

import brotli
from fontTools import subset
from fontTools.ttLib import TTFont

SOURCES = pathlib.Path(sys.argv[1])
OUTPUT = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parent)

# Joiners and the circle that a lone mark stands on.
COMMON = [0x200C, 0x200D, 0x25CC]

# One font for each script that needs its own shaping: its file's name, the ranges of its characters.
SCRIPTS = {
    "Arabic": [(0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)],
    "Armenian": [(0x530, 0x58F), (0xFB13, 0xFB17)],
    "Bengali": [(0x980, 0x9FF)],
    "Devanagari": [(0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)],
    "Ethiopic": [(0x1200, 0x139F)],
    "Georgian": [(0x10A0, 0x10FF), (0x1C90, 0x1CBF)],
    "Gujarati": [(0xA80, 0xAFF)],
    "Gurmukhi": [(0xA00, 0xA7F)],
    "Hebrew": [(0x590, 0x5FF), (0x20AA, 0x20AA), (0xFB1D, 0xFB4F)],
    "Kannada": [(0xC80, 0xCFF)],
    "Khmer": [(0x1780, 0x17FF)],
    "Lao": [(0xE80, 0xEFF)],
    "Malayalam": [(0xD00, 0xD7F)],
    "Myanmar": [(0x1000, 0x109F)],
    "Oriya": [(0xB00, 0xB7F)],
    "Sinhala": [(0xD80, 0xDFF)],
    "Tamil": [(0xB80, 0xBFF)],
    "Telugu": [(0xC00, 0xC7F)],
    "Thaana": [(0x780, 0x7BF)],
    "Thai": [(0xE00, 0xE7F)],
}

# Latin, Greek, Cyrillic, and the signs that go with them.
TEXT = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x20CF),
        (0x2100, 0x218F), (0x2190, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]

# Characters in daily use that are in none of the sets below: Cantonese, Japanese names and signs.
DAILY = "嘅咗喺冇佢嘢啲嚟咁哋睇搵攞瞓揾嗰咩噉啱嘥髙﨑𠮷瀨㈱㈲㈹㍻㍼㍽㍾㋿"


def main():
    noto = SOURCES / "usr/share/fonts/truetype/noto"
    write("text", make(noto / "NotoSans-Bold.ttf", spread(TEXT)))
    for script, ranges in SCRIPTS.items():
        write(script.lower(), make(noto / f"NotoSans{script}-Bold.ttf", spread(ranges) | set(COMMON)))
    write("emoji", make(SOURCES / "package/700Bold/NotoEmoji_700Bold.ttf", None, features=[]))
    collection = SOURCES / "usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
    cjk = make(collection, han() | kana() | signs(), number=2, features=["locl"], prepare=keep_shapes)
    write("cjk", cjk)
    write("hangul", make(collection, set(range(0xAC00, 0xD7A4)) | set(range(0x3131, 0x318F)), number=1, features=[]))


def make(path, characters, number=-1, features=None, prepare=lambda font: None):
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = True
    options.glyph_names = False
    options.notdef_outline = False
    options.name_IDs = [1, 2, 5]
    options.legacy_kern = False
    options.drop_tables += ["BASE", "DSIG", "MATH", "STAT", "VORG", "meta", "vhea", "vmtx"]
    if features is not None:
        options.layout_features = features
    font = TTFont(path, fontNumber=number, recalcTimestamp=False)
    prepare(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys() if characters is None else characters)
    subsetter.subset(font)
    bytes_ = io.BytesIO()
    font.save(bytes_)
    return bytes_.getvalue()


def keep_shapes(font):
    """Leaves the shapes of Japan and Taiwan for the characters that are written there, and drops all others: the font's
    own shapes are those of mainland China."""
    kept = {"JAN ": characters_of("euc_jp"), "ZHT ": characters_of("big5", last=0xC6)}
    cmap = font.getBestCmap()
    gsub = font["GSUB"].table
    for script in gsub.ScriptList.ScriptRecord:
        systems = script.Script.LangSysRecord
        script.Script.LangSysRecord = [system for system in systems if system.LangSysTag in kept]
        script.Script.LangSysCount = len(script.Script.LangSysRecord)
        for system in script.Script.LangSysRecord:
            glyphs = {cmap[char] for char in kept[system.LangSysTag] if char in cmap}
            for index in system.LangSys.FeatureIndex:
                record = gsub.FeatureList.FeatureRecord[index]
                if record.FeatureTag == "locl":
                    for lookup in record.Feature.LookupListIndex:
                        for table in gsub.LookupList.Lookup[lookup].SubTable:
                            table = getattr(table, "ExtSubTable", table)
                            if hasattr(table, "mapping"):
                                table.mapping = {a: b for a, b in table.mapping.items() if a in glyphs}


def han():
    sets = characters_of("gb2312") | characters_of("big5", last=0xC6) | characters_of("euc_jp")
    return {char for char in sets if char >= 0x3400} | {ord(char) for char in DAILY}


def kana():
    return spread([(0x3000, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0xFF01, 0xFFEE)])


def signs():
    """What is in the fonts of China and Japan beside letters: arrows, circled numbers, stars."""
    return {char for codec in ("gb2312", "euc_jp") for char in characters_of(codec) if 0x2010 <= char < 0x3400}


def characters_of(codec, last=0xFE):
    """The characters of a codec of two bytes whose first byte is not behind `last`."""
    characters = set()
    for first in range(0xA1, last + 1):
        for second in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                text = bytes([first, second]).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                characters.add(ord(text))
    return characters


def spread(ranges):
    return {char for first, last in ranges for char in range(first, last + 1)}


def write(name, font):
    packed = brotli.compress(font, quality=11, lgwin=24)
    (OUTPUT / f"{name}.br").write_bytes(packed)
    print(f"{name:12} {len(font):9} {len(packed):9}")


main()
