"""Do the scripts set up what is missing, once, and say what they cannot set up?

The scripts run for real in a copy, with a PATH that holds a few ordinary tools and stand-ins for those whose
absence or cost is the point: python3 notes what it was asked for, dot measures with or without the font.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [*sorted(set((ROOT / "script").iterdir()) - {ROOT / "script" / "catalogue"}), ROOT / ".ci" / "run"]
BASH = shutil.which("bash") or "bash"
TOOLS = ("awk", "bash", "cat", "chmod", "dirname", "mkdir", "mv", "rm", "sha256sum", "tr")

CLERK = "echo 1000"
DOT = "echo node n 2.8 0.8 5.5556 1.5"
DOT_WITHOUT_FONT = "echo node n 2.8 0.8 5.0000 1.5"
# `python3 -m venv … .venv` puts a copy of itself there; every other question is answered with yes.
PYTHON = """
[[ ${1-} == -V ]] && { echo Python 3.11.2; exit; }
[[ ${1-} == -c ]] && exit
echo "$*" >>calls
[[ ${2-} == venv ]] && mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod +x .venv/bin/python
exit 0
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for bash")


class Checkout:
    """A copy of the scripts and pyproject.toml, with a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.bin = folder / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "script", self.root / "script")
        shutil.copy(ROOT / "pyproject.toml", self.root)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (self.bin / tool).symlink_to(found)
        self.stand_in("id", CLERK)

    def stand_in(self, name: str, body: str) -> None:
        """Put a bash script called ``name`` on the PATH."""
        program = self.bin / name
        program.write_text(f"#!{BASH}\n{body}\n", encoding="utf-8")
        program.chmod(0o755)

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the copy."""
        return subprocess.run(
            [self.root / "script" / script, *arguments],
            env={"PATH": str(self.bin), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def installations(self) -> list[str]:
        """Return what pip was asked to install since the last time, and forget it."""
        calls = self.root / "calls"
        lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return [line.split()[-1] for line in lines if " install " in line]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Return a copy where nothing is installed."""
    return Checkout(tmp_path)


@pytest.fixture
def equipped(checkout: Checkout) -> Checkout:
    """Return a copy on a machine with Graphviz, a font and Python."""
    checkout.stand_in("dot", DOT)
    checkout.stand_in("python3", PYTHON)
    return checkout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_executable_bash_that_parses(script: Path) -> None:
    """What git must carry over: the mode, and no slip that shows only on another machine."""
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    assert subprocess.run([BASH, "-n", script], check=False).returncode == 0


def test_what_is_missing_is_said_all_at_once_in_both_languages(checkout: Checkout) -> None:
    """Without root, the clerk learns the packages to ask for, and nothing is left half made."""
    done = checkout.run("setup")
    assert done.returncode == 2
    assert "管理者に導入を依頼してください" in done.stderr
    assert "Please install them" in done.stderr
    assert done.stderr.count("sudo apt-get install graphviz fonts-noto-cjk python3 python3-pip\n") == 2
    assert not (checkout.root / ".venv").exists()


def test_a_missing_font_alone_is_named_alone(equipped: Checkout) -> None:
    """Graphviz substitutes a missing font without a word, so the set-up measures it."""
    equipped.stand_in("dot", DOT_WITHOUT_FONT)
    done = equipped.run("setup")
    assert done.returncode == 2
    assert "Noto Sans CJK JP" in done.stderr
    assert "sudo apt-get install fonts-noto-cjk\n" in done.stderr
    assert "- Graphviz" not in done.stderr


def test_graphviz_and_font_come_through_apt_for_root(checkout: Checkout) -> None:
    """Where apt may be used it is, and only for what is missing."""
    checkout.stand_in("id", "echo 0")
    checkout.stand_in("python3", PYTHON)
    checkout.stand_in("env", 'shift; exec "$@"')
    checkout.stand_in("apt-get", 'echo "$*" >>apt; [[ $1 == update ]] || mv dot "${0%/*}/dot"')
    (checkout.root / "dot").write_text(f"#!{BASH}\n{DOT}\n", encoding="utf-8")
    (checkout.root / "dot").chmod(0o755)
    done = checkout.run("setup")
    assert done.returncode == 0, done.stderr
    asked = (checkout.root / "apt").read_text(encoding="utf-8")
    assert asked.splitlines() == [
        "update -q",
        "install -q -y --no-install-recommends graphviz fonts-noto-cjk",
        "update -q",
        "install -q -y --no-install-recommends chromium",
    ]


def test_a_missing_browser_is_said_and_ends_nothing(equipped: Checkout) -> None:
    """Only the tests that need it are skipped; who has one is told nothing."""
    done = equipped.run("setup")
    assert done.returncode == 0
    assert "package chromium" in done.stderr
    (equipped.root / ".venv" / ".dataflow-assess-setup").unlink()
    equipped.stand_in("chromium", "exit 0")
    done = equipped.run("setup")
    assert done.returncode == 0
    assert "hromium" not in done.stderr


def test_running_alone_needs_no_browser(equipped: Checkout) -> None:
    """The demonstration is set up without a word about tests."""
    assert "hromium" not in equipped.run("setup", "runtime").stderr


def test_the_second_set_up_installs_nothing(equipped: Checkout) -> None:
    """The stamp is what makes the second run quick."""
    assert equipped.run("setup").returncode == 0
    assert equipped.installations() == [".[test]"]
    assert equipped.run("setup").returncode == 0
    assert equipped.installations() == []


def test_the_set_up_for_tests_serves_the_demo_but_not_the_other_way_round(equipped: Checkout) -> None:
    """The demo does not pay for the tests' tools; the tests do not go without them."""
    assert equipped.run("setup", "runtime").returncode == 0
    assert equipped.installations() == ["."]
    assert equipped.run("setup", "test").returncode == 0
    assert equipped.installations() == [".[test]"]
    assert equipped.run("setup", "runtime").returncode == 0
    assert equipped.installations() == []


def _change_metadata(checkout: Checkout) -> None:
    with (checkout.root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")


def _change_python(checkout: Checkout) -> None:
    python = checkout.root / ".venv" / "bin" / "python"
    python.write_text(python.read_text(encoding="utf-8").replace("3.11.2", "3.11.9"), encoding="utf-8")


def _move(checkout: Checkout) -> None:
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))


@pytest.mark.parametrize("change", [_change_metadata, _change_python, _move])
def test_a_change_of_what_the_installation_rests_on_is_noticed(
    equipped: Checkout, change: Callable[[Checkout], None]
) -> None:
    """The stamp knows the metadata, the interpreter and the place of the checkout."""
    assert equipped.run("setup").returncode == 0
    equipped.installations()
    change(equipped)
    assert equipped.run("setup").returncode == 0
    assert equipped.installations() == [".[test]"]


def test_an_installation_that_fails_leaves_no_stamp(equipped: Checkout) -> None:
    """What was not installed is tried again, not believed to be there."""
    equipped.stand_in("python3", PYTHON.replace("exit 0", "[[ $* != *install* ]]"))
    done = equipped.run("setup")
    assert done.returncode == 2
    assert "PIP_NO_INDEX=1" in done.stderr
    equipped.stand_in("python3", PYTHON)
    equipped.installations()
    assert equipped.run("setup").returncode == 0
    assert equipped.installations() == [".[test]"]


def test_uv_serves_where_pip_is_missing(equipped: Checkout) -> None:
    """Python without pip and without ensurepip is enough when uv is there."""
    equipped.stand_in("python3", PYTHON.replace("== -c ]] && exit", "== -c ]] && { [[ $2 != *pip* ]]; exit; }"))
    assert equipped.run("setup").returncode == 2
    equipped.stand_in("uv", f"[[ $1 == --version ]] && exit\n{PYTHON.replace('== venv', '!= install')}")
    assert equipped.run("setup").returncode == 0
    assert equipped.installations() == [".[test]"]


def test_an_unknown_level_is_a_usage_error(equipped: Checkout) -> None:
    """A typing slip does not install everything."""
    done = equipped.run("setup", "runtme")
    assert done.returncode == 2
    assert "usage" in done.stderr
