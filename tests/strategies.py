"""Which small descriptions can a user write? Hypothesis strategies that build them, with every shape of an unknown.

A sketch is a description as plain dictionaries, before any of the product's own reading; `text_of` writes it as YAML.
"""

from typing import Any

import yaml
from hypothesis import strategies as st

Sketch = dict[str, Any]
Said = Any
"""What stands behind a key: a word, a mapping with the keys of a statement, or `ABSENT`."""

ABSENT = None
CHOICES = ("回線の選定", "業者の選定", "方式の選定")
"""Named choices; each has two options wherever it is used."""

WORDS = ("none", "stated", "tls", "ipsec")
NODE_KINDS = (
    "server", "relay", "gateway", "firewall", "terminal", "saas", "usb", "person", "mail-server", "paper", None,
)  # fmt: skip
MEDIA = ("paper", "in-person", "e-mail", "usb", "post", "screen")


def text_of(sketch: Sketch) -> str:
    """Return a sketch as YAML."""
    return yaml.safe_dump(sketch, allow_unicode=True, sort_keys=False, width=1000)


words = st.sampled_from(WORDS)


@st.composite
def _undecided(draw: st.DrawFn, options: st.SearchStrategy[Said]) -> Said:
    said: dict[str, Any] = {"undecided": [draw(options), draw(options)]}
    said["choice"] = draw(st.sampled_from(CHOICES))
    return said


_PLAIN_UNKNOWN: st.SearchStrategy[Said] = st.sampled_from(
    [
        "to-confirm",
        "not-stated",
        {"to-confirm": "暗号化の有無", "by": "情報課", "due": "2026-04-01"},
        {"not-stated": "資料に記載なし"},
        {"withheld": "安全管理のため"},
    ]
)
_CONTRADICTED: st.SearchStrategy[Said] = st.builds(
    lambda value, other: {"value": value, "also": [{"value": other, "evidence": "資料2"}]}, words, words
)
_OPTION: st.SearchStrategy[Said] = st.one_of(words, words, _PLAIN_UNKNOWN)

protections: st.SearchStrategy[Said] = st.one_of(
    words,
    words,
    st.just(ABSENT),
    _PLAIN_UNKNOWN,
    st.just("undecided"),
    _CONTRADICTED,
    _undecided(_OPTION),
    _undecided(_OPTION),
)
"""What can stand behind ``encryption``, absent included."""

_media: st.SearchStrategy[Said] = st.one_of(
    st.just(ABSENT),
    st.just(ABSENT),
    st.just(ABSENT),
    st.sampled_from(MEDIA),
    st.just("to-confirm"),
    _undecided(st.sampled_from(MEDIA)),
)


def _given(**keys: Said) -> dict[str, Any]:
    return {key.replace("_", "-"): value for key, value in keys.items() if value is not ABSENT}


@st.composite
def _hop(draw: st.DrawFn, nodes: list[str], items: list[str]) -> Sketch:
    ends = draw(st.lists(st.sampled_from(nodes), min_size=2, max_size=3))
    ends = [end for index, end in enumerate(ends) if index == 0 or end != ends[index - 1]]
    if len(ends) == 1:
        ends.append(next(node for node in nodes if node != ends[0]))
    arrow = " -> ".join(ends)
    if draw(st.integers(0, 7)) == 0:
        options = [
            _given(encryption=draw(_OPTION)),
            _given(encryption=draw(_OPTION), medium=draw(st.sampled_from(MEDIA))),
        ]
        return {arrow: {"choice": draw(st.sampled_from(CHOICES)), "undecided": options}}
    data = draw(st.one_of(st.just(ABSENT), st.just(ABSENT), st.lists(st.sampled_from(items), min_size=1, unique=True)))
    return {arrow: _given(encryption=draw(protections), medium=draw(_media), data=data)}


@st.composite
def _seal(draw: st.DrawFn, nodes: list[str], items: list[str]) -> Sketch:
    source, target = draw(st.lists(st.sampled_from(nodes), min_size=2, max_size=2, unique=True))
    data = draw(st.one_of(st.just(ABSENT), st.lists(st.sampled_from(items), min_size=1, unique=True)))
    return {f"{source} -> {target}": _given(encryption=draw(protections), data=data)}


@st.composite
def _flow(draw: st.DrawFn, nodes: list[str], items: list[str]) -> Sketch:
    return {
        "data": draw(st.lists(st.sampled_from(items), min_size=1, unique=True)),
        "hops": draw(st.lists(_hop(nodes, items), min_size=1, max_size=5)),
        "sealed": draw(st.lists(_seal(nodes, items), max_size=2)),
    }


