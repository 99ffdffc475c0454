"""To which controls of other frameworks do the first-party rules answer? Read from ``mappings.toml``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from dataflow_assess.plugin import ControlMapping, hookimpl


@hookimpl
def dataflow_mappings() -> Iterator[ControlMapping]:
    """Yield the controls of NIST SP 800-53, CWE, ISO/IEC 27001 and 27701, LINDDUN and GDPR for each rule."""
    table = tomllib.loads((Path(__file__).parent / "mappings.toml").read_text(encoding="utf-8"))
    for identifier, row in table["rules"].items():
        for key, controls in row.items():
            yield ControlMapping(identifier, table["frameworks"][key]["title"], tuple(controls))
