"""Is what is stated told first, and what is open once for each way of being open?"""

from dataflow_assess.messages import message
from dataflow_assess.model import Standing, Statement
from dataflow_assess.reports.stated import Clauses, deletion, resting, shown, stated_then_open
from tests.unit.facts.described import chain

OPEN: Statement[str] = Statement(Standing.NOT_STATED)
ASKED: Statement[str] = Statement(Standing.TO_CONFIRM)


def test_what_is_open_is_named_once_for_each_way_of_being_open() -> None:
    """After what is stated, in the order of the matters."""
    parts = [
        (message("who deletes"), OPEN),
        (message("time of deletion"), Statement(Standing.STATED, "毎晩")),
        (message("how it is deleted"), ASKED),
        (message("how deletion is verified"), OPEN),
    ]
    told = Clauses(stated_then_open(parts))
    assert told.label("ja") == "消去の時期 毎晩；消去の担当、消去の確認方法は未記載；消去の方法は確認中"
    assert told.label("en") == (
        "time of deletion: 毎晩; not stated: who deletes, how deletion is verified; to be confirmed: how it is deleted"
    )


def test_who_deletes_has_the_name_of_the_party_or_node() -> None:
    """The identifier stays where it is no name."""
    facts = chain(
        {"窓口 -> 本庁": {}},
        parties={"みなと市": {}, "甲社": {"name": "株式会社甲"}},
        nodes={"本庁": {"name": "本庁舎のサーバ"}},
        storage=[
            {"本庁": {"data": ["申請"], "form": "copy", "keep": "5年", "delete": {"by": "甲社", "when": "年度末"}}}
        ],
    )
    (storage,) = facts.system.storage
    assert [said.value for _, said in deletion(facts.graph, storage)] == ["年度末", "株式会社甲", None, None]
    assert resting(facts.graph, storage).label("ja") == (
        "写し；保存期間 5年；消去の時期 年度末；消去の担当 株式会社甲；消去の方法、消去の確認方法は未記載"
    )


def test_a_statement_is_shown_by_its_value_or_by_its_standing() -> None:
    """Nothing is left blank."""
    assert shown(Statement(Standing.STATED, "甲社")) == "甲社"
    unsaid = shown(ASKED)
    assert str(getattr(unsaid, "template", "")) == "to be confirmed"
