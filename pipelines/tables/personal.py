"""Household lists with names and identity numbers: recognised so that they are refused, never read.

A form of persons (of the poverty review the last two forms, of the policy bank the borrower lists) holds personal
data in the sense of Decree 13/2023/NĐ-CP. Nothing of such a sheet may be kept, printed or logged, so what is reported
is the sheet's number and the role of the column, no content.
"""

import re
from collections.abc import Iterator, Sequence

from pipelines.orthography import fold
from pipelines.readers.persons import IDENTITY_NUMBER, looks_like_name
from pipelines.tables.sheets.grid import EMPTY, TEXT, Grid
from pipelines.tables.structure.blocks import Block
from pipelines.tables.structure.columns import sample_of
from pipelines.tables.structure.row_classes import RowClasses
from pipelines.tables.wording.words import roles_of

#: The code of the one Problem by which a workbook that lists persons is refused.
PERSONAL = "workbook_personal"
_HEADER_ROWS = 200  # rows among which the headings of a list are looked for
_LOOKED_AT = 60  # cells under a heading that are looked at
_NAMES_TELL = 0.6  # the share of cells that look like names where no heading says so
_FEWEST = 5
_FEWEST_OF_TABLE = 3
_MIDDLE_NAMES = frozenset({"văn", "thị"})
_MIDDLE_TELL = 0.3
_SHORTEST = 7  # characters of a number that identifies a person
#: A count of a column that is headed by what bears such numbers: "Số thẻ BHYT (thẻ)" over 272.843 or 272843.
_COUNT = re.compile(r"\d{1,7}(?:[.,]\d+)?|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")


def personal_data(grid: Grid, blocks: Sequence[Block]) -> str | None:
    """What kind of personal data a sheet lists ("names", "identity numbers"), or None.

    A heading that asks for an identity number is enough where long numbers stand under it, one that asks for names
    where words do. Otherwise a column of names is, if nothing says that places or things are called so, and without
    headings one beside a column of identity numbers.
    """
    for row, column, roles in _headings(grid, blocks):
        below = range(row + 1, min(row + _LOOKED_AT, grid.height) + 1)
        filled = [under for under in below if grid.kind(under, column) != EMPTY]
        if "personal_identity" in roles and _are_numbers_of_persons([grid.text(under, column) for under in filled]):
            return "identity numbers"
        if "personal_name" in roles and sum(grid.kind(under, column) == TEXT for under in filled) * 2 > len(filled):
            return "names"
    return "names" if _has_unheaded_names(grid) or any(_lists_names(grid, block) for block in blocks) else None


def _lists_names(grid: Grid, block: Block) -> bool:
    """Whether a column of a table holds full names, whatever it is called ("Hộ gia đình", "Người vay", "Tổ viên").

    Streets, wards and schools are called after persons too; their headings say so. Where no heading speaks of persons
    the names must be such as only persons mostly bear, with Văn or Thị in the middle.
    """
    rows = sample_of(range(block.first, block.last + 1))
    for column in range(1, min(grid.width, 60) + 1):
        texts = [grid.text(row, column) for row in rows if grid.kind(row, column) == TEXT]
        names = [text for text in texts if looks_like_name(text)]
        if len(names) < _FEWEST_OF_TABLE or len(names) <= len(texts) * _NAMES_TELL:
            continue
        roles = {role for row in block.header for role in roles_of(grid.text(row, column))}
        if "named_thing" in roles:
            continue
        of_persons = sum(1 for name in names if _MIDDLE_NAMES & set(fold(name).split()[1:-1]))
        if "person_heading" in roles or of_persons > len(names) * _MIDDLE_TELL:
            return True
    return False


def _headings(grid: Grid, blocks: Sequence[Block]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The cells that head a column with a personal role: row, column, roles."""
    classes = RowClasses(grid)
    rows = {row for row in range(1, min(grid.height, _HEADER_ROWS) + 1) if classes[row] == "header"}
    rows.update(row for block in blocks for row in (*block.header, *block.repeated))
    for row in sorted(rows):
        for column in grid.filled(row):
            roles = roles_of(grid.text(row, column))
            if roles & {"personal_name", "personal_identity"}:
                yield row, column, roles


def _are_numbers_of_persons(texts: Sequence[str]) -> bool:
    """Whether some cells under such a heading are long numbers or words, not counts of cards."""
    bare = [text.replace(" ", "") for text in texts]
    told = sum(1 for text in bare if len(text) >= _SHORTEST and not _COUNT.fullmatch(text.lstrip("+-")))
    return told * 4 > len(texts)


def _has_unheaded_names(grid: Grid) -> bool:
    """Whether a column of full names stands beside one of identity numbers, whatever their headings say."""
    rows = range(1, min(grid.height, _HEADER_ROWS) + 1)
    names = identities = False
    for column in range(1, min(grid.width, 60) + 1):
        texts = [grid.text(row, column) for row in rows if grid.kind(row, column) != EMPTY]
        if len(texts) < _FEWEST:
            continue
        names = names or sum(map(looks_like_name, texts)) > len(texts) * _NAMES_TELL
        told = sum(1 for text in texts if IDENTITY_NUMBER.fullmatch(text.replace(" ", "")))
        identities = identities or told > len(texts) * _NAMES_TELL
    return names and identities
