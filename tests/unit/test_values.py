"""A value is a frozen dataclass in all but the speed at which it is made."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from pipelines.values import value


@dataclass(frozen=True, slots=True)
class Plain:
    one: int
    other: str = "told"
    more: tuple[int, ...] = ()


@value(frozen=True, slots=True)
class Made:
    one: int
    other: str = "told"
    more: tuple[int, ...] = ()


@value(frozen=True, slots=True)
class Checked:
    one: int

    def __post_init__(self) -> None:
        if self.one < 0:
            raise ValueError(self.one)


@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, "said"), {}), ((1,), {"more": (2,)}), ((), {"one": 1, "other": "said"})]
)
def test_it_holds_what_a_frozen_dataclass_holds(given: tuple[int, str], named: dict[str, int]) -> None:
    plain, made = Plain(*given, **named), Made(*given, **named)  # type: ignore[arg-type]
    assert asdict(made) == asdict(plain)
    assert repr(made) == repr(plain).replace("Plain", "Made")
    assert hash(made) == hash(plain)
    assert [field.name for field in fields(made)] == [field.name for field in fields(plain)]


def test_it_is_equal_to_its_copies_and_can_be_sent_to_another_process() -> None:
    made = Made(1, more=(2,))
    assert made == Made(1, more=(2,)) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made))
    assert replace(made, one=3) == Made(3, more=(2,)) != made


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Made(1).one = 2  # type: ignore[misc]
    assert not hasattr(Made(1), "__dict__")


def test_it_is_checked_when_it_is_made() -> None:
    assert Checked(1).one == 1
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, "a", (), 4), {}), ((1,), {"unknown": 1})])
def test_fields_that_lack_or_that_it_does_not_have_are_refused(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        Made(*given, **named)  # type: ignore[arg-type]


def test_what_may_change_is_refused() -> None:
    with pytest.raises(TypeError, match="frozen"):
        value(frozen=False, slots=True)(Plain)


def test_a_field_that_needs_a_factory_is_refused() -> None:
    class Listed:
        all: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="factories"):
        value(frozen=True, slots=True)(Listed)
