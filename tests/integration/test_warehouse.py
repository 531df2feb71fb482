"""From files to the published warehouse, with the project's own sql/, on figures made by hand."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pytest

from pipelines.model import Extraction
from pipelines.warehouse.building import Builder, leave_empty
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.exporting import export_tables
from pipelines.warehouse.querying import query
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import RunSummary, run
from tests.unit.warehouse.projects import put
from tests.unit.warehouse.samples import BACH_THONG, Figure, bach_thong, document, refused

FORMS: tuple[Literal["parquet", "csv"], ...] = ("parquet", "csv")


def bytes_of(paths: list[Path]) -> dict[str, bytes]:
    """What files hold, by their names."""
    return {path.name: path.read_bytes() for path in paths}


def read(path: Path, name: str) -> Extraction:
    """Hand-made figures by the name of the file."""
    version = sha256(path.read_bytes()).hexdigest()
    if "bach-thong" in name:
        return replace(bach_thong(name), sha256=version)
    if "broken" in name or name.endswith(".bak"):
        return replace(refused(name, "reader_failed", "no sheet"), sha256=version)
    figures = [
        Figure("12 xe đạp", "12", "xe đạp", None, 1, place=None, period=None),
        Figure("30 hộ", "30", "household", "house.hh_supported", 2, place=replace(BACH_THONG, code=None)),
        Figure("40 triệu đồng/hộ", "40000000", "VND", "unit.support_norm", 2, status="norm", per="household"),
        Figure("2 tỷ đồng", "2000000000", "VND", "house.amount_grant", 2, status="plan"),
    ]
    return document(name, figures, sha256=version)


def make(folder: Path) -> tuple[Settings, RunSummary]:
    """A project with an article, its duplicate, a small text and a broken workbook, run once."""
    settings = replace(Settings.of(folder), settle_seconds=0.0)
    put(settings, "articles/bach-thong.txt", "the article")
    put(settings, "articles/copy-of-bach-thong.txt", "the article")
    put(settings, "articles/other.txt", "another")
    put(settings, "articles/other.bak", "another")
    put(settings, "articles/other.txt.bak", "another")
    put(settings, "spreadsheets/broken.xlsx", "not a workbook")
    return settings, run(settings, extractor=read, builders=builders(settings))


def builders(settings: Settings) -> dict[str, Builder]:
    """Empty tables in the place of those that the room of quality fills."""
    return {spec.name: leave_empty for spec in Catalogue(settings.sql).tables if spec.table.made_by == "quality"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, RunSummary]:
    return make(tmp_path_factory.mktemp("warehouse") / "project")


@pytest.fixture(scope="module")
def settings(built: tuple[Settings, RunSummary]) -> Settings:
    return built[0]


def ask(settings: Settings, sql: str) -> list[list[str]]:
    return [line.split(",") for line in query(settings.warehouse, sql, "csv").splitlines()[1:]]


def test_the_summary_counts_what_was_read(built: tuple[Settings, RunSummary]) -> None:
    summary = built[1]

    assert (summary.documents, summary.rejected, summary.observations) == (3, 3, 50)
    assert summary.relations_holding + summary.relations_broken + summary.relations_not_evaluated == 12


def test_houses_stand_beside_their_money_and_under_their_total(settings: Settings) -> None:
    lines = """
        SELECT part.count_value, part.count_unit, part.amount_value, part.programme, total.count_value
        FROM mart_housing AS part LEFT JOIN mart_housing AS total ON part.part_of_line = total.line_id
        WHERE part.document = 'raw/articles/bach-thong.txt' ORDER BY part.position"""
    assert ask(settings, lines) == [
        ["155", "household", "", "_T", ""],
        ["28", "household", "1960000000", "province_housing_bk", "155"],
        ["101", "household", "4040000000", "vbsp_decree28", "155"],
        ["26", "house", "1300000000", "fund_for_poor", "155"],
    ]


def test_plans_stand_beside_actual_figures_and_women_beside_all(settings: Settings) -> None:
    lines = """
        SELECT count_value, count_plan, completion_rate, women, amount_value, parts
        FROM mart_employment ORDER BY position"""
    assert ask(settings, lines) == [
        ["727", "700", "103.8", "", "", "3"],
        ["656", "", "", "", "", "0"],
        ["29", "", "", "21", "2044000000", "0"],
        ["42", "42", "100", "14", "", "0"],
    ]


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        pytest.param(
            "SELECT borrowers, outstanding, lent FROM mart_credit WHERE outstanding IS NOT NULL",
            ["101", "4040000000", ""],
            id="credit",
        ),
        pytest.param(
            "SELECT pupils, amount_value, amount_a_head FROM mart_education_support",
            ["317", "511900000", "1614826.5"],
            id="education support",
        ),
        pytest.param(
            "SELECT status, percentage_points, rate_high, rate_comparator, rate_per, percent FROM mart_poverty_rate",
            ["target", "6", "7", "range", "year", ""],
            id="target of the poverty rate",
        ),
        pytest.param(
            "SELECT count_value, amount_value, amount_plan, each_value, each_per, status "
            "FROM mart_housing WHERE document LIKE '%other%'",
            ["30", "", "2000000000", "40000000", "household", "actual"],
            id="planned money and a norm beside an actual count",
        ),
        pytest.param("SELECT count_value, count_unit FROM mart_other", ["12", "xe đạp"], id="without an indicator"),
    ],
)
def test_a_mart_shows_its_lines(settings: Settings, sql: str, row: list[str]) -> None:
    assert ask(settings, sql) == [row]


def test_a_repeat_is_linked_to_what_it_repeats(settings: Settings) -> None:
    repeats = """
        SELECT again.quote, earlier.quote, earlier.indicator FROM fact_observation AS again
        INNER JOIN fact_observation AS earlier ON again.repeat_of = earlier.observation_id
        WHERE again.document = 'raw/articles/bach-thong.txt' ORDER BY again.position"""
    assert ask(settings, repeats) == [
        ["101 hộ", "101 hộ", "credit.hh_with_loan"],
        ["4.040 triệu đồng", "4.040 triệu đồng", "credit.outstanding"],
    ]


def test_a_duplicate_stays_in_the_facts_and_out_of_the_marts(settings: Settings) -> None:
    assert ask(settings, "SELECT document, duplicate_of FROM dim_document WHERE duplicate_of IS NOT NULL") == [
        ["raw/articles/copy-of-bach-thong.txt", "raw/articles/bach-thong.txt"]
    ]
    assert ask(settings, "SELECT code FROM problem WHERE document LIKE '%copy-of%'") == [["duplicate_content"]]
    assert ask(settings, "SELECT count(*) FROM fact_observation WHERE document LIKE '%copy-of%'") == [["23"]]
    assert ask(settings, "SELECT count(*) FROM mart_housing WHERE document LIKE '%copy-of%'") == [["0"]]


def test_a_refused_file_is_told_with_what_to_do(settings: Settings) -> None:
    told = ask(settings, "SELECT document, code, detail, remedy_en <> '', remedy_vi <> '' FROM rejected_document")
    names = ["raw/articles/other.bak", "raw/articles/other.txt.bak", "raw/spreadsheets/broken.xlsx"]
    assert sorted(told) == [[name, "reader_failed", "no sheet", "true", "true"] for name in names]


def test_a_refused_file_takes_none_with_the_same_bytes_out_of_the_marts(settings: Settings) -> None:
    assert ask(settings, "SELECT count(duplicate_of) FROM dim_document WHERE document LIKE '%other%'") == [["0"]]
    assert ask(settings, "SELECT count(*) > 0 FROM mart_housing WHERE document LIKE '%other.txt'") == [["true"]]
    assert ask(settings, "SELECT DISTINCT code FROM problem WHERE document LIKE '%other%.bak'") == [["reader_failed"]]


def test_a_place_is_the_version_of_the_time_and_an_ambiguous_one_is_none(settings: Settings) -> None:
    known = """
        SELECT DISTINCT place.full_name, place.valid_from, parent.name FROM fact_observation
        INNER JOIN dim_place AS place USING (place_sk) LEFT JOIN dim_place AS parent
        ON place.parent_sk = parent.place_sk"""
    assert ask(settings, known) == [["Huyện Bạch Thông", "2021-11-01", "Bắc Kạn"]]
    ambiguous = "SELECT place, place_sk FROM fact_observation WHERE document LIKE '%other%' AND quote = '30 hộ'"
    assert ask(settings, ambiguous) == [["Huyện Bạch Thông", ""]]


def test_a_province_that_took_others_in_under_its_name_says_when(settings: Settings) -> None:
    provinces = "SELECT name, extent_changed_on FROM dim_place WHERE level = 1 AND is_current AND name IN "
    assert ask(settings, f"{provinces} ('Thái Nguyên', 'Cao Bằng', 'Bắc Ninh') ORDER BY name") == [
        ["Bắc Ninh", ""],  # under another code since that day
        ["Cao Bằng", ""],  # as it was
        ["Thái Nguyên", "2025-07-01"],  # with Bắc Kạn
    ]


@pytest.mark.parametrize(
    ("place", "successors"),
    [
        pytest.param("Tỉnh Bắc Kạn", [["Tỉnh Thái Nguyên", "whole"]], id="a province joined with another"),
        pytest.param("Tỉnh Cao Bằng", [], id="a province that stayed as it was"),
        pytest.param(
            "Xã Dương Phong", [["Xã Bạch Thông", "part"]], id="a commune whose code goes on under another name"
        ),
        pytest.param("Xã Sĩ Bình", [], id="a commune whose code went"),
        pytest.param(
            "Huyện Bạch Thông",
            [["Xã Bạch Thông", "part"], ["Xã Cẩm Giàng", "part"], ["Xã Phủ Thông", "part"], ["Xã Vĩnh Thông", "part"]],
            id="a district",
        ),
    ],
)
def test_what_lies_where_a_place_ended(settings: Settings, place: str, successors: list[list[str]]) -> None:
    found = f"""
        SELECT after.full_name, bridge.relation FROM bridge_place_successor AS bridge
        INNER JOIN dim_place AS before USING (place_sk)
        INNER JOIN dim_place AS after ON bridge.successor_sk = after.place_sk
        WHERE before.full_name = '{place}' AND before.province_code IS NOT DISTINCT FROM
            CASE WHEN before.level > 1 THEN '06' END
        ORDER BY 1"""
    assert ask(settings, found) == successors


def test_every_district_that_ended_with_the_reform_leads_somewhere(settings: Settings) -> None:
    ended = "SELECT place_sk FROM dim_place WHERE level = 2 AND valid_to_exclusive = DATE '2025-07-01'"
    [[districts]] = ask(settings, f"SELECT count(*) FROM ({ended})")
    [[led]] = ask(
        settings, f"SELECT count(DISTINCT place_sk) FROM bridge_place_successor SEMI JOIN ({ended}) USING (place_sk)"
    )
    # Islands and cities whose communes all bear new codes lead nowhere.
    assert int(districts) - int(led) <= 5


def test_every_figure_is_in_exactly_one_line(settings: Settings) -> None:
    counts = "SELECT (SELECT count(*) FROM fact_observation), count(*), count(DISTINCT line_id) FROM bridge_line_figure"
    lines = ask(settings, "SELECT count(*) FROM fact_statement_line")
    [[figures, placed, used]] = ask(settings, counts)
    assert (figures, placed) == ("50", "50")
    assert [[used]] == lines


def test_every_line_is_in_a_mart_or_a_duplicate(settings: Settings) -> None:
    marts = [spec.name for spec in Catalogue(settings.sql).tables if spec.name.startswith("mart_")]
    shown = " UNION ".join(f"SELECT line_id FROM {mart}" for mart in marts)
    missing = f"SELECT count(*) FROM fact_statement_line ANTI JOIN ({shown}) USING (line_id) WHERE NOT is_duplicate"
    assert ask(settings, missing) == [["0"]]


def test_quotes_stand_at_their_offsets(settings: Settings) -> None:
    [[wrong, right]] = ask(
        settings,
        """SELECT
            count(*) FILTER (WHERE substr(text, char_start + 1, char_end - char_start) <> quote), count(*)
        FROM fact_observation INNER JOIN fact_document_text USING (document)""",
    )
    assert (wrong, right) == ("0", "50")


def test_every_table_and_column_says_what_it_is(settings: Settings) -> None:
    assert ask(settings, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert ask(settings, "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal") == []
    assert (
        ask(settings, "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal")
        == []
    )
    catalogue = Catalogue(settings.sql)
    told = ask(settings, "SELECT count(*) FROM meta_column")
    assert told == [[str(sum(len(spec.columns) for spec in catalogue.tables))]]
    views = "SELECT view_name FROM duckdb_views() WHERE NOT internal"
    assert ask(settings, f"SELECT count(*) FROM ({views})") == [[str(len(catalogue.views))]]
    published = ask(settings, "SELECT table_name FROM meta_table WHERE is_published ORDER BY 1")
    assert published == ask(settings, f"SELECT table_name FROM duckdb_tables() UNION ALL {views} ORDER BY 1")


def test_values_are_decimals(settings: Settings) -> None:
    doubles = (
        "SELECT table_name, column_name FROM duckdb_columns() WHERE data_type IN ('DOUBLE', 'FLOAT') AND NOT internal"
    )
    assert ask(settings, f"SELECT DISTINCT column_name FROM ({doubles})") == [["confidence"]]


def test_two_builds_of_the_same_inputs_are_the_same_to_the_byte(
    built: tuple[Settings, RunSummary], tmp_path: Path
) -> None:
    settings, first = built
    other, second = make(tmp_path / "elsewhere")

    assert first.build_id == second.build_id
    for form in FORMS:
        before = bytes_of(export_tables(settings.warehouse, tmp_path / f"1-{form}", form))
        after = bytes_of(export_tables(other.warehouse, tmp_path / f"2-{form}", form))
        assert before.keys() == after.keys()
        assert [name for name in before if before[name] != after[name]] == [f"build.{form}"]
