"""How does ``check`` run: patterns, processes, interruption, colours, quiet, statistics, completion?"""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dataflow_assess.cli.terminal import coloured, is_coloured
from tests.unit.cli.running import KONBINI, ROOT, SMALL, process, refused, report, run

BROKEN = SMALL.replace("encryption: none", "encryption: rot13")


@pytest.fixture
def folder(small: Path) -> Path:
    """Return a folder with descriptions at two depths, another YAML file, and a hidden one."""
    deep = small.parent / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "deep.yaml").write_text(SMALL, encoding="utf-8")
    (small.parent / "a" / "expected.yaml").write_text("ENC-01: []\n", encoding="utf-8")
    (small.parent / ".hidden.yaml").write_text(SMALL, encoding="utf-8")
    return small.parent


def _checked(pattern: str) -> list[str]:
    return [Path(system["path"]).name for system in report(pattern)["systems"]]


def test_a_pattern_means_the_descriptions_that_fit_it(folder: Path) -> None:
    """Where the shell has not expanded it; other files and hidden ones are passed over."""
    assert _checked(f"{folder}/*.yaml") == ["small.yaml"]
    assert _checked(f"{folder}/**/*.yaml") == ["deep.yaml", "small.yaml"]
    assert _checked(f"{folder}/[a-c]") == ["deep.yaml"]


