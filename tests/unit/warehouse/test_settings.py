"""Where a run keeps its files."""

from pathlib import Path

from pipelines.warehouse.settings import Settings


def test_other_sources_are_published_where_the_project_publishes() -> None:
    usual, chosen = Settings.of(Path("p")), Settings.of(Path("p"), raw=Path("elsewhere"))
    assert chosen.raw == Path("elsewhere")
    assert (chosen.warehouse, chosen.shards, chosen.site) == (usual.warehouse, usual.shards, usual.site)


def test_another_warehouse_disturbs_nothing_of_the_project() -> None:
    usual, other = Settings.of(Path("p")), Settings.of(Path("p"), warehouse=Path("q/tinh.duckdb"))
    assert other.raw == usual.raw
    assert other.dagster == usual.dagster
    kept = {other.shards, other.build, other.site}
    assert {folder.parent for folder in kept} == {Path("q/tinh.files")}
    assert kept.isdisjoint({usual.shards, usual.build, usual.site})


def test_the_usual_warehouse_by_name_is_the_usual_one() -> None:
    usual = Settings.of(Path("p"))
    assert usual.elsewhere(warehouse=Path("p/var/warehouse/solieu.duckdb").absolute()) == usual
