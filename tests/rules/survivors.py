"""What did the mutations of script/mutate come to: how many were noticed, and which were not?

    python -m tests.rules.survivors build/mutants

One line a module with what was noticed of what was tried, then each mutation that no case noticed, as file:line and the
line as it became.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

_QUERY = """
select spec.module_path, spec.start_pos_row, spec.operator_name, result.test_outcome, result.diff
from mutation_specs spec join work_results result on spec.job_id = result.job_id
order by spec.module_path, spec.start_pos_row, spec.operator_name
"""


def results(folder: Path) -> Iterator[tuple[str, int, str, bool, str]]:
    """Yield file, line, kind of mutation, whether it was noticed, and the difference, of every mutation tried."""
    for session in sorted(folder.glob("*.sqlite")):
        with sqlite3.connect(session) as database:
            for file, line, operator, outcome, diff in database.execute(_QUERY):
                yield str(file), int(line), str(operator), str(outcome).lower() != "survived", str(diff)


def main(folder: Path) -> None:
    """Print the report."""
    found = list(results(folder))
    for file in dict.fromkeys(each[0] for each in found):
        tried = [each[3] for each in found if each[0] == file]
        print(f"{sum(tried):>4} of {len(tried):>4}  {file}")
    print()
    for file, line, operator, noticed, diff in found:
        if not noticed:
            became = next((row[1:].strip() for row in diff.splitlines() if row[:1] == "+" and row[:3] != "+++"), "")
            print(f"{file}:{line}: {operator.rpartition('/')[2]}: {became}")
    total = sum(each[3] for each in found)
    print(f"\n{total} of {len(found)} noticed ({100 * total / max(1, len(found)):.1f} %)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
