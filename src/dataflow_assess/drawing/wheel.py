"""What does Graphviz answer where only its libraries are installed, with the wheel of pygraphviz?

That wheel has no program ``dot``. This module stands in for it in a process of its own, for the libraries end the
process on some errors: ``python -m dataflow_assess.drawing.wheel neato -Tsvg -n2 < graph.dot``.
"""

import importlib.util
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from typing import Final

# The libraries read one graph of a file; where there are several, each begins a line, and no label has lines.
_GRAPH: Final = re.compile(rb"^(?=digraph\{)", re.MULTILINE)


def installed() -> bool:
    """Tell whether the wheel is there, without loading it."""
    return importlib.util.find_spec("pygraphviz") is not None


def main(arguments: Sequence[str]) -> int:
    """Write to standard output what ``program -Tformat [-n2] [-Gdpi=N]`` makes of standard input; return the status."""
    program, form, *options = arguments
    # In the libraries, what the program calls neato -n2 is an engine of its own.
    engine = "nop2" if "-n2" in options else program
    source = sys.stdin.buffer.read()
    for option in options:
        if option.startswith("-Gdpi="):
            source = source.replace(b"{", b"{graph[dpi=%s];" % option.removeprefix("-Gdpi=").encode(), 1)
    for graph in filter(None, re.split(_GRAPH, source)):
        sys.stdout.buffer.write(_rendered(graph, engine, form.removeprefix("-T")))
    sys.stdout.buffer.flush()
    return 0


def _rendered(source: bytes, engine: str, form: str) -> bytes:
    from pygraphviz import graphviz as libraries

    with tempfile.TemporaryFile("w+b") as file:
        file.write(source)
        file.seek(0)
        graph = libraries.agread(file, None)
    context = libraries.gvContextWithBuiltins()
    if libraries.gvLayout(context, graph, engine.encode()):
        raise SystemExit(f"no layout with {engine}")
    failed, written = libraries.gvRenderData(context, graph, form.encode())
    if failed:
        raise SystemExit(f"no drawing as {form}")
    return bytes(written)


if __name__ == "__main__":
    status = main(sys.argv[1:])
    # The libraries crash now and then while Python takes them down; everything is written by now.
    os._exit(status)
