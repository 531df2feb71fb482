"""Web pages: the main text as trafilatura finds it, under the page's title; what the page says of itself beside it.

Offsets are into this text, which is kept and shown; the page itself stays in raw/.
"""

from datetime import date

from pipelines.readers.plain import take_plain
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.taken import DocumentLimits, TakenText

#: A date beyond these is a slip of the page. They are given, since the library would ask the clock for today.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-01-01"}


def take_web(content: bytes, limits: DocumentLimits) -> TakenText:
    """The main text of a page. Raises DocumentRefusedError where there is none."""
    from trafilatura import bare_extraction, html2txt
    from trafilatura.settings import Document as Page

    source = take_plain(content, limits)
    page = bare_extraction(
        source.text,
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    text = (page.text if isinstance(page, Page) else None) or html2txt(source.text)
    if not text.strip():
        raise DocumentRefusedError("document_without_text", "the page holds no text; it may load it by script")
    if not isinstance(page, Page):
        return TakenText(text, source.encoding, source.damaged)
    return TakenText(
        text if not page.title or page.title in text[: len(page.title) * 3] else f"{page.title}\n\n{text}",
        source.encoding,
        source.damaged,
        title=page.title,
        author=page.author,
        publisher=page.sitename,
        published=date.fromisoformat(page.date) if page.date else None,
    )
