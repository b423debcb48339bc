import { chromium } from 'playwright-core';
import { browser as findBrowser } from '../setup.mjs';

/** Flags for a Chromium that may run as root in a container and never looks for anything outside this machine. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/**
 * A Chromium that watches all its pages. `visit` opens one, signed in, with nothing cached, and closes it after `work`,
 * which may also ask it `isAsking()`: whether an answer of the server is waited for;
 * `findings` are console errors, exceptions, violations of the content security policy and requests outside the hub;
 * `shifts` is what moved on a page: { value, isAsked (a key or click came just before), isMoving (which asked
 * for things to move), after, what }.
 */
export async function openBrowser(hub) {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags });
  const findings = [];
  const shifts = [];

  function watch(context) {
    context.on('console', (message) => {
      if (message.type() === 'error') findings.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => findings.push(`exception: ${error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== hub.url) findings.push(`outside request: ${request.url()}`);
    });
  }

  async function visit(work) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    try {
      watch(context);
      await context.addCookies([{ ...hub.cookie, url: hub.url }]);
      await context.addInitScript(record);
      const page = await context.newPage();
      const open = new Set();
      page.on('request', (request) => open.add(request));
      for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
      page.isAsking = () => open.size > 0;
      const answer = await work(page, hub.url);
      shifts.push(...(await page.evaluate(() => globalThis.recorded.shifts)));
      return answer;
    } finally {
      await context.close();
    }
  }
  return { visit, findings, shifts, close: () => browser.close() };
}

/** Runs in every page before its own scripts: keeps what the browser tells of its work in `recorded`. */
function record() {
  const recorded = { events: [], shifts: [], tasks: [], firstRow: undefined, step: 'loading' };
  globalThis.recorded = recorded;
  const observe = (type, keep, options) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(keep));
    observer.observe({ type, buffered: true, ...options });
    return () => observer.takeRecords().forEach(keep);
  };
  const keepEvent = ({ interactionId, name, startTime, duration, processingStart, processingEnd }) =>
    interactionId > 0 &&
    recorded.events.push({ interactionId, name, startTime, duration, processingStart, processingEnd });
  const drains = [
    observe('event', keepEvent, { durationThreshold: 16 }),
    observe('first-input', keepEvent),
    observe('longtask', ({ duration }) => recorded.tasks.push(duration)),
    observe('layout-shift', ({ value, hadRecentInput, sources }) => {
      const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
        const name = node?.nodeType === 1 ? node.outerHTML : (node?.parentElement?.outerHTML ?? 'gone');
        return `${name.slice(0, 70)} ${[from.x, from.y].map(Math.round)} → ${[to.x, to.y].map(Math.round)}`;
      });
      recorded.shifts.push({
        value,
        isAsked: hadRecentInput,
        isMoving: recorded.isMoving,
        after: recorded.step,
        what: what.join('; '),
      });
    }),
  ];
  recorded.drain = () => drains.forEach((drain) => drain());
  document.addEventListener('securitypolicyviolation', (violation) => {
    console.error(`CSP violation of ${violation.effectiveDirective}: ${violation.blockedURI}`);
  });

  // The first row is painted with the frame after the one in which it is there.
  const seen = new MutationObserver(() => {
    if (!document.querySelector('[role="row"][data-index="0"] a')) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (recorded.firstRow = performance.now());
      port2.postMessage(undefined);
    });
  });
  seen.observe(document, { childList: true, subtree: true });
}
