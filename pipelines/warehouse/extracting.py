"""From the inventory to shards and a manifest: what must be read, in which batches, and which shard counts.

Unchanged sources are never read again; small shards are merged; what is no longer in raw/ drops out of the
manifest, and out of the shards once a build without it is published.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from pipelines.warehouse.catalogue import digest
from pipelines.warehouse.code_version import extraction_code_version
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.files import write_arrow
from pipelines.warehouse.inventory import Inventory, Source
from pipelines.warehouse.mapping import MapShards, in_processes, in_this_process
from pipelines.warehouse.memo import write_memo
from pipelines.warehouse.reading import Batch, BatchReader, Extractor
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import MANIFEST, Entry, ShardStore, shard_key

#: Work smaller than this is done faster than processes start.
_FEW_SOURCES, _FEW_BYTES = 24, 256 * 1024
#: Every worker gets at least so many batches, that none waits long for the last.
_BATCHES_PER_WORKER = 4
#: So many shards with at most this share of a full one are merged.
_SMALL_SHARDS, _SMALL = 16, 0.25


@dataclass(frozen=True, slots=True)
class ManifestHead:
    """What a manifest says of itself: the version of the code that read the sources, a fingerprint of all of them."""

    code: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which shard counts for each source, written by one version of the code."""

    head: ManifestHead
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ExtractionSummary:
    """What a run has read. `documents` counts all that are in the manifest, the refused ones too; `reused` does not."""

    documents: int
    read: int
    reused: int
    refused: int
    removed: int
    left: tuple[str, ...]
    observations: int
    fingerprint: str


def default_extractor() -> Extractor:
    """The project's own reader of files."""
    from pipelines.extraction import extract_file

    return extract_file


def read_manifest_head(settings: Settings) -> ManifestHead | None:
    """What the manifest of the last run says of itself; None before the first. Reads no rows."""
    import pyarrow.parquet as pq

    path = settings.shards / MANIFEST
    if not path.exists():
        return None
    told = pq.read_schema(path).metadata
    return ManifestHead(told[b"code"].decode(), told[b"fingerprint"].decode())


def read_manifest(settings: Settings) -> Manifest | None:
    """The manifest of the last run; None before the first."""
    import pyarrow.parquet as pq

    head = read_manifest_head(settings)
    if head is None:
        return None
    rows = pq.read_table(settings.shards / MANIFEST).to_pylist()
    return Manifest(head, tuple(Entry(**row) for row in rows))


def extract_sources(
    settings: Settings,
    inventory: Inventory,
    extractor: Extractor | None = None,
    map_shards: MapShards | None = None,
    progress: Progress = silent,
) -> ExtractionSummary:
    """Read what is new or changed, and write the manifest of all sources.

    A source that is left for the next run keeps what was read of it before. Without `map_shards` little work is done
    in this process and much in `settings.workers` processes.
    """
    code = extraction_code_version()
    store = ShardStore(settings.shards, code)
    store.remove_leftovers()
    before = read_manifest(settings)
    held = store.entries()
    pending, chosen = _split(inventory.sources, held)
    batches = _batches(pending, held, settings, code)
    read = _read_all(batches, settings, code, extractor, map_shards, progress)
    chosen |= read
    chosen |= _kept(before, inventory.left, chosen, store)
    chosen = _compacted(chosen, store, settings, progress)
    manifest = _manifest(code, chosen)
    write_memo(settings.shards, inventory.memo)
    _write_manifest(settings, manifest)
    gone = {entry.document for entry in before.entries} - chosen.keys() if before else set()
    return ExtractionSummary(
        documents=len(chosen),
        read=len(read),
        reused=sum(not chosen[document].refused for document in chosen.keys() - read.keys()),
        refused=sum(entry.refused for entry in chosen.values()),
        removed=len(gone),
        left=inventory.left,
        observations=sum(entry.observations for entry in chosen.values()),
        fingerprint=manifest.head.fingerprint,
    )


def _split(sources: Iterable[Source], held: Mapping[tuple[str, str], Entry]) -> tuple[list[Source], dict[str, Entry]]:
    """The sources that must be read, and what is held of the others."""
    pending, chosen = [], {}
    rows: dict[tuple[str, str], list[Entry]] = {}
    for entry in held.values():
        if entry.corpus is not None:
            rows.setdefault((entry.corpus, entry.version), []).append(entry)
    for source in sources:
        known = held.get((source.document, source.version))
        if known is None or not known.final:
            pending.append(source)
        else:
            chosen[source.document] = known
            chosen |= {entry.document: entry for entry in rows.get((source.document, source.version), ())}
    return pending, chosen


