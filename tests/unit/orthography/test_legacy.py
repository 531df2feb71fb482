"""Legacy encodings: a text written in one is known by its syllables, undone, and led back to its source."""

import csv
from pathlib import Path

import pytest

import pipelines.orthography
from pipelines.orthography import normalise, undo_legacy

FILE = Path(pipelines.orthography.__file__).with_name("legacy_encodings.csv")
SENTENCE = "Năm 2022, toàn huyện có 155 hộ nghèo được vay vốn, tổng dư nợ đạt 25.796 triệu đồng"
ENCODINGS = ("TCVN3", "VNI", "VISCII")


def encoded(text: str, encoding: str) -> str:
    """A Unicode text in a legacy encoding, as characters of Latin-1."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["encoding"] == encoding]
    letters = {row["letter"]: "".join(chr(int(code, 16)) for code in row["written"].split()) for row in rows}
    return "".join(letters.get(letter, letter) for letter in text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_legacy_text_is_put_into_unicode(encoding: str) -> None:
    undone = undo_legacy(encoded(SENTENCE, encoding))
    assert undone is not None
    assert (undone.encoding, undone.text) == (encoding, SENTENCE)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_offsets_lead_back_to_the_legacy_text(encoding: str) -> None:
    source = encoded(SENTENCE, encoding)
    normal = normalise(source)
    start = normal.text.index("155 hộ")
    first, last = normal.span(start, start + len("155 hộ nghèo"))
    assert source[first:last] == encoded("155 hộ nghèo", encoding)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE, id="Unicode"),
        pytest.param("155 ho ngheo, 25.796 trieu dong", id="without diacritics"),
        pytest.param("Le Vietnam a réduit la pauvreté: 155 ménages, élèves, forêts", id="French"),
        pytest.param("Größe der Fläche: 155 m², Straße, Häuser für Schüler", id="German"),
        pytest.param("", id="empty"),
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert undo_legacy(text) is None