def test_a_pattern_that_fits_nothing_is_told(folder: Path) -> None:
    """It must not pass for a clean run."""
    (line,) = refused("check", f"{folder}/*.yml", "--lang", "en")
    assert "no description fits this pattern" in line


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    """What is there goes before what a pattern would mean."""
    (folder / "[a].yaml").write_text(SMALL, encoding="utf-8")
    assert _checked(f"{folder}/[a].yaml") == ["[a].yaml"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_several_processes_print_the_same_in_the_same_order(form: str, rules: Path) -> None:
    """With plugins too."""
    arguments: list[str | Path] = [
        "check",
        "diagrams",
        "--format",
        form,
        "--plugin",
        rules,
        "--fail-on",
        "never",
        "--statistics",
    ]
    one, two = (process(*arguments, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr


def test_several_processes_tell_the_same_problems(folder: Path, rules: Path) -> None:
    """Descriptions that cannot be read go before a rule that raises; standard input is read once."""
    for name in ("broken.yaml", "a/broken.yaml"):
        (folder / name).write_text(BROKEN, encoding="utf-8")
    raising = rules.with_name("raising.py")
    raising.write_text(rules.read_text(encoding="utf-8").replace("yield Hit", "raise LookupError\n        yield Hit"))
    tried: list[list[str | Path]] = [[folder], [KONBINI, folder / "small.yaml"], ["-", folder]]
    for arguments in ([*each, "--plugin", raising] for each in tried):
        one, two = (process("check", *arguments, "--jobs", jobs, stdin=BROKEN.encode()) for jobs in ("1", "2"))
        assert one.returncode == two.returncode == 2
        assert one.stderr == two.stderr
        assert not two.stdout


SLOW = '''\
import os, signal, time
from pathlib import Path
from dataflow_assess.plugin import Catalogue, Severity, hookimpl, rule

message = Catalogue("slow", Path(".")).message


@rule("SLOW-01", title=message("slow"), severity=Severity.INFO, sources=())
def slow(facts):
    """Takes its time, and says that it has begun."""
    Path(__file__).with_suffix(".begun").touch()
    time.sleep(60)
    return []


@hookimpl
def dataflow_rules():
    return [slow]
'''


@pytest.mark.skipif(sys.platform == "win32", reason="a signal is sent as a terminal does")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_ends_every_process_with_130_and_no_word(jobs: str, tmp_path: Path) -> None:
    """As Ctrl-C does, which reaches the whole group."""
    plugin = tmp_path / "slow.py"
    plugin.write_text(SLOW, encoding="utf-8")
    command = [sys.executable, "-m", "dataflow_assess", "check", "diagrams", "--plugin", str(plugin), "--jobs", jobs]
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs behind it inherits deafness
    with subprocess.Popen(command, cwd=ROOT, stdout=-1, stderr=-1, start_new_session=True) as running:
        signal.signal(signal.SIGINT, ours)
        for _ in range(300):
            if plugin.with_suffix(".begun").exists():
                break
            time.sleep(0.1)
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_quiet_prints_findings_alone(small: Path, rules: Path) -> None:
    """And nothing where there are none."""
    arguments = ("check", small, "--plugin", rules, "--lang", "en", "--quiet")
    lines = run(*arguments, "--select", "W-ERROR,W-PASS").stdout.splitlines()
    assert lines[0] == "error[W-ERROR] found by ERROR"
    assert "W-PASS" not in "".join(lines)
    assert not any("error 1" in line for line in lines)
    assert run(*arguments, "--select", "W-PASS").output == ""


def test_statistics_count_findings_by_rule(small: Path, rules: Path) -> None:
    """After the text on standard output; for other formats on standard error."""
    arguments = ("check", small, small, "--plugin", rules, "--select", "W-", "--statistics", "--lang", "en")
    lines = run(*arguments).stdout.splitlines()
    assert lines[-5:] == [
        "Findings by rule:",
        "  1  W-ERROR  error  Rule ERROR",
        "  1  W-INFO  info  Rule INFO",
        "  1  W-QUESTION  question  Rule QUESTION",
        "  1  W-WARNING  warning  Rule WARNING",
    ]
    result = run(*arguments, "--format", "json")
    assert result.stderr.startswith("Findings by rule:")
    assert result.stdout.startswith("{")
    none = run("check", small, "--plugin", rules, "--select", "W-PASS", "--statistics", "--lang", "en").stdout
    assert none.endswith("Findings by rule:\n  no findings\n")


def test_colours_change_no_word(small: Path) -> None:
    """Only codes are added, at the beginning of the lines that we write."""
    plain = run("check", small, "--lang", "en", "--color", "never").stdout
    bright = run("check", small, "--lang", "en", "--color", "always").stdout
    assert "\x1b[" not in plain
    assert "\x1b[1;31merror[ENC-01]\x1b[0m " in bright
    for style in ("1;31", "1;33", "1;36", "1;35", "34", "2", "0"):
        bright = bright.replace(f"\x1b[{style}m", "")
    assert bright == plain


def test_a_description_cannot_colour_a_line() -> None:
    """A title that looks like a finding stays as it is, inside its line."""
    assert coloured("x: error[ENC-01]\n  12 | error[ENC-01]\n", "en") == "x: error[ENC-01]\n  12 | error[ENC-01]\n"


@pytest.mark.parametrize(
    ("wanted", "environment", "shown"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_no_color_goes_before_force_color_and_the_option_before_both(
    wanted: str, environment: dict[str, str], shown: bool
) -> None:
    """Standard output is no terminal here."""
    with Path(os.devnull).open("w", encoding="utf-8") as stream:
        assert is_coloured(wanted, stream, environment) is shown


def _on_a_terminal(*arguments: str, env: dict[str, str]) -> str:
    """Return what a terminal of our own is sent."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dataflow_assess", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=theirs, stderr=theirs, env=os.environ | env) as running:
        os.close(theirs)
        sent = bytearray()
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not block:
                break
            sent += block
        running.wait(timeout=60)
    os.close(ours)
    return sent.decode("utf-8", "replace")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_sees_colours_and_how_far_the_run_has_come() -> None:
    """Unless it is a dumb one, or quiet is wanted."""
    arguments = ("check", "diagrams", "--lang", "en", "--select", "ENC-01")
    env = {"TERM": "xterm-256color", "NO_COLOR": "", "FORCE_COLOR": ""}
    shown = _on_a_terminal(*arguments, env=env)
    assert "Assessing" in shown
    assert "\x1b[1;31merror[ENC-01]" in shown
    assert "Assessing" not in _on_a_terminal(*arguments, "--quiet", env=env)
    assert "\x1b[1;31m" not in _on_a_terminal(*arguments, env=env | {"TERM": "dumb"})


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_is_given_its_script(shell: str) -> None:
    """Without any network."""
    script = run("completion", shell).stdout
    assert "_DATAFLOW_ASSESS_COMPLETE" in script
    assert "dataflow-assess" in script


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs bash")
def test_bash_completes_commands_and_options() -> None:
    """As bash itself asks the program."""
    assert "complete -o nosort" in run("completion", "bash").stdout
    for words, wanted in (
        ("dataflow-assess ch", "plain,check"),
        ("dataflow-assess check --statis", "plain,--statistics"),
    ):
        env = {"_DATAFLOW_ASSESS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        program = "from dataflow_assess.__main__ import run; run()"
        done = subprocess.run(
            [sys.executable, "-c", program], env=os.environ | env, capture_output=True, text=True, check=False
        )
        assert wanted in done.stdout.split()
