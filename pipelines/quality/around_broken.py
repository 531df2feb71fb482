"""A warehouse's tables cut down to what is broken and what stands around it: all that proposing what was meant needs.

What is proposed is repair.py.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipelines.warehouse.duck import identifier

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Broken relations, and those that share a figure with one.
_WANTED = """
SELECT DISTINCT around.relation_id
FROM fact_relation AS broken
INNER JOIN fact_relation_member AS own ON broken.relation_id = own.relation_id
INNER JOIN fact_relation_member AS around ON own.observation_id = around.observation_id
WHERE broken.outcome = 'broken'
"""
#: How each table is cut down to them, in the order in which that is done.
CUT_DOWN = {
    "fact_relation": "SEMI JOIN wanted USING (relation_id)",
    "fact_relation_member": "SEMI JOIN wanted USING (relation_id)",
    "stg_relation": "SEMI JOIN wanted USING (relation_id)",
    "stg_relation_member": "SEMI JOIN wanted USING (relation_id)",
    "cross_source_pair": "SEMI JOIN wanted USING (relation_id)",
    "stg_observation": "WHERE observation_id IN (SELECT observation_id FROM kept_fact_relation_member)",
}


def keep_around_broken(connection: "DuckDBPyConnection", views: Iterable[str]) -> None:
    """Put tables in the place of these views, those of CUT_DOWN among them, with broken relations and neighbours only.

    Hypotheses are judged over them many times, and they fit into memory however large the warehouse is.
    """
    connection.execute(f"CREATE TEMP TABLE wanted AS {_WANTED}")
    names = list(dict.fromkeys((*CUT_DOWN, *views)))
    for name in names:
        kept = identifier(f"kept_{name}")
        connection.execute(f"CREATE TABLE {kept} AS FROM {identifier(name)} {CUT_DOWN.get(name, '')}")
    for name in names:
        connection.execute(f"DROP VIEW {identifier(name)}")
        connection.execute(f"ALTER TABLE {identifier(f'kept_{name}')} RENAME TO {identifier(name)}")
