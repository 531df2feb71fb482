"""The places of a table: what its labels and titles name, resolved together, and the place of its totals.

Names and versions are known to pipelines.places. A table tells more than a sentence: its labels are places of one
level, mostly of one parent, which settles names that stand in several districts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from pipelines.model import Place
from pipelines.places.gazetteer import PlaceVersion, gazetteer
from pipelines.places.names import folded_key
from pipelines.tables.wording.place_names import (
    NamedPlace,
    is_village,
    named_place,
    type_words,
    typed_versions,
    versions_named,
    without_phrases,
)
from pipelines.tables.wording.words import clean, folded, region_level

#: The last day of the districts, and a day of the communes that followed (Resolution 202/2025/QH15).
_OLD_ORDER, _NEW_ORDER = date(2025, 6, 30), date(2025, 7, 1)
_WORD = re.compile(r"[\w'’]+")


class TablePlaces:
    """The places of one table: those that its rows and columns name, and the one that it is about as a whole."""

    def __init__(
        self, titles: Sequence[str], labels: Iterable[str], days: Sequence[date], villages: Iterable[str] = (),
        around: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """`titles` from the weightiest on, then lines `around` the sheet; `days` that the table speaks of, likewise.

        `villages` are headings that name some.
        """
        named = {label: named for label in dict.fromkeys(labels) if (named := named_place(label)) is not None}
        told = tuple(titles), tuple(around)
        self.day = _likeliest_day(named, told, days)
        self._whole = _titled(*told, self.day)
        self._found = _resolved(named, self._whole, self.day)
        self._found |= {heading: Place(clean(heading)) for heading in villages}
        self._others: set[str] = set()  # labels that are no places

    def of(self, label: str) -> Place | None:
        """The place that a label is; None where it is something else. Its code is null where several bear the name."""
        known = self._found.get(label)
        if known is None and label not in self._others:
            if region_level(label) is not None:
                known = self._found[label] = _region(label)
            elif is_village(label):
                known = self._found[label] = Place(clean(label))
            else:
                self._others.add(label)
        return known

    @cached_property
    def whole(self) -> Place | None:
        """The place that the table is about: that of the title, or the one that all its places lie in."""
        levels = [place.level for place in self._found.values() if place.level]
        lowest = max(levels, default=4)
        if self._whole is not None and self._names_several(self._whole.level):
            lowest = min(lowest, self._whole.level)  # a title that names two districts is about what holds both
        if self._whole is not None and self._whole.level < lowest:
            return _place(self._whole)
        shared = self._shared_parent(lowest)
        if shared is not None:
            return shared
        return _place(self._whole) if self._whole is not None else None

    def _names_several(self, level: int) -> bool:
        """Whether labels name several places of a level, so that no one of them is the whole."""
        return len({place.code for place in self._found.values() if place.level == level and place.code}) > 1

    def _shared_parent(self, level: int) -> Place | None:
        """The parent of the places of a level, if all that are known lie in one."""
        parents: Counter[PlaceVersion] = Counter()
        for place in self._found.values():
            if place.level == level and place.code is not None:
                version = _version(place)
                above = gazetteer().parent(version, self.day) if version is not None else None
                if above is not None:
                    parents[above] += 1
        return _place(next(iter(parents))) if len(parents) == 1 else None

    def of_heading(self, text: str) -> Place | None:
        """The place that a column heading names; a village only where it is told with the table's places."""
        return self._found.get(text) or (_region(text) if region_level(text) is not None else None)

    @property
    def ambiguous(self) -> list[str]:
        """The labels that name a place of which several bear the name."""
        return [label for label, place in self._found.items() if place.code is None and place.level]


def _region(label: str) -> Place:
    return Place("Việt Nam", level=0) if region_level(label) == 0 else Place(clean(label))


def _place(version: PlaceVersion) -> Place:
    return Place(version.full_name, version.code, version.level, version.valid_from)


def _version(place: Place) -> PlaceVersion | None:
    versions = gazetteer().by_code.get((place.level or 0, place.code or ""), ())
    return next((version for version in versions if version.valid_from == place.valid_from), None)


