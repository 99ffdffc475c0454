"""What changed between two versions of a description, in the words of a council?

Elements are compared by identifier, so order, layout and the file's name play no part. Nothing here reads a file.
"""

from collections.abc import Iterable, Iterator

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.baseline import Baseline
from dataflow_assess.changes.borders import border_changes
from dataflow_assess.changes.change import Aspect, Change, Direction
from dataflow_assess.changes.consultation import Consultation, Reason, consultation
from dataflow_assess.changes.contents import content_changes
from dataflow_assess.changes.keeping import keeping_changes
from dataflow_assess.changes.people import contract_changes, party_changes
from dataflow_assess.changes.places import place_changes
from dataflow_assess.changes.protections import protection_changes
from dataflow_assess.changes.renames import renamed
from dataflow_assess.changes.version import Version
from dataflow_assess.findings import Finding, Related
from dataflow_assess.rules import Rule

__all__ = ["Aspect", "Change", "Comparison", "Consultation", "Direction", "Reason", "Rename", "compare"]


@attrs.frozen
class Rename:
    """An element that has only another identifier.

    Attributes:
        section: the section in which it stands.
        before, after: its identifiers.
    """

    section: str
    before: str
    after: str


@attrs.frozen
class Comparison:
    """Two versions compared.

    Attributes:
        old, new: the assessments.
        renames: elements that have only another identifier.
        changes: what changed, in the order in which councils ask.
        came, went: findings of the new version that the old one has not, and the other way round.
        consultation: whether such changes usually go before the council again.
    """

    old: Assessment
    new: Assessment
    renames: tuple[Rename, ...]
    changes: tuple[Change, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]
    consultation: Consultation


def compare(old: Assessment, new: Assessment, rules: Iterable[Rule] = ()) -> Comparison:
    """Return what changed from ``old`` to ``new``.

    Args:
        old: the assessment of the earlier version.
        new: that of the later one.
        rules: rules whose sources the consultation may cite; those that were applied when empty.
    """
    names = renamed(old.system, new.system)
    version = Version(old.facts, names)
    found = tuple(_changes(version, Version(new.facts)))
    under_new_names = attrs.evolve(old, findings=tuple(_named(finding, version) for finding in old.findings))
    sources = {source.key: source for rule in (*new.rules.values(), *rules) for source in rule.sources}
    return Comparison(
        old,
        new,
        tuple(Rename(section, before, after) for (section, before), after in names.items()),
        found,
        _only(new, under_new_names),
        _only(under_new_names, new),
        consultation(found, new.system, sources),
    )


def _changes(old: Version, new: Version) -> Iterator[Change]:
    found = [
        change
        for compared in (
            border_changes,
            party_changes,
            contract_changes,
            protection_changes,
            keeping_changes,
            place_changes,
            content_changes,
        )
        for change in compared(old, new)
    ]
    order = tuple(Aspect)
    yield from sorted(found, key=lambda change: order.index(change.aspect))


def _named(finding: Finding, version: Version) -> Finding:
    """Return a finding of the old version with its elements under the names of the new one."""

    def related(each: Related) -> Related:
        return each if each.subject is None else attrs.evolve(each, subject=version.subject(each.subject))

    return attrs.evolve(finding, subject=version.subject(finding.subject), related=tuple(map(related, finding.related)))


def _only(one: Assessment, other: Assessment) -> tuple[Finding, ...]:
    """Return the findings of one assessment that the other does not have."""
    (marked,), _ = Baseline.of([other]).compared([one])
    return marked.new_findings
