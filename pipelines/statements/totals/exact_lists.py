"""Lists that their place and their numbers tell together: before their sum, and of another total than words told.

Each must add up exactly. Lists told in turn or in lines are enumerated.py; words that open a list are structure.py,
lists that nothing but numbers tells added.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.statements.lists.parts import NOT_ADDED, Lists, Part
from pipelines.statements.readings import Reading, earlier, sentence_of
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.totals.rated_parts import TELLING_DIGITS, is_plain
from pipelines.statements.wording.equations import adds_up, total_of
from pipelines.statements.wording.slips import significant_digits
from pipelines.vocabulary.roles import CUES

#: A list has at least so many parts.
_SHORTEST = 2
#: A slip is believed where chance offers one in at most this share of lists.
_RARELY = Decimal("0.1")
#: Connectives of parts that are moved to the figure that they add up to; brackets and a/b are told of their own.
_MOVED = frozenset({"consist", "of_which", "incomplete", "implied", "lines"})

#: What opens a sentence that divides a whole told before.
_DIVIDING = CUES.pattern(r"\W{0,4}<dividing>\b")

_List = tuple[Reading, list[Reading]]
#: Finds the figure that parts make up, given their total, them, and those that it may be.
_Finder = Callable[[Reading, Sequence[Reading], Sequence[Reading]], Reading | None]


def exact_lists(readings: Sequence[Reading], told: Iterable[Part]) -> list[Part]:
    """The parts of the lists found in a document, beside those `told`."""
    told = list(told)
    lists = Lists.beside(told, {part.part: part.total for part in told})
    for total, members in _sums(readings, lists.above):
        indices = [member.index for member in members]
        if lists.above.keys().isdisjoint(indices):
            lists.add(total.index, indices)
    return lists.found


def _sums(readings: Sequence[Reading], above: Mapping[int, int]) -> Iterator[_List]:
    for reading in readings:
        if reading.index == reading.clauses.figures[0].index:
            yield from _before_their_sum(sentence_of(readings, reading), above)


def _before_their_sum(sentence: Sequence[Reading], above: Mapping[int, int]) -> Iterator[_List]:
    """Figures and the sum behind them that words call one: "A 7 tỷ đồng, B 6 tỷ đồng; cộng dư nợ 13 tỷ đồng"."""
    for at, total in enumerate(sentence):
        words = total.clauses.words
        if not words.has_connective("total", total.figure.own, total.figure.start):
            continue
        run: list[Reading] = []
        for one in reversed(sentence[:at]):
            if one.counted != total.counted or one.index in above:
                if one.figure.unit in NOT_ADDED:
                    continue
                break
            run.insert(0, one)
            if len(run) > _SHORTEST and _make_up(total, run, above):
                yield total, run
                break


def _make_up(total: Reading, members: Sequence[Reading], above: Mapping[int, int]) -> bool:
    """Whether figures told alike, none of them a part yet, add up exactly to a total, by no chance."""
    return _are_alike(total, members, above) and _is_made_up(total, members)


def _are_alike(total: Reading, members: Sequence[Reading], above: Mapping[int, int]) -> bool:
    """Whether figures that are no parts yet are told as a total of many digits is."""
    alike = all(
        one.counted == total.counted
        and one.figure.unit not in NOT_ADDED
        and one.index not in above
        and one.figure.half is None
        and (one.aspect == total.aspect or {one.aspect, total.aspect}.isdisjoint(MOVES))
        for one in members
    )
    telling = significant_digits(total.figure.quantity) >= TELLING_DIGITS
    return alike and telling and len(members) >= _SHORTEST


def of_whole_lists(parts: Sequence[Part], readings: Sequence[Reading], folded: str) -> list[Part]:
    """The parts, those of a member of a list of another sentence moved to what the list makes up.

    "1.086 người đi làm việc ở nước ngoài. Thị trường chủ yếu: Đài Loan (498), …. Dẫn đầu là Phú Bình với 268 người";
    "dạy nghề cho 640 lao động. Nông nghiệp 410 người, phi nông nghiệp 230 người. Chia theo đối tượng: …".
    """
    above = {part.part: part for part in parts if part.connective in _MOVED}
    members: dict[int, list[Reading]] = {}
    lists: dict[int, list[Reading]] = {}
    for part in above.values():
        members.setdefault(part.total, []).append(readings[part.part])
    for part in parts:
        members.setdefault(part.total, [])
        lists.setdefault(part.list_number, []).append(readings[part.part])

    def goes_on(part: Part, over: Part) -> bool:
        """Whether a part behind a list is of its whole: one of many, or of what is divided again once it adds up."""
        if readings[part.part].clauses is readings[part.total].clauses:
            return False
        if part.connective == "incomplete":
            return len(members[over.total]) > _SHORTEST
        sentence = readings[part.part].clauses.sentence
        if part.connective != "consist" or _DIVIDING.match(folded, sentence.start, sentence.end) is None:
            return False
        quantities = [one.figure.quantity for one in lists[part.list_number]]
        adds_up_here = total_of(readings[part.total].figure.quantity, quantities).agrees()
        return not adds_up_here and _is_made_up(readings[over.total], lists[over.list_number])

    moved = []
    for part in parts:
        over = above.get(part.total)
        listed = over is not None and goes_on(part, over)
        listed = listed and not _is_made_up(readings[part.total], members[part.total])
        moved.append(replace(part, total=over.total) if listed and over is not None else part)
    return moved


def _is_made_up(total: Reading, members: Sequence[Reading]) -> bool:
    """Whether figures add up to a total, by whatever they are told."""
    return adds_up(total.figure.quantity, [one.figure.quantity for one in members])


def rejoined(parts: Sequence[Part], readings: Sequence[Reading]) -> list[Part]:
    """The parts, those that do not make up their total moved to the figure of their paragraph that they add up to.

    "Đến giờ có 1.028 người. Cùng kỳ năm ngoái mới 812. Nhật Bản đông nhất, 731 người; Đài Loan 233, Hàn Quốc 64."
    """
    members: dict[int, list[int]] = {}
    lists: dict[tuple[int, int], list[int]] = {}
    for part in parts:
        if part.connective in _MOVED:
            members.setdefault(part.total, []).append(part.part)
            lists.setdefault((part.total, part.list_number), []).append(part.part)
    moved: dict[int, int] = {}
    runs: list[tuple[int, list[int], _Finder]] = [(total, listed, _exactly) for total, listed in members.items()]
    runs += [(total, listed, _slipped) for (total, _), listed in lists.items()]
    for index, listed, found in runs:
        total, run = readings[index], [readings[one] for one in sorted(set(listed))]
        if len(run) <= _SHORTEST or _is_made_up(total, run) or not moved.keys().isdisjoint(listed):
            continue
        near = [one for one in earlier(readings, run[0]) if one.paragraph == run[0].paragraph and is_plain(one)]
        other = found(total, run, [one for one in near if one.status == total.status])
        if other is not None:
            moved |= {one.index: other.index for one in run}
    return [
        replace(part, total=moved[part.part]) if part.connective in _MOVED and part.part in moved else part
        for part in parts
    ]


def _exactly(_: Reading, run: Sequence[Reading], near: Sequence[Reading]) -> Reading | None:
    """The last figure that parts make up exactly."""
    return next((one for one in reversed(near) if _make_up(one, run, {})), None)


def _slipped(total: Reading, run: Sequence[Reading], near: Sequence[Reading]) -> Reading | None:
    """The only figure that parts make up but for a slip, which chance seldom offers, where no slip fits their total."""
    quantities = [one.figure.quantity for one in run]
    if total_of(total.figure.quantity, quantities).mends():
        return None
    found = [
        one
        for one in near
        if one is not total and _are_alike(one, run, {}) and total_of(one.figure.quantity, quantities).agrees(_RARELY)
    ]
    return found[0] if len(found) == 1 else None
