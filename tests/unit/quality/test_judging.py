"""The statements run in the order of what they read, and are those of the warehouse."""

from pipelines.quality.judging import STATEMENTS
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.settings import Settings

SETTINGS = Settings.of()
GIVEN = {"stg_observation", "stg_relation", "stg_relation_member", "dim_place"}
ONLY_IN_WAREHOUSE = {"cross_source_pair", "cross_source", "per_head_peers"}


def test_each_statement_comes_after_what_it_reads() -> None:
    catalogue = Catalogue(SETTINGS.sql)
    made = GIVEN | ONLY_IN_WAREHOUSE
    for statement in STATEMENTS:
        spec = catalogue.by_name[statement.rpartition("/")[2]]
        assert set(spec.upstream) <= made, statement
        made.add(spec.name)


def test_all_statements_of_relations_run() -> None:
    files = {path.stem for path in (SETTINGS.sql / "relations").glob("*.sql")}

    assert (
        files == {name.rpartition("/")[2] for name in STATEMENTS if name.startswith("relations/")} | ONLY_IN_WAREHOUSE
    )
