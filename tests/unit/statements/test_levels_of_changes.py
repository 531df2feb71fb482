"""Of which levels a change is told, and over how many years its average."""

import pytest

from tests.unit.statements.relations import relations_of

RELATIVES = [
    pytest.param(
        "Tổng dư nợ ủy thác đạt 2.415 tỷ đồng, chiếm 98,8% tổng dư nợ 2.444 tỷ đồng của toàn chi nhánh, tăng 131 tỷ"
        " đồng (+5,74%) so với đầu năm.",
        "change: after 2.415 tỷ đồng, difference 131 tỷ đồng, relative 5,74%",
        id="of the part, not of the whole named behind its share",
    ),
    pytest.param(
        "Tổng dư nợ đạt 2.415 tỷ đồng, tăng 131 tỷ đồng (+5,74%) so với đầu năm.",
        "change: after 2.415 tỷ đồng, difference 131 tỷ đồng, relative 5,74%",
        id="of the only level",
    ),
]


@pytest.mark.parametrize(("text", "relation"), RELATIVES)
def test_the_level_that_a_change_in_per_cent_is_of(text: str, relation: str) -> None:
    assert relation in relations_of(text)
