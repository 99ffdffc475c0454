"""Are plugins found, is what they bring collected, and is every one that cannot be used told?"""

import sys
from pathlib import Path

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.errors import Fault, PluginFault
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source
from dataflow_assess.reports import standard_reporters

HEAD = """
from dataflow_assess.plugin import *
from dataflow_assess.plugin import Catalogue
from pathlib import Path
message = Catalogue("local", Path(__file__).parent).message
"""
RULE = (
    HEAD
    + """
@rule("CITY-01", title=message("Every node has a name"), severity=Severity.INFO, sources=())
def named(facts):
    for node in facts.system.nodes:
        if not node.name:
            yield Hit(message("{node} has no name", node=node.label), node)

@hookimpl
def dataflow_rules():
    return [named]
"""
)
TEXT = """
format: 1
system: {title: 集会所の鍵の貸出し, controller: F町}
parties: {F町: {}}
nodes: {鍵箱: {kind: 電子錠}, 窓口: {name: 役場の窓口}}
data: {貸出記録: {}}
flows: {貸出: {data: 貸出記録, hops: [窓口 -> 鍵箱: {encryption: 町内暗号}]}}
"""
WORDS = (
    HEAD
    + """
@hookimpl
def dataflow_vocabulary():
    return [
        Term("node-kind", "electronic-lock", "電子錠", {"opens"}),
        Term("protection", "town-cipher", "町内暗号", {"encrypted"}),
    ]
"""
)


def plugin(folder: Path, text: str, name: str = "町の規則.py") -> Path:
    """Write a plugin file and return its path."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def refused(*files: Path) -> str:
    """Return how a person is told that plugins cannot be used."""
    with pytest.raises(PluginFault) as fault:
        load_plugins(files)
    return "\n".join(fault.value.lines("en"))


def test_the_first_party_rules_are_found_like_any_others() -> None:
    """Through their entry point, sorted by identifier."""
    identifiers = [rule.id for rule in load_plugins().rules]
    assert identifiers == sorted(identifiers)
    assert {f"ENC-{number:02}" for number in range(1, 11)} <= set(identifiers)


def test_a_local_file_is_a_plugin_beside_the_installed_ones(tmp_path: Path) -> None:
    """Its rule is applied like the others; naming the file twice changes nothing."""
    file = plugin(tmp_path, RULE)
    plugins = load_plugins([file, file])
    assert "CITY-01" in {rule.id for rule in plugins.rules}
    assert "ENC-01" in {rule.id for rule in plugins.rules}
    system = read_source(TEXT.replace("kind: 電子錠", "").replace("町内暗号", "TLS"), "鍵.yaml")
    found = [finding for finding in assess(system, plugins).findings if finding.rule == "CITY-01"]
    assert [finding.message.text("en") for finding in found] == ["鍵箱 has no name"]


def test_two_files_of_the_same_name_in_two_folders_are_two_plugins(tmp_path: Path) -> None:
    """Neither hides the other."""
    first = plugin(tmp_path / "東", RULE)
    second = plugin(tmp_path / "西", RULE.replace("CITY-01", "CITY-02"))
    assert {"CITY-01", "CITY-02"} <= {rule.id for rule in load_plugins([first, second]).rules}


def test_a_plugins_words_are_words_of_the_format(tmp_path: Path) -> None:
    """A new kind of node and a new protection are read, and rules see their properties."""
    with pytest.raises(Fault):
        read_source(TEXT, "鍵.yaml")
    plugins = load_plugins([plugin(tmp_path, WORDS)])
    system = read_source(TEXT, "鍵.yaml", plugins.vocabulary)
    assert system.nodes[0].is_a("opens")
    assert [finding.rule for finding in assess(system, plugins).findings] == []


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ('Term("node-kind", "server", "独自のサーバ")', "'server'"),
        ('Term("no-such-list", "word", "言葉")', "'no-such-list'"),
    ],
)
def test_words_that_are_taken_or_belong_nowhere_are_refused(tmp_path: Path, term: str, told: str) -> None:
    """The plugin that brings them is named, and not the one before it."""
    good = plugin(tmp_path, WORDS, "a.py")
    bad = plugin(tmp_path, f"{HEAD}\n@hookimpl\ndef dataflow_vocabulary():\n    return [{term}]\n", "b.py")
    line = refused(good, bad)
    assert told in line
    assert "b.py" in line
    assert "a.py" not in line


def test_readers_and_reporters_are_collected(tmp_path: Path) -> None:
    """By suffix and by name, beside what the core brings."""
    text = """
@hookimpl
def dataflow_readers():
    return [Reader(".otm", lambda raw, shown: None)]

@hookimpl
def dataflow_reporters():
    return [Reporter("count", ".txt", "text/plain", lambda assessments, lang: f"{len(assessments)}\\n")]
"""
    plugins = load_plugins([plugin(tmp_path, HEAD + text)])
    assert set(plugins.readers) == {".otm"}
    assert plugins.reporters["count"].render([], "ja") == "0\n"
    assert set(plugins.reporters).isdisjoint(standard_reporters())


ANNOTATIONS = """
@hookimpl
def dataflow_annotations(assessment):
    return [Annotation(node.id, message("check {node}", node=node.label)) for node in assessment.system.nodes]
