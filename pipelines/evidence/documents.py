"""The page of a document: its text or grid with the figures marked, what does not hold, and the data for the cards."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipelines.evidence.cards import kind_of, page_data, standing_of, standings
from pipelines.evidence.content import DocumentContent, FigureRow
from pipelines.evidence.grids import CellFigure, SheetGrid, figure_list, sheet_grid
from pipelines.evidence.labels import Names
from pipelines.evidence.marking import Mark, Paragraph, paragraphs
from pipelines.evidence.rendering import render

#: So many findings of a sort stand at the top of a page; all are in the text below.
MOST_FINDINGS = 20
_STANDING_ORDER = ("broken", "differs")


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How the template shows a figure: what sort of number it is and how it stands."""

    kind: str
    standing: str


@dataclass(frozen=True, slots=True)
class TopFinding:
    """A relation that does not hold, with the figure to look at first."""

    standing: str
    kind: str
    explanation_vi: str
    explanation_en: str
    proposal_vi: str | None
    proposal_en: str | None
    observation_id: str


def document_html(content: DocumentContent, names: Names, raw: Path) -> tuple[str, bool]:
    """The page of a document, and whether its source could be shown as it is.

    `raw` is the folder of sources: a workbook is read again for its grid if its bytes are those that were published.
    """
    lines: tuple[Paragraph, ...] = ()
    grids: tuple[SheetGrid, ...] = ()
    if content.text is not None:
        lines = paragraphs(content.text, content.sections, _marks(content.figures))
    elif content.figures:
        grids = _grids(content, raw)
    stands = standings(content)
    looks = {one.observation_id: MarkLook(kind_of(one, names), stands[one.observation_id]) for one in content.figures}
    page = render(
        "document.html.jinja",
        "../",
        row=content.row,
        lines=lines,
        titled=_title_in(lines),
        grids=grids,
        looks=looks,
        findings=top_findings(content),
        most_findings=MOST_FINDINGS,
        problems=content.problems,
        attributes=_attributes(content.row.attributes),
        data=page_data(content, names),
    )
    return page, all(grid.whole for grid in grids)


def top_findings(content: DocumentContent) -> list[TopFinding]:
    """What does not hold in a document, the gravest first, then in the order of the source."""
    found = []
    for verdict in content.verdicts:
        finding = content.findings.get(verdict.relation_id)
        own = [figure for figure in verdict.figures if figure.document == content.row.document]
        if finding is None or not own:
            continue
        keys = {figure.observation_id for figure in own}
        proposed = finding.proposal_observation_id
        found.append(
            TopFinding(
                standing_of(verdict, finding),
                verdict.kind,
                finding.explanation_vi,
                finding.explanation_en,
                finding.proposal_reason,
                finding.proposal_reason_en,
                proposed if proposed in keys else own[0].observation_id,
            )
        )
    return sorted(found, key=lambda one: _STANDING_ORDER.index(one.standing))


def _marks(figures: Sequence[FigureRow]) -> list[Mark]:
    return [
        Mark(one.char_start, one.char_end, one.observation_id)
        for one in figures
        if one.char_start is not None and one.char_end is not None
    ]


def _title_in(lines: Sequence[Paragraph]) -> int | None:
    """Which line of the text is its headline, to be the heading of the page."""
    return next((number for number, line in enumerate(lines) if line.kind == "headline"), None)


def _grids(content: DocumentContent, raw: Path) -> tuple[SheetGrid, ...]:
    """The sheets of a workbook as they are, else lists of their figures."""
    by_sheet: dict[str, list[CellFigure]] = {}
    for one in content.figures:
        figure = CellFigure(one.observation_id, one.cell or "", one.quote, one.sentence or "")
        by_sheet.setdefault(one.sheet or "", []).append(figure)
    return _read_again(content, raw, by_sheet) or tuple(figure_list(name, own) for name, own in by_sheet.items())


def _read_again(
    content: DocumentContent, raw: Path, by_sheet: Mapping[str, Sequence[CellFigure]]
) -> tuple[SheetGrid, ...]:
    from pipelines.readers.workbook import read_workbook

    path = raw / content.row.document.partition("/")[2]
    if not path.is_file() or sha256(path.read_bytes()).hexdigest() != content.row.sha256:
        return ()
    workbook, _ = read_workbook(path, content.row.document)
    if workbook is None or not by_sheet.keys() <= {sheet.name for sheet in workbook.sheets}:
        return ()
    return tuple(sheet_grid(sheet, by_sheet.get(sheet.name, ())) for sheet in workbook.sheets if sheet.cells)


def _attributes(told: str | None) -> dict[str, str]:
    """What else is told of a source's origin, as texts."""
    values = json.loads(told) if told else {}
    return {str(name): str(value) for name, value in values.items() if value is not None}
