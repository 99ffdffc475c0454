"""Which rules are in force, with which weights and parameters?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from dataflow_assess.errors import Place, Problem
from dataflow_assess.findings import Kind, Severity
from dataflow_assess.messages import Message, message
from dataflow_assess.parameters import Value
from dataflow_assess.rules import Rule
from dataflow_assess.vocabulary import nearest


@attrs.frozen
class Ignored:
    """A word that leaves rules out.

    Attributes:
        word: an identifier, its beginning, or the name of a group.
        reason: why; "" where none is given.
        place: where it stands in a file, or None.
    """

    word: str
    reason: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Setting:
    """What a table ``[rules.ID]`` says.

    Attributes:
        weights: severities by kind of finding.
        values: parameters by name.
        reason: why, or "".
        places: where each of them stands, by its key in the file.
    """

    weights: dict[Kind, Severity] = attrs.field(factory=dict)
    values: dict[str, Value] = attrs.field(factory=dict)
    reason: str = ""
    places: dict[str, Place] = attrs.field(factory=dict, eq=False)

    def over(self, below: "Setting") -> "Setting":
        """Return both, where this one goes before ``below``."""
        return Setting(
            below.weights | self.weights,
            below.values | self.values,
            self.reason or below.reason,
            below.places | self.places,
        )


@attrs.frozen
class Tuning:
    """What decides on the rules of one description; plain data.

    Attributes:
        select: words for the rules to apply; all where it is empty.
        ignore: what is left out.
        mandatory: words for the rules that are applied in any case, unless they are left out with a reason.
        rules: the settings of single rules, by identifier.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[Ignored, ...] = ()
    mandatory: tuple[str, ...] = ()
    rules: dict[str, Setting] = attrs.field(factory=dict)


@attrs.frozen
class InForce:
    """The rules of one description.

    Attributes:
        rules: those that are applied, as they are set, sorted by identifier.
        left_out: the reason of each that is not applied, by identifier; "" where none is given.
        excused: the mandatory rules that are left out or set otherwise, each with its reason.
    """

    rules: tuple[Rule, ...]
    left_out: dict[str, str]
    excused: dict[str, str] = attrs.field(factory=dict)


def in_force(rules: Sequence[Rule], tuning: Tuning) -> InForce:
    """Return the rules that ``tuning`` leaves, as it sets them."""
    mandatory = {name for word in tuning.mandatory for name in matching(rules, word)}
    wanted = {name for word in tuning.select for name in matching(rules, word)} if tuning.select else None
    reasons: dict[str, str] = {}
    for each in tuning.ignore:
        for name in matching(rules, each.word):
            if name not in mandatory or each.reason:
                reasons[name] = reasons.get(name) or each.reason
    applied, left_out = list[Rule](), dict[str, str]()
    for rule in rules:
        if rule.id in reasons:
            left_out[rule.id] = reasons[rule.id]
        elif wanted is not None and rule.id not in wanted | mandatory:
            left_out[rule.id] = ""
        else:
            applied.append(_set(rule, tuning.rules.get(rule.id, Setting()), mandatory=rule.id in mandatory))
    excused = {name: reason for name, reason in left_out.items() if name in mandatory}
    excused |= {name: said.reason for name, said in tuning.rules.items() if name in mandatory and said.reason}
    return InForce(tuple(applied), left_out, excused)


def _set(rule: Rule, setting: Setting, *, mandatory: bool) -> Rule:
    return attrs.evolve(rule, values=setting.values, weights=setting.weights, mandatory=mandatory)


def matching(rules: Iterable[Rule], word: str) -> frozenset[str]:
    """Return the identifiers of the rules that a word means: an identifier, its beginning, or a group."""
    bare = word.strip()
    return frozenset(
        rule.id for rule in rules if bare and (rule.id.startswith(bare.upper()) or rule.group == bare.lower())
    )


def unknown(word: str, rules: Iterable[Rule], place: Place | None = None) -> Problem:
    """Return the problem that no rule is called ``word``, with the nearest identifier or group."""
    known = [name for rule in rules for name in (rule.id, rule.group)]
    near = nearest(word, dict.fromkeys(known))
    hint = message("did you mean “{word}”?", word=near) if near else message("see `dataflow-assess rules` for the list")
    return Problem(message("there is no rule “{rule}”", rule=word), place, hint)


def unexcused(rules: Sequence[Rule], tuning: Tuning, how: Message) -> Iterator[Problem]:
    """Yield a problem for each mandatory rule that is left out or weakened without a reason.

    Args:
        rules: all rules.
        tuning: what decides on them.
        how: how a reason is given to what leaves a rule out.
    """
    mandatory = {name for word in tuning.mandatory for name in matching(rules, word)}
    for each in tuning.ignore:
        if not each.reason and (names := sorted(mandatory & matching(rules, each.word))):
            found = message("{rules} cannot be left out without a reason: mandatory", rules=tuple(names))
            yield Problem(found, each.place, how)
    for rule in rules:
        if rule.id in mandatory and rule.id in tuning.rules:
            yield from _weakened(rule, tuning.rules[rule.id])


def _weakened(rule: Rule, setting: Setting) -> Iterator[Problem]:
    if setting.reason:
        return
    hint = message("add “reason = …” to [rules.{rule}]", rule=rule.id)
    for name in setting.values:
        found = message("{rule} is mandatory: “{name}” cannot be set without a reason", rule=rule.id, name=name)
        yield Problem(found, setting.places.get(name), hint)
    if any(_RANKS.index(weight) > _RANKS.index(rule.severity) for weight in setting.weights.values()):
        found = message("{rule} is mandatory: its severity cannot be lowered without a reason", rule=rule.id)
        yield Problem(found, setting.places.get("severity"), hint)


_RANKS = tuple(Severity)


def weights(rule: Rule, given: str | Mapping[str, str]) -> dict[Kind, Severity]:
    """Return the severities that a word, or a table of them by kind, sets for a rule.

    One word is for what is wrong or not stated; what is still to be confirmed stays a question, unless the rule
    itself is one.
    """
    if isinstance(given, str):
        kinds = [Kind.VIOLATION, Kind.NOT_STATED]
        if rule.severity is Severity.QUESTION:
            kinds.append(Kind.TO_CONFIRM)
        return dict.fromkeys(kinds, Severity(given))
    return {Kind(kind): Severity(word) for kind, word in given.items()}