def _likeliest_day(
    named: Mapping[str, NamedPlace], titles: tuple[tuple[str, ...], tuple[str, ...]], days: Sequence[date]
) -> date:
    """The day on which the most labels are places, the title among them; the first of those that tie.

    The table's own days come before all, but for the title: a form of a district that plans for the year after its end.
    """
    candidates = dict.fromkeys([*days, _OLD_ORDER, _NEW_ORDER])

    def matched(day: date) -> tuple[int, bool]:
        titled = _titled(*titles, day) is not None
        return titled + sum(any(version.valid_on(day) for version in one.versions) for one in named.values()), titled

    return max(candidates, key=matched)  # max keeps the first


@lru_cache(maxsize=1 << 10)
def _titled(titles: tuple[str, ...], around: tuple[str, ...], day: date) -> PlaceVersion | None:
    """The innermost place that the first telling line names with its type word, else a province by its bare name.

    The other titles say where in it: "(TỈNH LÀO CAI)" under "UBND HUYỆN SI MA CAI" only tells where that lies.
    """
    whole: PlaceVersion | None = None
    for number, title in enumerate((*titles, *around)):
        if whole is not None and number >= len(titles):
            break
        typed = [one for one in _typed_in(folded(title), day) if whole is None or whole in _ancestors(one, day)]
        if typed:
            whole = max(typed, key=lambda version: version.level)
    if whole is not None:
        return whole
    for title in (*titles, *around):
        for version in _bare_provinces(folded(title), day):
            return version
    return None


def _typed_in(plain: str, day: date) -> Iterable[PlaceVersion]:
    """The places that a text names with their type words, each the longest name; ambiguous ones are left out."""
    plain = without_phrases(plain)
    words = list(_WORD.finditer(plain))
    starts = {word.start(): number for number, word in enumerate(words)}
    parents: list[PlaceVersion] = []
    for word in (one for one in type_words() if one.form in plain):
        for match in re.finditer(rf"(?<!\w)(?<!thị ){re.escape(word.form)}\s*", plain):  # no "xã" of "thị xã"
            number = starts.get(match.end())
            found = word.narrowed(_longest(plain, words, number, word.levels, day)) if number is not None else ()
            if found:
                parents += found if len(found) == 1 else _inside(found, plain, day)
    return parents


def _longest(
    plain: str, words: Sequence[re.Match[str]], number: int, levels: tuple[int, ...], day: date,
    versions_of: Callable[[str, tuple[int, ...]], tuple[PlaceVersion, ...]] = typed_versions,
) -> tuple[PlaceVersion, ...]:  # fmt: skip
    for size in range(min(gazetteer().longest, len(words) - number), 0, -1):
        key = folded_key(plain[words[number].start() : words[number + size - 1].end()])
        found = tuple(version for version in versions_of(key, levels) if version.valid_on(day))
        if found:
            return found
    return ()


def _inside(versions: Sequence[PlaceVersion], plain: str, day: date) -> list[PlaceVersion]:
    """Of several places of a name the one whose parent the same text names."""
    key = folded_key(plain)
    inside = [
        version
        for version in versions
        if (above := gazetteer().parent(version, day)) is not None and folded_key(folded(above.name)) in key
    ]
    return inside if len(inside) == 1 else []


def _bare_provinces(plain: str, day: date) -> Iterable[PlaceVersion]:
    words = list(_WORD.finditer(plain))
    for number in range(len(words) - 1):
        found = _longest(plain, words, number, (1,), day, _spelt_right)
        if len(found) == 1 and len(found[0].name.split()) > 1:
            yield found[0]


def _spelt_right(key: str, levels: tuple[int, ...]) -> tuple[PlaceVersion, ...]:
    """The versions of a name told without its type word: "diễn biến hộ nghèo" names no Điện Biên."""
    return tuple(version for version in versions_named(key) if version.level in levels)


