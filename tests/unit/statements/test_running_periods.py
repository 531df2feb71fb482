"""Which time runs on to the figures behind it, and which is only that of its own sentence, clause or bracket."""

import pytest

from tests.unit.statements.relations import told_by_october


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Tính đến ngày 30/9/2018, huyện có 12.400 thẻ BHYT. Mức đóng hiện nay là 702.000 đồng/người/năm.\n"
            "Xã Ia Broăi có 3.120 thẻ.",
            "3.120 thẻ",
            "2018-09-30",
            id="behind what is so today by rule",
        ),
        pytest.param(
            "Trong 3 năm 2015 - 2017, huyện được cấp 90 tỷ đồng. Đến 30/11/2017, đã giải ngân 81 tỷ đồng.\n"
            "Về dự án hạ tầng, các xã đã xây dựng 84 công trình.",
            "84 công trình",
            "2015/2017",
            id="a word that begins like one for a ceremony names no day",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, xã sắp xếp chỗ ở cho 143 hộ. Như vậy, vẫn còn 93 hộ chờ bố trí.",
            "93 hộ",
            "2018-10-12",
            id="what is left today of what several years have changed",
        ),
        pytest.param(
            "Năm 2017, xã mở 4 lớp. Tháng trước, 18 lao động đi làm. Tuy nhiên, vẫn còn 61,5% hộ nghèo.",
            "61,5%",
            "2018-10-12",
            id="what is left today, told behind a month",
        ),
        pytest.param(
            "Đến nay, 92,3% hộ dùng nước sạch. Riêng 6 tháng đầu năm 2018, tỉnh đấu nối cho 3.190 hộ.\n"
            "Còn 19 xã chưa có nước sạch.",
            "19 xã",
            "2018-10-12",
            id="months singled out hold for their paragraph",
        ),
        pytest.param(
            "Đầu năm 2018, xã có 120 hộ nghèo.\nXã cấp 856 thẻ BHYT cho người nghèo.",
            "856 thẻ",
            "2018",
            id="the day on which a year began holds for its paragraph",
        ),
        pytest.param(
            "Năm 2017, huyện Mai Sơn được giao 42,6 tỷ đồng. Đến hết tháng 1/2018 đã giải ngân 40,1 tỷ đồng. Huyện dạy"
            " nghề cho 512 lao động.",
            "512 lao động",
            "2017",
            id="up to when the money of a year was spent",
        ),
        pytest.param(
            "Đầu năm 2017 huyện có 4.120 hộ nghèo; qua rà soát tháng 11/2017, số hộ nghèo giảm 518 hộ, còn 3.602 hộ.",
            "518 hộ",
            "2017",
            id="the fall told by a review in the last months is of the year",
        ),
        pytest.param(
            "Qua rà soát tháng 4/2017, số hộ nghèo giảm 518 hộ, còn 3.602 hộ.",
            "518 hộ",
            "2017-04",
            id="not one told by a month amid it",
        ),
        pytest.param(
            "Năm 2018, huyện giải ngân 12 tỷ đồng.\n“Vốn tháng 7 mới về”, ông Bình nói.\nHuyện mở 14 lớp nghề.",
            "14 lớp",
            "2018",
            id="a month told in a sentence without figures",
        ),
        pytest.param(
            "Huyện công bố kết quả điều tra hộ nghèo áp dụng cho giai đoạn 2018 - 2020. Toàn huyện có 3.302 hộ nghèo.",
            "3.302 hộ",
            "2018-10-12",
            id="years that have hardly begun",
        ),
        pytest.param(
            "Đến cuối năm 2017, xã còn 28,03% hộ nghèo. Cuối năm 2016, tỷ lệ là 32,45%, như vậy một năm giảm 4,42%.",
            "4,42%",
            "2017",
            id="the change from a level of the year before, told second",
        ),
        pytest.param(
            "Đến cuối năm 2017, xã còn 28,03% hộ nghèo. Cuối năm 2016, tỷ lệ là 32,45%, tức là giảm 4,42%. Xã có 103 hộ"
            " thoát nghèo.",
            "103 hộ",
            "2017",
            id="what follows such a change",
        ),
        pytest.param(
            "Cuối năm 2017, xã còn 2.476 hộ nghèo. Cuối năm 2016, con số ấy là 3.116 hộ. Vậy trong năm giảm 640 hộ.",
            "640 hộ",
            "2017",
            id="the change in a sentence of its own, behind both levels",
        ),
        pytest.param(
            "Cuối năm 2017, xã còn 2.476 hộ nghèo. Cuối năm 2014, con số ấy là 3.116 hộ. Như vậy xã giảm 640 hộ.",
            "640 hộ",
            "2015/2017",
            id="the change of several years",
        ),
        pytest.param(
            "Giai đoạn 2011 - 2015, xã được cấp 28 tỷ đồng. Đến nay, đã giải ngân 27 tỷ đồng.\n"
            "Từ nguồn vốn này, xã xây 12 công trình.",
            "12 công trình",
            "2011/2015",
            id="what was done with money is of the time of the money",
        ),
        pytest.param(
            "Năm 2017, xã nghèo thuộc Chương trình 135. Tỷ lệ hộ nghèo tại các thôn thuộc chương trình đầu năm 2016 là"
            " 52,6%.",
            "52,6%",
            "2016-01-01",
            id="a day behind a programme's name",
        ),
        pytest.param(
            "Đến 30/9/2018, xã có 9 tổ. Trong 9 tháng, xã cho vay 9 tỷ đồng. Nợ quá hạn hiện ở mức 238 triệu đồng.",
            "238 triệu đồng",
            "2018-09-30",
            id="today as of the day told before",
        ),
        pytest.param(
            "Tính đến ngày 10/10/2018, xã khởi công 64 căn nhà. Đến nay, 40 căn đã hoàn thành.",
            "40 căn",
            "2018-01-01/2018-10-10",
            id="until now as of the day told in the same week",
        ),
        pytest.param(
            "Tính đến ngày 10/10/2018, xã có 64 hộ khá.\nĐến nay, xã còn 40 hộ nghèo.",
            "40 hộ",
            "2018-10-12",
            id="until now in another paragraph",
        ),
        pytest.param(
            "Kế hoạch vốn năm 2018 là 90 tỷ đồng; giải ngân đến ngày 30/9/2018 được 41 tỷ đồng.\n"
            "Tỷ lệ giải ngân của xã Sơn Hà là 52%.",
            "52%",
            "2018-09-30",
            id="a day behind what was planned runs on",
        ),
        pytest.param(
            "Giai đoạn 2014 - 2017, xã đưa 96 người đi làm việc ở nước ngoài. Năm 2016 ít đi là do dịch bệnh. Có 40"
            " lao động vay vốn.",
            "40 lao động",
            "2014/2017",
            id="the year of a cause does not run on",
        ),
        pytest.param(
            "Năm 2012 xã có 112 ha quế; nay là 340 ha. Ngoài quế, xã có 54 ha chè.",
            "54 ha",
            "2018-10-12",
            id="what is so today goes on behind history",
        ),
        pytest.param(
            "Từ 3 mô hình ngày đầu thành lập, đến nay xã có 1.200 hộ còn dư nợ.",
            "1.200 hộ",
            "2018-10-12",
            id="today behind a founding",
        ),
        pytest.param(
            "Trong 7 tháng năm 2018, huyện đưa 96 người đi.\nXã Đông có 34 người đi. Cuối năm 2016, hộ nghèo ở đây là"
            " 53,9%.\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2018-01/2018-07",
            id="a look back amid a paragraph does not run on",
        ),
        pytest.param(
            "Trong 7 tháng năm 2018, huyện đưa 96 người đi.\nCuối năm 2016, hộ nghèo ở xã Đông là 53,9%."
            "\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2018-01/2018-07",
            id="nor does one that is all of a paragraph, where months of a year are reported on",
        ),
        pytest.param(
            "Năm 2018, huyện đưa 96 người đi.\nCuối năm 2016, hộ nghèo ở xã Đông là 53,9%.\nXã có 34 hộ khá.",
            "34 hộ",
            "2016-12-31",
            id="but what opens a paragraph does, where a year is",
        ),
        pytest.param(
            "Năm 2017, huyện có 712 hộ thoát nghèo.\nHuyện được giao 96 tỷ đồng; đến 30/11/2017 giải ngân 44 tỷ đồng."
            "\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2017",
            id="the day on which money was spent is no time of the year's other work",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng. Riêng năm 2017 chi 11,8 tỷ đồng."
            "\nHuyện đã xây dựng 68 công trình.",
            "68 công trình",
            "2013/2017",
            id="one of several years singled out",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nRiêng năm 2017 chi 11,8 tỷ đồng."
            "\nHuyện đã xây dựng 68 công trình.",
            "68 công trình",
            "2017",
            id="one of several years that has a paragraph of its own",
        ),
        pytest.param(
            "Cuối năm 2016, huyện có 86 hộ nghèo; đến cuối năm 2017 còn 41 hộ.\nHuyện có 34 hộ khá.",
            "34 hộ",
            "2017-12-31",
            id="the later of two times told together runs on",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nHuyện có 34 hộ khá. Năm 2016, huyện mở thêm 18 lớp nghề."
            "\nHuyện đưa 96 người đi.",
            "96 người",
            "2013/2017",
            id="one of several years told amid a paragraph",
        ),
        pytest.param(
            "Đến 20/8/2018, huyện làm 96 căn nhà. Lũ đầu tháng 8 làm hư hại 23 căn.\nXã Đông làm 34 căn nhà.",
            "34 căn nhà",
            "2018-01-01/2018-08-20",
            id="the month of a flood told amid a paragraph",
        ),
        pytest.param(
            "Năm 2017, thu nhập là 9,6 triệu đồng, tăng từ 3,9 triệu đồng/năm (2010). Huyện mở 18 lớp nghề.",
            "18 lớp",
            "2017",
            id="a year in a bracket runs on to nothing",
        ),
        pytest.param(
            "Chương trình 135 giai đoạn II (2013 - 2017) ở huyện có 68 công trình; đến nay 61 công trình đã bàn giao."
            "\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2013/2017",
            id="what is so today ends no programme",
        ),
        pytest.param(
            "Năm 2016, huyện có 86 hộ nghèo, năm 2019 phấn đấu còn 12 hộ.\nHuyện có 34 hộ nghèo là người cao tuổi.",
            "34 hộ",
            "2016",
            id="what is planned for later overtakes nothing",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết. Giai đoạn 2011 - 2015, huyện làm 12 cầu.\n"
            "Dịp này, 14 tập thể được khen. Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2011/2015",
            id="the day of an event does not run on",
        ),
        pytest.param(
            "Huyện báo cáo kết quả năm 2016. Kế hoạch vốn được giao là 86 tỷ đồng; lũy kế giải ngân đến 31/01/2017 được"
            " 79 tỷ đồng.\nHuyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="the day up to which a year's money is paid out ends no year",
        ),
        pytest.param(
            "Năm 2016, huyện được giao 86 tỷ đồng.\nĐến ngày 31/01/2017, kho bạc giải ngân 79 tỷ đồng.\n"
            "Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="the same in a paragraph of its own",
        ),
        pytest.param(
            "Năm 2018, huyện được giao 38 tỷ đồng. Đến ngày 30/9 giải ngân 33 tỷ đồng.\nHuyện mở 7 lớp nghề.",
            "7 lớp",
            "2018",
            id="how far a year's plan had come by a day is no time of what follows",
        ),
        pytest.param(
            "Năm 2016, huyện còn 900 hộ nghèo.\nSố hộ phát sinh chủ yếu do mưa lũ hồi cuối tháng 6 và do tách hộ.\n"
            "Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="when a cause was is no time of what follows",
        ),
        pytest.param(
            "Từ đầu năm 2018 đến nay, quỹ tiếp nhận 42 tỷ đồng.\nRiêng tại lễ phát động ngày 15-9, các đơn vị ủng hộ"
            " 9 tỷ đồng.\nTừ nguồn quỹ, các xã xây 428 căn nhà.",
            "428 căn nhà",
            "2018-01-01/2018-10-12",
            id="a day within what is reported on holds for its paragraph",
        ),
        pytest.param(
            "Năm 2018, huyện giao 42 tỷ đồng.\nNgày 15-9, tại xã Lùng Tám, đoàn trao 90 suất quà.\nMỗi hộ nhận thêm một"
            " bao gạo; 15 hộ nhận chăn.",
            "15 hộ",
            "2018-09-15",
            id="but what is done on a day of the year that runs goes on",
        ),
        pytest.param(
            "Cuối năm 2017, huyện còn 900 hộ nghèo.\nTrong 3 năm (2015 - 2017), huyện được phân bổ 48 tỷ đồng. Từ nguồn"
            " vốn này, đã có 32 công trình đưa vào sử dụng.",
            "32 công trình",
            "2015/2017",
            id="a plan whose time is over dates what was done by it",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện đầu tư 90 tỷ đồng. Cuối năm 2013 có 900 hộ nghèo, cuối năm 2017 còn 400 hộ.\n"
            "Trong giai đoạn này, huyện mở 84 lớp nghề.",
            "84 lớp",
            "2013/2017",
            id="years told by their names are this term, not those between two ends of years",
        ),
        pytest.param(
            "Năm 2018, tổng nguồn vốn giao cho huyện là 68 tỷ đồng. Đến hết tháng 9, huyện đã giải ngân 61 tỷ đồng, đạt"
            " 90%. Từ các nguồn này, huyện làm 28 công trình.",
            "28 công trình",
            "2018",
            id="what was done with money of a year is of that year",
        ),
        pytest.param(
            "Năm 2018, tổng nguồn vốn giao cho huyện là 68 tỷ đồng. Đến hết tháng 9, huyện đã giải ngân 61 tỷ đồng, đạt"
            " 90%. Huyện làm 28 công trình.",
            "28 công trình",
            "2018-01/2018-09",
            id="but what is told without a word for the money is of what was told last",
        ),
        pytest.param(
            "Tính đến ngày 30/9/2018, tỉnh xây 900 nhà.\n- Căn cứ Quyết định số 412/QĐ-UBND ngày 28/02/2018 phê duyệt"
            " danh sách, tỉnh còn 3.258 hộ nghèo.",
            "3.258 hộ",
            "2018-02-28",
            id="a list stands as of the day on which it was approved",
        ),
        pytest.param(
            "Tính đến ngày 30/9/2018, tỉnh còn 900 hộ nghèo.\n- Căn cứ Quyết định số 412/QĐ-UBND ngày 28/02/2018 về mức"
            " hỗ trợ, tỉnh còn 3.258 hộ cận nghèo.",
            "3.258 hộ",
            "2018-09-30",
            id="but no other figure is of the day of a paper",
        ),
        pytest.param(
            "Tính đến ngày 30/9/2018, tỉnh còn 900 hộ nghèo.\nĐầu năm 2018, tỉnh còn 3.258 hộ nghèo.\n- Phân theo nhóm:"
            " 1.290 hộ nghèo Thái.",
            "1.290 hộ",
            "2018-01-01",
            id="a line that divides what the one before told is of its time",
        ),
        pytest.param(
            "Tính đến ngày 30/9/2018, tỉnh còn 900 hộ nghèo.\nNăm 2017, 597 hộ thoát nghèo.\n- Chia theo xã: xã Pà Cò"
            " có tỷ lệ hộ nghèo 37%.",
            "37%",
            "2018-09-30",
            id="but not of a year in which something happened",
        ),
    ],
)
def test_what_runs_on(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote) == (period, "actual")
