"""The part of reference/format.md that lists the words of the vocabulary and what rules ask about them."""

from collections.abc import Iterable, Iterator

from docs.generate.markdown import code, table

from dataflow_assess.vocabulary import standard_vocabulary

# What rules and the diagram may ask about a word, in the order of first appearance in the table of words.
_PROPERTIES = {
    "public": "公的な主体 / a public body",
    "individual": "個人 / a natural person",
    "processing": "個人情報の取扱いを委ねる契約 / entrusts the handling of personal data",
    "required": "契約に必要とされる条項 / a clause that a contract should hold",
    "place": "場所（その中だけの区間を見分ける） / a place, so that a segment inside it can be told",
    "hosting": "事業者の施設 / run for others",
    "segment": "場所の中の網 / a network inside a place",
    "network": "広域の網 / a network between places",
    "open": "誰でもつながる網 / open to anybody",
    "closed": "閉域の網。暗号化の代わりにはならない / closed; that is no encryption",
    "outdoors": "屋外・車両 / out of doors",
    "local": "場所の中だけの回線 / does not leave a place",
    "opens": "書かれていなければ、復号するとみなす / taken to decrypt unless stated otherwise",
    "opens-unknown": "書かれていなければ、復号するか不明とする / whether it decrypts is not known unless stated",
    "passes": "書かれていなければ、そのまま通すとみなす / taken to pass on unless stated otherwise",
    "device": "通信機器 / a network device",
    "communication": "連絡用の外部サービス / a communication service",
    "paper": "紙 / paper",
    "medium": "持ち運べる媒体 / can be carried",
    "removable": "取り外せる媒体 / removable medium",
    "begins": "データの始まりになり得る / data may begin here",
    "watches": "人が操作しなくても記録する / records without being operated",
    "self-service": "来た人が自分で操作する / operated by whoever comes",
    "person": "人 / a person",
    "human": "人の手を介する（電子の区間でない） / by a human hand, no electronic segment",
    "carried": "物として運ぶ / carried as an object",
    "mail": "電子メール / e-mail",
    "fax": "ファクス / fax",
    "plaintext": "平文 / plaintext",
    "encrypted": "暗号化されている / encrypted",
    "password": "パスワードによる保護 / by password",
    "my-number": "番号法の対象 / under the My Number Act",
    "sensitive": "特に配慮を要する / sensitive",
    "image": "映像・画像 / pictures",
    "voice": "音声 / voice",
    "access-link": "開けば見られるURL / a link that opens data",
    "provision": "外部への提供 / to others",
    "other-use": "目的外の利用 / for another purpose",
    "system": "仕組みによる確認 / by the system",
    "shared": "共有 / shared",
    "limited": "条件付き / with limits",
    "log-only": "ログの確認だけ / by logs alone",
    "figure": "図 / a figure",
}

_LISTS = [
    "## 語の一覧 / Word lists",
    "",
    "「性質」は、規則が語について尋ねることがらです（下の表）。",
    "",
    "“Properties” are what rules ask about a word (see the table below).",
]


def word_lists() -> Iterator[list[str]]:
    """Yield the heading, a table for each list, and the table of properties."""
    yield _LISTS
    vocabulary = standard_vocabulary()
    used: dict[str, None] = {}
    for category in vocabulary.categories():
        rows = []
        for term in vocabulary.terms(category):
            properties = sorted(term.properties)
            used.update(dict.fromkeys(properties))
            rows.append((code(term.ja), code(term.en), _codes(term.synonyms), _codes(properties)))
        yield [f"### {category}", "", *table(("語", "word", "ほかの綴り / also", "性質 / properties"), rows)]
    meanings = ((code(each), _PROPERTIES[each]) for each in used)
    yield ["### 性質 / Properties", "", *table(("性質", "意味 / meaning"), meanings)]


def _codes(words: Iterable[str]) -> str:
    return " ".join(map(code, words))
