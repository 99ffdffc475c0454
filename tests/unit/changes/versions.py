"""How do the tests of changes make two versions of a small description?"""

from collections.abc import Iterable

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.changes import Change, Comparison, compare
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

PLUGINS = load_plugins()
BASE = """\
format: 1
system: {title: 道路の通報, controller: 市, regime: act}
parties:
  市: {kind: municipality}
  運用会社: {kind: company}
  保守会社: {kind: company}
contracts:
  - 市 -> 運用会社: {kind: outsourcing}
zones:
  庁舎: {kind: office, operator: 市, tier: lgwan, country: 日本}
  センター: {kind: data-centre, operator: 運用会社, country: 日本}
nodes:
  端末: {kind: terminal, in: 庁舎}
  サーバ: {kind: server, in: センター}
data:
  通報: {subjects: 市民, categories: contact, items: [氏名, 住所], purpose: 道路の補修}
  地図: {personal: no}
flows:
  登録:
    data: [通報, 地図]
    hops:
      - 端末 -> サーバ: {network: ip-vpn, encryption: TLS}
storage:
  - サーバ: {data: 通報, form: original, keep: 3年, delete: {by: 運用会社, when: 期間満了時, verify: 証明書}}
"""


def assessed(text: str, path: str = "記述.yaml") -> Assessment:
    """Return the assessment of a description."""
    return assess(read_source(text, path), PLUGINS)


def changed(*replacements: tuple[str, str], base: str = BASE) -> str:
    """Return the base with each text replaced, which must be there."""
    for old, new in replacements:
        assert old in base, old
        base = base.replace(old, new)
    return base


def compared(*replacements: tuple[str, str]) -> Comparison:
    """Return the comparison of the base with its changed version."""
    return compare(assessed(BASE), assessed(changed(*replacements)), PLUGINS.rules)


def told(changes: Iterable[Change]) -> list[str]:
    """Return aspect, direction and sentence of each change."""
    return [f"{each.aspect.value} {each.direction.value}: {each.message.text('en')}" for each in changes]
