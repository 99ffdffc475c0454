"""The page reference/configuration.md: every option and every parameter of a rule, from the code."""

from collections.abc import Iterator

from docs.generate.markdown import anchor, cell, code, page, table

from dataflow_assess.configuration import OPTIONS, Option
from dataflow_assess.loading import load_plugins
from dataflow_assess.parameters import Parameter, written

_HEAD = (
    "設定 / option",
    "型 / type",
    "既定 / default",
    "説明",
    "what it decides",
    "コマンド行 / command line",
    "環境変数 / variable",
)


def configuration_page() -> str:
    """Return the page."""
    intro = [
        "# 設定 / Configuration",
        "",
        "設定ファイルの使い方は[設定する](../how-to/configure.md)にあります。",
        "優先順位は、コマンド行、環境変数、設定ファイル、既定の順です。",
        "",
        "How to use a configuration file: [configure](../how-to/configure.en.md).",
        "The command line goes before the environment, the environment before the file, the file before the default.",
        "",
        *table(_HEAD, (_option(each) for each in OPTIONS.values())),
        "",
        "環境変数 `DATAFLOW_ASSESS_CONFIG` は `--config`、`DATAFLOW_ASSESS_NO_CONFIG=1` は `--no-config` と同じです。",
        "",
        "`DATAFLOW_ASSESS_CONFIG` stands for `--config`, and `DATAFLOW_ASSESS_NO_CONFIG=1` for `--no-config`.",
    ]
    parameters = [
        "## 規則ごとの設定 / Parameters of rules",
        "",
        "`[rules.ID]` の表に書きます。どの規則でも `severity` と `reason` を書けます。",
        "",
        "They stand in a table `[rules.ID]`; every rule takes `severity` and `reason` as well.",
        "",
        *table(
            ("規則 / rule", "設定 / parameter", "型 / type", "既定 / default", "説明", "what it decides"), _parameters()
        ),
    ]
    return page(intro, parameters)


def _option(option: Option) -> tuple[str, ...]:
    given = (option.flag if option.in_command_line else "", option.variable)
    return (*_row(option, in_file=option.in_file), *map(code, given))


def _row(parameter: Parameter, *, in_file: bool = True) -> tuple[str, ...]:
    name = code(parameter.name) if in_file else f"（{code(parameter.name)}）"
    kind = f"{parameter.kind.text('ja')} / {parameter.kind.text('en')}"
    texts = []
    for lang in ("ja", "en"):
        allowed = f" {parameter.allowed.text(lang)}" if parameter.allowed else ""
        texts.append(cell(f"{parameter.text.text(lang)}{allowed}"))
    return (name, kind, code(written(parameter.default)), *texts)


def _parameters() -> Iterator[tuple[str, ...]]:
    for rule in load_plugins().rules:
        title = f"{rule.id} {rule.title.text('ja')} / {rule.title.text('en')}"
        for parameter in rule.parameters:
            yield (f"[{rule.id}](rules.md#{anchor(title)})", *_row(parameter))
