"""All definitions of a project put together, so that the UI, the terminal and tests run the same on other folders."""

from collections.abc import Callable
from dataclasses import dataclass

import dagster as dg

from pipelines.orchestration.automation import automation
from pipelines.orchestration.checks import contract_checks
from pipelines.orchestration.operation import read_operation
from pipelines.orchestration.pages import pages
from pipelines.orchestration.project import PROJECT, project_resource
from pipelines.orchestration.publication import publishing
from pipelines.orchestration.sources import raw_files, reading
from pipelines.orchestration.suites import expectation_checks, quality_builders, quality_suites
from pipelines.orchestration.tables import Builders, tables
from pipelines.quality.suites import Suite
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.events import Progress, silent
from pipelines.warehouse.reading import Extractor
from pipelines.warehouse.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """What of the definitions may be exchanged: by the terminal to hear of progress, by tests to read and fill less.

    `progress` hears what the steps tell, besides the log of the run; `builders` fill the tables of other rooms;
    `suites` gives what is expected of the tables; `extractor` reads a source, the project's own reader where there is
    none; without `pages` none are written.
    """

    progress: Progress = silent
    builders: Builders = quality_builders
    suites: Callable[[Settings], tuple[Suite, ...]] = quality_suites
    extractor: Extractor | None = None
    pages: bool = True


def build_definitions(settings: Settings | None = None, parts: Parts | None = None) -> dg.Definitions:
    """The definitions of a project, that of the checkout where none is named.

    Raises WarehouseError where sql/, a suite or operation.yaml cannot be used.
    """
    settings, parts = settings or Settings.of(), parts or Parts()
    operation = read_operation(settings)
    catalogue = Catalogue(settings.sql)
    suites = parts.suites(settings)
    checks = [contract_checks(catalogue, operation)]
    if suites:
        checks.append(expectation_checks(suites, catalogue, operation))
    made = dg.Definitions(
        assets=[
            raw_files(operation),
            reading(operation, parts.extractor),
            tables(catalogue, settings, operation, parts.builders),
            publishing(catalogue, settings, operation),
            *([pages(operation)] if parts.pages else []),
        ],
        asset_checks=checks,
        resources={PROJECT: project_resource(settings, parts.progress)},
        executor=dg.in_process_executor,
    )
    return dg.Definitions.merge(made, automation(settings, operation))
