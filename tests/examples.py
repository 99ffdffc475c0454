"""How many cases does a test of a law try?

Few in the everyday run. ``EXAMPLES=30 script/test tests/unit/facts`` tries thirty times as many: thousands for each.
"""

import os

from hypothesis import settings


def examples(count: int) -> settings:
    """Return the settings for a law that is tried on ``count`` cases, or as many times that as EXAMPLES says."""
    return settings(max_examples=count * int(os.environ.get("EXAMPLES", "1")), deadline=None)
