"""Templates to HTML. Everything is escaped unless a template's own markup; words come in both languages at once.

Both languages stand in every page and a style shows one, so that the switch needs no second page and a page without
script is readable.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipelines.evidence import addresses
from pipelines.evidence.labels import Words, labels

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(template: str, root: str, **context: object) -> str:
    """A page from a template. `root` leads from the page to the folder of the site: "" or "../"."""
    return _environment().get_template(template).render(root=root, **context)


def both(words: Words | None) -> Markup:
    """Words in both languages, each in an element of its own; once where they are the same."""
    if words is None:
        return Markup("")
    if words.vi == words.en:
        return escape(words.vi)
    return Markup('<span lang="vi">{}</span><span lang="en">{}</span>').format(words.vi, words.en)


def word(key: str, **fields: object) -> Markup:
    """A label of labels.csv in both languages, its {fields} filled."""
    words = labels()[key]
    return both(words.filled(**fields) if fields else words)


def subject(mart: str) -> Markup:
    """The name of a subject, else its code: a new mart needs no new label."""
    return both(labels().get(f"mart.{mart}", Words(mart, mart)))


def attribute(name: str, key: str) -> Markup:
    """An attribute in Vietnamese that the script replaces by the English words: aria-label, placeholder."""
    words, told = labels()[key], name if name.startswith("data-") else f"data-{name}"
    return Markup('{0}="{2}" {1}-vi="{2}" {1}-en="{3}"').format(name, told, words.vi, words.en)


def script_json(value: object) -> Markup:
    """A value as JSON that is safe inside a script element, whatever texts are in it."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return Markup(plain.translate(_ESCAPES))


def thousands(number: int) -> str:
    """A count with dots between thousands, as in Vietnamese.

    >>> thousands(15400)
    '15.400'
    """
    return f"{number:,}".replace(",", ".")


def _plain(value: object) -> Any:
    if isinstance(value, Words):
        return [value.vi, value.en]
    raise TypeError(f"{type(value).__name__} is no JSON")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipelines.evidence", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    shared: Mapping[str, Any] = {
        "both": both,
        "word": word,
        "subject": subject,
        "words_attribute": attribute,
        "script_json": script_json,
        "Words": Words,
        "address": addresses,
    }
    environment.globals.update(shared)
    environment.filters["thousands"] = thousands
    return environment