def _resolved(named: Mapping[str, NamedPlace], whole: PlaceVersion | None, day: date) -> dict[str, Place]:
    """The place of each label, all settled together."""
    level = _common_level(named, day)
    candidates = {label: _candidates(one, level, day) for label, one in named.items()}
    if whole is not None:
        candidates = {label: _within(found, whole, day) or found for label, found in candidates.items()}
    favoured = _favoured_parents(candidates.values(), day)
    resolved: dict[str, Place] = {}
    for label, found in candidates.items():
        if whole is not None and not named[label].is_typed and _lies_elsewhere(found, whole, favoured, day):
            continue
        chosen = _settled(found, named[label], favoured, day)
        if chosen is not None:
            resolved[label] = _place(chosen)
        elif named[label].is_typed or len(found) > 1:
            levels = named[label].levels or tuple({version.level for version in found})
            resolved[label] = Place(clean(label), None, levels[0] if len(levels) == 1 else None)
    return resolved


def _lies_elsewhere(
    found: Sequence[PlaceVersion], whole: PlaceVersion, favoured: Counter[PlaceVersion], day: date
) -> bool:
    """Whether words without a type word would name one place far from the table's, with no other one beside it.

    "AN SINH, DỊCH VỤ XÃ HỘI" in a form of Hà Giang is no ward of Quảng Ninh.
    """
    higher = any(version.level <= whole.level for version in found)
    if not found or higher or _within(found, whole, day):
        return False
    return all(favoured[up] <= 1 for version in found for up in _ancestors(version, day)[:1])


def _common_level(named: Mapping[str, NamedPlace], day: date) -> int | None:
    """The level of most labels, which untyped names take if they can."""
    counts: Counter[int] = Counter()
    for one in named.values():
        levels = set(one.levels) or {version.level for version in one.versions if version.valid_on(day)}
        for level in levels:
            counts[level] += 1
    best = max(counts.values(), default=0)
    return min((level for level, count in counts.items() if count == best), default=None)


def _candidates(one: NamedPlace, level: int | None, day: date) -> list[PlaceVersion]:
    found = [version for version in one.versions if version.valid_on(day)] or _ever(one.versions)
    if one.code is not None:
        coded = [version for version in found if version.code == one.code]
        found = coded or found
    if not one.levels:
        of_level = [version for version in found if version.level == level]
        highest = min((version.level for version in found), default=0)
        found = of_level or [version for version in found if version.level == highest]
    return found


def _ever(versions: Sequence[PlaceVersion]) -> list[PlaceVersion]:
    """One version a code, for places that were no more, or not yet, on the day."""
    return list({version.code: version for version in versions}.values())


def _within(found: Sequence[PlaceVersion], whole: PlaceVersion, day: date) -> list[PlaceVersion]:
    return [version for version in found if whole in _ancestors(version, day) or version == whole]


@lru_cache(maxsize=1 << 15)
def _ancestors(version: PlaceVersion, day: date) -> tuple[PlaceVersion, ...]:
    above: list[PlaceVersion] = []
    parent = gazetteer().parent(version, day)
    while parent is not None:
        above.append(parent)
        parent = gazetteer().parent(parent, day)
    return tuple(above)


def _favoured_parents(candidates: Iterable[Sequence[PlaceVersion]], day: date) -> Counter[PlaceVersion]:
    """How many labels may lie in each parent."""
    counts: Counter[PlaceVersion] = Counter()
    for found in candidates:
        counts.update({above for version in found for above in _ancestors(version, day)})
    return counts


def _settled(
    found: Sequence[PlaceVersion], one: NamedPlace, favoured: Counter[PlaceVersion], day: date
) -> PlaceVersion | None:
    """The one version that a label means: the only one, the one under the parent told, the one among its neighbours."""
    if len(found) == 1:
        return found[0]
    if one.parent:
        told = [
            version
            for version in found
            if any(folded_key(folded(up.name)) == one.parent for up in _ancestors(version, day))
        ]
        if len(told) == 1:
            return told[0]
    support = {version: max((favoured[up] for up in _ancestors(version, day)[:1]), default=0) for version in found}
    best = [version for version in found if support[version] == max(support.values())]
    return best[0] if len(best) == 1 and support[best[0]] > 1 else None
