"""How is an attachment saved to a file?"""

from pathlib import Path
from typing import Literal

from dataflow_assess.assessment import Assessment
from dataflow_assess.files import write_file
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.renderers import FORMATS, renderer


def report(
    assessment: Assessment,
    path: Path | str,
    *,
    lang: str | None = None,
    kind: Literal["attachment", "pia"] = "attachment",
) -> None:
    """Write the attachment that a council is given into a file.

    Its headings are the same for every case; what is stated carries its evidence, what is not says in which way.

    Args:
        assessment: what `dataflow_assess.assess` returned.
        path: the file; its suffix decides: ``.html``, ``.docx``, ``.pdf`` or ``.md``.
        lang: "ja" or "en"; the description's language when None.
        kind: "attachment", or "pia" for drafts of a 特定個人情報保護評価書.

    Raises:
        ValueError: the suffix is no format of an attachment.
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
        Fault: the format's libraries are not installed, or the file cannot be written; one that was there is left as
            it was.

    For example, for a council that reads on paper:

        >>> import dataflow_assess
        >>> system = dataflow_assess.load("diagrams/nishitokyo/konbini/description.yaml")
        >>> dataflow_assess.report(dataflow_assess.assess(system), folder / "attachment.md")
        >>> (folder / "attachment.md").read_text(encoding="utf-8").splitlines()[0]
        '# 証明書等のコンビニエンスストアでの交付'
    """
    form = Path(path).suffix.lower().removeprefix(".")
    if form not in FORMATS:
        msg = f"{form!r} is none of {', '.join(FORMATS)}"
        raise ValueError(msg)
    shown = lang or assessment.system.language
    write_file(Path(path), renderer(form)(contents_of(assessment, shown, kind), assessment, shown))
