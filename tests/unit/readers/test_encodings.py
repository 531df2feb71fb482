"""Bytes to text: marks, Unicode with and without them, legacy encodings, damage, and bytes that are no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.readers.encodings import decode
from tests.unit.orthography.test_legacy import SENTENCE, encoded

CP1258 = "Có 155 hộ nghèo vay vốn".encode("cp1258", "ignore")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(SENTENCE.encode(), "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8", id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16-le", id="UTF-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be", id="UTF-16, big end first"),
        pytest.param(SENTENCE.encode("utf-16-le"), "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "utf-32-le", id="UTF-32"),
        *(
            pytest.param(encoded(SENTENCE, name).encode("latin-1"), name, id=name)
            for name in ("TCVN3", "VNI", "VISCII")
        ),
    ],
)
def test_the_same_sentence_in_every_encoding(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.damaged) == (SENTENCE, encoding, 0)


def test_a_few_damaged_bytes_are_counted_and_the_rest_is_read() -> None:
    content = (SENTENCE * 10).encode()
    decoded = decode(content[:5] + b"\xff" + content[5:])
    assert decoded is not None
    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)
    assert decoded.text.count("�") == 1
    assert decoded.text.replace("�", "") == SENTENCE * 10


def test_what_windows_wrote_is_read() -> None:
    decoded = decode(CP1258)
    assert decoded is not None
    assert "155 h" in decoded.text


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 400, b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 50]
)
def test_bytes_that_are_no_text(content: bytes) -> None:
    assert decode(content) is None


@given(st.binary(max_size=400))
def test_no_bytes_break_the_decoder(content: bytes) -> None:
    decoded = decode(content)
    assert decoded is None or isinstance(decoded.text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_unicode_without_marks_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff")
