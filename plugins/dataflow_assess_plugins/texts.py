"""Where are the translations of the first-party rules' texts?"""

from pathlib import Path

from dataflow_assess.plugin import Catalogue

CATALOGUE = Catalogue("dataflow_assess_plugins", Path(__file__).parent / "locale")
message = CATALOGUE.message
