"""ACC-02: can somebody be enrolled as a user without showing who they are?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Node, Severity, rule
from dataflow_assess_plugins.gaps import gaps, was_raised
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ACC-02",
    title=message("Enrolment without verification"),
    severity=Severity.WARNING,
    sources=sources("nist-ia-12"),
)
def unverified_enrolment(facts: Facts) -> Iterator[Hit]:
    """Users are enrolled, and nothing settles how it is verified that they are who they say they are.

    What:
        Nodes of which the papers raise enrolment and leave open how identity is verified, or answered only when asked;
        nodes of which it is stated that nothing is verified; and nodes with personal accounts that residents reach
        from their own devices, where the papers are silent.
    Why:
        Whoever enrols in another's name gets all that the service sends to that person from then on.
    Quiet:
        Where the verification is stated, where enrolment is not raised and nobody from outside has an account, and for
        staff accounts, which the employer gives out.
    Ask:
        How do you make sure, on first enrolment, that nobody enrols in another's name?
    Bad:
        連絡サービス: {kind: saas, accounts: individual, enrolment: なし}
    Good:
        連絡サービス: {kind: saas, accounts: individual, enrolment: 窓口で本人確認をして登録用の番号を渡す}
    Remedy:
        Write how identity is verified on enrolment: at the counter, by a code sent by post, or by the My Number Card.
    """
    for node in facts.system.nodes:
        if was_raised(node.enrolment) or _has_outside_users(facts, node):
            matter = message("How identity is verified when users of {node} are enrolled", node=node.label)
            without = Hit(message("Users of {node} are enrolled without verifying who they are", node=node.label), node)
            yield from gaps(node.enrolment, matter, without)


def _has_outside_users(facts: Facts, node: Node) -> bool:
    """Tell whether residents have accounts at a node: personal ones, reached from what belongs to an individual."""
    accounts = node.accounts.known()
    if accounts is None or accounts.has("shared"):
        return False
    return any(_is_individual(facts, facts.graph.node(hop.source)) for hop in facts.graph.hops_into(node.id))


def _is_individual(facts: Facts, node: Node) -> bool:
    belongs = facts.graph.organisation_of(node).known()
    if node.is_a("person") and node.party is None:
        return True
    kind = facts.graph.party(belongs).kind if belongs is not None else None
    return kind is not None and kind.has("individual")
