"""Which questions does the core ask of plugins? Hooks return values; the core calls, stamps and sorts."""

from collections.abc import Iterable

import pluggy

from dataflow_assess.plugin import GROUP, Annotation, Assessment, ControlMapping, Reader, Reporter, Rule, Term

hookspec = pluggy.HookspecMarker(GROUP)


@hookspec
def dataflow_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Return the rules that the plugin brings."""


@hookspec
def dataflow_vocabulary() -> Iterable[Term]:  # type: ignore[empty-body]
    """Return further words: kinds of node, protections, data categories, certifications."""


@hookspec
def dataflow_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return readers of further description formats."""


@hookspec
def dataflow_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Return further output formats of ``check``."""


@hookspec
def dataflow_annotations(assessment: Assessment) -> Iterable[Annotation]:  # type: ignore[empty-body]
    """Return badges for the diagram of ``assessment``, as data."""


@hookspec
def dataflow_mappings() -> Iterable[ControlMapping]:  # type: ignore[empty-body]
    """Return to which controls of other frameworks rules answer, of this plugin or of others."""
