"""Is the text of a contract among the papers, so that what the description leaves out can be read there?"""

from dataflow_assess.plugin import Contract, Facts, Paper


def text_handed_in(facts: Facts, contract: Contract) -> Paper | None:
    """Return the paper that holds the text of a contract: one of that kind, of the same name or the same version."""
    for paper in facts.system.papers:
        if paper.kind is not None and paper.kind.en == "contract" and _is_of(paper, contract):
            return paper
    return None


def _is_of(paper: Paper, contract: Contract) -> bool:
    if contract.name:
        return contract.name in (paper.id, paper.name)
    return contract.version.is_stated and contract.version.value == paper.version.value
