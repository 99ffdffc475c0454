"""In which environment do all tests run, wherever they are run?"""

import os

# Under GitHub Actions the usual format of ``check`` is another one; tests that want it say so.
os.environ.pop("GITHUB_ACTIONS", None)
