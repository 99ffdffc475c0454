"""Is what an onlooker would see on the diagram what the facts say?"""

from dataflow_assess.facts import Level
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Ref
from dataflow_assess.reports.html.keys import Keys
from dataflow_assess.reports.html.known import Known
from dataflow_assess.reports.html.sight import Onlooker, onlookers
from tests.unit.reports.attachment.made import KONBINI, assessed, gallery

POSTED = """\
format: 1
system: {title: Post, controller: City, language: en}
parties:
  City: {kind: municipality}
  Carrier: {kind: company}
zones:
  Line: {kind: segment, operator: Carrier}
nodes:
  Office: {kind: server, operator: City}
  Branch: {kind: server, operator: City}
data:
  Register: {subjects: citizens}
  Notice: {subjects: citizens}
flows:
  Open: {data: Register, hops: [Office -> Branch: {network: Line, encryption: none}]}
  Closed: {data: Notice, hops: [Office -> Branch: {network: Line, encryption: TLS 1.3}]}
"""


def looking(text: str) -> dict[str, Onlooker]:
    """Return the onlookers of a description by name."""
    return {each.name: each for each in onlookers(assessed(text), "en")}


def test_a_carrier_reads_what_is_not_encrypted() -> None:
    """On its line it reads the one arrow and only carries the other; it has no machine."""
    carrier = looking(POSTED)["Carrier"]
    assert list(carrier.hops.values()) == [Level.PLAINTEXT, Level.CIPHERTEXT]
    assert carrier.nodes == {}
    assert carrier.told == "Carrier: sees plaintext: Register; ciphertext only: Notice"


def test_who_runs_the_ends_reads_both() -> None:
    """At its own machines it sees what the line hides."""
    city = looking(POSTED)["City"]
    assert set(city.hops.values()) == set(city.nodes.values()) == {Level.PLAINTEXT}
    assert list(city.nodes) == ["Office", "Branch"]


def test_onlookers_agree_with_the_table_of_who_sees_what() -> None:
    """Nobody sees more on the diagram than the fact allows, and nobody who sees is left out."""
    assessment = gallery(KONBINI)
    order = list(Level)
    seen = assessment.facts.visibility
    for one, seer in zip(onlookers(assessment, "ja"), dict.fromkeys(seer for seer, _ in seen), strict=False):
        most = min((found.level for (who, _), found in seen.items() if who == seer), key=order.index)
        assert min([*one.hops.values(), *one.nodes.values()], key=order.index) is most


def test_a_finding_about_what_is_stored_belongs_to_its_machine() -> None:
    """The diagram shows a storage on the card of the machine, so the letter leads there."""
    assessment = gallery(KONBINI)
    keys = Keys(contents_of(assessment, "ja"), assessment.system)
    stored = [(key, ref) for key, row in keys.rows.values() for ref in row.about if ref.kind == "storage"]
    assert stored
    for finding, ref in stored:
        node = next(each.node for each in assessment.system.storage if each.id == ref.id)
        machine = keys.of(Ref("node", node))
        assert machine in keys.links[finding]
        assert finding in keys.links[str(machine)]


def test_every_arrow_and_machine_is_known_to_the_script() -> None:
    """With what it carries, past whom, and a sentence to say when it is chosen."""
    assessment = gallery(KONBINI)
    keys = Keys(contents_of(assessment, "ja"), assessment.system)
    known = Known(assessment, "ja", keys, onlookers(assessment, "ja")).collected()
    assert list(known["flows"]) == [f"flow-{number}" for number in range(1, 19)]
    assert known["said"]["flow-12"] == "区間12：転送サーバ → LGWANサービス提供設備　証明書 (PDF)　平文"
    assert known["flows"]["flow-12"]["state"] == "plaintext"
    assert set(known["nodes"]) <= set(known["said"])
    assert all(set(flow["ends"]) <= set(known["nodes"]) for flow in known["flows"].values())
