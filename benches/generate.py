#!/usr/bin/env python3
"""Writes a content folder of N indicators and N / 100 stories, to measure with: generate.py N DIR.

Each indicator has yearly targets and eight figures of mixed forms, so that packing and cover have work.
"""
import pathlib
import sys

count, root = int(sys.argv[1]), pathlib.Path(sys.argv[2]) / "content"
for folder in ("plans", "sources", "indicators"):
    (root / folder).mkdir(parents=True, exist_ok=True)
(root / "site.yaml").write_text("title: 测速\nlanguages: [zh-Hans]\nreport_date: 2021-05-11\n")
(root / "partnerships.yaml").write_text(
    "scopes:\n"
    "  whole: { title: 全市, kind: place }\n"
    + "".join(f"  part-{n}: {{ title: 第{n}县, kind: place, part_of: whole }}\n" for n in range(6))
)
(root / "units.yaml").write_text("units:\n  office: { title: 办公室, kind: bureau }\n")
(root / "sources/paper.yaml").write_text("title: 报道\npublished: 2021-01-10\nkind: report\nlanguage: zh-Hans\n")
tasks = "".join(
    f'      - {{ number: "1.{n}", title: 事项{n}, text: 做第{n}件事, due: 2018-2020年, lead: [office], locator: 附件 }}\n'
    for n in range(1, 51)
)
(root / "plans/plan.yaml").write_text(
    "title: 计划\nperiod: 2018..2020\nscope: whole\nsource: paper\nactions:\n"
    f'  - id: first\n    number: "1"\n    title: 第一项行动\n    tasks:\n{tasks}'
)
for n in range(count):
    group = root / "indicators" / f"group-{n // 500}"
    group.mkdir(exist_ok=True)
    actuals = [
        f"{{ period: 2018, value: {900 + n % 300} }}",
        f"{{ period: 2019-01..2019-06, about: {400 + n % 200} }}",
        f"{{ period: 2019-H2, more_than: {500 + n % 100} }}",
        f"{{ period: ..2020-06, value: {3000 + n % 999} }}",
        f"{{ period: 2020-Q1, value: {200 + n % 50}, scope: part-{n % 6} }}",
        f"{{ period: 2020-Q1, value: {200 + n % 70}, scope: part-{(n + 1) % 6} }}",
        f"{{ period: 2018..2020, at_most: {n % 7 + 1}万 }}",
        f"{{ period: 2020, value: {n % 9 + 1}万, kind: planned }}",
    ]
    text = (
        f"title: 第{n}号指标\nplan: plan\ntask: \"1.{n % 50 + 1}\"\nmeasure: flow\nbetter: higher\nunit: person\n"
        "scope: whole\ntargets:\n  - { each: year, at_least: 1000, source: paper, locator: 附件 }\nactuals:\n"
        + "".join(f"  - {one[:-2]}, source: paper, locator: 第{i}段 }}\n" for i, one in enumerate(actuals))
    )
    (group / f"indicator-{n}.yaml").write_text(text)
for n in range(count // 100):
    folder = root / "stories" / f"story-{n}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text(
        f"---\ntitle: 第{n}篇\nsummary: 说的是第{n}号指标。\nplace: 全市\nperiod: 2019\n"
        f"indicators: [indicator-{n}]\nsources: [paper]\n---\n第{n}篇的正文。\n\n![](chart:indicator-{n})\n"
    )
