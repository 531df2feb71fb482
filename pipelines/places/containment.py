"""Whether one place lies in another, by the gazetteer; a name that it does not know is taken for a smaller place."""

from functools import lru_cache

from pipelines.model import Place
from pipelines.places.gazetteer import gazetteer, place_types
from pipelines.vocabulary.roles import CUES

_COUNTRY, _COMMUNE = 0, 3
_COUNTED = CUES.pattern(r"(?:\d+|[Cc]ác|[Nn]hững) (<administrative_unit>)\b")


@lru_cache(maxsize=4096)
def lies_in(inner: Place, outer: Place) -> bool:
    """Whether `inner` is a part of `outer` and not the same place.

    A place without a code (an ambiguous commune, "các huyện nghèo") is told by name alone; in a text about a province
    or a district it is one of its own, unless its level says otherwise.
    """
    if inner.name == outer.name or outer.level is None:
        return False
    if outer.level == _COUNTRY:
        return inner.level != _COUNTRY
    if inner.level is not None and inner.level <= outer.level:
        return False
    if outer.level == _COMMUNE and inner.name[:1].isupper():
        return False  # a bare name beside a commune is another commune; "ấp Ba Trạch" says that it is smaller
    if inner.code is None or inner.level is None or outer.code is None:
        return True
    return _under(inner.level, inner.code, outer.level, outer.code)


@lru_cache(maxsize=4096)
def is_of_group(inner: Place, group: Place) -> bool:
    """Whether a named place is of the level of a group that is told by its number: a district, of "7 huyện nghèo"."""
    counted = _COUNTED.match(group.name) if group.code is None and group.level is None else None
    return counted is not None and inner.code is not None and inner.level in place_types().get(counted[1], ())


def _under(level: int, code: str, outer_level: int, outer_code: str) -> bool:
    """Whether any version of a place lay in the other: texts go on naming places by what they were."""
    known = gazetteer()
    above = {
        parent
        for version in known.by_code.get((level, code), ())
        if (parent := known.parent(version, version.valid_from)) is not None
    }
    while above:
        if any((version.level, version.code) == (outer_level, outer_code) for version in above):
            return True
        above = {parent for version in above if (parent := known.parent(version, version.valid_from)) is not None}
    return False
