"""Reading some documents by their names; the others stay as an earlier run read them."""

import pytest

from pipelines.orchestration.named import read_named
from pipelines.warehouse import extracting
from pipelines.warehouse.errors import SourceError
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import CountingReader, put, run_small


@pytest.mark.parametrize(
    ("only", "read"),
    [
        pytest.param(["raw/a.txt"], ["raw/a.txt"], id="one by its name"),
        pytest.param(["raw/2023/*"], ["raw/2023/c.txt"], id="a folder as a pattern"),
        pytest.param(["raw/2023/"], ["raw/2023/c.txt"], id="a folder"),
        pytest.param(["raw/"], ["raw/a.txt"], id="a folder, but nothing below it"),
        pytest.param(["raw/?.txt", "raw/2023/c.txt"], ["raw/2023/c.txt", "raw/a.txt"], id="several"),
        pytest.param(["raw/b.txt"], [], id="one that has not changed"),
    ],
)
def test_only_the_named_documents_are_read(settings: Settings, only: list[str], read: list[str]) -> None:
    run_small(settings)
    put(settings, "a.txt", "1 2 7")
    put(settings, "2023/c.txt", "9")
    reader = CountingReader()

    summary = read_named(settings, only, reader)

    assert sorted(reader.read) == read
    assert summary.read == len(read)
    assert summary.left == (), "nothing is still being written"
    assert summary.documents == 2 + ("raw/2023/c.txt" in read), "what was not named stays as it was read"


def test_a_name_that_fits_no_document_is_refused(settings: Settings) -> None:
    with pytest.raises(SourceError, match=r"no document in raw/ is called a\.txt; names begin with raw/"):
        read_named(settings, ["a.txt"])


def test_a_few_are_not_read_by_new_code_beside_others_read_by_old(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_small(settings)
    monkeypatch.setattr("pipelines.orchestration.named.extraction_code_version", lambda: "newer")
    monkeypatch.setattr(extracting, "extraction_code_version", lambda: "newer")

    with pytest.raises(SourceError, match="run without `only` first"):
        read_named(settings, ["raw/a.txt"])
