#!/usr/bin/env python3
"""Makes the faces that stand beside this file, byte for byte.

Needs: a Debian 12 with apt-get, npm, and Python 3.11 or later with
    pip install fonttools==4.68.0 brotli==1.2.0
Use:   python3 recipe.py WORKING-FOLDER
Every input is fetched by name and version and held against its SHA-256; a face whose bytes
come out otherwise than those that stand here is named at the end.
"""

import bz2
import hashlib
import io
import re
import subprocess
import sys
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

# What is fetched: how, under which name it arrives, and its SHA-256.
SERIF = ("expo-google-fonts-noto-serif-sc-0.4.3.tgz",
         ["npm", "pack", "@expo-google-fonts/noto-serif-sc@0.4.3"],
         "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e")
SANS = ("expo-google-fonts-noto-sans-sc-0.4.3.tgz",
        ["npm", "pack", "@expo-google-fonts/noto-sans-sc@0.4.3"],
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59")
KAI = ("fonts-lxgw-wenkai_1.250+repack-1_all.deb",
       ["apt-get", "download", "fonts-lxgw-wenkai=1.250+repack-1"],
       "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318")
UNIHAN = ("unicode-data_15.0.0-1_all.deb",
          ["apt-get", "download", "unicode-data=15.0.0-1"],
          "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc")

# Our file, where its original is found, and the new family if the old name is reserved.
FACES = [
    ("noto-serif-sc/NotoSerifSC-Regular.woff2", SERIF,
     "package/400Regular/NotoSerifSC_400Regular.ttf", None),
    ("noto-serif-sc/NotoSerifSC-Bold.woff2", SERIF,
     "package/700Bold/NotoSerifSC_700Bold.ttf", None),
    ("noto-sans-sc/NotoSansSC-Regular.woff2", SANS,
     "package/400Regular/NotoSansSC_400Regular.ttf", None),
    ("shanhai-kai/ShanhaiKai-Regular.woff2", KAI,
     "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", ("Shanhai Kai", "Regular")),
    ("shanhai-kai/ShanhaiKai-Light.woff2", KAI,
     "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", ("Shanhai Kai", "Light")),
]

# Marks besides those of the two coded character sets: what charts and pages are drawn with.
MARKS = [
    (0x20, 0x7E), (0xA0, 0xFF),      # ASCII, Latin-1
    (0x2000, 0x200F),                # spaces and joiners
    (0x2010, 0x2027), (0x202F, 0x203B), (0x2070, 0x208E),
    (0x20AC, 0x20AC), (0x2100, 0x2138),
    (0x2160, 0x217F), (0x2190, 0x21D4),
    (0x2212, 0x2212), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2267),
    (0x2460, 0x249B), (0x2500, 0x257F),
    (0x25A0, 0x25CF), (0x2605, 0x2606), (0x2713, 0x2717),
    (0x3000, 0x303F),                # CJK punctuation
    (0x3220, 0x3229), (0x3280, 0x3289), (0x338E, 0x33D5),
    (0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
]

# Forms that traditional type outside Taiwan prefers, which neither Big5 level 1 nor the table above has.
FORMS = "裏爲説峯羣衆啓着牀綫汚臺檯鈎鑑脱悦閲鋭税蜕麪粧葱牆糉衞僞嬀溈潙兇喫嫺擡汙祕竈繮纔脣蔘裊踊鉢鍼鮎齧啟戶戸没産録緑禄温滙彙匯"

# Features that horizontal Chinese and Latin type use.
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "calt", "halt", "palt", "pwid", "hwid",
            "fwid", "tnum", "subs", "sups"]


def fetched(folder, what):
    """The path of an input, fetched if it is not there."""
    name, command, digest = what
    path = folder / name
    if not path.exists():
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        sys.exit(f"{name} is not what it was: {found}")
    return path


def member(archive, name):
    """The bytes of a file in an npm package or a Debian one."""
    if archive.suffix == ".deb":
        packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", archive], check=True, capture_output=True)
        tar, name = tarfile.open(fileobj=io.BytesIO(packed.stdout)), f"./{name}"
    else:
        tar = tarfile.open(archive)
    with tar:
        return tar.extractfile(name).read()


def coded(encoding, leads, trails):
    """The characters of a part of a coded character set."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.update(map(ord, bytes([lead, trail]).decode(encoding)))
            except UnicodeDecodeError:
                pass
    return found


def coverage(unihan):
    """GB 2312, the 8,105-character table, level 1 of Big5, what the former two may be written as in
    Traditional Chinese, and the marks."""
    gb = coded("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF))
    big5 = coded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    # Level 1 ends at C67E.
    big5 -= coded("big5", [0xC6], range(0xA1, 0xFF))
    mappings = member(unihan, "usr/share/unicode/Unihan_OtherMappings.txt.bz2")
    table = {int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", bz2.decompress(mappings).decode(), re.M)}
    assert (len(table), len(big5)) == (8105, 5401), (len(table), len(big5))
    variants = bz2.decompress(member(unihan, "usr/share/unicode/Unihan_Variants.txt.bz2")).decode()
    traditional = set(map(ord, FORMS))
    for code, forms in re.findall(r"^U\+([0-9A-F]+)\tkTraditionalVariant\t(.*)$", variants, re.M):
        if int(code, 16) in gb | table:
            traditional.update(int(form, 16) for form in re.findall(r"U\+([0-9A-F]+)", forms))
    marks = {code for first, last in MARKS for code in range(first, last + 1)}
    return {"GB 2312": gb, "8,105-character table": table, "Big5 level 1": big5,
            "traditional forms": traditional, "marks": marks}


def renamed(font, family, style):
    """Gives the font a family of our own: its licence reserves the old name for the original."""
    table = font["name"]
    kept = {record.nameID: str(record) for record in table.names if record.platformID == 3 and record.langID == 0x409}
    plain = style == "Regular"
    full = family if plain else f"{family} {style}"
    names = {
        0: kept[0],
        1: full,
        2: "Regular",
        3: f"{full}: a subset of another face, see OFL.txt",
        4: full,
        5: kept[5],
        6: f"{family.replace(' ', '')}-{style}",
        13: kept[13],
        14: kept[14],
    }
    if not plain:
        names |= {16: family, 17: style}
    table.names = []
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def made(original, wanted, name):
    """The WOFF2 bytes of the subset, and which of the wanted characters it has."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    options.drop_tables += ["vhea", "vmtx", "gasp", "STAT"]
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    if name:
        renamed(font, *name)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), set(font.getBestCmap()), str(font["name"].getDebugName(0))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    sets = coverage(fetched(folder, UNIHAN))
    wanted = set().union(*sets.values())
    differ = []
    for name, what, inside, family in FACES:
        data, has, copyright_line = made(member(fetched(folder, what), inside), wanted, family)
        path = HERE / name
        if path.exists() and path.read_bytes() != data:
            differ.append(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        lacks = {title: len(part - has) for title, part in sets.items() if part - has}
        print(f"{name}: {len(data):,} bytes, {len(has):,} characters, lacks {lacks or 'none'}")
        licence = path.parent / "OFL.txt"
        if not licence.exists() or copyright_line.splitlines()[0] not in licence.read_text():
            print(f"  {licence.name} must begin with: {copyright_line}")
    if differ:
        sys.exit(f"other bytes than those that stood here: {', '.join(differ)}")


if __name__ == "__main__":
    main()
