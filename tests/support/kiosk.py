"""The kiosk in a browser: touching what is on its screen, letting time pass."""

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from support.sites import NO_WORKER

UPRIGHT, ACROSS, TABLET, SMALL = (1080, 1920), (1920, 1080), (1280, 800), (720, 1000)
HONEY, MAT, COFFEE = (
    "mat-ong-hoa-ca-phe",
    "chieu-coi-bai-boi-xanh",
    "ca-phe-rang-moc-buon-suong-som",
)


def screen(
    chromium: Browser, size: tuple[int, int] = UPRIGHT, scheme: str = "light", fine: float = 1
) -> BrowserContext:
    """A touch screen of so many pixels a point: fewer take smaller photos, and less time."""
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=fine,
        has_touch=True,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    context.add_init_script(NO_WORKER)
    return context


def opened(page: Page, address: str, state: str = "") -> None:
    """Open the kiosk, in a view if ``state`` names one, and wait until it stands."""
    page.goto("about:blank")
    page.goto(f"{address}kiosk/index.html{state}")
    if state:
        expect(page.locator("#view > *").first).to_be_visible()
    else:
        resting(page)


def resting(page: Page) -> None:
    """The show runs."""
    expect(page.locator(".scene.is-on")).to_have_count(1)
    expect(page.locator("#show")).to_be_visible()
    expect(page.locator("#sheet")).to_be_hidden()


def touched(page: Page) -> None:
    """Touch the screen while the show runs."""
    page.locator(".show-open").tap()
    expect(page.locator(".hello h1")).to_be_visible()


def typed(page: Page, *keys: str) -> None:
    """Touch keys of the keyboard, each by its name."""
    for key in keys:
        page.locator(f'.key[data-key="{key}"]').tap()


QUICK = """
window.pace = 1;
const later = setTimeout.bind(window);
window.setTimeout = (call, wait, ...rest) => later(call, (wait || 0) / window.pace, ...rest);
"""
"""Lets the page's time run ``pace`` times as fast."""

_VISITS = """async (visits) => {
  const all = (path) => document.querySelectorAll(path);
  const one = (path) => document.querySelector(path);
  const until = async (what) => {
    for (const end = performance.now() + 30000; performance.now() < end; ) {
      const found = what();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error("waits in vain: " + what);
  };
  const press = async (path, at = 0) => (await until(() => all(path)[at])).click();
  const show = one("#show");

  async function comes(number) {
    window.pace = 10;
    await press("#show:not([hidden]) .show-open");
    await press(".gate", number % 6);
    await press(".view-list .goods");
    await until(() => one(".qr-code"));
    await press(".way-find");
    for (const sign of ["tra", "mat", "gao"][number % 3]) await press(`[data-key="${sign}"]`);
    await until(() => one(".find-said").textContent.includes("sản phẩm"));
  }

  async function goes() {
    window.pace = 1000;
    dispatchEvent(new Event("keydown")); // the last touch
    await until(() => !show.hidden);
    let scenes = 0;
    for (; scenes < 28; scenes++) {
      const last = one(".scene.is-on");
      await until(() => one(".scene.is-on") !== last);
    }
    return scenes;
  }

  let seen = 0;
  for (const number of visits) {
    await comes(number);
    seen += await goes();
  }
  return seen;
}"""
"""Visitors who touch, look and type, and go; after each the show runs for almost four minutes."""


def visited(page: Page, visitors: range) -> int:
    """Let visitors come and go, five minutes each; return how many scenes there were."""
    seen: int = page.evaluate(_VISITS, list(visitors))
    return seen


def heap(page: Page, devtools: CDPSession) -> tuple[int, int]:
    """Bytes that scripts hold and nodes that there are, once all that can be let go is gone.

    A picture that still loads keeps the view that it stood in: so the least of a few rounds.
    """
    found = []
    for _ in range(12):
        page.evaluate("() => new Promise(requestAnimationFrame)")
        devtools.send("HeapProfiler.collectGarbage")
        used = devtools.send("Runtime.getHeapUsage")["usedSize"]
        found.append((int(used), int(devtools.send("Memory.getDOMCounters")["nodes"])))
    return min(used for used, _ in found), min(nodes for _, nodes in found)
