"""What does ``diff`` answer for files, folders and revisions, and with which status?"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.unit.changes.versions import BASE, changed
from tests.unit.cli.running import refused, run

WORSE = changed(("encryption: TLS", "encryption: none"))
BETTER = changed(("keep: 3年", "keep: 1年"))


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _json(*arguments: str | Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(run("diff", *arguments, "--format", "json", "--lang", "en").stdout)


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (BASE, [], 0),
        (BETTER, [], 0),
        (WORSE, [], 1),
        (WORSE, ["--fail-on", "never"], 0),
        (changed((", verify: 証明書", "")), [], 1),
        (changed(("kind: server", "kind: server, sites: 1")), [], 2),
    ],
)
def test_the_status_tells_whether_somebody_must_look(
    text: str, options: list[str], status: int, tmp_path: Path
) -> None:
    """1 where the council is usually asked, or a finding of the threshold came; 2 where it cannot be read."""
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", text)
    assert run("diff", old, new, *options).exit_code == status


def test_a_new_finding_below_the_threshold_does_not_decide(tmp_path: Path) -> None:
    """One at it does, although no council is asked for it."""
    old = _file(tmp_path, "old.yaml", BASE)
    text = changed(("regime: act}", "regime: act, status: trial}"))
    new = _file(tmp_path, "new.yaml", text)
    assert _json(old, new)["comparisons"][0]["findings"]["came"]
    assert run("diff", old, new).exit_code == 0
    assert run("diff", old, new, "--fail-on", "warning").exit_code == 1


def test_text_answers_the_question_first_in_both_languages(tmp_path: Path) -> None:
    """With the reasons, the law, and that it is no judgement."""
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", WORSE)
    lines = run("diff", old, new, "--lang", "en").stdout.splitlines()
    assert lines[2:5] == [
        "Does this need to be put to the council again?",
        "  Usually yes, because:",
        "    protection was lost",
    ]
    assert any("Article 129" in line for line in lines)
    assert any("no judgement of law" in line for line in lines)
    assert any(line.startswith("  ! Encryption of 通報 on 端末 → サーバ") for line in lines)
    japanese = run("diff", old, new, "--lang", "ja").stdout
    assert "改めて審議会に諮る必要があるか\n  通例必要。理由:\n    暗号化による保護が失われる\n" in japanese


def test_nothing_changed_says_so(tmp_path: Path) -> None:
    """And nothing else."""
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", "# 注記\n" + BASE)
    text = run("diff", old, new, "--lang", "en").stdout
    assert text.splitlines()[2:] == [
        "Does this need to be put to the council again?",
        "  No: nothing changed that a council asks about.",
    ]


def test_json_is_documented_and_complete(tmp_path: Path) -> None:
    """Each reason points to its change; findings have the form of check's."""
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", WORSE)
    answer = _json(old, new)
    assert answer["format"] == 1
    (found,) = answer["comparisons"]
    assert list(found) == ["old", "new", "consultation", "changes", "renames", "findings"]
    assert found["consultation"]["usual"] is True
    assert found["consultation"]["regime"] == "act"
    assert [found["changes"][each["change"]]["aspect"] for each in found["consultation"]["reasons"]] == ["protection"]
    (change,) = found["changes"]
    assert change == {
        "aspect": "protection",
        "direction": "worse",
        "message": "Encryption of 通報 on 端末 → サーバ: encrypted, now plaintext",
        "subject": {"kind": "hop", "id": "登録: 端末 → サーバ", "name": "端末 → サーバ"},
        "before": "encrypted",
        "after": "plaintext",
        "location": {"path": new.as_posix(), "line": 22, "column": 50},
    }
    assert {each["rule"] for each in found["findings"]["came"]} >= {"ENC-01"}
    assert found["findings"]["went"] == []


def test_markdown_is_a_comment_that_no_label_breaks(tmp_path: Path) -> None:
    """Names of elements are text there."""
    label = "<b>@team|*x*</b>"
    text = WORSE.replace("通報: {", f"通報: {{name: '{label}', ")
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", text)
    written = run("diff", old, new, "--format", "markdown", "--lang", "en").stdout
    assert written.startswith("## ")
    assert "### Protection" in written
    assert "\\<b\\>@<!-- -->team\\|\\*x\\*\\</b\\>" in written
    assert label not in written


def test_a_rename_is_told_as_one(tmp_path: Path) -> None:
    """Under its own heading, with the section's name."""
    new = _file(tmp_path, "new.yaml", BASE.replace("サーバ", "受付サーバ"))
    text = run("diff", _file(tmp_path, "old.yaml", BASE), new, "--lang", "en").stdout
    assert "Renamed, and otherwise the same\n  nodes: サーバ → 受付サーバ" in text


def test_an_answer_goes_to_a_file(tmp_path: Path) -> None:
    """As with other commands."""
    out = tmp_path / "diff.md"
    old, new = _file(tmp_path, "old.yaml", BASE), _file(tmp_path, "new.yaml", WORSE)
    assert run("diff", old, new, "--format", "markdown", "-o", out).stdout == ""
    assert out.read_text(encoding="utf-8").startswith("## ")


