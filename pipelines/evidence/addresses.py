"""Where a page lies in the site, and the place of a figure in it: the one module that names paths of pages.

Paths are relative to the folder of the site, with forward slashes, and follow from keys alone, so that links from
elsewhere (the UI, an alert) can be made without the pages. All pages but the first lie one folder deep.
"""

import re
from unicodedata import combining, normalize

from pipelines.keys import key_of

FIRST_PAGE = "index.html"
SEARCH_PAGE = "search.html"
CHANGES_PAGE = "changes.html"
CHECKS_PAGE = "checks/index.html"
INDICATORS_PAGE = "indicators/index.html"
_READABLE = 60  # characters of a name that a file name repeats
_UNSAFE = re.compile(r"[^a-z0-9]+")
_UNSAFE_IN_IDENTIFIER = re.compile(r"[^a-z0-9._-]+")


def document_page(document: str) -> str:
    """The page of a document: its readable name with a hash of its path, since two may read alike.

    >>> document_page("raw/articles/Giảm nghèo.txt")[:24]
    'documents/giam-ngheo-txt'
    """
    return f"documents/{_readable(document.rpartition('/')[2])}-{key_of('page', document)[:8]}.html"


def documents_page(number: int) -> str:
    """The page of the list of documents with this number; the first is the first page of the site."""
    return FIRST_PAGE if number == 1 else f"documents-{number}.html"


def figure_anchor(observation_id: str) -> str:
    """The name of a figure's place in the page of its document."""
    return f"o-{observation_id}"


def figure_address(document: str, observation_id: str) -> str:
    """The page of a document at one of its figures."""
    return f"{document_page(document)}#{figure_anchor(observation_id)}"


def relation_kind_page(kind: str) -> str:
    """The page of all relations of one kind."""
    return f"checks/{_identifier(kind)}.html"


def suite_page(suite: str) -> str:
    """The page of the expectations of one suite; each expectation is an anchor of its own name in it."""
    return f"expectations/{_identifier(suite)}.html"


def indicator_page(indicator: str) -> str:
    """The page of one indicator."""
    return f"indicators/{_identifier(indicator)}.html"


def folded(text: str) -> str:
    """Lower case without diacritics, đ as d: how a search compares.

    >>> folded("Đà Nẵng")
    'da nang'
    """
    letters = normalize("NFD", text.lower().replace("đ", "d"))
    return normalize("NFC", "".join(letter for letter in letters if not combining(letter)))


def _identifier(name: str) -> str:
    """An id of the vocabularies or the dictionary, which is plain ASCII, as the name of a file."""
    return _UNSAFE_IN_IDENTIFIER.sub("-", name.lower())


def _readable(name: str) -> str:
    return _UNSAFE.sub("-", folded(name)).strip("-")[:_READABLE].strip("-") or "page"
