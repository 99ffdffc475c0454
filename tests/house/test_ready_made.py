"""Do the pre-commit hook, the GitHub Action and the GitLab template do what they promise?"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
KONBINI = "diagrams/nishitokyo/konbini/description.yaml"
PROGRAMS = Path(sys.executable).parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
(JOB,) = yaml.safe_load((ROOT / "templates" / "gitlab-ci.yml").read_text(encoding="utf-8")).values()

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are bash's")


def _bash(script: str, cwd: Path = ROOT, /, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a pipeline does, with our program first on PATH."""
    known = {key: value for key, value in os.environ.items() if not key.startswith(("INPUT_", "GITHUB_", "DATAFLOW_"))}
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/usr/bin/env", "bash", "-c", script],
        cwd=cwd,
        env=known | {"PATH": path, "PYTHONUTF8": "1"} | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _inputs(**given: str) -> dict[str, str]:
    """Return the environment that the runner makes of the inputs, with their defaults."""
    step = STEPS[1]["env"]
    names = {variable: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value) for variable, value in step.items()}
    found = {variable: str(ACTION["inputs"][name[1]]["default"]) for variable, name in names.items() if name}
    assert set(found) == set(step)
    return found | given


def _action(tmp_path: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], str]:
    output = tmp_path / "output"
    output.touch()
    done = _bash(STEPS[1]["run"], **_inputs(**given), GITHUB_OUTPUT=str(output), GITHUB_ACTIONS="true")
    return done, output.read_text(encoding="utf-8")


def test_the_hook_s_entry_runs_on_the_gallery() -> None:
    """Without file names, once, in one process at a time."""
    assert HOOK["pass_filenames"] is False
    assert HOOK["require_serial"] is True
    done = _bash(shlex.join([*HOOK["entry"].split(), "--fail-on", "never", *HOOK["args"]]), ROOT / "diagrams")
    assert done.returncode == 0, done.stderr
    assert "20" in done.stdout.split("\n\n")[-1]
    assert _bash(shlex.join([*HOOK["entry"].split(), *HOOK["args"]]), ROOT / "diagrams").returncode == 1


def test_the_hook_looks_at_descriptions_and_their_configuration() -> None:
    """And at no program."""
    files = re.compile(HOOK["files"])
    assert all(files.search(name) for name in ("a/description.yaml", "b.yml", "c.json", "dataflow-assess.toml"))
    assert not files.search("a.py")


def test_no_input_is_written_into_a_script() -> None:
    """An expression in a script would let whoever opens a pull request run commands."""
    for step in STEPS:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    assert all("uses" not in step for step in STEPS), "an action that is used is pinned by its full SHA: check it here"


def test_every_input_is_described_and_used() -> None:
    """None is required, so the shortest workflow works."""
    used = set(re.findall(r"inputs\.([a-z-]+)", str(STEPS[1]["env"])))
    assert used == set(ACTION["inputs"])
    assert all(each["description"] and each["required"] is False for each in ACTION["inputs"].values())


def test_the_action_annotates_and_fails_on_errors(tmp_path: Path) -> None:
    """With the status as an output."""
    done, output = _action(tmp_path, INPUT_PATHS=f"{KONBINI}\n\n", INPUT_LANG="en")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::")
    assert f"file={KONBINI}" in done.stdout
    assert output == "status=1\n"


def test_the_action_writes_sarif_and_markdown_beside(tmp_path: Path) -> None:
    """And passes where the threshold is not reached."""
    sarif, markdown = tmp_path / "a b.sarif", tmp_path / "c.md"
    done, output = _action(
        tmp_path, INPUT_PATHS="diagrams", INPUT_FAIL_ON="never", INPUT_SARIF=str(sarif), INPUT_MARKDOWN=str(markdown)
    )
    assert done.returncode == 0, done.stderr
    assert output == "status=0\n"
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert markdown.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    "hostile", ["$(touch owned)", "; touch owned", "--output=owned", "`touch owned`\n* | touch owned"]
)
@pytest.mark.parametrize("name", ["INPUT_PATHS", "INPUT_FAIL_ON", "INPUT_CONFIG", "INPUT_LANG"])
def test_a_hostile_input_is_only_a_wrong_value(name: str, hostile: str, tmp_path: Path) -> None:
    """Nothing runs, nothing is written; the status says that the run could not be done."""
    given = _inputs(**{"INPUT_PATHS": str(ROOT / KONBINI)} | {name: hostile})
    output = tmp_path / "output"
    done = _bash(STEPS[1]["run"], tmp_path, **given, GITHUB_OUTPUT=str(output))
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_the_gitlab_job_writes_what_it_hands_over(tmp_path: Path) -> None:
    """The quality report and the tests, also when there are findings."""
    (line,) = JOB["script"]
    variables = dict(JOB["variables"]) | {"CHECKED_PATHS": str(ROOT / KONBINI)}
    done = _bash(line, tmp_path, **variables)
    assert done.returncode == 1, done.stderr
    assert JOB["artifacts"]["when"] == "always"
    assert set(JOB["artifacts"]["reports"].values()) == {path.name for path in tmp_path.iterdir()}
    quality = json.loads((tmp_path / JOB["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(quality[0])


def test_the_gitlab_job_takes_its_options_from_the_environment(tmp_path: Path) -> None:
    """As every command does."""
    variables = dict(JOB["variables"]) | {"CHECKED_PATHS": str(ROOT / KONBINI), "DATAFLOW_ASSESS_FAIL_ON": "never"}
    assert _bash(JOB["script"][0], tmp_path, **variables).returncode == 0


def test_the_project_checks_its_own_gallery() -> None:
    """In the same run as the other tests."""
    assert "dataflow-assess check diagrams" in (ROOT / "script" / "test").read_text(encoding="utf-8")
