"""In which environment do all tests run, wherever they are run?"""

import os

import pytest

# Under GitHub Actions the usual format of ``check`` is another one; tests that want it say so.
os.environ.pop("GITHUB_ACTIONS", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try properties without measuring coverage: they run hundreds of examples, which would take twice the time.

    So no line counts as covered because some random example happens to reach it.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")
