"""Words in Python that are looked for in folded text are folded themselves.

Folding moves tone marks ("kế hoạch" becomes "kế họach"), so that a plain literal with "oạ" or "uý" is never found.
Words belong into vocabularies, which are folded when they are read; the few in Python are held here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipelines
from pipelines.orthography import fold

ROOT = Path(pipelines.__file__).parent
#: Where unfolded text is looked at or shown: the folding itself, explanations for people, text as a cell shows it.
UNFOLDED = {"orthography/normal.py", "quality/explanations.py", "tables/wording/times.py", "tables/wording/words.py"}
_LETTERS = re.compile(r"o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")


def unfolded(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The lower-case literals that folding would change, but docstrings and what is given to `fold`."""
    passed = {
        id(inside)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and "fold" in {node.id for node in ast.walk(call) if isinstance(node, ast.Name)}
        for inside in ast.walk(call)
    }
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed | docstrings:
            text = node.value
            if _LETTERS.search(text) and text == text.lower() and fold(text) != text:
                yield node.lineno, text


@pytest.mark.parametrize("source", ["X = ('kế hoạch',)", "X = re.compile('khoảng')"])
def test_a_literal_that_is_never_found_is_noticed(source: str) -> None:
    assert list(unfolded(ast.parse(source)))


@pytest.mark.parametrize("source", ["X = fold('kế hoạch')", "X = tuple(map(fold, ('khoảng', 'quý')))", "'''quý'''"])
def test_what_is_folded_or_explained_is_not(source: str) -> None:
    assert not list(unfolded(ast.parse(source)))


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_words_in_python_are_folded(path: Path) -> None:
    if str(path.relative_to(ROOT)) not in UNFOLDED:
        assert list(unfolded(ast.parse(path.read_text(encoding="utf-8")))) == []
