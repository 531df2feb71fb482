"""What a page is made from, as a hash: DuckDB hashes the rows of each document, so that unchanged ones are not read.

A hash of rows holds for one version of DuckDB only, so that version is part of it, as are the sources of the rooms
that draw and word the pages.
"""

from hashlib import sha256
from typing import TYPE_CHECKING

from pipelines.vocabulary.loader import FOLDER as VOCABULARY
from pipelines.warehouse.code_version import room_version

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Tables whose rows name and word what the pages show; a change of one makes all pages anew.
_WORDS = (
    "dim_indicator", "dim_population_group", "dim_programme", "dim_funding_source", "dim_unit", "dim_norm", "code_list",
)  # fmt: skip
#: The sum of the hashes of rows, since their order says nothing and equal rows must not cancel out.
_DOCUMENTS = """
WITH figure AS (SELECT document, observation_id, hash(one) AS hashed FROM fact_observation AS one),
relation AS (
    SELECT relation_id, sum(hash(relation, finding, member.role, figure.hashed)) AS hashed
    FROM fact_relation AS relation
    INNER JOIN fact_relation_member AS member USING (relation_id)
    INNER JOIN figure USING (observation_id)
    LEFT JOIN fact_finding AS finding USING (relation_id)
    GROUP BY relation_id
),
part AS (
    SELECT document, hash(one) AS hashed FROM dim_document AS one
    UNION ALL SELECT document, hash(one) FROM fact_document_text AS one
    UNION ALL SELECT document, hash(one) FROM problem AS one
    UNION ALL SELECT document, hash(one) FROM fact_correction AS one
    UNION ALL SELECT document, hash('figure', hashed) FROM figure
    UNION ALL
    SELECT document, hash(relation_id, hashed)
    FROM (SELECT DISTINCT document, relation_id FROM fact_relation_member) INNER JOIN relation USING (relation_id)
)
SELECT document, CAST(sum(hashed) AS VARCHAR) FROM part GROUP BY document
"""


def drawing_version(connection: "DuckDBPyConnection") -> str:
    """A hash of what enters every page: the rooms' sources, DuckDB's version, the tables of names."""
    import duckdb

    parts = [
        room_version("evidence"),
        room_version("quality", (VOCABULARY / "norms.csv",)),
        room_version("tables"),
        duckdb.__version__,
    ]
    for table in _WORDS:
        row = connection.execute(f"SELECT CAST(sum(hash(one)) AS VARCHAR) FROM {table} AS one").fetchone()
        parts.append(str(row))
    return combined(*parts)


def document_fingerprints(connection: "DuckDBPyConnection") -> dict[str, str]:
    """What the page of each document is made from, by document."""
    return {str(document): str(hashed) for document, hashed in connection.execute(_DOCUMENTS).fetchall()}


def combined(*parts: object) -> str:
    """One hash of several parts."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:20]
