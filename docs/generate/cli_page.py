"""The page reference/cli.md: every command and option with its help in both languages, as the program prints it."""

import json
import os
import subprocess
import sys
from itertools import zip_longest
from typing import Any

from docs.generate.markdown import cell, code, page, table

# The texts of help are chosen when the program starts, so each language is asked of a process of its own.
_ASK = """
import json, click
from dataflow_assess.cli import main

def default(each):
    shown = getattr(each, "show_default", None)
    return shown if isinstance(shown, str) else str(each.default) if shown else ""

def option(each):
    return {
        "names": list(each.opts),
        "argument": isinstance(each, click.Argument),
        "flag": getattr(each, "is_flag", False),
        "value": each.make_metavar(click.Context(main)),
        "help": getattr(each, "help", None) or "",
        "default": default(each),
        "required": each.required,
    }

def command(each):
    return {"help": each.help, "options": [option(one) for one in getattr(each, "params", ())]}

def commands(group, before):
    for name in group.list_commands(None):
        each = group.get_command(None, name)
        inner = isinstance(each, click.Group)
        yield from commands(each, f"{before}{name} ") if inner else [(before + name, command(each))]

print(json.dumps({"": command(main), **dict(commands(main, ""))}))
"""
_STATUS = (
    ("0", "しきい値以上の指摘がない / nothing at or above the threshold"),
    ("1", "しきい値以上の指摘がある（`check`） / findings at or above the threshold (`check`)"),
    ("2", "実行できなかった: 使い方の誤り、読めない記述、壊れたプラグイン、Graphviz がないなど / could not run"),
)


def cli_page() -> str:
    """Return the page."""
    ja, en = _asked("ja_JP.UTF-8"), _asked("en_US.UTF-8")
    intro = [
        "# コマンド / Commands",
        "",
        ja[""]["help"],
        "",
        en[""]["help"],
        "",
        "言語は `--lang`、記述ファイルの言語、ロケールの順に決まり、どれもなければ日本語です。",
        "",
        "The language is that of `--lang`, then of the description, then of the locale, else Japanese.",
        "",
        *table(("終了ステータス / exit status", "意味 / meaning"), _STATUS),
    ]
    return page(intro, *(_command(name, ja[name], en[name]) for name in ja if name))


def _asked(locale: str) -> dict[str, Any]:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", _ASK]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _command(name: str, ja: dict[str, Any], en: dict[str, Any]) -> list[str]:
    arguments = [each["value"] for each in en["options"] if each["argument"]]
    rows = [
        (code(_spelt(there)), cell(here["help"]), cell(there["help"]), _default(there))
        for here, there in zip_longest(ja["options"], en["options"])
        if not there["argument"]
    ]
    return [
        f"## {name}",
        "",
        "```text",
        " ".join(("dataflow-assess", name, "[OPTIONS]", *arguments)),
        "```",
        "",
        ja["help"],
        "",
        en["help"],
        "",
        *table(("オプション / option", "説明", "help", "既定 / default"), rows),
    ]


def _spelt(option: dict[str, Any]) -> str:
    names = ", ".join(sorted(option["names"], key=len))
    return names if option["flag"] else f"{names} {option['value']}"


def _default(option: dict[str, Any]) -> str:
    return "必須 / required" if option["required"] else code(option["default"])
