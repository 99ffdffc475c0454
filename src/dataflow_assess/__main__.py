"""Run the command line: with ``python -m dataflow_assess``, and as the program ``dataflow-assess``."""

import sys


def run() -> None:
    """Run it; who interrupts it before it has begun sees no traceback either."""
    try:
        from dataflow_assess.cli import main

        main(prog_name="dataflow-assess")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