def _batches(
    pending: Sequence[Source], held: Mapping[tuple[str, str], Entry], settings: Settings, code: str
) -> list[Batch]:
    """The pending sources in batches that hold neither too many sources nor too many bytes."""
    most = min(settings.sources_per_shard, max(16, ceil(len(pending) / (settings.workers * _BATCHES_PER_WORKER))))
    groups: list[list[Source]] = []
    size = 0
    for source in pending:
        if not groups or len(groups[-1]) >= most or size + source.size > settings.bytes_per_shard:
            groups.append([])
            size = 0
        groups[-1].append(source)
        size += source.size
    batches = []
    for group in groups:
        named = [(source.document, source.version) for source in group]
        # What failed once is read into a shard of another name, for what is held under a name never changes.
        earlier = [("again", held[name].shard) for name in named if name in held]
        batches.append(Batch(shard_key(code, named + earlier), tuple(group)))
    return batches


def _read_all(
    batches: Sequence[Batch],
    settings: Settings,
    code: str,
    extractor: Extractor | None,
    map_shards: MapShards | None,
    progress: Progress,
) -> dict[str, Entry]:
    """Read the batches; the entries by document."""
    if not batches:
        return {}
    sources = [source for batch in batches for source in batch.sources]
    little = len(sources) < _FEW_SOURCES and sum(source.size for source in sources) < _FEW_BYTES
    chosen_map = map_shards or (in_this_process if little or settings.workers < 2 else in_processes(settings.workers))
    reader = BatchReader(
        extractor or default_extractor(),
        settings.shards,
        code,
        settings.seconds_per_source,
        settings.sources_per_shard,
        settings.bytes_per_shard,
    )
    progress(Event("extract", 0, len(sources)))
    found: dict[str, Entry] = {}
    done = 0
    for entries in chosen_map(reader, batches):
        found |= {entry.document: entry for entry in entries}
        done += sum(entry.corpus is None for entry in entries)
        progress(Event("extract", done, len(sources), entries[-1].document if entries else ""))
    return found


def _kept(
    before: Manifest | None, left: Iterable[str], chosen: Mapping[str, Entry], store: ShardStore
) -> dict[str, Entry]:
    """What an earlier run of the same code read of sources that are left for the next run."""
    if before is None or before.head.code != store.code:
        return {}
    waiting = set(left) - chosen.keys()
    return {
        entry.document: entry
        for entry in before.entries
        if (entry.corpus or entry.document) in waiting and (store.folder / entry.shard).is_dir()
    }


def _compacted(chosen: dict[str, Entry], store: ShardStore, settings: Settings, progress: Progress) -> dict[str, Entry]:
    """The entries after the small shards, when there are many, were merged into full ones."""
    shards: dict[str, list[Entry]] = {}
    for entry in chosen.values():
        shards.setdefault(entry.shard, []).append(entry)
    small = [shards[key] for key in sorted(shards) if len(shards[key]) <= settings.sources_per_shard * _SMALL]
    if len(small) < _SMALL_SHARDS:
        return chosen
    merged = dict(chosen)
    group: list[Entry] = []
    for number, entries in enumerate([*small, []], start=1):
        if group and (not entries or len(group) + len(entries) > settings.sources_per_shard):
            merged |= {entry.document: entry for entry in store.merge(group)}
            progress(Event("compact", min(number, len(small)), len(small)))
            group = []
        group += entries
    return merged


def _manifest(code: str, chosen: Mapping[str, Entry]) -> Manifest:
    entries = tuple(chosen[document] for document in sorted(chosen))
    versions = (f"{entry.document}\0{entry.version}\0{entry.final}" for entry in entries)
    return Manifest(ManifestHead(code, digest(code, *versions)), entries)


def _write_manifest(settings: Settings, manifest: Manifest) -> None:
    import pyarrow as pa

    names = ("document", "version", "observations", "refused", "final", "shard", "corpus")
    types: dict[str, Callable[[], object]] = {
        "observations": pa.int64, "refused": pa.bool_, "final": pa.bool_,
    }  # fmt: skip
    schema = pa.schema(
        [(name, types.get(name, pa.string)()) for name in names],
        metadata={"code": manifest.head.code, "fingerprint": manifest.head.fingerprint},
    )
    columns = [[getattr(entry, name) for entry in manifest.entries] for name in names]
    write_arrow(settings.shards / MANIFEST, pa.table(columns, schema=schema))
