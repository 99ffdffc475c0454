"""Is every statement of a description found, under the keys that lead to it?"""

import attrs

from dataflow_assess.model import Standing, Statement
from dataflow_assess.model.matters import elements, statements
from dataflow_assess.reading import read_source

TEXT = """
format: 1
system: {title: 予約, controller: E市, council: {date: 2026-05-01}}
parties: {E市: {name: E市役所}}
nodes: {端末: {kind: terminal, maintainers: [E市: {remote: yes}]}, サーバ: {kind: server}}
data: {予約: {people: 3}}
flows: {受付: {data: 予約, hops: [端末 -> サーバ: {method: 送信}], sealed: [端末 -> サーバ: {encryption: PGP}]}}
storage: [サーバ: {data: 予約, keep: {value: 1年, basis: 要領}, delete: 年度末}]
"""
SYSTEM = read_source(TEXT, "記述.yaml")


def test_elements_come_in_the_order_of_the_sections_with_what_stands_in_them() -> None:
    """The case itself first; hops and seals follow their flow, maintainers their node."""
    assert [(type(each).__name__, each.id) for each in elements(SYSTEM)] == [
        ("Overview", "system"),
        ("Party", "E市"),
        ("Node", "端末"),
        ("Maintenance", "端末.E市"),
        ("Node", "サーバ"),
        ("DataItem", "予約"),
        ("Flow", "受付"),
        ("Hop", "受付: 端末 → サーバ"),
        ("Seal", "端末 → サーバ"),
        ("Storage", "サーバ"),
    ]


def test_what_is_stated_is_found_with_its_keys() -> None:
    """Those of a part are led by the key of the part."""
    stated = {
        (type(each).__name__, matter.name): str(said.value)
        for each in elements(SYSTEM)
        for matter, said in statements(each)
        if said.is_stated
    }
    assert stated == {
        ("Overview", "council.date"): str(SYSTEM.overview.council.date.value),
        ("Party", "name"): "E市役所",
        ("Maintenance", "remote"): "True",
        ("DataItem", "people"): "3",
        ("Hop", "method"): "送信",
        ("Seal", "encryption"): "pgp",
        ("Storage", "keep.value"): "1年",
        ("Storage", "keep.basis"): "要領",
        ("Storage", "delete.when"): "年度末",
    }


def test_what_is_not_written_is_no_statement_but_written_silence_is() -> None:
    """In the order of the format."""
    names = [matter.name for matter, _ in statements(SYSTEM.parties[0])]
    assert names == ["name"]
    silent: Statement[str] = Statement(Standing.NOT_STATED, text="図に国名がない", place=SYSTEM.parties[0].place)
    names = [matter.name for matter, _ in statements(attrs.evolve(SYSTEM.parties[0], country=silent))]
    assert names == ["name", "country"]


def test_a_matter_is_named_in_the_language_of_the_reader() -> None:
    """By the keys that they write."""
    matter = next(matter for matter, _ in statements(SYSTEM.storage[0]) if matter.name == "delete.when")
    assert (matter.label("en"), matter.label("ja")) == ("delete: when", "消去の時期")