def test_folders_are_compared_file_by_file(tmp_path: Path) -> None:
    """What stands on one side alone is told; a new description must be checked as a whole."""
    for side, text in (("old", BASE), ("new", WORSE)):
        _file(tmp_path, f"{side}/a/d.yaml", text)
        _file(tmp_path, f"{side}/same.yaml", BASE)
    _file(tmp_path, "old/gone.yaml", BASE)
    found = _json(tmp_path / "old", tmp_path / "new")["comparisons"]
    assert [len(each["changes"]) for each in found] == [1, 0]
    result = run("diff", tmp_path / "old", tmp_path / "new", "--lang", "en")
    assert "gone.yaml: this description is gone" in result.stderr
    _file(tmp_path, "old/a/d.yaml", WORSE)
    assert run("diff", tmp_path / "old", tmp_path / "new").exit_code == 0
    _file(tmp_path, "new/came.yaml", BASE)
    result = run("diff", tmp_path / "old", tmp_path / "new", "--lang", "en")
    assert "came.yaml: a new description; check it as a whole" in result.stderr
    assert result.exit_code == 1


def test_folders_without_a_common_name_are_refused(tmp_path: Path) -> None:
    """Nothing would be compared, which is not the same as nothing changed."""
    for name in ("old/a.yaml", "old/b.yaml", "new/c.yaml", "new/d.yaml"):
        _file(tmp_path, name, BASE)
    (line,) = refused("diff", tmp_path / "old", tmp_path / "new", "--lang", "en")
    assert "have no description of the same name" in line


def test_the_problems_of_both_versions_are_told(tmp_path: Path) -> None:
    """Each with its file."""
    old, new = _file(tmp_path, "old.yaml", BASE + "x: 1\n"), _file(tmp_path, "new.yaml", BASE + "y: 1\n")
    lines = refused("diff", old, new, "--lang", "en")
    assert [any(path.as_posix() in line for line in lines) for path in (old, new)] == [True, True]
    (line,) = refused("diff", old.parent / "none.yaml", new.parent / "none.yaml", "--lang", "en")[:1]
    assert "there is no such file" in line


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two revisions, v1 and the present one, in which the test is run."""
    _git(tmp_path, "init", "-q", "-b", "main")
    _file(tmp_path, "systems/資料 1/d.yaml", BASE)
    _file(tmp_path, "systems/settings.yaml", "colour: blue\n")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "one")
    _git(tmp_path, "tag", "v1")
    _file(tmp_path, "systems/資料 1/d.yaml", WORSE)
    _git(tmp_path, "commit", "-q", "-a", "-m", "two")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_revisions_of_git_are_read_without_touching_the_folder(repository: Path) -> None:
    """A file or a folder in a revision, against another or against what lies there."""
    for old, new in (
        ("v1:systems/資料 1/d.yaml", "HEAD:systems/資料 1/d.yaml"),
        ("v1:systems", "HEAD:systems"),
        ("v1:systems", "systems"),
        ("v1:", "HEAD:"),
        ("HEAD~1:systems/", "main:systems/"),
    ):
        (found,) = _json(old, new)["comparisons"]
        assert [each["aspect"] for each in found["changes"]] == ["protection"]
        assert found["old"]["path"].partition(":")[2] == "systems/資料 1/d.yaml"
    assert (repository / "systems/資料 1/d.yaml").read_text(encoding="utf-8") == WORSE


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("v9:systems", "git knows no revision “v9”"),
        ("--output=x:systems", "git knows no revision “--output=x”"),
        ("-x:systems", "git knows no revision “-x”"),
        ("v1:nothing.yaml", "there is no such file in this revision"),
        ("v1:--help", "there is no such file in this revision"),
        ("v1:systems/資料 1/../../..", "there is no such file in this revision"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_git_does_not_know_is_told(given: str, told: str) -> None:
    """No argument becomes an option of git."""
    (line,) = refused("diff", "--lang", "en", "--", given, "HEAD:systems")
    assert f"error: {given}: {told}" in line
    assert not Path("x").exists()


def test_a_folder_of_a_revision_without_descriptions_is_told(repository: Path) -> None:
    """As of a folder on the disk."""
    _file(repository, "docs/readme.txt", "x")
    _git(repository, "add", ".")
    _git(repository, "commit", "-q", "-m", "three")
    (line,) = refused("diff", "HEAD:docs", "HEAD:systems", "--lang", "en")
    assert "there is no description in this folder" in line


def test_without_git_files_still_work(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a revision says what is missing."""
    monkeypatch.setenv("PATH", str(repository / "nowhere"))
    (line,) = refused("diff", "v1:systems", "systems", "--lang", "en")
    assert line == "error: git is not installed — name files instead of revisions"
    assert run("diff", "systems", "systems").exit_code == 0
