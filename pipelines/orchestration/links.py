"""Addresses of the evidence pages in the UI.

The webserver of the UI serves the pages itself (webserver.py), so an address is a path of that server: the same at
every port and behind every proxy.
"""

#: Where the webserver serves the pages.
EVIDENCE = "/evidence"
#: The environment variable that tells the webserver the folder of the pages, where it is not that of the checkout.
SITE_VARIABLE = "SOLIEU_SITE"


def address(page: str) -> str:
    """The address of a page of the site in the UI.

    >>> address("checks/per_head.html")
    '/evidence/checks/per_head.html'
    """
    return f"{EVIDENCE}/{page}"
