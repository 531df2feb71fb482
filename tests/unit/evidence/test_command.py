from pathlib import Path

from click.testing import CliRunner

from pipelines.cli import solieu
from pipelines.commands.errors import InputError
from tests.unit.evidence.conftest import Site


def test_pages_are_written_beside_a_warehouse_elsewhere_and_named(empty_site: Site) -> None:
    warehouse = empty_site.settings.warehouse
    result = CliRunner().invoke(solieu, ["pages", "--warehouse", str(warehouse)], standalone_mode=False)
    first = warehouse.parent / "solieu.files" / "site" / "index.html"
    assert (result.exit_code, result.exception) == (0, None)
    assert str(first) in result.output
    assert first.is_file()


def test_without_a_warehouse_the_message_says_what_to_do(tmp_path: Path) -> None:
    missing = tmp_path / "none.duckdb"
    result = CliRunner().invoke(solieu, ["pages", "--warehouse", str(missing)], standalone_mode=False)
    assert isinstance(result.exception, InputError)
    assert "run `solieu run` first" in str(result.exception)
