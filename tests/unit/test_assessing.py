"""Does a description become an assessment, and is whatever breaks on the way told as a fault?"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dataflow_assess.assessing import assess, load, load_bytes
from dataflow_assess.errors import DescriptionFault, Fault, PluginFault
from dataflow_assess.facts import Facts
from dataflow_assess.findings import Kind, Severity
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.messages import message
from dataflow_assess.model import System
from dataflow_assess.reading import read_source
from dataflow_assess.rules import Hit, Rule, rule

TEXT = """
format: 1
system: {title: 図書の予約, controller: A市}
parties: {A市: {}}
nodes: {利用者: {}, 図書館: {}}
data: {予約: {}}
flows:
  予約: {data: 予約, hops: [利用者 -> 図書館: {encryption: {undecided: [TLS, {withheld: 未公表}], choice: 方式}}]}
"""


def system() -> System:
    """Return the system described above."""
    return read_source(TEXT, "予約.yaml")


def made(check: Callable[[Facts], object], severity: Severity = Severity.WARNING) -> Rule:
    """Return a rule of this function."""
    return rule("XYZ-01", title=message("A rule for a test"), severity=severity, sources=())(check)  # type: ignore[arg-type]


def test_the_installed_rules_are_applied_unless_others_are_chosen() -> None:
    """Without rules all of the plugins' are; with none at all nothing is found."""
    assessment = assess(system())
    assert {finding.rule for finding in assessment.findings} == {"ENC-02"}
    assert set(assessment.rules) == {rule.id for rule in load_plugins().rules}
    assert assess(system(), rules=[]).findings == ()


def test_a_hit_is_stamped_with_what_its_rule_is() -> None:
    """Identifier, severity, sources, remedy and place come from the rule and the element unless the hit says more."""

    def check(facts: Facts) -> Iterator[Hit]:
        """Find the node.

        Remedy:
            Write more.
        """
        node, other = facts.system.nodes
        yield Hit(message("found"), node)
        yield Hit(message("found again"), node, severity=Severity.QUESTION, kind=Kind.TO_CONFIRM, place=other.place)
        yield Hit(message("and again"), node)

    found = assess(system(), rules=[made(check, Severity.INFO)]).findings
    assert [(f.message.text("en"), f.severity.value, f.kind.value) for f in found] == [
        ("found", "info", "violation"),
        ("and again", "info", "violation"),
        ("found again", "question", "to-confirm"),
    ]
    assert {f.rule for f in found} == {"XYZ-01"}
    assert [f.remedy.text("en") for f in found if f.remedy] == ["Write more."] * 3
    assert found[0].place == system().nodes[0].place
    assert found[2].place == system().nodes[1].place
    assert len({f.fingerprint for f in found}) == 3


def test_alternatives_are_told_in_the_authors_words() -> None:
    """The choice and its option; several choices of one case stand together, and no case means always."""

    def check(facts: Facts) -> Iterator[Hit]:
        (hop,) = facts.graph.hops()
        yield Hit(message("one"), hop, when=((("方式", 0),), (("方式", 1),)))
        yield Hit(message("two"), hop, when=((("方式", 1), ("方式", 0)),))
        yield Hit(message("always"), hop, when=((),))

    found = assess(system(), rules=[made(check)]).findings
    assert [f.alternatives for f in found] == [("方式 = TLS", "方式 = 未公表"), ("方式 = 未公表; 方式 = TLS",), ()]


def _raises(facts: Facts) -> Iterator[Hit]:
    yield Hit(message("before it breaks"), facts.system)
    msg = "壊れた規則"
    raise ZeroDivisionError(msg)


def _exits(facts: Facts) -> list[Hit]:
    sys.exit(0)


def _returns_nothing(facts: Facts) -> None:
    return


def _returns_words(facts: Facts) -> list[str]:
    return ["平文です"]


