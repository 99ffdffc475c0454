"""How do the tests run the command line: in this process, or as a process of its own?"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

from dataflow_assess.cli import main

ROOT = Path(__file__).parents[3]
GALLERY = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("diagrams/*/*/description.yaml"))
KONBINI = "diagrams/nishitokyo/konbini/description.yaml"

SMALL = """\
format: 1
system: {title: Road reports, controller: City, language: en}
parties:
  City: {kind: municipality}
nodes:
  Phone: {kind: terminal, operator: City}
  Server: {kind: server, operator: City}
data:
  Report: {subjects: citizens, categories: contact}
flows:
  Reporting:
    data: Report
    hops:
      - Phone -> Server: {network: internet, encryption: none}
"""
"""A description that is read without a problem; one hop crosses the internet in plaintext."""

RULES = '''\
"""One rule of each severity, and one that finds everything in order."""

from pathlib import Path

from dataflow_assess.plugin import Catalogue, Hit, Kind, Severity, hookimpl, rule

message = Catalogue("local", Path(__file__).parent).message


def _rule(name, severity, kind):
    def check(facts):
        """A rule of the tests."""
        yield Hit(message("found by {name}", name=name), facts.system.nodes[0], kind)

    return rule("W-" + name, title=message("Rule " + name), severity=severity, sources=())(check)


@hookimpl
def dataflow_rules():
    weighed = [_rule(severity.name, severity, Kind.VIOLATION) for severity in Severity]
    return [*weighed, _rule("PASS", Severity.ERROR, Kind.PASS)]
'''
"""A plugin whose rules W-ERROR, W-WARNING, W-INFO and W-QUESTION each find one thing in any description."""


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run a command in this process and return what it wrote and how it ended."""
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, prog_name="dataflow-assess")


def refused(*arguments: str | Path, stdin: str | bytes | None = None) -> list[str]:
    """Run a command that cannot be done; return its lines on standard error, of which there is nothing else."""
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert isinstance(result.exception, SystemExit)
    return result.stderr.splitlines()


def report(*arguments: str | Path, stdin: str | bytes | None = None) -> Any:  # noqa: ANN401 - what JSON holds
    """Run ``check --format json`` and return the object it prints."""
    return json.loads(run("check", "--format", "json", "--lang", "en", *arguments, stdin=stdin).stdout)


def process(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own, with the environment ``env`` added to ours."""
    return python("-m", "dataflow_assess", *arguments, cwd=cwd, env=env, stdin=stdin)


def python(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run this interpreter with ``arguments``."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


class _Loader(yaml.SafeLoader):
    """Reads YAML as 1.2 does: a date or 平成28 stays text, and yes is a word."""


_BOOLEAN, _PLAIN = "tag:yaml.org,2002:bool", ("null", "int", "float")
_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].removeprefix("tag:yaml.org,2002:") in _PLAIN]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_data(text: str) -> Any:  # noqa: ANN401 - what YAML holds
    """Return a description as an editor that checks it against the schema sees it."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - it derives from the safe loader
