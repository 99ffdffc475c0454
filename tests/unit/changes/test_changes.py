"""Is every change that a council asks about told, once, in its words, and nothing else?"""

import pytest

from dataflow_assess.changes import compare
from tests.unit.changes.versions import BASE, PLUGINS, assessed, changed, compared, told

HOP = "      - 端末 -> サーバ: {network: ip-vpn, encryption: TLS}"
STORED = "keep: 3年, delete: {by: 運用会社, when: 期間満了時, verify: 証明書}}"


@pytest.mark.parametrize(
    ("replaced", "expected"),
    [
        (("encryption: TLS", "encryption: none"), ["protection worse: Encryption of 通報 on 端末 → サーバ: encrypted, now plaintext"]),
        (("encryption: TLS", "encryption: IPsec"), []),
        (
            (", encryption: TLS", ""),
            ["protection worse: Encryption of 通報 on 端末 → サーバ: encrypted, now not stated"],
        ),
        (
            ("form: original,", "form: original, at-rest: AES,"),
            ["protection better: Encryption of 通報 at rest in サーバ: not stated, now encrypted"],
        ),
        (("keep: 3年", "keep: 5年"), ["retention worse: 通報 in サーバ, period of retention: 3年, now 5年"]),
        (("keep: 3年", "keep: 1年"), ["retention better: 通報 in サーバ, period of retention: 3年, now 1年"]),
        (("keep: 3年", "keep: 36か月"), ["retention better: 通報 in サーバ, period of retention: 3年, now 36か月"]),
        (("keep: 3年", "keep: 無期限"), ["retention worse: 通報 in サーバ, period of retention: 3年, now 無期限"]),
        (("keep: 3年, ", ""), ["retention worse: 通報 in サーバ, period of retention: 3年, now not stated"]),
        (("keep: 3年", "keep: 廃止まで"), ["retention changed: 通報 in サーバ, period of retention: 3年, now 廃止まで"]),
        (
            ("keep: 3年", "keep: {value: 3年, from: 受付日, extension: 1年}"),
            [
                "retention changed: 通報 in サーバ, begin of the period: not stated, now 受付日",
                "retention better: 通報 in サーバ, longest extension: not stated, now 1年",
            ],
        ),
        ((", verify: 証明書", ""), ["deletion worse: 通報 in サーバ, how deletion is verified: 証明書, now not stated"]),
        (("when: 期間満了時", "when: 随時"), ["deletion changed: 通報 in サーバ, time of deletion: 期間満了時, now 随時"]),
        (
            ("  地図: ", "  写真: {subjects: 市民, categories: image}\n  地図: "),
            ["data new: New item of personal data: 写真"],
        ),
        (("items: [氏名, 住所]", "items: [氏名, 電話]"), [
            "data new: 通報, items contained: newly 電話",
            "data gone: 通報, items contained: no longer 住所",
        ]),
        (
            ("categories: contact", "categories: [contact, my-number]"),
            ["data new: 通報, legal categories: newly my number"],
        ),
        (("purpose: 道路の補修", "purpose: 統計"), ["purpose changed: 通報, purpose of use: 道路の補修, now 統計"]),
        (("運用会社, country: 日本", "運用会社, country: アメリカ"), [
            "crossing new: 通報 newly leaves the country: from 日本 to アメリカ",
            "place changed: センター, country: 日本, now アメリカ",
        ]),
        (
            ("サーバ: {kind: server, in: センター}", "サーバ: {kind: server, in: センター, maintainers: [保守会社]}"),
            ["party new: 保守会社 newly handles 通報"],
        ),
        (
            ("  - 市 -> 運用会社: {kind: outsourcing}", "  - 市 -> 運用会社: {kind: outsourcing}\n  - 運用会社 -> 保守会社: {}"),
            ["subcontractor new: 運用会社 newly passes work on to 保守会社 (subcontract)"],
        ),
        (
            ("  - 市 -> 運用会社: {kind: outsourcing}", "  - 市 -> 運用会社: {kind: outsourcing}\n  - 市 -> 保守会社: {kind: agreement}"),
            ["contract new: New contract: 市 → 保守会社"],
        ),
        (
            ("{kind: outsourcing}", "{kind: outsourcing, exit: 返却}"),
            ["contract better: Contract 市 → 運用会社, treatment of the data at the end: not stated, now 返却"],
        ),
        (("data: [通報, 地図]", "data: 通報"), []),
        (("title: 道路の通報", "title: 通報"), []),
        (("{kind: municipality}", "{kind: municipality, note: 追記}"), []),
    ],
)  # fmt: skip
def test_a_change_is_told_as_a_council_would_put_it(replaced: tuple[str, str], expected: list[str]) -> None:
    """Layout, methods of the same strength and what is no personal data are no changes."""
    assert told(compared(replaced).changes) == expected


def test_a_new_hop_to_somebody_else_is_a_crossing_and_a_party() -> None:
    """Named by the two sides; the open network is told as well."""
    hop = "\n      - サーバ -> 保守端末: {network: internet, encryption: TLS}"
    node = "  保守端末: {kind: terminal, operator: 保守会社, in: 保守拠点}\n"
    zone = "  保守拠点: {kind: site, country: 日本}\n"
    found = compared((HOP, HOP + hop), ("nodes:\n", "nodes:\n" + node), ("zones:\n", "zones:\n" + zone))
    assert told(found.changes) == [
        "crossing new: 通報 newly goes from 運用会社 to 保守会社",
        "crossing new: 通報 newly crosses an open network (internet)",
        "party new: 保守会社 newly handles 通報",
        "sight better: What 運用会社 sees of 通報: sees plaintext, now unknown",
    ]
    assert found.consultation.is_usual


