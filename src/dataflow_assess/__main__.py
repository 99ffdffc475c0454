"""Run the command line with ``python -m dataflow_assess``."""

from dataflow_assess.cli import main

main(prog_name="dataflow-assess")
