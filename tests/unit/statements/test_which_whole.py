"""Of which of several figures another is told as a part."""

import pytest

from tests.unit.statements.relations import parts_of

WHOLES = [
    pytest.param(
        "Huyện Nà Hang có 12 xã và 1 thị trấn, trong đó 5 xã biên giới.",
        ["5 xã < 12 xã"],
        id="communes among communes, not among the town told last",
    ),
    pytest.param(
        "Huyện Nà Hang có 11 xã và 1 thị trấn; trong đó có 9 xã khu vực III, 1 thị trấn khu vực I.",
        ["9 xã < 11 xã", "1 thị trấn < 1 thị trấn"],
        id="each among those of its noun",
    ),
    pytest.param(
        "Huyện dựng 64 nhà, còn thiếu 16 căn, trong đó xã Hòa An 9 căn.",
        ["9 căn < 16 căn"],
        id="of the nearest where that is as many",
    ),
    pytest.param(
        "Năm nay cấp 312 thẻ cho người nghèo và 455 thẻ cho người cận nghèo, cộng 797 thẻ.",
        ["312 thẻ < 797 thẻ", "455 thẻ < 797 thẻ"],
        id="of what words say they add up to, though they do not",
    ),
]


@pytest.mark.parametrize(("text", "links"), WHOLES)
def test_which_whole(text: str, links: list[str]) -> None:
    assert parts_of(text) == links
