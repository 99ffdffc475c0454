"""How is Graphviz found and run, and what becomes of its complaints?"""

import os
import shutil
import subprocess
import sys
from typing import Final, Literal

from dataflow_assess.drawing import wheel
from dataflow_assess.drawing.faults import DrawingError

Program = Literal["dot", "neato"]
TIMEOUT: Final = 60.0


def run(program: Program, output: str, source: str, *options: str, timeout: float = TIMEOUT) -> bytes:
    """Return what ``program -Toutput`` writes for ``source``.

    Graphviz draws on after many errors and still ends with 0, so whatever it says on stderr counts as a failure.

    Args:
        program: the layout program.
        output: the name of an output format, such as ``svg`` or ``json0``.
        source: one or more graphs in the DOT language.
        options: further command line options.
        timeout: seconds to wait.

    Raises:
        DrawingError: when Graphviz is missing, fails, complains or takes too long.
    """
    command = [*_command(program), f"-T{output}", *options]
    try:
        # DOT is passed as bytes and no shell is involved: a label can never become a command.
        done = subprocess.run(command, input=source.encode(), capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as error:
        raise DrawingError(
            f"Graphviz（{program}）が{timeout:g}秒以内に終わりませんでした。図を分けてください。",
            f"Graphviz ({program}) did not finish within {timeout:g} seconds. Split the diagram.",
        ) from error
    except OSError as error:
        raise DrawingError(
            f"Graphviz（{program}）を起動できません: {error.strerror}",
            f"Graphviz ({program}) cannot be started: {error.strerror}",
        ) from error
    said = _complaints(done.stderr.decode("utf-8", "replace"))
    if done.returncode or said:
        detail = said[:400] or "-"
        raise DrawingError(
            f"Graphviz（{program}）が失敗しました（終了状態 {done.returncode}）: {detail}",
            f"Graphviz ({program}) failed (exit status {done.returncode}): {detail}",
        )
    return done.stdout


def _complaints(said: str) -> str:
    """Return what Graphviz says; how a system's fonts are configured is nothing that a drawing could fail on."""
    return "\n".join(line for line in said.splitlines() if not line.startswith("Fontconfig warning")).strip()


def _command(program: Program) -> list[str]:
    """Return how to start a program: the system's own, else the libraries in the wheel of pygraphviz."""
    found = shutil.which(program, path=os.environ.get("PATH", ""))
    if found:
        return [found]
    if wheel.installed():
        return [sys.executable, "-m", wheel.__name__, program]
    raise DrawingError(
        f"Graphviz の {program} が見つかりません。Graphviz を入れてください"
        "（Debian・Ubuntu: apt install graphviz、Windows: winget install Graphviz.Graphviz、"
        "管理者の権限がないとき: pip install 'dataflow-assess[graphviz]'）。",
        f"The program {program} of Graphviz was not found. Install Graphviz"
        " (Debian, Ubuntu: apt install graphviz; Windows: winget install Graphviz.Graphviz;"
        " without an administrator's rights: pip install 'dataflow-assess[graphviz]').",
    )
