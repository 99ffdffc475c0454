"""ACC-01: are user accounts shared by a department?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Facts, Hit, Severity, Statement, Term, rule
from dataflow_assess_plugins.gaps import open_hits, was_raised
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ACC-01",
    title=message("Shared accounts"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f-b", "lg-security-2-5-4"),
)
def shared_accounts(facts: Facts) -> Iterator[Hit]:
    """Several people use the same account, so nobody can tell who did what.

    What:
        Nodes whose accounts are stated to be those of a department. Where the papers raise the matter and leave it
        open, that is reported as just that.
    Why:
        A log says which account did something. If ten people share it, a leak cannot be traced to one of them, and
        who leaves the department keeps the password.
    Quiet:
        Where accounts are personal, and where nothing at all is said of accounts.
    Ask:
        Who used the system at a given time, and can the log tell?
    Bad:
        文字認識サービス: {kind: saas, accounts: department}
    Good:
        文字認識サービス: {kind: saas, accounts: individual}
    Remedy:
        Give each user an account, or record who uses the shared one and change its password whenever people change.
    """
    for node in facts.system.nodes:
        said = node.accounts
        like = Hit(
            message("Users of {node} share an account of their department", node=node.label),
            node,
            place=said.place,
            statement=said,
        )
        shared = when(said, _is_shared)
        if shared:
            yield attrs.evolve(like, when=stamped(shared))
        elif was_raised(said):
            yield from open_hits(said, message("Whether each user of {node} has an account", node=node.label), like)


def _is_shared(said: Statement[Term]) -> bool:
    return any(each.value is not None and each.value.has("shared") for each in (said, *said.also))
