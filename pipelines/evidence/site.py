"""`build_site`: the published warehouse as pages to look at. Static, offline, replaced whole.

Here the order of work only: what a page shows is in documents.py, checks.py, indicators.py, changes.py, overview.py.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.evidence import changes, checks, indicators, overview
from pipelines.evidence.addresses import document_page
from pipelines.evidence.content import DocumentRow, read_contents, read_documents
from pipelines.evidence.documents import document_html
from pipelines.evidence.fingerprints import combined, document_fingerprints, drawing_version
from pipelines.evidence.folder import SiteFolder, replaced_site
from pipelines.evidence.labels import Names, read_names
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.querying import open_published
from pipelines.warehouse.settings import Settings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 100  # documents in memory at once
_ASSETS = ("site.css", "site.js")
_TEMPLATES = Path(__file__).parent / "templates"
#: A page of a workbook without its grid is tried again next time.
_INCOMPLETE = "without its grid"
STEP = "pages"


def build_site(settings: Settings, progress: Progress = silent) -> Path:
    """Write the pages of the published warehouse to settings.site and return that folder.

    The warehouse is opened read-only; workbooks are read again from settings.raw for their grids where their bytes are
    those that were published. Equal warehouses give equal pages. Raises QueryError where nothing is published.
    """
    with (
        run_lock(settings, progress),
        open_published(settings.warehouse) as connection,
        replaced_site(settings.site) as site,
    ):
        _write_pages(connection, settings, site, progress)
    return settings.site


def _write_pages(connection: "DuckDBPyConnection", settings: Settings, site: SiteFolder, progress: Progress) -> None:
    names = read_names(connection)
    version = drawing_version(connection)
    documents = read_documents(connection)
    for name in _ASSETS:
        site.write(name, (_TEMPLATES / name).read_text(encoding="utf-8"))
    _write_documents(connection, settings.raw, documents, names, version, site, progress)
    checks.write_pages(connection, names, site)
    indicators.write_pages(connection, names, version, site, progress)
    changes.write_page(connection, site)
    overview.write_pages(connection, documents, names, site)
    progress(Event(STEP, site.pages, site.pages, f"{site.reused} unchanged"))


def _write_documents(
    connection: "DuckDBPyConnection",
    raw: Path,
    documents: Sequence[DocumentRow],
    names: Names,
    version: str,
    site: SiteFolder,
    progress: Progress,
) -> None:
    hashed = document_fingerprints(connection)
    made_from = {row.document: combined(version, hashed.get(row.document)) for row in documents}
    pending = [row for row in documents if not site.has(document_page(row.document), made_from[row.document])]
    done = len(documents) - len(pending)
    for batch in _batches(pending):
        for content in read_contents(connection, batch):
            page, complete = document_html(content, names, raw)
            document = content.row.document
            site.write(document_page(document), page, made_from[document] if complete else _INCOMPLETE)
            done += 1
            progress(Event(STEP, done, len(documents), document))


def _batches(rows: Sequence[DocumentRow]) -> Iterator[list[DocumentRow]]:
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        yield batch
