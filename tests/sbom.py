#!/usr/bin/env python3
"""Writes what the program is made of as a CycloneDX 1.5 document: `tests/sbom.py [FILE]`, else to standard output.

Reads `cargo metadata` and Cargo.lock and no network. What is compiled into the program is listed, for all platforms that
Cargo.lock provides for, with the checksums of the lock file; so are the carried faces. What only tests use is not. The same
sources give the same bytes: there is no clock in it, and its serial number follows from what it lists.

`tests/sbom.py --check` holds what would be written against the rules of the format and tries the rules on broken copies;
its last line is `N passed, M failed`.
"""
import hashlib
import json
import re
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACES = ROOT / "src" / "typeface" / "faces"
PROGRAM = "shanhai"
# What the program is without being a program: the kinds of a component that occur here, of those that the format has.
KINDS = {"application", "library", "data"}


def metadata():
    told = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )
    return json.loads(told.stdout)


def needed(nodes, root):
    """What is compiled into the root or to compile it, with what each needs: everything but what tests alone use."""
    edges, waiting = {}, [root]
    while waiting:
        one = waiting.pop()
        if one in edges:
            continue
        deps = nodes[one]["deps"]
        edges[one] = sorted({dep["pkg"] for dep in deps if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])})
        waiting.extend(edges[one])
    return edges


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, checksums):
    own = package["source"] is None
    one = {
        "type": "application" if own else "library",
        "bom-ref": purl(package),
        "name": package["name"],
        "version": package["version"],
    }
    if not own:
        one["scope"] = "required"
        one["hashes"] = [{"alg": "SHA-256", "content": checksums[package["name"], package["version"]]}]
    if package["license"]:
        # Old manifests write a stroke for OR.
        expression = re.sub(r"\s*/\s*", " OR ", package["license"])
        one["licenses"] = [{"expression": expression}]
    one["purl"] = purl(package)
    return one


def faces():
    """The typefaces that the program carries, each file with the licence beside it."""
    for file in sorted(FACES.glob("*/*.woff2")):
        if not (file.parent / "OFL.txt").is_file():
            raise ValueError(f"{file.relative_to(ROOT)} has no licence beside it")
        yield {
            "type": "data",
            "bom-ref": str(file.relative_to(ROOT)),
            "name": file.stem,
            "scope": "required",
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}],
            "licenses": [{"license": {"id": "OFL-1.1"}}],
        }


def document(told, locked):
    packages = {package["id"]: package for package in told["packages"]}
    root = next(id for id in told["workspace_members"] if packages[id]["name"] == PROGRAM)
    edges = needed({node["id"]: node for node in told["resolve"]["nodes"]}, root)
    checksums = {(one["name"], one["version"]): one.get("checksum") for one in locked["package"]}
    carried = list(faces())
    listed = sorted((component(packages[id], checksums) for id in edges if id != root), key=lambda one: one["bom-ref"])
    depends = [
        {"ref": purl(packages[id]), "dependsOn": sorted(purl(packages[one]) for one in found)}
        for id, found in edges.items()
    ]
    for one in depends:
        if one["ref"] == purl(packages[root]):
            one["dependsOn"] += [face["bom-ref"] for face in carried]
    depends += [{"ref": face["bom-ref"], "dependsOn": []} for face in carried]
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(packages[root], checksums)},
        "components": listed + carried,
        "dependencies": sorted(depends, key=lambda one: one["ref"]),
    }
    mark = hashlib.sha256(json.dumps(bom, sort_keys=True).encode()).digest()
    return {**bom, "serialNumber": f"urn:uuid:{uuid.UUID(bytes=mark[:16], version=4)}"}


