#!/usr/bin/env python3
"""Holds the tree of dependencies against deny.toml where cargo-deny is not installed: licences, bans, sources.

Reads `cargo metadata` of this machine's platform; crates of other platforms, advisories and doubled versions are
cargo-deny's alone. The last line is `N passed, M failed`: one for each crate that may stay or may not.

`tests/deny.py --bites` breaks copies of deny.toml and of what `cargo metadata` says, each in one way, and holds that the
gate fails on them: this one, and cargo-deny too where it is installed.
"""
import copy
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


def allowed(expression, licences):
    """True if an SPDX expression can be met with the licences; old expressions write `/` for OR."""
    words = re.findall(r"[()]|[^\s()/]+|/", expression)
    words = ["OR" if word == "/" else word for word in words]

    def any_of():
        met = all_of()
        while words and words[0] == "OR":
            words.pop(0)
            met = all_of() or met
        return met

    def all_of():
        met = one()
        while words and words[0] == "AND":
            words.pop(0)
            met = one() and met
        return met

    def one():
        word = words.pop(0)
        if word == "(":
            met = any_of()
            words.pop(0)
            return met
        if words and words[0] == "WITH":
            words.pop(0)
            word = f"{word} WITH {words.pop(0)}"
        return word in licences

    met = any_of()
    if words:
        raise ValueError(f"cannot be read: {expression}")
    return met


def faults_of(package, licences, banned):
    """What is wrong with one package of `cargo metadata`."""
    if package["source"] is None:
        return  # our own
    if package["name"] in banned:
        yield f"is banned: {banned[package['name']]}"
    if package["source"] != REGISTRY:
        yield f"comes from {package['source']}, not from crates.io"
    expression = package["license"]
    if expression is None:
        yield "names no licence"
    elif not allowed(expression, licences):
        yield f"has the licence {expression}, which deny.toml does not allow"


def check_the_check():
    """The rules can fail."""
    licences, banned = {"MIT", "Zlib"}, {"bad": "a reason"}
    for expression, met in [
        ("MIT", True), ("GPL-3.0", False), ("GPL-3.0 OR MIT", True), ("GPL-3.0/MIT", True), ("MIT AND GPL-3.0", False),
        ("(GPL-3.0 OR MIT) AND Zlib", True), ("MIT WITH LLVM-exception", False),
    ]:
        assert allowed(expression, licences) is met, expression
    package = {"name": "bad", "source": "git+https://example.org", "license": None}
    assert len(list(faults_of(package, licences, banned))) == 3


def tree():
    """What is in the tree, by `cargo metadata` of this machine's platform."""
    host = re.search(r"^host: (.*)$", subprocess.check_output(["rustc", "-vV"], text=True), re.M)[1]
    told = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", host],
        check=True, stdout=subprocess.PIPE, text=True,
    )
    return json.loads(told.stdout)["packages"]


def held(rules, packages):
    """How many crates may stay, and what is wrong with the others."""
    licences = set(rules["licenses"]["allow"])
    banned = {one["crate"]: one["reason"] for one in rules["bans"]["deny"]}
    passed, faults = 0, []
    for package in packages:
        found = list(faults_of(package, licences, banned))
        passed += not found
        faults.append([f"{package['name']} {package['version']} {fault}" for fault in found])
    # What is passed over has to be in the tree still: else the line in the file says nothing any more.
    names = {package["name"] for package in packages}
    for one in rules["advisories"]["ignore"]:
        crate = one["reason"].split()[0].rstrip(",")
        found = [] if crate in names else [f"{one['id']} is passed over for {crate}, which is not in the tree"]
        passed += not found
        faults.append(found)
    return passed, [found for found in faults if found]


def bites(text, packages):
    """Breaks copies of the rules and of the tree; yields what is broken, and true if the gate finds it."""
    def ours(words):
        return bool(held(tomllib.loads(words), packages)[1])

    # In a copy of the rules: what is in the tree may not be, or under a licence that is not allowed.
    altered = {
        "tera, which is used, is banned": text.replace(
            '{ crate = "font-kit"', '{ crate = "tera", reason = "to see it fail" },\n    { crate = "font-kit"'
        ),
        "Unicode-3.0 is not allowed": text.replace('    "Unicode-3.0",\n', ""),
        "0BSD is not allowed": text.replace('    "0BSD",\n', ""),
        "MIT is not allowed": text.replace('    "MIT",\n', ""),
    }
    if shutil.which("cargo-deny"):
        yield "the rules as they are pass (cargo-deny)", cargo_deny(text)
    for what, words in altered.items():
        assert words != text, what
        yield what, ours(words)
        if shutil.which("cargo-deny"):
            yield f"{what} (cargo-deny)", not cargo_deny(words)
    # Reasons are ours: cargo-deny only warns of an advisory that it meets no more.
    words = text.replace('reason = "bincode 1', 'reason = "gone 1')
    assert words != text
    yield "an advisory is passed over for a crate that is not there", ours(words)
    # In a copy of the tree: each crate that is banned comes in, one from elsewhere, one without a licence.
    model = next(package for package in packages if package["source"])
    rules = tomllib.loads(text)
    strangers = [{"name": one["crate"]} for one in rules["bans"]["deny"]]
    strangers += [
        {"source": "git+https://example.org/x"}, {"source": "registry+https://example.org/index"},
        {"license": None}, {"license": "GPL-3.0-only"}, {"license": "CC0-1.0"},
    ]
    for other in strangers:
        stranger = {**copy.deepcopy(model), **other}
        yield f"a crate comes in: {other}", len(held(rules, [*packages, stranger])[1]) == 1


def cargo_deny(words):
    """True if the tree passes cargo-deny under these rules."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder, "deny.toml")
        rules.write_text(words, encoding="utf-8")
        ran = subprocess.run(
            ["cargo", "deny", "--log-level", "off", "check", "--config", str(rules), "bans", "licenses", "sources"],
            check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        return ran.returncode == 0


def main(args):
    check_the_check()
    text, packages = Path("deny.toml").read_text(encoding="utf-8"), tree()
    if args == ["--bites"]:
        tried = list(bites(text, packages))
        for what, found in tried:
            if not found:
                print(f"the gate lets pass: {what}")
        passed = sum(found for _, found in tried)
        failed = len(tried) - passed
    else:
        passed, faults = held(tomllib.loads(text), packages)
        failed = len(faults)
        for fault in faults:
            print("\n".join(fault))
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
