import re

import pytest

from pipelines.evidence.addresses import document_page, documents_page, folded, indicator_page, relation_kind_page


@pytest.mark.parametrize(
    "document",
    ["raw/a/Giảm nghèo #1?.txt", "raw/b/../x.txt", "raw/<img>.txt", "raw/corpus.jsonl#7", "raw/" + "dài " * 90, "字"],
)  # fmt: skip
def test_the_page_of_a_document_is_a_plain_name(document: str) -> None:
    assert re.fullmatch(r"documents/[a-z0-9-]{5,80}\.html", document_page(document))


def test_documents_that_read_alike_have_pages_of_their_own() -> None:
    assert len({document_page(f"raw/{name}.txt") for name in ("hộ", "ho", "a/ho", "Ho")}) == 4


def test_pages_of_ids_keep_them() -> None:
    assert relation_kind_page("part_whole") == "checks/part_whole.html"
    assert indicator_page("house.amount_grant") == "indicators/house.amount_grant.html"
    assert [documents_page(number) for number in (1, 2)] == ["index.html", "documents-2.html"]


@pytest.mark.parametrize(
    ("text", "expected"), [("Bạch Thông", "bach thong"), ("Đắk Lắk", "dak lak"), ("HỘ NGHE\u0300O", "ho ngheo")]
)
def test_search_compares_without_diacritics(text: str, expected: str) -> None:
    assert folded(text) == expected
