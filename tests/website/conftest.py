"""The built site, served on this machine, and a browser to read it with."""

import http.server
import shutil
import subprocess
import sys
import threading
from functools import partial
from urllib.parse import urlsplit

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Error, sync_playwright

from scripts.registry.load import inspect
from scripts.website.site import Addresses, Site

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SYSTEM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """Folder of the site, built as `mkdocs build --strict` builds it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    return folder


@pytest.fixture(scope="session")
def whole(root):
    """What the site of this checkout is made of."""
    return Site(inspect(root)[0], Addresses("https://atlas.example", "https://github.com/o/r"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(root, site):
    """The address of the site, in the sub-path in which it is published (404.html knows no other)."""
    path = urlsplit(load_config(str(root / "mkdocs.yml")).site_url).path
    host = site.parent / "host"
    link = host / path.strip("/")
    link.parent.mkdir(parents=True)
    link.symlink_to(site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(host))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{path}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Chromium: the system's where there is one, else Playwright's own."""
    with sync_playwright() as playwright:
        yield _launch(playwright)


def _launch(playwright):
    system = next(filter(None, map(shutil.which, SYSTEM)), None)
    if system:
        return playwright.chromium.launch(executable_path=system, args=ARGUMENTS)
    try:
        return playwright.chromium.launch(args=ARGUMENTS)
    except Error:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    try:
        return playwright.chromium.launch(args=ARGUMENTS)
    except Error as error:
        pytest.fail(
            "No browser: there is no system Chromium, and Playwright's own cannot be had or started. Run "
            "`sudo apt-get install chromium` (Debian), `sudo snap install chromium` (Ubuntu), or "
            f"`.tools/bin/uv run playwright install --with-deps chromium`.\n{error}",
            pytrace=False,
        )


@pytest.fixture
def page(browser, address):
    """A page that remembers every request it made, and every error of a script."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.requested, page.broken = [], []
    page.on("request", lambda request: page.requested.append(request.url))
    page.on("pageerror", lambda error: page.broken.append(str(error)))
    page.on("console", lambda message: page.broken.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
