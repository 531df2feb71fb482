import json
import re
from pathlib import Path
from typing import get_args

import pytest

from pipelines.evidence import rendering
from pipelines.evidence.labels import Names, Words, labels
from pipelines.model import Relation, RelationKind

TEMPLATES = Path(rendering.__file__).parent / "templates"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(Words("đúng", "holds"), '<span lang="vi">đúng</span><span lang="en">holds</span>', id="both"),
        pytest.param(Words("%", "%"), "%", id="once where they are the same"),
        pytest.param(Words("<b>", "<b>"), "&lt;b&gt;", id="escaped"),
        pytest.param(None, "", id="none"),
    ],
)  # fmt: skip
def test_words_stand_in_both_languages(words: Words | None, expected: str) -> None:
    assert rendering.both(words) == expected


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--", "\u2028", "a & b", "]]>"])
def test_json_in_a_script_cannot_end_it(hostile: str) -> None:
    told = rendering.script_json({"quote": hostile})
    assert not re.search("[<>&\u2028\u2029]", told)
    assert json.loads(told) == {"quote": hostile}


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    assert Names({}).of("unit", "xe_đạp") == Words("xe_đạp", "xe đạp")
    assert Names({}).of("unit", None) is None


def test_every_label_that_a_template_names_exists() -> None:
    named = {
        key
        for path in TEMPLATES.glob("*.jinja")
        for key in re.findall(r'(?:word|words_attribute)\((?:"[a-z-]+", )?"([a-z_.]+)"[,)]', path.read_text("utf-8"))
    }
    assert len(named) > 50
    assert sorted(named - labels().keys()) == []


def test_every_role_of_a_relation_has_a_label() -> None:
    told = (Relation.__doc__ or "").split("Roles by kind")[1].split("`exhaustive`")[0]
    by_kind = re.sub(r"\(sql[^)]*\):|\b(?:" + "|".join(get_args(RelationKind)) + r")\b", " ", told)
    roles = set(re.findall(r"[a-z_]+", by_kind))
    assert {"total", "higher", "rate_change", "denominator"} <= roles
    assert sorted({f"role.{role}" for role in roles} - labels().keys()) == []


def test_every_label_that_the_script_names_exists() -> None:
    script = (TEMPLATES / "site.js").read_text("utf-8")
    named = set(re.findall(r'word\("([a-z_.]+)"\)', script))
    assert len(named) > 5
    assert sorted(named - labels().keys()) == []


def test_no_file_of_the_site_names_another_host() -> None:
    for path in TEMPLATES.iterdir():
        hosts = set(re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8")))
        assert hosts <= {"http://", "https://", "http://www.w3.org/2000/svg"}, path.name
