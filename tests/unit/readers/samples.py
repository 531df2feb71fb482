"""Small files of each format, made here so that a test shows what is in them."""

import io
import zipfile
from collections.abc import Sequence

SENTENCE = "Năm 2022, huyện Bạch Thông có 416 hộ nghèo vay vốn, dư nợ 25.796 triệu đồng."


def word(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A Word file with paragraphs and, behind them, a table."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(lines: Sequence[str], password: str = "") -> bytes:
    """A PDF of one page with these lines (ASCII), locked where a password is given."""
    from pypdf import PdfReader, PdfWriter

    shown = "\n".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("ascii")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    if not password:
        return bytes(out)
    writer = PdfWriter(PdfReader(io.BytesIO(bytes(out))))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def archive(unpacked: int) -> bytes:
    """A small .docx-like archive that unpacks to so many bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * unpacked)
    return out.getvalue()


WEB = f"""<!DOCTYPE html><html lang="vi"><head><title>Huyện Bạch Thông giảm nghèo</title>
<meta property="article:published_time" content="2023-02-14T08:00:00+07:00"><meta name="author" content="M.A"></head>
<body><nav><a href="/">Trang chủ</a> <a href="/x">Tin 99 tỷ đồng</a></nav>
<article><h1>Huyện Bạch Thông giảm nghèo</h1><p>{SENTENCE} {SENTENCE} {SENTENCE}</p>
<p>Các xã tiếp tục rà soát, hỗ trợ hộ nghèo phát triển sản xuất, nâng cao thu nhập trong thời gian tới.</p></article>
<script>var so = "777 hộ";</script><footer>Điện thoại: 0209 999 999</footer></body></html>"""
