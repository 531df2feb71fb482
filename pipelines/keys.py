"""Business keys: short hashes of what identifies a thing, never of a clock, a counter or an offset.

Two builds of the same inputs give the same keys; a word inserted elsewhere in a document changes none.
"""

from collections.abc import Iterable
from hashlib import blake2b

_SIZES = [size.to_bytes(4, "big") for size in range(256)]  # of the parts that are short, as most are
_BYTES = 10  # 80 bits: among 100 million keys a collision has a chance of one in 240 million


def key_of(kind: str, *parts: str) -> str:
    """20 hex digits for a thing of this kind with these parts; the order of parts matters, their lengths are kept.

    >>> key_of("observation", "raw/a.txt", "sheet", "C10") != key_of("observation", "raw/a.txt", "sheetC", "10")
    True
    """
    digest = blake2b(digest_size=_BYTES, person=kind.encode()[:16])
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(4, "big"))
        digest.update(data)
    return digest.hexdigest()


def cell_key(document: str, sheet: str, cell: str) -> str:
    """The key of an observation in a sheet."""
    return key_of("observation", document, sheet, cell)


def sentence_key(document: str, sentence: str, quote: str, occurrence: int) -> str:
    """The key of an observation in prose: the normalised sentence, the quote, its occurrence among equal ones."""
    return key_of("observation", document, sentence, quote, str(occurrence))


def sentence_keys(document: str, sentence: str, quotes: Iterable[tuple[str, int]]) -> list[str]:
    """The keys of many observations of one sentence, each as sentence_key gives it for a quote and its occurrence."""
    begun = _begun("observation", (document, sentence))
    keys = []
    for quote, occurrence in quotes:
        digest = begun.copy()
        for part in (quote, str(occurrence)):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(4, "big") + data)
        keys.append(digest.hexdigest())
    return keys


def statement_key(first_observation: str) -> str:
    """The key of a statement: figures told together are named by the first of them."""
    return key_of("statement", first_observation)


def relation_key(kind: str, members: Iterable[tuple[str, str]]) -> str:
    """The key of a relation: its kind and its members' (role, observation key) in their order."""
    return key_of("relation", kind, *(part for member in members for part in member))


def cell_keys(document: str, sheet: str, cells: Iterable[str]) -> list[str]:
    """The keys of many observations of one sheet, each as cell_key gives it, for a third of the time."""
    return _keys_of("observation", (document, sheet), cells)


def statement_keys(first_observations: Iterable[str]) -> list[str]:
    """The keys of many statements, each as statement_key gives it."""
    return _keys_of("statement", (), first_observations)


def _keys_of(kind: str, first: Iterable[str], last: Iterable[str]) -> list[str]:
    """The keys of things whose parts are `first` and one of `last`; what they share is hashed once."""
    begun = _begun(kind, first)
    keys = []
    for part in last:
        data = part.encode("utf-8", "surrogatepass")
        size = len(data)
        digest = begun.copy()
        digest.update((_SIZES[size] if size < 256 else size.to_bytes(4, "big")) + data)
        keys.append(digest.hexdigest())
    return keys


def _begun(kind: str, first: Iterable[str]) -> blake2b:
    """The hash of what keys of a kind share."""
    begun = blake2b(digest_size=_BYTES, person=kind.encode()[:16])
    for part in first:
        data = part.encode("utf-8", "surrogatepass")
        begun.update(len(data).to_bytes(4, "big") + data)
    return begun
