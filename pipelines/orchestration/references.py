"""Where the code of an asset stands: paths from the top of the repository, never those of one machine."""

import warnings
from collections.abc import Iterator

import dagster as dg

from pipelines.warehouse.catalogue import PUBLISHING, TableSpec
from pipelines.warehouse.settings import Settings

_VOCABULARY = "vocabulary_"


def code_references(*files: str) -> dict[str, dg.CodeReferencesMetadataValue]:
    """The metadata that names files of the repository, each as "path" or "path:line"."""
    with warnings.catch_warnings():
        # Dagster calls them beta; the lock file holds the version they were tried with.
        warnings.simplefilter("ignore", dg.BetaWarning)
        references: list[dg.LocalFileCodeReference | dg.UrlCodeReference] = [_reference(file) for file in files]
        return {"dagster/code_references": dg.CodeReferencesMetadataValue(code_references=references)}


def files_of_table(spec: TableSpec, lines: dict[str, int], settings: Settings) -> Iterator[str]:
    """The files that a table follows from: its statement or room, its entry in the dictionary, its vocabularies."""
    sql = settings.sql.name
    if spec.path is not None:
        yield f"{sql}/{spec.group}/{spec.path.name}"
    else:
        yield (
            "pipelines/warehouse/publishing.py"
            if spec.table.made_by == PUBLISHING
            else f"pipelines/{spec.table.made_by}"
        )
    yield f"{sql}/tables.yml:{lines[spec.name]}"
    for source in spec.sources:
        if source.startswith(_VOCABULARY):
            stem = source.removeprefix(_VOCABULARY)
            for path in sorted(settings.vocabulary.glob(f"{stem}.*")):
                yield f"pipelines/vocabulary/{path.name}"


def dictionary_lines(settings: Settings) -> dict[str, int]:
    """In which line of tables.yml the entry of each table begins."""
    lines = (settings.sql / "tables.yml").read_text(encoding="utf-8").splitlines()
    return {
        line.partition(":")[0]: number
        for number, line in enumerate(lines, start=1)
        if line[:1].isalpha() and ":" in line
    }


def _reference(file: str) -> dg.LocalFileCodeReference:
    path, _, line = file.partition(":")
    return dg.LocalFileCodeReference(file_path=path, line_number=int(line) if line else None)