@st.composite
def _node(draw: st.DrawFn) -> Sketch:
    opens = draw(st.sampled_from([ABSENT, ABSENT, ABSENT, "true", "false", "to-confirm"]))
    kind = draw(st.sampled_from(NODE_KINDS))
    encryption = draw(st.sampled_from([ABSENT, "aes", "none"])) if kind == "usb" else ABSENT
    return _given(kind=kind, opens=opens, encryption=encryption)


@st.composite
def sketches(draw: st.DrawFn, max_nodes: int = 12) -> Sketch:
    """Return valid descriptions: branching and cyclic flows, seals, undecided hops, all shapes of unknown."""
    nodes = [f"機器{number}" for number in range(draw(st.integers(2, max_nodes)))]
    items = [f"項目{number}" for number in range(draw(st.integers(1, 3)))]
    flows = {f"流れ{number}": draw(_flow(nodes, items)) for number in range(draw(st.integers(1, 2)))}
    personal = {item: {"personal": "no"} if draw(st.integers(0, 5)) == 0 else {} for item in items}
    rests = draw(st.lists(st.sampled_from(nodes), max_size=2, unique=True))
    storage = [{node: _given(data=items[:1], at_rest=draw(protections))} for node in rests]
    return {
        "format": 1,
        "system": {"title": "みなと市の試験用の記述", "controller": "みなと市"},
        "parties": {"みなと市": {"kind": "municipality"}},
        "nodes": {node: draw(_node()) for node in nodes},
        "data": personal,
        "flows": flows,
        "storage": storage,
    }


PARTIES = ("みなと市", "甲社", "乙社", "丙社")
_party = st.sampled_from(PARTIES)
_operators: st.SearchStrategy[Said] = st.one_of(
    _party,
    _party,
    st.just(ABSENT),
    st.sampled_from(["to-confirm", "not-stated", "undecided", {"withheld": "安全管理のため"}]),
    st.builds(lambda one, other: {"value": one, "also": [{"value": other, "evidence": "資料2"}]}, _party, _party),
    _undecided(_party),
    _undecided(st.one_of(_party, st.just("to-confirm"))),
)
"""Who runs something, in every way in which that may be known or not."""

_groups: st.SearchStrategy[Said] = st.one_of(
    st.just(ABSENT),
    st.just(ABSENT),
    st.lists(_party, min_size=1, max_size=2, unique=True),
    _undecided(st.lists(_party, min_size=1, max_size=2, unique=True)),
)


@st.composite
def _zones(draw: st.DrawFn) -> Sketch:
    found: Sketch = {}
    for number in range(draw(st.integers(0, 3))):
        found[f"区域{number}"] = _given(
            **{"in": draw(st.sampled_from([ABSENT, *found]))},
            kind=draw(st.sampled_from(["office", "data-centre", "internet", "leased-line", "lan", ABSENT])),
            operator=draw(_operators),
            tier=draw(st.sampled_from([ABSENT, "lgwan", "internet", "to-confirm"])),
            country=draw(st.sampled_from([ABSENT, "日本", "米国"])),
            closed=draw(st.sampled_from([ABSENT, ABSENT, "yes", "no", "to-confirm"])),
        )
    return found


@st.composite
def _network(draw: st.DrawFn, zones: list[str]) -> Said:
    plain = st.sampled_from([*zones, "internet", "lan", "vpn"])
    return draw(st.one_of(st.just(ABSENT), st.just(ABSENT), plain, st.just("to-confirm"), _undecided(plain)))


@st.composite
def inhabited(draw: st.DrawFn, max_nodes: int = 12) -> Sketch:
    """Return sketches with the parties that run, maintain, share and look on, in nested zones and over networks."""
    sketch = draw(sketches(max_nodes))
    zones = draw(_zones())
    sketch["parties"] = {name: {} for name in PARTIES}
    sketch["zones"] = zones
    for node in sketch["nodes"].values():
        people = {"party": draw(st.sampled_from([ABSENT, *PARTIES]))} if node.get("kind") == "person" else {}
        maintainers = [
            {name: _given(remote=draw(st.sampled_from([ABSENT, "yes", "no"])))}
            for name in draw(st.lists(_party, max_size=1))
        ]
        run = _given(
            **{"in": draw(st.sampled_from([ABSENT, *zones]))},
            operator=draw(_operators),
            maintainers=maintainers,
            tenants=draw(_groups),
            separation=draw(st.sampled_from([ABSENT, ABSENT, "論理分離"])),
            shared=draw(
                st.one_of(st.sampled_from([ABSENT, ABSENT, "yes", "no"]), _undecided(st.sampled_from(["yes", "no"])))
            ),
            bystanders=draw(_groups),
            keeps=draw(st.sampled_from([ABSENT, ABSENT, "nothing", "to-confirm"])),
            **people,
        )
        node.update(run)
    for flow in sketch["flows"].values():
        for entry in flow["hops"]:
            (body,) = entry.values()
            if "undecided" not in body:
                body.update(_given(network=draw(_network(list(zones)))))
    return sketch
