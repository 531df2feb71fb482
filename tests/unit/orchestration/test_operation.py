"""operation.yaml: what an installation changes of it holds, and what cannot be meant is refused in words."""

import pytest

from pipelines.orchestration.assembly import build_definitions
from pipelines.orchestration.operation import OperationError, read_operation
from pipelines.warehouse.settings import Settings
from tests.unit.orchestration.projects import PARTS, operate


def test_an_installation_names_only_what_it_changes(settings: Settings) -> None:
    before = read_operation(settings)
    operate(settings, "cron: '30 4 * * 1'\nowner: so-lieu@example.org\n")

    after = read_operation(settings)

    assert (after.cron, after.owner) == ("30 4 * * 1", "so-lieu@example.org")
    assert after.time_zone == before.time_zone == "Asia/Ho_Chi_Minh"


def test_an_empty_file_changes_nothing(settings: Settings) -> None:
    before = read_operation(settings)
    operate(settings, "# nothing yet\n")

    assert read_operation(settings) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("corn: '0 6 * * *'", "corn: Unexpected keyword argument", id="a misspelt key"),
        pytest.param("retries: often", "retries: Input should be a valid integer", id="a word for a number"),
        pytest.param("seconds_between_looks: 0", "seconds_between_looks: Input should be greater", id="no pause"),
        pytest.param("owner: somebody", "owner: String should match", id="an owner that is nobody"),
        pytest.param("webhook: ftp://x", "webhook: String should match", id="a webhook of another kind"),
        pytest.param("hours_until_late: 60", "hours_until_late must be less", id="late after stale"),
        pytest.param("- cron", "not a list of keys and values", id="a list"),
        pytest.param("cron: [", "operation.yaml: while parsing", id="no YAML"),
        pytest.param("cron: every morning", "cron or time_zone", id="no cron"),
        pytest.param("time_zone: Asia/Hanoi", "cron or time_zone", id="a zone that does not exist"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(settings: Settings, text: str, said: str) -> None:
    operate(settings, text)

    with pytest.raises(OperationError, match=r"operation\.yaml") as refused:
        build_definitions(settings, PARTS)
    assert said in str(refused.value)