def faults_of(bom):
    """What in a document is against the rules of CycloneDX 1.5, as far as they concern what is written here."""
    allowed = {"bomFormat", "specVersion", "version", "metadata", "components", "dependencies", "serialNumber"}
    if set(bom) != allowed:
        yield f"keys: {sorted(set(bom) ^ allowed)}"
    if (bom.get("bomFormat"), bom.get("specVersion")) != ("CycloneDX", "1.5"):
        yield "it is no CycloneDX 1.5"
    if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bom.get("serialNumber", "")):
        yield "the serial number is no urn:uuid"
    parts = [bom["metadata"]["component"], *bom["components"]]
    refs = [one.get("bom-ref") for one in parts]
    for ref in {ref for ref in refs if refs.count(ref) > 1}:
        yield f"{ref} is listed twice"
    for one in parts:
        name = one.get("bom-ref")
        if one.get("type") not in KINDS or not one.get("name"):
            yield f"{name} has no name or no kind"
        licences = one.get("licenses", [])
        if len(licences) != 1 or len(licences[0]) != 1:
            yield f"{name} has no licence, or more than one expression"
        elif "/" in licences[0].get("expression", ""):
            yield f"{name} has a licence that is no SPDX expression"
        hashes = one.get("hashes", [])
        if one["type"] != "application" and not hashes:
            yield f"{name} has no checksum"
        for mark in hashes:
            if mark.get("alg") != "SHA-256" or not re.fullmatch(r"[0-9a-f]{64}", mark.get("content") or ""):
                yield f"{name} has a checksum that is none"
    told = [one["ref"] for one in bom["dependencies"]]
    if sorted(told) != sorted(ref for ref in refs if ref):
        yield "not every component says once what it needs"
    for one in bom["dependencies"]:
        for needs in set(one["dependsOn"]) - set(refs):
            yield f"{one['ref']} needs {needs}, which is not listed"


def broken(bom):
    """Copies of a document, each with a fault that has to be found."""
    def copy(change):
        other = json.loads(json.dumps(bom))
        change(other)
        return other

    first = lambda other: other["components"][0]
    yield "another format", copy(lambda other: other.update(specVersion="9.9"))
    yield "a key that the format does not have", copy(lambda other: other.update(extra=1))
    yield "no serial number", copy(lambda other: other.update(serialNumber="7"))
    yield "listed twice", copy(lambda other: other["components"].append(first(other)))
    yield "left out", copy(lambda other: other["components"].pop())
    yield "no licence", copy(lambda other: first(other).pop("licenses"))
    yield "an old licence", copy(lambda other: first(other).update(licenses=[{"expression": "MIT/Zlib"}]))
    yield "no checksum", copy(lambda other: first(other).pop("hashes"))
    yield "a short checksum", copy(lambda other: first(other).update(hashes=[{"alg": "SHA-256", "content": "00"}]))
    yield "no kind", copy(lambda other: first(other).update(type="thing"))


def check(bom, again):
    """How many rules hold; what does not is said."""
    names = {one["name"] for one in bom["components"]}
    faults = list(faults_of(bom))
    held = {
        "the document keeps the rules of the format" + "".join(f"\n  {one}" for one in faults): not faults,
        "written twice it is the same": bom == again,
        "what the program is made of is in it": {"tera", "typst", "hyper", "ShanhaiKai-Regular"} <= names,
        "what only tests use is not": not {"proptest", "divan", "boon"} & names,
    }
    for what, other in broken(bom):
        held[f"a broken copy is found: {what}"] = bool(list(faults_of(other)))
    for what, holds in held.items():
        if not holds:
            print(f"does not hold: {what}")
    failed = sum(not holds for holds in held.values())
    print(f"{len(held) - failed} passed, {failed} failed")
    return failed > 0


def main(args):
    with open(ROOT / "Cargo.lock", "rb") as file:
        locked = tomllib.load(file)
    bom = document(metadata(), locked)
    if args == ["--check"]:
        return check(bom, document(metadata(), locked))
    words = json.dumps(bom, indent=1, ensure_ascii=False) + "\n"
    if args:
        Path(args[0]).write_text(words, encoding="utf-8")
    else:
        sys.stdout.write(words)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
