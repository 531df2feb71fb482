"""The places that labels and titles name, and the place of a total. STUB until pipelines.places matches names."""

from collections.abc import Iterable, Sequence

from pipelines.model import Place
from pipelines.tables.words import clean, folded, region_level

_TYPES = {
    "tỉnh": 1.0, "thành phố": 1.0, "huyện": 2.0, "quận": 2.0, "thị xã": 2.0, "xã": 3.0, "phường": 3.0, "thị trấn": 3.0,
}  # fmt: skip


def place_level(label: str) -> float | None:
    """How high the place of a label lies: country 0, region 0.5, province 1, district 2, commune 3; None if unknown."""
    region = region_level(label)
    if region is not None:
        return region
    plain = folded(label)
    return next((level for word, level in _TYPES.items() if plain.startswith(word + " ")), None)


class TablePlaces:
    """The places of one table: those that its rows and columns name, and the one that it is about as a whole."""

    def __init__(self, titles: Sequence[str], labels: Iterable[str]) -> None:
        self._titles = titles
        self.whole = next((p for p in map(self._title, titles) if p), None)

    def _title(self, text: str) -> Place | None:
        plain = folded(text)
        for word in ("huyện", "tỉnh", "xã"):
            at = plain.find(word + " ")
            if at >= 0:
                return Place(clean(text)[at:].title(), None, int(_TYPES[word]))
        return None

    def of(self, label: str) -> Place | None:
        """The place that a label is; None where it is something else."""
        level = place_level(label)
        return Place(clean(label), None, int(level)) if level is not None and level >= 1 else None
