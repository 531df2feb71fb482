"""All administrative places in their versions, by name and by code; loaded once from places.csv.

A version is a place as it was from one day to another: codes are reused, names move, so neither alone is a key.
Which place a text means is decided in resolution.py.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from pipelines.places.names import name_key
from pipelines.vocabulary import VocabularyError, read_table
from pipelines.vocabulary.loader import FOLDER, Members

#: The first snapshot of the source; earlier times take the versions of this day.
FIRST_DAY = date(2021, 11, 1)
_LAST_DAY = date(9999, 12, 31)


class PlaceVersion(NamedTuple):
    """A place from `valid_from` to the day before `valid_to`; level 1 province, 2 district, 3 commune."""

    level: int
    code: str
    name: str
    full_name: str
    parent_code: str
    valid_from: date
    valid_to: date

    def valid_on(self, day: date) -> bool:
        """Whether this version holds on a day (before the first snapshot: on its first day)."""
        return self.valid_from <= max(day, FIRST_DAY) < self.valid_to


@dataclass(frozen=True, slots=True)
class PlaceTypeRow:
    """place_types.csv: a type of place, its levels and how it is written."""

    type: str
    levels: Members
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceAliasRow:
    """place_aliases.csv: another name of a place; `preferred` where it is the one to show."""

    alias: str
    level: int
    code: str
    preferred: Literal["yes"] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Place versions by name key, by (level, code), by the code of what they lie in; names written without spaces.

    `openings` holds the first syllable of each name key, with the syllables of the longest name that it opens.
    """

    by_name: Mapping[str, tuple[PlaceVersion, ...]]
    by_code: Mapping[tuple[int, str], tuple[PlaceVersion, ...]]
    by_parent: Mapping[str, tuple[PlaceVersion, ...]]
    compact: Mapping[str, str]
    openings: Mapping[str, int]
    longest: int

    def named(self, key: str) -> tuple[PlaceVersion, ...]:
        """The versions with a name key (names.name_key), of all days."""
        return self.by_name.get(key, ())

    def parent(self, version: PlaceVersion, day: date) -> PlaceVersion | None:
        """The place that a version lies in on a day: a commune in its district, since 2025-07-01 in its province."""
        for level in range(version.level - 1, 0, -1):
            for other in self.by_code.get((level, version.parent_code), ()):
                if other.valid_on(max(day, version.valid_from)) and len(other.code) == len(version.parent_code):
                    return other
        return None


@lru_cache(maxsize=1 << 14)
def places_above(version: PlaceVersion, day: date) -> tuple[PlaceVersion, ...]:
    """The places that a version lies in on a day, the nearest first."""
    above = gazetteer().parent(version, day)
    return () if above is None else (above, *places_above(above, day))


@cache
def gazetteer() -> Gazetteer:
    """Load all places; under 100 ms. Raises VocabularyError where the file is broken."""
    by_name: dict[str, list[PlaceVersion]] = {}
    by_code: dict[tuple[int, str], list[PlaceVersion]] = {}
    by_parent: dict[str, list[PlaceVersion]] = {}
    aliases = read_table("place_aliases.csv", PlaceAliasRow)
    preferred = {(row.level, row.code): row.alias for row in aliases if row.preferred}
    keys: dict[str, str] = {}  # half of the names are borne by several versions
    for version in (_shown(version, preferred) for version in _versions()):
        key = keys.get(version.name)
        if key is None:
            key = keys[version.name] = name_key(version.name)
        by_name.setdefault(key, []).append(version)
        by_code.setdefault((version.level, version.code), []).append(version)
        by_parent.setdefault(version.parent_code, []).append(version)
    for row in aliases:
        versions = by_code.get((row.level, row.code))
        if versions is None:
            problem = f"no place of level {row.level} has code {row.code}; see places.csv"
            raise VocabularyError(FOLDER / "place_aliases.csv", None, "code", problem)
        by_name.setdefault(name_key(row.alias), []).extend(versions)
    compact = {key.replace(" ", ""): key for key in by_name if " " in key}
    openings = dict.fromkeys(compact, 1)
    for key in by_name:
        opening = key.partition(" ")[0]
        openings[opening] = max(openings.get(opening, 0), key.count(" ") + 1)
    return Gazetteer(
        {key: tuple(dict.fromkeys(versions)) for key, versions in by_name.items()},
        {key: tuple(versions) for key, versions in by_code.items()},
        {code: tuple(versions) for code, versions in by_parent.items()},
        compact,
        openings,
        max(openings.values()),
    )


def _shown(version: PlaceVersion, preferred: Mapping[tuple[int, str], str]) -> PlaceVersion:
    """A version under the name that is preferred for its place; "Phường 07" is "Phường 7", "Ia H' Drai" "Ia H'Drai"."""
    written = version.name.lstrip("0") if version.name.isdecimal() else version.name.replace("' ", "'")
    name = preferred.get((version.level, version.code), written if written != version.name else None)
    if name is None:
        return version
    return version._replace(name=name, full_name=version.full_name.replace(version.name, name))


def _versions() -> Iterator[PlaceVersion]:
    """The rows of places.csv; plain tuples, since 15,400 validated rows would slow every start."""
    path = FOLDER / "places.csv"
    days = {"": _LAST_DAY}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        number = 1
        for number, row in enumerate(rows, start=2):
            try:
                level, code, name, full_name, parent, first, last = row
                for day in (first, last):
                    if day not in days:
                        days[day] = date.fromisoformat(day)
                if not first:
                    raise ValueError("valid_from is empty")
                yield PlaceVersion(int(level), code, name, full_name, parent, days[first], days[last])
            except ValueError as error:
                raise VocabularyError(path, number, None, f"{error}; the columns are those of row 1") from None
    if number == 1:
        raise VocabularyError(path, None, None, "the file has no rows; restore it from version control")


@cache
def place_types() -> Mapping[str, tuple[int, ...]]:
    """The levels of each written form of a type word, longest form first."""
    forms = {
        form: tuple(int(level) for level in row.levels)
        for row in read_table("place_types.csv", PlaceTypeRow)
        for form in row.forms
    }
    return dict(sorted(forms.items(), key=lambda item: -len(item[0])))
