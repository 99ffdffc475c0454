"""In which environment do all tests run, wherever they are run?"""

import os

import pytest

# Under GitHub Actions the usual format of ``check`` is another one; tests that want it say so.
os.environ.pop("GITHUB_ACTIONS", None)


_REPEATING = ("tests/browser/", "tests/unit/drawing/test_hostile.py", "tests/cases/test_gallery_legible.py")
"""Where whole drawings are made again and again of what other tests have seen line by line."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage where the same lines run hundreds of times, which takes up to four times as long.

    So no line counts as covered because some random example happens to reach it.
    """
    for item in items:
        tried = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if tried or item.nodeid.startswith(_REPEATING):
            item.add_marker("no_cover")
