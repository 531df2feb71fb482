"""What the verdicts would be if figures were others: the queries of sql/relations/ over changed copies.

Hypotheses are judged by the same statements as what is printed, so a proposal never rests on a second arithmetic.
Nothing of the database is changed: the copies live in a schema of their own that is dropped at the end.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from pipelines.quality.judging import STATEMENTS, leave_empty, run
from pipelines.quality.verdicts import Change, Outcome

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Changes that are made together.
Changes = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What is tried at once; with a relation only that one is judged, else every relation with a changed figure."""

    changes: Changes
    relation_id: str | None = None


#: The outcome of each relation that was judged, under one hypothesis.
Outcomes = Mapping[str, Outcome]
Found = TypeVar("Found")
#: A search that asks for the outcomes of hypotheses, perhaps several times, and ends with what it found.
Search = Generator[Sequence[Hypothesis], Sequence[Outcomes], Found]

_SCHEMA = "what_if"
_RELATION_STATEMENTS = tuple(name for name in STATEMENTS if name.startswith("relations/"))
_STAGING = (
    # every relation that is judged, once a hypothesis
    """
    CREATE TABLE touched AS
    SELECT DISTINCT hypothesis.number, member.relation_id
    FROM hypothesis
    INNER JOIN main.stg_relation_member AS member ON hypothesis.observation_id = member.observation_id
    WHERE hypothesis.relation_id IS NULL OR hypothesis.relation_id = member.relation_id
    """,
    """
    CREATE TABLE stg_relation AS
    SELECT touched.number || ':' || relation.relation_id AS relation_id, relation.* EXCLUDE (relation_id)
    FROM touched
    INNER JOIN main.stg_relation AS relation ON touched.relation_id = relation.relation_id
    """,
    """
    CREATE TABLE stg_relation_member AS
    SELECT
        touched.number || ':' || member.relation_id AS relation_id,
        CASE WHEN hypothesis.number IS NULL THEN member.observation_id
            ELSE touched.number || ':' || member.observation_id END AS observation_id,
        member.* EXCLUDE (relation_id, observation_id)
    FROM touched
    INNER JOIN main.stg_relation_member AS member ON touched.relation_id = member.relation_id
    LEFT JOIN hypothesis
        ON touched.number = hypothesis.number AND member.observation_id = hypothesis.observation_id
    """,
    """
    CREATE TABLE stg_observation AS
    SELECT told.* FROM main.stg_observation AS told
    SEMI JOIN stg_relation_member AS member ON told.observation_id = member.observation_id
    UNION ALL
    SELECT told.* REPLACE (
        hypothesis.number || ':' || told.observation_id AS observation_id,
        hypothesis.value AS value,
        hypothesis.low AS interval_low,
        hypothesis.high AS interval_high,
        hypothesis.value_printed AS value_printed
    )
    FROM hypothesis
    INNER JOIN main.stg_observation AS told ON hypothesis.observation_id = told.observation_id
    """,
)
_RESULT = """
SELECT relation_id, min(list_position(['broken', 'holds', 'not_evaluated'], outcome)) AS worst
FROM relation_test
GROUP BY relation_id
"""
_OUTCOMES: dict[int, Outcome] = {1: "broken", 2: "holds", 3: "not_evaluated"}


def outcomes_if(connection: "DuckDBPyConnection", hypotheses: Sequence[Hypothesis]) -> list[Outcomes]:
    """The outcomes under each hypothesis, in their order.

    The database holds the staging tables, dim_norm, dim_place and the tables that only a warehouse fills; see judging.
    """
    if not hypotheses:
        return []
    connection.execute(f"CREATE SCHEMA {_SCHEMA}")
    try:
        connection.execute(f"SET search_path = '{_SCHEMA},main'")
        _stage(connection, hypotheses)
        leave_empty(connection)
        run(connection, _RELATION_STATEMENTS)
        rows = connection.execute(_RESULT).fetchall()
    finally:
        connection.execute("SET search_path = 'main'")
        connection.execute(f"DROP SCHEMA {_SCHEMA} CASCADE")
    found: list[dict[str, Outcome]] = [{} for _ in hypotheses]
    for relation_id, worst in rows:
        number, _, relation = relation_id.partition(":")
        found[int(number)][relation] = _OUTCOMES[worst]
    return [*found]


def answer_together(connection: "DuckDBPyConnection", searches: Sequence[Search[Found]]) -> list[Found]:
    """What each search ends with; what they ask at the same time is judged at once, since judging has a fixed cost."""
    found: dict[int, Found] = {}
    asked: dict[int, Sequence[Hypothesis]] = {}

    def go_on(number: int, outcomes: Sequence[Outcomes] | None) -> None:
        try:
            asked[number] = next(searches[number]) if outcomes is None else searches[number].send(outcomes)
        except StopIteration as end:
            found[number] = end.value

    for number in range(len(searches)):
        go_on(number, None)
    while asked:
        now, asked = asked, {}
        outcomes = iter(outcomes_if(connection, [*chain.from_iterable(now.values())]))
        for number, own in now.items():
            go_on(number, [next(outcomes) for _ in own])
    return [found[number] for number in range(len(searches))]


def _stage(connection: "DuckDBPyConnection", hypotheses: Sequence[Hypothesis]) -> None:
    import pyarrow as pa

    figure = pa.decimal128(28, 6)
    numbered = [(number, one.relation_id, change) for number, one in enumerate(hypotheses) for change in one.changes]
    changes = [change for *_, change in numbered]
    table = pa.table({
        "number": pa.array([number for number, *_ in numbered], pa.int32()),
        "relation_id": pa.array([relation_id for _, relation_id, _ in numbered], pa.string()),
        "observation_id": pa.array([change.observation_id for change in changes], pa.string()),
        "value": pa.array([change.value for change in changes], figure),
        "low": pa.array([change.low for change in changes], figure),
        "high": pa.array([change.high for change in changes], figure),
        "value_printed": pa.array([change.value_printed for change in changes], pa.string()),
    })  # fmt: skip
    connection.register("hypothesis_rows", table)
    connection.execute("CREATE TABLE hypothesis AS SELECT * FROM hypothesis_rows")
    connection.unregister("hypothesis_rows")
    for statement in _STAGING:
        connection.execute(statement)
