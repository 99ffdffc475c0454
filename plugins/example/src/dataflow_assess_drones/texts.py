"""Where are the translations of this plugin's texts?"""

from pathlib import Path

from dataflow_assess.plugin import Catalogue

CATALOGUE = Catalogue("dataflow_assess_drones", Path(__file__).parent / "locale")
message = CATALOGUE.message
