"""Are plugins that are installed found by their entry points?"""

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from dataflow_assess.errors import PluginFault
from dataflow_assess.loading import load_plugins


def refused() -> str:
    """Return how a person is told that plugins cannot be used."""
    with pytest.raises(PluginFault) as fault:
        load_plugins()
    return "\n".join(fault.value.lines("en"))


def _installed(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str]) -> None:
    found = EntryPoints(EntryPoint(name, value, "dataflow_assess") for name, value in points)
    monkeypatch.setattr("dataflow_assess.loading.entry_points", lambda group: found.select(group=group))


def test_an_entry_point_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the module that it points to."""
    _installed(monkeypatch, ("lost", "no_such_package.rules"))
    assert "the plugin no_such_package.rules cannot be loaded: ModuleNotFoundError" in refused()


def test_an_entry_point_found_twice_is_one_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editable install beside an installed one shows the same entry point twice."""
    _installed(monkeypatch, *[("encryption", "dataflow_assess_plugins.encryption")] * 2)
    assert len(load_plugins().rules) == 10


def test_two_distributions_with_the_same_plugin_name_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them would else be silently left out."""
    _installed(
        monkeypatch,
        ("encryption", "dataflow_assess_plugins.encryption"),
        ("encryption", "dataflow_assess_plugins.texts"),
    )
    assert "the plugin encryption does not fit" in refused()


def test_without_any_plugin_there_are_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core knows none by itself."""
    _installed(monkeypatch)
    assert load_plugins().rules == ()
