"""What a single label or heading may name as a place: its type word, its levels, the versions that bear its name.

Which of several places it is, is settled in readings/places.py together with the other labels of its table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.orthography import fold, without_diacritics
from pipelines.places.gazetteer import PlaceTypeRow, PlaceVersion, gazetteer
from pipelines.places.mentions import PlaceTrapRow
from pipelines.places.names import folded_key
from pipelines.tables.wording.words import (
    clean,
    first_word,
    folded,
    region_level,
    roles_of,
    without_office,
    without_total,
)
from pipelines.vocabulary import read_table

_TAIL = re.compile(r"\s*[(,;–-]\s*")
_VILLAGE = re.compile(
    r"(?:thôn|bản|ấp|buôn|bon|làng|xóm|sóc|phum|khóm|plei|tổ dân phố|tdp|khu phố)\s+\S|(?:khối|tổ)\s+\d"
)
_LONGEST_NAME = 60
_VOWELS = frozenset("aeiouy")
_CODE = re.compile(r"[(\[]\s*(\d{2,5})\s*[)\]]")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What a label may be as a place: the levels that its type word allows, the versions that bear its name.

    `parent` is the name key of a place told behind it ("huyện Tuyên Hóa (Quảng Bình)"), `code` one in brackets.
    """

    levels: tuple[int, ...]
    versions: tuple[PlaceVersion, ...]
    parent: str | None = None
    code: str | None = None

    @property
    def is_typed(self) -> bool:
        """Whether a type word says that it is a place."""
        return bool(self.levels)


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word as written ("tx."), with the type that it stands for and its levels."""

    form: str
    type: str
    levels: tuple[int, ...]

    def narrowed(self, versions: tuple[PlaceVersion, ...]) -> tuple[PlaceVersion, ...]:
        """The places of the type, if any of those of one name is: "huyện Sơn Tây" is not the town of that name."""
        return tuple(one for one in versions if fold(one.full_name).startswith(self.type)) or versions


@cache
def type_words() -> tuple[TypeWord, ...]:
    """Type words as written, with the type and its levels, the longest first."""
    words = [
        TypeWord(fold(form), fold(row.type), tuple(map(int, row.levels)))
        for row in read_table("place_types.csv", PlaceTypeRow)
        for form in row.forms
    ]
    return tuple(sorted(words, key=lambda word: -len(word.form)))


@lru_cache(maxsize=1 << 15)
def named_place(label: str) -> NamedPlace | None:
    """What a whole label names as a place; None where it is something else, or a village.

    An office is named by its place ("PGD Đắk Hà", "Hội sở tỉnh (TP Kon Tum)"), and so is a total of one that is told
    with its type word ("Cộng xã Mai Sơn").
    """
    plain = folded(label)
    of_total = without_total(label)
    if of_total != plain and (named := _named_place(of_total)) is not None and named.is_typed:
        return named
    named = _named_place(without_office(plain).strip("() ")) or _named_place(plain)
    unknown = named is not None and not named.versions
    return None if unknown and not _is_written_as_name(label) else named


def _is_written_as_name(label: str) -> bool:
    """Whether the words behind a type word begin with capitals and can be spoken.

    "Xã Tân Lập", but neither "Xã đạt chuẩn" nor "TT GDNN-GDTX".
    """
    _, name = _without_type(folded(label))
    shown = clean(label)[-len(name) :]
    if not shown[:1].isalpha():
        return True
    return shown[:1].isupper() and not _VOWELS.isdisjoint(without_diacritics(name.split()[0]))


@lru_cache(maxsize=1 << 15)
def _named_place(plain: str) -> NamedPlace | None:
    """What a folded name, with or without a type word, names."""
    if _phrases().match(plain):  # "Xã hội hóa" is where money comes from
        return None
    code = _CODE.search(plain)
    head, *tail = _TAIL.split(_CODE.sub("", plain).strip(" .:*"), maxsplit=1)
    word, name = _without_type(head)
    levels = word.levels if word else ()
    if not name or len(name) > 40:
        return None
    if tail and word is None:
        whole = named_place_of_hyphenated(plain)
        if whole is not None:
            return whole
    key = folded_key(name)
    found = typed_versions(key, levels) if levels else versions_named(key)
    if word is not None:  # a commune and a town of one name may lie side by side
        found = word.narrowed(found)
    if word is not None and not found and tail:  # a name with a hyphen of its own: "TP. Phan Rang - Tháp Chàm"
        found = typed_versions(folded_key(_without_type(plain)[1]), levels)
        if found:
            return NamedPlace(levels, found, None, code[1] if code else None)
    if not found and not (levels and _is_name(name)):
        return None
    parent = folded_key(_without_type(tail[0].strip(" )"))[1]) if tail and tail[0].strip(" )") else None
    return NamedPlace(levels, found, parent, code[1] if code else None)


def is_typed_place(label: str) -> bool:
    """Whether a label is a known place told with its type word: "H. Duyên Hải", not "H. Kinh phí"."""
    named = named_place(label)
    return named is not None and named.is_typed and bool(named.versions)


def is_village(label: str) -> bool:
    """Whether a label names a village, hamlet or quarter, which the gazetteer does not hold."""
    return bool(_VILLAGE.match(folded(label))) and len(label) <= _LONGEST_NAME


@cache
def _phrases() -> re.Pattern[str]:
    """The phrases in which a type word is none: "trợ giúp xã hội thường xuyên" names no commune of Hội Thương."""
    forms = [
        fold(form) for row in read_table("place_traps.csv", PlaceTrapRow) if row.kind == "phrase" for form in row.forms
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)")


def without_phrases(plain: str) -> str:
    """A folded text with slashes for the phrases in which a type word is none."""
    return _phrases().sub(lambda match: "/" * len(match[0]), plain)


def headings_of_places(paths: Iterable[Sequence[str]]) -> frozenset[str]:
    """The texts of heading paths that may be names of places.

    A bare name stands among others: "Trung bình" between "Bền vững" and "Kém hiệu quả" is no commune of that name.
    """
    found: set[str] = set()
    for texts in _beside(paths):
        named = {text: one for text in texts if (one := named_place(text)) is not None}
        others = sum(1 for text in texts if text not in named and not roles_of(text) and region_level(text) is None)
        found.update(text for text, one in named.items() if one.is_typed or len(named) > others)
    return frozenset(found)


def headings_of_villages(paths: Iterable[Sequence[str]]) -> frozenset[str]:
    """The texts of heading paths that name villages: several beside each other, "Bản Noọng Dẻ" and "Bản Pà Ca".

    A lone "Thôn đặc biệt khó khăn" says of what kind the villages are that it counts.
    """
    found: set[str] = set()
    for texts in _beside(paths):
        named = {text for text in texts if is_village(text) and _has_name(text)}
        others = sum(1 for text in texts if text not in named and not roles_of(text))
        if len(named) > max(1, others):
            found |= named
    return frozenset(found)


def _has_name(label: str) -> bool:
    """Whether the word behind a type word is a name or a number: "Thôn Bản Pắc", "Thôn 2", no "Thôn ĐBKK"."""
    return any(word[:1].isdigit() or word.istitle() for word in clean(label).split()[1:2])


def _beside(paths: Iterable[Sequence[str]]) -> Iterable[set[str]]:
    """The texts of heading paths that stand beside each other."""
    beside: dict[tuple[str, ...], set[str]] = {}
    for path in paths:
        for level, text in enumerate(path):
            beside.setdefault(tuple(path[:level]), set()).add(text)
    return beside.values()


def named_place_of_hyphenated(plain: str) -> NamedPlace | None:
    """A name with a hyphen of its own: "Phan Rang - Tháp Chàm", "Bà Rịa - Vũng Tàu"."""
    found = versions_named(folded_key(plain))
    return NamedPlace((), found) if found else None


@cache
def _unaccented() -> Mapping[str, tuple[PlaceVersion, ...]]:
    """The versions by their names without diacritics, and by those written together as well."""
    found: dict[str, list[PlaceVersion]] = {}
    for key, versions in gazetteer().by_name.items():
        plain = without_diacritics(key)
        for spelling in dict.fromkeys((plain, plain.replace(" ", ""))):
            found.setdefault(spelling, []).extend(versions)
    return {key: tuple(dict.fromkeys(versions)) for key, versions in found.items()}


@lru_cache(maxsize=1 << 15)
def typed_versions(key: str, levels: tuple[int, ...]) -> tuple[PlaceVersion, ...]:
    """The versions of some levels with a name key, one without diacritics if it is the only place so called.

    "huyện Mù Cang Chải" is listed as Mù Căng Chải, "xã Đạ M'Rông" as Đạ M' Rong; only a type word before it lets a
    name be misspelt.
    """
    found = tuple(version for version in versions_named(key) if version.level in levels)
    if found or " " not in key:
        return found
    plain = without_diacritics(key)
    for spelling in (plain, plain.replace(" ", "")):
        alike = tuple(version for version in _unaccented().get(spelling, ()) if version.level in levels)
        if alike:
            return alike if len({(version.level, version.code) for version in alike}) == 1 else ()
    return ()


def versions_named(key: str) -> tuple[PlaceVersion, ...]:
    """The versions with a name key, written together ("Đakrông", "EaBar") or apart ("Đa Krông", "Ea Bar")."""
    places = gazetteer()
    together = key.replace(" ", "")
    apart = places.compact.get(together, key)
    return tuple(dict.fromkeys((*places.named(key), *places.named(together), *places.named(apart))))


@cache
def _type_words_by_first_word() -> dict[str, list[TypeWord]]:
    words: dict[str, list[TypeWord]] = {}
    for word in type_words():
        words.setdefault(first_word(word.form), []).append(word)
    return words


def _without_type(plain: str) -> tuple[TypeWord | None, str]:
    """The type word before a name, and the name; of several the longest with which it is known.

    "Huyện Cù Lao Dung" is the district of that name, and no "huyện cù lao" called Dung.
    """
    told = [*_types_before(plain)]
    known = (one for one in told if len(told) > 1 and typed_versions(folded_key(one[1]), one[0].levels))
    return next(known, told[0] if told else (None, plain))


def _types_before(plain: str) -> Iterator[tuple[TypeWord, str]]:
    """The type words before a name, the longest first, each with what it leaves."""
    for word in _type_words_by_first_word().get(first_word(plain), ()):
        if plain.startswith(word.form) and len(plain) > len(word.form):
            rest = plain[len(word.form) :]
            if rest[0] in " ." or word.form.endswith("."):
                yield word, rest.lstrip(" .")


def _is_name(name: str) -> bool:
    """Whether the words behind a type word may be a name that the gazetteer does not hold: few, no class, no unit.

    "XÃ KHU VỰC III", "Xã ĐBKK" tell of what kind communes are.
    """
    if "place_class" in roles_of(name):
        return False
    return len(name.split()) <= 4 and not any(letter.isdigit() and len(name) > 3 for letter in name)


def place_level(label: str) -> float | None:
    """How high the place of a label lies: country 0, region 0.5, province 1, district 2, commune 3; None if unknown.

    A bare name that is a province and a district is taken for the province.
    """
    region = region_level(label)
    if region is not None:
        return region
    named = named_place(label)
    if named is None:
        return None
    return float(min([version.level for version in named.versions] or named.levels))
