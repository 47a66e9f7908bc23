#!/usr/bin/env python3
"""Holds the tree of dependencies against deny.toml where cargo-deny is not installed: licences, bans, sources.

Reads `cargo metadata` of this machine's platform; crates of other platforms, advisories and doubled versions are
cargo-deny's alone. The last line is `N passed, M failed`: one for each crate that may stay or may not.
"""
import json
import re
import subprocess
import sys
import tomllib

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


def main():
    check_the_check()
    with open("deny.toml", "rb") as file:
        rules = tomllib.load(file)
    licences = set(rules["licenses"]["allow"])
    banned = {one["crate"]: one["reason"] for one in rules["bans"]["deny"]}
    host = re.search(r"^host: (.*)$", subprocess.check_output(["rustc", "-vV"], text=True), re.M)[1]
    told = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", host],
        check=True, stdout=subprocess.PIPE, text=True,
    )
    passed = failed = 0
    for package in json.loads(told.stdout)["packages"]:
        found = list(faults_of(package, licences, banned))
        for fault in found:
            print(f"{package['name']} {package['version']} {fault}")
        passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