"""


def _annotated(folder: Path, text: str) -> list[tuple[str, str]]:
    plugins = load_plugins([plugin(folder, WORDS), plugin(folder, HEAD + text, "注記.py")])
    assessment = assess(read_source(TEXT, "鍵.yaml", plugins.vocabulary), plugins)
    return [(each.element, each.text.text("en")) for each in plugins.annotations(assessment)]


def test_badges_for_the_diagram_are_data(tmp_path: Path) -> None:
    """The hook gets the assessment and returns an element and words for each badge."""
    assert _annotated(tmp_path, ANNOTATIONS) == [("鍵箱", "check 鍵箱"), ("窓口", "check 役場の窓口")]


def test_a_hook_may_leave_out_the_arguments_that_it_does_not_need(tmp_path: Path) -> None:
    """Pluggy allows it, so it works here."""
    text = ANNOTATIONS.replace("(assessment)", "()").replace("assessment.system.nodes", "[]")
    assert _annotated(tmp_path, text) == []


@pytest.mark.parametrize("body", ["raise RuntimeError('札がない')", "return ['札']", "import sys; sys.exit(0)"])
def test_an_annotation_hook_that_breaks_is_a_fault(tmp_path: Path, body: str) -> None:
    """It raises, ends the process or returns something else; hook and file are named."""
    with pytest.raises(PluginFault) as fault:
        _annotated(tmp_path, f"@hookimpl\ndef dataflow_annotations(assessment):\n    {body}\n")
    (line,) = fault.value.lines("en")
    assert "dataflow_annotations" in line
    assert "注記.py" in line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import 存在しない部品", "ModuleNotFoundError: No module named '存在しない部品'"),
        ("def broken(:\n", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        (f"{HEAD}\n@hookimpl\ndef dataflow_rules(assessment):\n    return []\n", "assessment"),
        (f"{HEAD}\n@hookimpl\ndef dataflow_ruls():\n    return []\n", "dataflow_ruls"),
        (f"{HEAD}\n@hookimpl\ndef dataflow_rules():\n    return ['ENC-01']\n", "returned str where Rule is expected"),
        (f"{HEAD}\n@hookimpl\ndef dataflow_rules():\n    return None\n", "'NoneType' object is not iterable"),
        (f"{HEAD}\n@hookimpl\ndef dataflow_rules():\n    yield 1 / 0\n", "ZeroDivisionError"),
        (RULE.replace("CITY-01", "ENC-01"), "ENC-01 is defined by the plugin encryption and again by"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, text: str, told: str) -> None:
    """Import error, syntax error, exit, wrong signature, unknown hook, wrong type, rule defined twice."""
    lines = refused(plugin(tmp_path, text))
    assert told in lines
    assert "町の規則.py" in lines


def test_a_file_that_is_missing_or_no_python_file_is_named(tmp_path: Path) -> None:
    """Both at once: all problems are told together."""
    lines = refused(tmp_path / "無い.py", plugin(tmp_path, RULE, "規則.txt"))
    assert "無い.py" in lines
    assert "FileNotFoundError" in lines
    assert "規則.txt cannot be loaded: ImportError: is no Python file" in lines


def test_each_broken_plugin_is_told_once_and_sound_ones_are_not_blamed(tmp_path: Path) -> None:
    """A hook that does not fit is its plugin's problem alone."""
    unknown = plugin(tmp_path, f"{HEAD}\n@hookimpl\ndef dataflow_ruls():\n    return []\n", "a.py")
    unfit = plugin(tmp_path, f"{HEAD}\n@hookimpl\ndef dataflow_rules(assessment):\n    return []\n", "b.py")
    lines = refused(unknown, unfit, plugin(tmp_path, RULE, "c.py")).splitlines()
    assert len(lines) == 2
    assert "a.py" in lines[0]
    assert "b.py" in lines[1]


def test_a_plugin_that_fails_to_load_leaves_no_half_module_behind(tmp_path: Path) -> None:
    """A later import of the same name starts afresh."""
    refused(plugin(tmp_path, "1 / 0", "半端.py"))
    assert "dataflow_assess_local_半端" not in sys.modules


def test_an_interrupt_while_a_plugin_loads_goes_through(tmp_path: Path) -> None:
    """Ctrl-C is no fault of the plugin."""
    with pytest.raises(KeyboardInterrupt):
        load_plugins([plugin(tmp_path, "raise KeyboardInterrupt")])


def test_rules_are_mapped_to_controls_of_other_frameworks(tmp_path: Path) -> None:
    """A plugin may map its own rules and those of others."""
    text = RULE + (
        "@hookimpl\ndef dataflow_mappings():\n"
        '    yield ControlMapping("CITY-01", "A市対策基準", ("12",))\n'
        '    yield ControlMapping("ENC-01", "A市対策基準", ("7", "8"))\n'
    )
    found = load_plugins([plugin(tmp_path, text)]).mappings()
    assert [(each.framework, each.controls) for each in found["CITY-01"]] == [("A市対策基準", ("12",))]
    assert found["ENC-01"][-1].controls == ("7", "8")


def test_a_mapping_of_a_rule_that_nobody_brings_is_told(tmp_path: Path) -> None:
    """A slip of the keyboard would else be lost."""
    text = HEAD + '@hookimpl\ndef dataflow_mappings():\n    return [ControlMapping("ENC-99", "A市対策基準", ("12",))]\n'
    with pytest.raises(PluginFault) as fault:
        load_plugins([plugin(tmp_path, text)]).mappings()
    assert "maps the rule ENC-99, which is not there" in fault.value.lines("en")[0]
