"""Do the rules on consultation rest on the law of the regime that a description names?"""

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

LATE = """
format: 1
system: {{title: 結合, controller: 市{regime}, start: 2017-04, council: {{date: 2017-07-21, blanket: yes}}}}
parties: {{市: {{kind: municipality}}, 会社: {{kind: company}}}}
nodes: {{端末: {{kind: terminal, operator: 市}}, クラウド: {{kind: saas, operator: 会社}}}}
data: {{名簿: {{categories: contact}}}}
flows: {{登録: {{data: 名簿, hops: [端末 -> クラウド: {{}}]}}}}
"""


@pytest.mark.parametrize(
    ("regime", "keys"),
    [
        (", regime: ordinance", ["ordinance-online"]),
        (", regime: act", ["act-129"]),
        (", regime: to-confirm", ["act-129", "ordinance-online"]),
        ("", ["act-129", "ordinance-online"]),
    ],
)
@pytest.mark.parametrize("identifier", ["CON-01", "CON-02", "CON-03"])
def test_a_finding_cites_the_law_of_its_regime(identifier: str, regime: str, keys: list[str]) -> None:
    """An ordinance is not cited for a case under the Act, nor the Act for a case before it."""
    rules = [rule for rule in load_plugins().rules if rule.id == identifier]
    found = assess(read_source(LATE.format(regime=regime), "記述.yaml"), rules=rules).findings
    assert found
    assert all([source.key for source in finding.sources] == keys for finding in found)
