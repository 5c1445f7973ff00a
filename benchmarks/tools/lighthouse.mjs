// Lighthouse on several pages with one browser: a phone, simulated slow 4G.
// Arguments, as JSON: the browser's flags, how many times slower a phone is than this machine, and
// pairs of an address and its categories.
// Prints JSON: for each page its scores by category, what costs it points, times, responses and
// the speed of the machine.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const SHIFT = "cumulative-layout-shift";
const TIMES = ["largest-contentful-paint", SHIFT, "total-blocking-time"];
const UNHURRIED = "performance";
const AT_ONCE = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 200,
  cpuQuietThresholdMs: 200,
};

const [flags, cpuSlowdownMultiplier, pages] = process.argv.slice(2).map((one) => JSON.parse(one));

const settings = (onlyCategories) => ({
  onlyCategories,
  onlyAudits: [SHIFT],
  disableFullPageScreenshot: true,
  throttling: { cpuSlowdownMultiplier },
  ...(onlyCategories.includes(UNHURRIED) ? {} : AT_ONCE),
});

const lost = ({ categories, audits }) =>
  Object.values(categories)
    .flatMap((category) => category.auditRefs.filter((one) => one.weight > 0))
    .map((one) => audits[one.id])
    .filter((audit) => audit.score !== null && audit.score < 1)
    .map((audit) => [audit.title, audit.displayValue].filter(Boolean).join(": "));

const responses = (audit) =>
  (audit?.details?.items ?? [])
    .filter((one) => !one.url.startsWith("data:"))
    .map((one) => one.transferSize ?? 0);

const read = (report) => ({
  scores: Object.fromEntries(
    Object.values(report.categories).map((one) => [one.id, Math.round(100 * one.score)]),
  ),
  lost: lost(report),
  times: Object.fromEntries(TIMES.map((id) => [id, report.audits[id]?.numericValue ?? null])),
  responses: responses(report.audits["network-requests"]),
  speed: report.environment.benchmarkIndex,
});

const browser = await launch({ chromeFlags: flags, chromePath: "/usr/bin/chromium" });
try {
  const found = [];
  for (const [address, categories] of pages) {
    const options = { port: browser.port, logLevel: "silent" };
    const wanted = { extends: "lighthouse:default", settings: settings(categories) };
    const { lhr } = await lighthouse(address, options, wanted);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    found.push(read(lhr));
  }
  process.stdout.write(JSON.stringify(found));
} finally {
  browser.kill();
}
