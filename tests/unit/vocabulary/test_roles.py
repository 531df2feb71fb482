"""Words by the role they play: what a module asks for is in its file, and what is in the file is asked for."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import pipelines
from pipelines.quantities.connectives import connectives
from pipelines.vocabulary import VocabularyError
from pipelines.vocabulary.roles import CUES

_ROOT = Path(pipelines.__file__).parent
_NAMED = re.compile(r"(?<!\?P)<(\w+)>")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Each call in the package with what is called: "CUES.pattern", "re.compile"."""
    for path in sorted(_ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node


def _texts(call: ast.Call) -> str:
    return "".join(one.value for one in ast.walk(call) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_cue_is_asked_for_and_known() -> None:
    asked = {_texts(call) for called, call in _calls() if called == "CUES.of"}
    asked |= {role for called, call in _calls() if called == "CUES.pattern" for role in _NAMED.findall(_texts(call))}

    assert asked == set(CUES.by_role)


def test_a_role_is_named_in_no_pattern_that_does_not_know_it() -> None:
    assert [_texts(call) for called, call in _calls() if called == "re.compile" and _NAMED.search(_texts(call))] == []


@pytest.mark.parametrize("words", [CUES.of, connectives])
def test_an_unknown_role_is_told(words: Callable[[str], tuple[str, ...]]) -> None:
    with pytest.raises(VocabularyError, match=r"\.csv, column role: no row has the role 'nobody'"):
        words("nobody")


def test_the_longest_word_of_a_role_is_found_first() -> None:
    found = CUES.pattern(r"<hamlet> (?P<name>\w+)").match("tổ dân phố 4")

    assert found is not None
    assert found["name"] == "4"


def test_words_are_taken_as_they_are_written_not_as_patterns() -> None:
    assert CUES.pattern(r" <former>$").search("tỉnh ninh thuận (cũ)") is not None
    assert CUES.pattern(r" <former>$").search("tỉnh ninh thuận cũ)") is None


def test_no_word_of_a_role_stands_where_a_lookbehind_names_it() -> None:
    pattern = CUES.pattern(r"(?<!<no_settlement_before> )<settled>\b")

    assert pattern.search("quân khu, đặc khu") is None
    assert pattern.search("về khu") is not None
