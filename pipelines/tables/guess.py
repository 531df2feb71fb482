"""A sheet to its layout, by evidence: the steps from blocks over columns and rows to sums, and how sure it all is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipelines.quantities import UnitReading, unit_of
from pipelines.tables.layouts.identities import Identity, identities_of
from pipelines.tables.layouts.layout import Rows, TableLayout, rows_of
from pipelines.tables.sheets.grid import EMPTY, FIGURES, Grid, address
from pipelines.tables.structure.blocks import Block
from pipelines.tables.structure.columns import ColumnRoles, column_roles, sample_of, units_of_group
from pipelines.tables.structure.headings import Heading, headings_of
from pipelines.tables.structure.rows import TableRow, rate_rows, table_rows
from pipelines.tables.structure.unit_lines import counted_by_title, unit_line
from pipelines.tables.totals.absences import absences
from pipelines.tables.totals.column_sum_candidates import ColumnSum
from pipelines.tables.totals.column_sums import NEARLY_ALL, column_subsets, column_sums
from pipelines.tables.totals.figures import Figures, Preread, table_style
from pipelines.tables.totals.formula_structure import formula_structure
from pipelines.tables.totals.row_sum_candidates import RowSum
from pipelines.tables.totals.row_sums import row_sums
from pipelines.tables.totals.told_of import told_of_wholes
from pipelines.tables.wording.column_units import in_money_told_before, unit_choices
from pipelines.tables.wording.path_units import is_averaged, unit_of_path
from pipelines.tables.wording.place_names import place_level
from pipelines.tables.wording.units import PHRASE, UnitChoice, is_money, is_rate, unit_in
from pipelines.tables.wording.words import roles_of

#: Below this a layout yields Problems and no observations.
SURE_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class GuessedTable:
    """The layout of a table, with what was read on the way."""

    layout: TableLayout
    preread: Preread


def guess_tables(grid: Grid, blocks: Sequence[Block]) -> list[GuessedTable]:
    """The tables of a sheet, each with its layout; `blocks` are where they are (blocks.find_blocks)."""
    found: list[GuessedTable] = []
    money: UnitReading | None = None
    for block in blocks:
        tables = list(_tables(grid, block, money))
        told = unit_of(tables[-1].layout.unit or "") if tables else ()
        money = next((unit for unit in told if is_money(unit)), money)
        found += tables
    return found


@dataclass(frozen=True, slots=True)
class _Parts:
    """What has been found of a table, on the way to its layout."""

    block: Block
    headings: Mapping[int, Heading]
    roles: ColumnRoles
    rows: Sequence[TableRow]
    unit_line: str | None
    units: Mapping[int, UnitChoice]
    figures: Figures


def _tables(grid: Grid, block: Block, money: UnitReading | None) -> Iterable[GuessedTable]:
    """The tables of a block: one, or several side by side, each with its own ordinal column.

    `money` is the unit of money that the last table above told.
    """
    columns = _used_columns(grid, block)
    headings = headings_of(grid, block.header, columns)
    starts = [column for column in columns if "ordinal_heading" in roles_of(headings[column].leaf)]
    cuts = [columns[0], *starts[1:], columns[-1] + 1] if columns else []
    for left, right in pairwise(cuts):
        own = {column: heading for column, heading in headings.items() if left <= column < right}
        table = _table(grid, block, own, money)
        if table is not None:
            yield table


def _used_columns(grid: Grid, block: Block) -> list[int]:
    """The columns from the first to the last that a heading or a figure uses."""
    used: set[int] = set()
    for row in block.header:
        for column in grid.filled(row):
            used.update(range(column, min(grid.span(row, column)[1], grid.width) + 1))
    patterns = {grid.profile(row) for row in range(block.first, block.last + 1)}
    for pattern in patterns:
        used.update(column for column, kind in enumerate(pattern, start=1) if kind != EMPTY)
    return list(range(min(used), max(used) + 1)) if used else []


def _table(grid: Grid, block: Block, headings: Mapping[int, Heading], money: UnitReading | None) -> GuessedTable | None:
    rows = [row for row in range(block.first, block.last + 1) if row not in block.repeated]
    roles = column_roles(grid, headings, [row for row in rows if _has_figure(grid.profile(row))])
    if not roles.values:
        return None
    line = unit_line(grid, block)
    paths = {column: heading.path for column, heading in headings.items()}
    table_units = unit_of(line) if line else ()
    choices = unit_choices(paths, roles.values, table_units)
    if line is None and roles.unit is None and not _tell_units(choices.values()):
        line = counted_by_title(grid, block)
        table_units = unit_of(line) if line else ()
        choices = unit_choices(paths, roles.values, table_units)
    units = in_money_told_before(choices, money)
    grouped = units_of_group(headings, roles.unit, roles.values)
    whole = {  # where each row has its own unit, no column counts whole things only
        column: choice.unit.is_whole and not is_averaged(paths[column], table_units)
        and (roles.unit is None or (bool(grouped) and column not in grouped))
        for column, choice in units.items()
    }  # fmt: skip
    table = table_rows(grid, roles, rows, frozenset(block.repeated), place_level)
    figures = Figures(grid, table_style(grid, rows, roles.values), whole, rate_rows(table))
    counted = [column for column in roles.values if column not in units or not is_rate(units[column].unit)]
    table = told_of_wholes(table, figures, counted)
    layout = _layout(grid, _Parts(block, headings, roles, table, line, units, figures))
    return GuessedTable(layout, Preread(table, figures))


def _tell_units(choices: Iterable[UnitChoice]) -> bool:
    """Whether a heading tells what is counted or paid by more than a noun that it begins with."""
    return any(one.strength >= PHRASE and not is_rate(one.unit) for one in choices)


@lru_cache(maxsize=1 << 10)
def _has_figure(profile: str) -> bool:
    return any(kind in FIGURES for kind in profile)


def _layout(grid: Grid, parts: _Parts) -> TableLayout:
    """The layout of a table from its parts: what adds up, what is stated of its columns, how sure that is."""
    block, roles, rows = parts.block, parts.roles, parts.rows
    additive = _additive(parts)
    row_units = _row_units(grid, parts)
    data_rows = [row.row for row in rows if row.has_figures]
    rates = frozenset(row.row for row in rows if _is_rate_row(row, row_units))
    added_rows = [row.row for row in rows if row.has_figures and row.row not in rates]
    totals = [row.row for row in rows if row.role == "total"]
    formulas = formula_structure(grid, data_rows, roles.values, totals)
    sums, doubtful = row_sums(rows, parts.figures, list(additive), row_units, rates)
    down = _with_formula_sums(sums, formulas.row_sums)
    identities = _identities(grid, block, roles, formulas.identities)
    across = _column_sums(parts, additive, added_rows, identities)
    blank, dash = absences(grid, block, parts.figures, sums, across, identities, data_rows)
    confidence, reasons = _confidence(parts, sums, across, doubtful)
    return TableLayout(
        data=Rows(((block.first, block.last),)),
        values=roles.values,
        header=rows_of(block.header),
        index_row=block.index_row,
        title=rows_of(block.above),
        notes=rows_of(block.below),
        labels=roles.labels,
        ordinal=roles.ordinal,
        unit_column=roles.unit,
        period_column=roles.period,
        unit=parts.unit_line,
        units={column: choice.unit.printed or choice.unit.code for column, choice in parts.units.items()},
        skipped=rows_of(block.repeated),
        sections=rows_of(row.row for row in rows if row.role in ("section", "empty")),
        totals=rows_of(totals),
        groups=_groups(rows),
        row_sums={total: tuple(map(rows_of, members)) for total, members in down.items()},
        row_subsets=_row_subsets(rows),
        column_sums=_by_total(across),
        column_subsets=column_subsets(parts.headings, additive, across),
        identities=identities,
        numbers=parts.figures.style,
        blank=blank,
        dash=dash,
        confidence=confidence,
        reasons=reasons,
    )


def _column_sums(
    parts: _Parts, additive: Mapping[int, str], rows: Sequence[int], identities: Iterable[Identity]
) -> list[ColumnSum]:
    """The sums of columns over these rows; those that "5=1-2-3-4" relates already are no sum besides."""
    stated = {identity.result: frozenset(identity.columns) for identity in identities if identity.is_sum}
    related = {frozenset({identity.result, *identity.columns}) for identity in identities}
    return [
        sum_
        for sum_ in column_sums(parts.headings, additive, parts.figures, rows)
        if _adds_to_stated(sum_, stated) and ({sum_.total, *sum_.parts} not in related or _is_breakdown(parts, sum_))
    ]


def _adds_to_stated(sum_: ColumnSum, stated: Mapping[int, frozenset[int]]) -> bool:
    """Whether a sum is of a total that the form states no sum of, or divides it otherwise and nearly all rows agree.

    "3=6+9+12" over groups of households, while "Tổng | Xây mới | Sửa chữa" divides the same houses by works.
    """
    known = stated.get(sum_.total)
    return known is None or (known.isdisjoint(sum_.parts) and sum_.support.share >= NEARLY_ALL)


def _is_breakdown(parts: _Parts, sum_: ColumnSum) -> bool:
    """Whether all columns that a sum adds up are headed as what it is made up of: "Chia ra"."""
    return all(any("breakdown" in roles_of(text) for text in parts.headings[one].path[:-1]) for one in sum_.parts)


def _with_formula_sums(
    sums: Sequence[RowSum], formulas: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[tuple[int, ...], ...]]:
    """The sums of each total row: those that formulas state, but for those that leave out few of what structure names.

    A SUM that ends one row too early is an error of the sheet, which the structure's sum brings to light.
    """
    found: dict[int, tuple[tuple[int, ...], ...]] = {}
    for sum_ in sums:
        found[sum_.total] = (*found.get(sum_.total, ()), sum_.parts)
    for total, parts in formulas.items():
        known = found.get(total, ())
        if not any(set(one) > set(parts) and len(parts) * 2 > len(one) for one in known):
            found[total] = (parts, *(one for one in known if not set(one) & set(parts)))
    return dict(sorted(found.items()))


def _additive(parts: _Parts) -> dict[int, str]:
    """The columns whose figures may be added, with their unit code."""
    found = {}
    grouped = units_of_group(parts.headings, parts.roles.unit, parts.roles.values)
    for column in parts.roles.values:
        choice = parts.units.get(column)
        averaged = is_averaged(parts.headings[column].path, unit_of(parts.unit_line) if parts.unit_line else ())
        if (choice is None or not is_rate(choice.unit)) and not averaged and column not in grouped:
            found[column] = choice.unit.code if choice else ""
    return found


def _is_rate_row(row: TableRow, units: Mapping[int, str]) -> bool:
    """Whether the figures of a row are rates or averages, which no total column adds up."""
    unit = unit_in(units.get(row.row, ""))
    return bool(row.words & {"rate", "average", "norm"}) or (unit is not None and is_rate(unit))


def _row_units(grid: Grid, parts: _Parts) -> dict[int, str]:
    roles = parts.roles
    if roles.unit is None or units_of_group(parts.headings, roles.unit, roles.values):
        return {}
    return {row.row: grid.words(row.row, roles.unit) for row in parts.rows}


def _identities(grid: Grid, block: Block, roles: ColumnRoles, by_formulas: Sequence[Identity]) -> tuple[Identity, ...]:
    """What a printed index row says of the columns of values; of columns that it leaves open, what formulas say."""
    printed: tuple[Identity, ...] = ()
    if block.index_row is not None:
        cells = {column: grid.text(block.index_row, column) for column in grid.filled(block.index_row)}
        values = set(roles.values)
        printed = tuple(identity for identity in identities_of(cells) if values.issuperset(identity.columns))
    results = {identity.result for identity in printed}
    return (*printed, *(one for one in by_formulas if one.result not in results))


def _groups(rows: Sequence[TableRow]) -> dict[int, Rows]:
    found: dict[int, list[int]] = {}
    for row in rows:
        if row.parent is not None:
            found.setdefault(row.parent, []).append(row.row)
    return {parent: rows_of(under) for parent, under in found.items()}


def _row_subsets(rows: Sequence[TableRow]) -> dict[int, Rows]:
    """The rows told "trong đó", by the row with figures that they are part of."""
    by_row = {row.row: row for row in rows}
    found: dict[int, list[int]] = {}
    for row in rows:
        if row.role != "of_which" or row.parent is None:
            continue
        owner = by_row[row.parent]
        while not owner.has_figures and owner.parent is not None:
            owner = by_row[owner.parent]
        if owner.has_figures:
            found.setdefault(owner.row, []).append(row.row)
    return {owner: rows_of(parts) for owner, parts in found.items()}


def _by_total(sums: Sequence[ColumnSum]) -> dict[int, tuple[tuple[int, ...], ...]]:
    found: dict[int, list[tuple[int, ...]]] = {}
    for sum_ in sums:
        found.setdefault(sum_.total, []).append(sum_.parts)
    return {total: tuple(parts) for total, parts in found.items()}


def _confidence(
    parts: _Parts, sums: Sequence[RowSum], across: Sequence[ColumnSum], doubtful: Sequence[RowSum]
) -> tuple[float, tuple[str, ...]]:
    """How sure a layout is, from 0 to 1, and the reasons for less than 1."""
    values = parts.roles.values
    missing: list[tuple[float, str]] = []
    if not parts.block.header:
        missing.append((0.6, "no header rows"))
    bare = [column for column in values if not parts.headings[column].leaf]
    if bare and parts.block.header:
        missing.append((0.5 * len(bare) / len(values), f"no heading over {', '.join(map(_letter, bare))}"))
    if not parts.roles.labels:
        missing.append((0.3, "no column names the rows"))
    unknown = [column for column in values if column not in parts.units]
    if unknown and parts.roles.unit is None and not _rows_tell_units(parts):
        missing.append((0.2 * len(unknown) / len(values), f"no unit for {', '.join(map(_letter, unknown))}"))
    missing += [(0.1, f"row {sum_.total} is called a total and adds up nowhere") for sum_ in doubtful[:2]]
    score = 1.0
    for lack, _ in missing:
        score *= 1 - lack
    if sums or across:
        score = 1 - (1 - score) * 0.7  # figures that add up where the layout says so bear it out
    return round(score, 2), tuple(reason for _, reason in missing)


def _rows_tell_units(parts: _Parts) -> bool:
    """Whether the labels say what is counted: indicators run down, places or years across."""
    table_units = unit_of(parts.unit_line) if parts.unit_line else ()
    rows = [row for row in sample_of(parts.rows) if row.has_figures]
    told = sum(1 for row in rows if unit_of_path([row.label], table_units) is not None)
    return told * 2 > len(rows)


def _letter(column: int) -> str:
    return address(1, column)[:-1]
