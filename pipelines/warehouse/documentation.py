"""docs/dictionary.md and docs/lineage.md, written from sql/ so that they say what the warehouse holds.

`python -m pipelines.warehouse.documentation` writes them; a test compares them with sql/.
"""

from collections.abc import Iterator
from pathlib import Path

from pipelines.warehouse.catalogue import PUBLISHING, VIEWS, Catalogue, TableSpec
from pipelines.warehouse.lineage import Edge, edges
from pipelines.warehouse.settings import CHECKOUT

_NOTE = "Written from `sql/` by `python -m pipelines.warehouse.documentation`; change that, not this."


def pages(catalogue: Catalogue) -> dict[str, str]:
    """The documentation by file name."""
    return {
        "dictionary.md": "\n".join(_dictionary(catalogue)) + "\n",
        "lineage.md": "\n".join(_lineage(catalogue)) + "\n",
    }


def _dictionary(catalogue: Catalogue) -> Iterator[str]:
    yield from ("# The tables of the warehouse", "", _NOTE, "")
    for group in dict.fromkeys(spec.group for spec in catalogue.tables):
        yield from (f"## {group.capitalize()}", "")
        for spec in catalogue.tables:
            if spec.group == group:
                yield from _table(spec, catalogue)


def _taken_over(spec: TableSpec, catalogue: Catalogue) -> frozenset[str]:
    """The columns that a table has from the only table it reads, with the same meaning: told there, not again."""
    if spec.sql is None or len(spec.upstream) != 1:
        return frozenset()
    above = catalogue.by_name[spec.upstream[0]].columns
    return frozenset(name for name, column in spec.columns.items() if above.get(name) == column)


def _maker(spec: TableSpec) -> str:
    """The file or room that makes a table."""
    if spec.path:
        return f"`sql/{spec.group}/{spec.name}.sql`"
    return (
        "`pipelines/warehouse/publishing.py`"
        if spec.table.made_by == PUBLISHING
        else f"`pipelines/{spec.table.made_by}`"
    )


def _table(spec: TableSpec, catalogue: Catalogue) -> Iterator[str]:
    yield from (f"### {spec.name}", "", spec.grain, "")
    if spec.table.description:
        yield from (spec.table.description, "")
    read = ", ".join(f"`{name}`" for name in (*spec.upstream, *spec.sources))
    made = f"Made by {_maker(spec)}" + (f" from {read}" if read else "")
    yield from (f"Key: {', '.join(f'`{name}`' for name in spec.table.key)}. {made}.", "")
    taken_over = _taken_over(spec, catalogue)
    if taken_over:
        above = catalogue.by_name[spec.upstream[0]]
        without = [f"`{name}`" for name in above.columns if name not in spec.columns]
        but = f" without {', '.join(without)}" if without else ""
        yield from (f"The columns of `{above.name}`{but}.", "")
    if len(taken_over) == len(spec.columns):
        return
    yield from ("| column | type | unit | meaning |", "|---|---|---|---|")
    required = spec.table.required()
    for name, column in spec.columns.items():
        if name in taken_over:
            continue
        meaning = column.description
        meaning += f" Refers to `{column.references}`." if column.references else ""
        meaning += f" Codes: `{column.codes}`." if column.codes else ""
        kind = column.type.replace("|", "\\|") + (", never null" if name in required else "")
        yield f"| `{name}` | {kind} | {column.unit or ''} | {meaning} |"
    yield ""


def _lineage(catalogue: Catalogue) -> Iterator[str]:
    yield from ("# What is taken from what", "", _NOTE, "", "## Tables", "")
    yield from picture(catalogue)
    yield from (
        "",
        "## Columns",
        "",
        "All edges are rows of `meta_column_lineage`. A column taken over",
        "unchanged from the only table that is read is not listed here.",
        "",
    )
    found: dict[str, dict[str, list[Edge]]] = {}
    for edge in edges(catalogue):
        found.setdefault(edge.table_name, {}).setdefault(edge.column_name, []).append(edge)
    for spec in catalogue.tables:
        own = [column for column in spec.columns if column not in _taken_over(spec, catalogue)]
        if spec.name not in found or not own:
            continue
        yield from (f"### {spec.name}", "", "| column | taken from |", "|---|---|")
        for column in own:
            taken = ", ".join(
                f"`{edge.source_table}.{edge.source_column}`" for edge in found[spec.name].get(column, ())
            )
            yield f"| `{column}` | {taken} |"
        yield ""


def picture(catalogue: Catalogue) -> Iterator[str]:
    """The tables and what they read as a Mermaid graph in Markdown; vocabularies, marts, views are one node each."""
    yield from ("```mermaid", "graph LR")
    arrows = set()
    for spec in catalogue.tables:
        if spec.group == "published":
            continue
        to = spec.group if spec.group in ("marts", VIEWS) else spec.name
        for name in (*spec.upstream, *spec.sources):
            source = (
                "vocabularies" if name.startswith("vocabulary_") else "shards" if name.startswith("shard_") else name
            )
            arrows.add(f"  {source} --> {to}")
    yield from sorted(arrows)
    yield "```"


def write(folder: Path, catalogue: Catalogue) -> None:
    """Write the documentation into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(catalogue).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(CHECKOUT / "docs", Catalogue(CHECKOUT / "sql"))
