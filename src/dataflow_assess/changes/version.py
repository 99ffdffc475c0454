"""What is one version of a description, with the identifiers that the other version knows?"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from dataflow_assess.changes.change import Direction
from dataflow_assess.facts import Facts
from dataflow_assess.findings import Subject
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import Message
from dataflow_assess.model import Contract, Hop, Statement, Storage, System
from dataflow_assess.wording import STANDINGS

Renamed = Mapping[tuple[str, str], str]
"""The section and old identifier of each element that was renamed, with the new identifier."""


class Version:
    """One version; its identifiers are those of the new version.

    Attributes:
        facts: what is concluded about it.
    """

    def __init__(self, facts: Facts, renamed: Renamed | None = None) -> None:
        self.facts = facts
        self._renamed = renamed or {}

    @property
    def system(self) -> System:
        """The description."""
        return self.facts.system

    @property
    def graph(self) -> DataFlowGraph:
        """The graph."""
        return self.facts.graph

    def id(self, section: str, identifier: str) -> str:
        """Return the identifier of an element of a section as the new version has it."""
        return self._renamed.get((section, identifier), identifier)

    def hop(self, hop: Hop) -> str:
        """Return the identifier of a hop as the new version has it."""
        source, target = self.id("nodes", hop.source), self.id("nodes", hop.target)
        own = f"{hop.flow}: {hop.source} → {hop.target}"
        return f"{self.id('flows', hop.flow)}: {source} → {target}{hop.id.removeprefix(own)}"

    def storage(self, storage: Storage) -> str:
        """Return the identifier of a storage as the new version has it."""
        return self.id("nodes", storage.node) + storage.id.removeprefix(storage.node)

    def contract(self, contract: Contract) -> str:
        """Return the identifier of a contract as the new version has it."""
        ends = [self.id("parties", end) for end in (contract.source, contract.target)]
        return " → ".join(ends) + contract.id.removeprefix(f"{contract.source} → {contract.target}")

    def said(self, said: Statement[Any], *sections: str) -> Statement[Any]:
        """Return what is said with the identifiers in it as the new version has them."""
        if not self._renamed:
            return said
        value = said.value
        for section in sections:
            value = self.id(section, value) if isinstance(value, str) else value
        alternatives = tuple(self.said(each, *sections) for each in said.alternatives)
        also = tuple(self.said(each, *sections) for each in said.also)
        return attrs.evolve(said, value=value, alternatives=alternatives, also=also)

    def subject(self, subject: Subject) -> Subject:
        """Return a finding's subject under the identifier that the new version has for it."""
        section = _SECTIONS.get(subject.kind)
        identifier = subject.id
        if section is not None:
            identifier = self.id(section, identifier)
        elif subject.kind == "hop" and subject.id in self._hops:
            identifier = self.hop(self._hops[subject.id])
        elif subject.kind == "storage" and subject.id in self._storages:
            identifier = self.storage(self._storages[subject.id])
        elif subject.kind == "contract" and subject.id in self._contracts:
            identifier = self.contract(self._contracts[subject.id])
        return Subject(subject.kind, identifier, subject.name)

    @cached_property
    def _hops(self) -> dict[str, Hop]:
        return {hop.id: hop for hop in self.graph.hops()}

    @cached_property
    def _storages(self) -> dict[str, Storage]:
        return {storage.id: storage for storage in self.system.storage}

    @cached_property
    def _contracts(self) -> dict[str, Contract]:
        return {contract.id: contract for contract in self.system.contracts}

    @cached_property
    def personal(self) -> frozenset[str]:
        """The identifiers, in this version's own words, of the items that are personal data."""
        return frozenset(item.id for item in self.system.data if item.personal)


_SECTIONS = {"node": "nodes", "party": "parties", "zone": "zones", "data": "data", "flow": "flows"}


def quoted(said: Statement[Any]) -> object:
    """Return what is said, as a sentence quotes it: the value, the alternatives, or in which way it is unknown."""
    if said.alternatives:
        return tuple(quoted(option) for option in said.alternatives)
    return STANDINGS[said.standing] if said.value is None else said.value


def identity(said: Statement[Any]) -> object:
    """Return what makes two statements the same: value or standing, not place, evidence or remark."""
    return (
        said.standing,
        said.value,
        tuple(identity(option) for option in said.alternatives),
        tuple(identity(other) for other in said.also),
    )


def towards(before: Statement[Any], after: Statement[Any]) -> Direction:
    """Return which way a statement changed: one that is dropped is worse, and one that fills a silence is better."""
    if before.is_silent == after.is_silent:
        return Direction.CHANGED
    return Direction.WORSE if after.is_silent else Direction.BETTER


def name_of(version: Version, party: object) -> object:
    """Return the name of a party, or the standing or word as it is."""
    try:
        return version.graph.party(str(party)).label if not isinstance(party, Message | tuple) else party
    except KeyError:
        return party