def _names_no_choice(facts: Facts) -> list[Hit]:
    return [Hit(message("found"), facts.system, when=((("無い選択", 0),),))]


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (_raises, "ZeroDivisionError: 壊れた規則"),
        (_exits, "SystemExit: 0"),
        (_returns_nothing, "TypeError: 'NoneType' object is not iterable"),
        (_returns_words, "TypeError: Hit is expected, not str"),
        (_names_no_choice, "KeyError: '無い選択'"),
    ],
)
def test_a_rule_that_breaks_is_a_fault_that_names_rule_and_file(check: Callable[[Facts], object], told: str) -> None:
    """Never a clean result, not even when the rule wants to end the process with status 0."""
    with pytest.raises(PluginFault) as fault:
        assess(system(), rules=[made(check)])
    (line,) = fault.value.lines("en")
    assert "XYZ-01" in line
    assert Path(__file__).name in line
    assert told in line


def test_an_interrupt_is_no_fault_of_a_rule() -> None:
    """Ctrl-C goes through."""

    def interrupted(facts: Facts) -> list[Hit]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess(system(), rules=[made(interrupted)])


def test_a_file_and_its_bytes_are_the_same_system(tmp_path: Path) -> None:
    """From disk with the installed plugins, or as it comes from standard input."""
    file = tmp_path / "予約.yaml"
    file.write_text(TEXT, encoding="utf-8")
    loaded, piped = load(file), load_bytes(TEXT.encode(), "予約.yaml", load_plugins())
    assert loaded.nodes[0].id == piped.nodes[0].id == "利用者"
    assert loaded.place.path == file.as_posix()


READER = """
from dataflow_assess.plugin import Reader, hookimpl
from dataflow_assess.errors import DescriptionFault
from dataflow_assess.messages import message
from dataflow_assess.reading import read_source
import sys

def read(raw, shown):
    text = raw.decode("utf-8")
    if text == "refuse":
        raise DescriptionFault.of(message("nothing in it"))
    if text == "exit":
        sys.exit(0)
    return 1 / 0 if text == "raise" else text if text == "words" else read_source(text, shown)

@hookimpl
def dataflow_readers():
    return [Reader(".OTM", read)]
"""


@pytest.fixture
def with_reader(tmp_path: Path) -> Plugins:
    """Return the plugins with a reader of ``.otm`` files beside them."""
    plugin = tmp_path / "reads_otm.py"
    plugin.write_text(READER, encoding="utf-8")
    return load_plugins([plugin])


def _file(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "記述.otm"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_plugins_reader_reads_the_files_of_its_suffix(tmp_path: Path, with_reader: Plugins) -> None:
    """Capitals in the suffix do not matter; other files are read as before."""
    assert load(_file(tmp_path, TEXT), with_reader).overview.title == "図書の予約"
    with pytest.raises(DescriptionFault):
        load(tmp_path / "無い.yaml", with_reader)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("raise", "ZeroDivisionError: division by zero"),
        ("exit", "SystemExit: 0"),
        ("words", "TypeError: System is expected, not str"),
    ],
)
def test_a_reader_that_breaks_is_a_fault_of_its_plugin(
    tmp_path: Path, with_reader: Plugins, text: str, told: str
) -> None:
    """It is named by its suffix."""
    with pytest.raises(PluginFault) as fault:
        load(_file(tmp_path, text), with_reader)
    (line,) = fault.value.lines("en")
    assert ".OTM" in line
    assert told in line


def test_what_a_reader_refuses_is_the_descriptions_fault(tmp_path: Path, with_reader: Plugins) -> None:
    """A refusal is passed on as it is, and a file that is not there is one as well."""
    with pytest.raises(DescriptionFault, match="nothing in it"):
        load(_file(tmp_path, "refuse"), with_reader)
    with pytest.raises(Fault) as fault:
        load(tmp_path / "無い.otm", with_reader)
    assert "無い.otm" in fault.value.lines("en")[0]
