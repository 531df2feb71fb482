"""Reading only some documents, by their names: the others stay as an earlier run read them.

For one document that a person waits for, and for many in batches; `only` may hold patterns as raw/articles/2023-*,
and folders as raw/articles/, which stand for what lies directly in them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from pipelines.warehouse.code_version import extraction_code_version
from pipelines.warehouse.errors import SourceError
from pipelines.warehouse.events import Progress, silent
from pipelines.warehouse.extracting import ExtractionSummary, extract_sources, read_manifest_head
from pipelines.warehouse.inventory import Inventory, take_inventory
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.memo import read_memo
from pipelines.warehouse.reading import Extractor
from pipelines.warehouse.settings import Settings


def read_named(
    settings: Settings, only: Sequence[str], extractor: Extractor | None = None, progress: Progress = silent
) -> ExtractionSummary:
    """Read the documents of these names or patterns if they are new or changed, and leave all others for later runs.

    Raises SourceError where a name fits no document, or where the others would have to be read again, too.
    """
    with run_lock(settings, progress):
        head = read_manifest_head(settings)
        if head is not None and head.code != extraction_code_version():
            raise SourceError(
                "the readers or vocabularies have changed since the last run, so all documents must be read again: "
                "run without `only` first"
            )
        inventory = take_inventory(settings, read_memo(settings.shards), date.today(), False, progress)
        summary = extract_sources(settings, narrowed(inventory, only), extractor, progress=progress)
        # Those that were not named are not waited for, as files that are still being written are.
        return replace(summary, left=inventory.left)


def narrowed(inventory: Inventory, only: Sequence[str]) -> Inventory:
    """An inventory that leaves all but the documents of these names or patterns. Raises SourceError."""
    names = [source.document for source in inventory.sources]
    missing = [pattern for pattern in only if not any(_fits(name, pattern) for name in names)]
    if missing:
        raise SourceError(
            f"no document in raw/ is called {', '.join(missing)}; names begin with raw/, patterns may hold * and ?, "
            "and a folder ends with /"
        )
    chosen = tuple(source for source in inventory.sources if any(_fits(source.document, pattern) for pattern in only))
    others = {source.document for source in inventory.sources} - {source.document for source in chosen}
    return Inventory(chosen, tuple(sorted(others | set(inventory.left))), inventory.memo, inventory.hashed)


def _fits(document: str, pattern: str) -> bool:
    """Whether a document bears a name, fits a pattern, or lies directly in a folder."""
    if pattern.endswith("/"):
        return folder_of(document) == pattern
    return fnmatchcase(document, pattern)


def folder_of(document: str) -> str:
    """The folder that a document lies in, with the slash at its end.

    >>> folder_of("raw/articles/2023/a.txt")
    'raw/articles/2023/'
    """
    return document.rpartition("/")[0] + "/"