def test_an_item_that_joins_a_known_crossing_is_told_alone() -> None:
    """What crossed before is not told again."""
    found = compared(("  地図: ", "  写真: {subjects: 市民}\n  地図: "), ("data: [通報, 地図]", "data: [通報, 写真]"))
    crossings = [line for line in told(found.changes) if line.startswith("crossing")]
    assert crossings[0] == "crossing new: 写真 newly goes from 市 to 運用会社"
    assert all("写真 newly" in line and "通報" not in line for line in crossings)
    assert sum("possibly: it is not stated for both sides" in line for line in crossings) == len(crossings) - 1


def test_a_node_that_moved_tells_from_where_to_where() -> None:
    """And what that means for organisations."""
    found = told(compared(("サーバ: {kind: server, in: センター}", "サーバ: {kind: server, in: 庁舎}")).changes)
    assert "place changed: サーバ moved: from センター to 庁舎" in found
    assert "crossing gone: 通報 no longer goes from 市 to 運用会社" in found
    assert "party gone: 運用会社 no longer handles 通報" in found


def test_another_operator_is_a_change_of_place() -> None:
    """By the names that people know."""
    found = told(compared(("{kind: data-centre, operator: 運用会社", "{kind: data-centre, operator: 保守会社")).changes)
    assert "place changed: センター, operator: 運用会社, now 保守会社" in found


def test_who_sees_more_is_told_with_before_and_after() -> None:
    """The network's operator, when the line is plaintext."""
    net = "  回線: {kind: ip-vpn, operator: 保守会社}\n"
    first = changed(("zones:\n", "zones:\n" + net), ("network: ip-vpn", "network: 回線"))
    second = first.replace("encryption: TLS", "encryption: none")
    found = told(compare(assessed(first), assessed(second)).changes)
    assert "sight worse: What 保守会社 sees of 通報: ciphertext only, now sees plaintext" in found


def test_storage_that_comes_and_goes_is_told() -> None:
    """With the retention of what comes."""
    copy = "  - 端末: {data: 通報, form: copy, keep: 1か月}\n"
    assert told(compared(("storage:\n", "storage:\n" + copy)).changes) == [
        "storage new: 通報 newly rests in 端末 (retention: 1か月)"
    ]


def test_a_sure_rename_is_called_so_and_nothing_else_changed() -> None:
    """Everything else refers to it in the same way; its findings neither come nor go."""
    for old, new, section in (
        ("サーバ", "受付サーバ", "nodes"),
        ("登録", "受付", "flows"),
        ("センター", "第二センター", "zones"),
        ("運用会社", "新運用会社", "parties"),
        ("通報", "申告", "data"),
    ):
        text = BASE.replace("title: 道路の通報", "title: 道路").replace(old, new)
        base = BASE.replace("title: 道路の通報", "title: 道路")
        found = compare(assessed(base), assessed(text))
        assert [(each.section, each.before, each.after) for each in found.renames] == [(section, old, new)]
        assert told(found.changes) == []
        assert (found.came, found.went) == ((), ())
        assert not found.consultation.is_usual


def test_what_may_be_another_thing_is_not_called_renamed() -> None:
    """A server of another kind, or two candidates."""
    other = changed(("サーバ", "受付サーバ"), ("{kind: server", "{kind: saas"))
    assert compare(assessed(BASE), assessed(other)).renames == ()
    twins = "  甲: {kind: company}\n  乙: {kind: company}\n"
    named = changed(("parties:\n", "parties:\n" + twins))
    both = named.replace("甲", "丙").replace("乙", "丁")
    assert compare(assessed(named), assessed(both)).renames == ()


def test_order_layout_and_file_name_change_nothing() -> None:
    """Nor do comments and remarks."""
    lines = BASE.splitlines()
    at = lines.index("parties:")
    moved = [*lines[:at], "# 並べ替え", lines[at], lines[at + 2], lines[at + 3], lines[at + 1], *lines[at + 4 :]]
    found = compare(assessed(BASE), assessed("\n".join(moved) + "\n", "別の場所/別名.yaml"))
    assert (found.changes, found.renames, found.came, found.went) == ((), (), (), ())


def test_findings_that_came_and_went_are_told() -> None:
    """As the rules see them."""
    found = compared(("encryption: TLS", "encryption: none"))
    assert "ENC-01" in {each.rule for each in found.came}
    back = compare(found.new, found.old)
    assert {each.rule for each in back.went} == {each.rule for each in found.came}


@pytest.mark.parametrize(
    ("regime", "law", "keys"),
    [
        ("act", "Under the Act", ["act-129"]),
        ("ordinance", "Under the ordinance", ["ordinance-online"]),
        ("to-confirm", "does not say whether", ["ordinance-online", "act-129"]),
    ],
)
def test_the_answer_rests_on_the_regime(regime: str, law: str, keys: list[str]) -> None:
    """And says nothing of it where it is not known."""
    base = changed(("regime: act", f"regime: {regime}"))
    worse = base.replace("encryption: TLS", "encryption: none")
    answer = compare(assessed(base), assessed(worse), PLUGINS.rules).consultation
    assert answer.is_usual
    assert law in answer.law.text("en")
    assert [source.key for source in answer.sources] == keys
    assert "protection was lost" in {reason.why.text("en") for reason in answer.reasons}


def test_what_only_gets_better_usually_needs_no_council() -> None:
    """Shorter retention, gained protection, a party gone."""
    better = compared(("keep: 3年", "keep: 1年"), ("form: original,", "form: original, at-rest: AES,"))
    assert len(better.changes) == 2
    assert not better.consultation.is_usual
