"""What judging costs: a million figures with 300,000 relations, against the bare queries that compute them.

    python -m benchmarks.judging [--copies 100] [--broken 1]

Made-up documents are written once and copied inside DuckDB under keys of their own; in --broken of a hundred copies of
each document one total is ten times too large. Every step is timed in a process of its own with all steps before it, so
that its peak of memory is its own: bare queries; Great Expectations over their results; findings with proposals. The
ratio to the bare queries is told by the clock and by processor time, which other work on the machine disturbs less.
"""

import argparse
import multiprocessing
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from benchmarks.relation_sets import made_up_documents
from pipelines.quality.around_broken import CUT_DOWN, keep_around_broken
from pipelines.quality.expecting import judge_suite
from pipelines.quality.findings import finding_row
from pipelines.quality.judging import STATEMENTS, leave_empty, provide_places, provide_reference, run
from pipelines.quality.repair import with_proposals
from pipelines.quality.suites import read_suites
from pipelines.quality.verdicts import read_verdicts
from pipelines.warehouse.duck import memory
from pipelines.warehouse.staging import MEMBER, OBSERVATION, RELATION, stage

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_DOCUMENTS = 460
_KEYS = {
    OBSERVATION: ("observation_id", "statement_id", "document"),
    RELATION: ("relation_id", "document"),
    MEMBER: ("relation_id", "document", "observation_id"),
}
#: What is judged with relations; figures have a suite of their own, which needs every dimension.
_SUITES = ("fact_relation", "fact_relation_member")
STEPS = ("queries", "expectations", "findings")


def copied(connection: "DuckDBPyConnection", copies: int, broken: int) -> None:
    """The staging tables of the made-up documents, so many times, with errors in some copies."""
    staged = stage(made_up_documents(_DOCUMENTS))
    for name, keys in _KEYS.items():
        connection.register("once", staged[name])
        replaced = ", ".join(f"copy || ':' || {key} AS {key}" for key in keys)
        connection.execute(
            f"CREATE TABLE {name} AS SELECT once.* REPLACE ({replaced}) FROM once, range({copies}) AS copies (copy)"
        )
        connection.unregister("once")
    connection.execute(
        f"""UPDATE {OBSERVATION} SET value = 10 * value, interval_low = 10 * interval_low,
            interval_high = 10 * interval_high, value_printed = value_printed || '0'
        WHERE position = 0 AND CAST(split_part(document, ':', 1) AS INTEGER) % 100 < {broken}"""
    )


@contextmanager
def prepared(copies: int, broken: int) -> Iterator["DuckDBPyConnection"]:
    """A database with all that the queries read."""
    with memory() as connection:
        provide_reference(connection)
        copied(connection, copies, broken)
        provide_places(connection)
        leave_empty(connection)
        yield connection


def expectations(connection: "DuckDBPyConnection") -> int:
    """Judge the relations by their suites; the number of results."""
    connection.execute("CREATE TABLE fact_acceptance (relation_id VARCHAR, state VARCHAR)")
    connection.execute(f"CREATE VIEW fact_observation AS SELECT observation_id FROM {OBSERVATION}")
    suites = {suite.name: suite for suite in read_suites()}
    return sum(len(judge_suite(connection, suites[name])) for name in _SUITES)


def findings(connection: "DuckDBPyConnection") -> int:
    """Put the broken relations into words with what would mend them; the number of findings."""
    for name in CUT_DOWN:  # as a run sees them
        connection.execute(f"ALTER TABLE {name} RENAME TO whole_{name}")
        connection.execute(f"CREATE VIEW {name} AS FROM whole_{name}")
    keep_around_broken(connection, CUT_DOWN)
    verdicts = with_proposals(connection, read_verdicts(connection))
    return len([finding_row(verdict) for verdict in verdicts if verdict.outcome == "broken"])


def measure(step: str, copies: int, broken: int, told: Any) -> None:
    """Do a step and those before it in this process; put times, peak of memory in MiB and counts into `told`."""
    with prepared(copies, broken) as connection:
        before = _peak()
        begin = _now()
        run(connection, STATEMENTS)
        end, made = _now(), _count(connection, "fact_relation")
        if step != "queries":
            begin = _now()
            made = expectations(connection) if step == "expectations" else findings(connection)
            end = _now()
        times = end[0] - begin[0], end[1] - begin[1]
        told.put((times, before, _peak(), made, _count(connection, OBSERVATION), _count(connection, RELATION)))


def _now() -> tuple[float, float]:
    """By the clock, and in processor time of all threads."""
    return time.perf_counter(), time.process_time()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _count(connection: "DuckDBPyConnection", table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--broken", type=int, default=1)
    args = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    bare = total = (0.0, 0.0)
    for step in STEPS:
        told = context.Queue()
        process = context.Process(target=measure, args=(step, args.copies, args.broken, told))
        process.start()
        (clock, processor), before, peak, made, figures, relations = told.get()
        process.join()
        total = total[0] + clock, total[1] + processor
        if step == "queries":
            bare = total
            print(f"{figures} figures, {relations} relations; {before} MiB before the first query")
        what = {"queries": "verdicts", "expectations": "results", "findings": "findings"}[step]
        print(
            f"{step:14}{clock:8.2f} s  {processor:8.2f} s of processor  peak {peak:>6} MiB  {made:>7} {what:9}"
            f"  with all before {total[0] / bare[0]:.2f} x, {total[1] / bare[1]:.2f} x of processor"
        )


if __name__ == "__main__":
    main()
