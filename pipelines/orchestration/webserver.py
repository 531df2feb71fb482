"""Dagster's webserver with the evidence pages beside its own: a link from the UI to a page is a link of one server.

A browser lets no page of a server open a file, so a link to the folder of the pages would lead nowhere.
`python -m pipelines.orchestration.webserver` takes the options of dagster-webserver.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dagster_webserver import app
from dagster_webserver.webserver import DagsterWebserver
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pipelines.orchestration.links import EVIDENCE, SITE_VARIABLE
from pipelines.warehouse.settings import Settings

#: What a page may do: it shows what strangers wrote, and lies beside a UI that starts runs for whoever asks.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_NOT_THERE = "There is no such page. `solieu run` and `solieu pages` write the pages of the published warehouse.\n"


class EvidencePages(StaticFiles):
    """The folder of the pages; it may come later, and be replaced while it is served."""

    def __init__(self, site: Path) -> None:
        super().__init__(directory=site, html=True, check_dir=False)
        self.config_checked = True

    async def get_response(self, path: str, scope: Any) -> Response:
        """A page, told what it may do; or that there is none."""
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            response = PlainTextResponse(_NOT_THERE, error.status_code)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["Cache-Control"] = "no-cache"
        return response


class WebserverWithEvidence(DagsterWebserver[Any, Any]):
    """The webserver of the UI, which also serves the pages."""

    def build_static_routes(self) -> list[Any]:
        """Dagster's own files, and the pages."""
        theirs: list[Any] = super().build_static_routes()  # type: ignore[no-untyped-call]
        return [Mount(EVIDENCE, EvidencePages(site_of(os.environ)), name="evidence"), *theirs]


def site_of(environment: Mapping[str, str]) -> Path:
    """The folder of the pages: the one that the environment names, else that of the checkout."""
    return Path(environment[SITE_VARIABLE]) if SITE_VARIABLE in environment else Settings.of().site


def main() -> None:
    """Serve as dagster-webserver does, with its options."""
    from dagster_webserver import cli

    setattr(app, "DagsterWebserver", WebserverWithEvidence)  # noqa: B010  # there is no way to hand it over
    cli.main()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
