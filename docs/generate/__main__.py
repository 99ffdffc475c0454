"""Write the reference pages and the outputs shown in the guides.

Usage: script/reference [--check | --pictures]

``--check`` writes nothing and fails where a page differs or a picture of the gallery is out of date; ``--pictures``
draws all pictures of the gallery and of docs/images anew.
"""

import difflib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from docs.generate.cli_page import cli_page
from docs.generate.configuration_page import configuration_page
from docs.generate.format_page import format_page
from docs.generate.gallery_page import cases, gallery_page
from docs.generate.gallery_pictures import draw_anew, stale
from docs.generate.glossary_page import glossary_page
from docs.generate.rules_page import rules_page
from docs.generate.transcripts import replayed

from dataflow_assess import assess, load
from dataflow_assess.drawing.assessed import draw_assessment

ROOT = Path(__file__).parents[2]
PAGES = {
    "docs/reference/format.md": format_page,
    "docs/reference/rules.md": rules_page,
    "docs/reference/cli.md": cli_page,
    "docs/reference/configuration.md": configuration_page,
    "docs/reference/glossary.md": glossary_page,
    "diagrams/README.md": gallery_page,
}
GUIDES = {
    "README.md": "en",
    "README.ja.md": "ja",
    "docs/format.md": "ja",
    "docs/format.en.md": "en",
    "docs/write-a-plugin.md": "en",
    "docs/how-to/start.md": "ja",
    "docs/how-to/start.en.md": "en",
    "docs/how-to/configure.md": "ja",
    "docs/how-to/configure.en.md": "en",
    "docs/how-to/check-in-ci.md": "ja",
    "docs/how-to/check-in-ci.en.md": "en",
    "docs/how-to/waivers.md": "ja",
    "docs/how-to/waivers.en.md": "en",
    "docs/how-to/baseline.md": "ja",
    "docs/how-to/baseline.en.md": "en",
    "docs/how-to/compare-versions.md": "ja",
    "docs/how-to/compare-versions.en.md": "en",
}
_STALE = "These pages differ from the code; run script/reference. / script/reference を実行してください。\n"


def written() -> Iterator[tuple[Path, str]]:
    """Yield every page that this program writes, with what should stand in it."""
    for name, page in PAGES.items():
        yield ROOT / name, page()
    with ThreadPoolExecutor(2) as threads:
        texts = [(ROOT / name).read_text(encoding="utf-8") for name in GUIDES]
        yield from zip((ROOT / name for name in GUIDES), threads.map(replayed, texts, GUIDES.values()), strict=True)


def draw_pictures() -> None:
    """Draw the gallery and the example of the READMEs; their bytes depend on Graphviz, so they are not compared."""
    for case in cases():
        draw_anew(case)
    assessment = assess(load(ROOT / "diagrams/nishitokyo/konbini/description.yaml"))
    for suffix in ("svg", "png"):
        first = draw_assessment(assessment, suffix, lang="ja")
        (ROOT / "docs" / "images" / f"konbini.{suffix}").write_bytes(first)


def main(arguments: list[str]) -> int:
    """Write or check the pages; return 0, 1 where ``--check`` finds a difference, 2 for a wrong use."""
    if arguments not in ([], ["--check"], ["--pictures"]):
        sys.stderr.write("usage: script/reference [--check | --pictures]\n")
        return 2
    if arguments == ["--pictures"]:
        draw_pictures()
    status = _pictures(check=arguments == ["--check"])
    for path, text in written():
        held = path.read_text(encoding="utf-8") if path.exists() else ""
        if held == text:
            continue
        name = path.relative_to(ROOT).as_posix()
        if arguments == ["--check"]:
            status = 1
            sys.stdout.writelines(_difference(name, held, text))
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{name}\n")
    if status:
        sys.stderr.write(_STALE)
    return status


def _pictures(*, check: bool) -> int:
    """Draw what is out of date in the gallery, or tell of it; return 1 where something is."""
    found = stale(cases())
    for case in found:
        sys.stdout.write(f"diagrams/{case.name}/diagram.svg\n")
        if not check:
            draw_anew(case)
    return int(check and bool(found))


def _difference(name: str, held: str, text: str) -> Iterator[str]:
    before, after = held.splitlines(keepends=True), text.splitlines(keepends=True)
    yield from difflib.unified_diff(before, after, name, f"{name} (code)", n=1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
