/** How often it is looked whether the list is at rest, in milliseconds: longer than the search waits for another letter. */
const rest = 180;
/** The longest that is waited for it, in milliseconds. */
const patience = 15_000;

/** Opens the list with nothing cached, and answers the milliseconds until its first row was painted. */
export function coldStart(browser) {
  return browser.visit(async (page, url) => {
    await page.goto(`${url}/users`);
    await page.waitForFunction(() => globalThis.recorded.firstRow !== undefined);
    await settle(page);
    return page.evaluate(() => globalThis.recorded.firstRow);
  });
}

/** Waits until nothing is asked of the server any more, and everything is painted. */
async function settle(page) {
  const end = Date.now() + patience;
  do {
    await page.waitForTimeout(rest);
  } while (Date.now() < end && (page.isAsking() || (await page.locator('[role="grid"][aria-busy]').count()) > 0));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 40))));
}

/**
 * Does one thing after the other on the list, and answers what Event Timing says of each: { name, duration } in
 * milliseconds from the key or click to the next paint, the longest of what belongs to one interaction; 16 or more, since
 * shorter ones are not told. `slowestTask` is the longest task that came after it, with the answer of the server.
 */
export function walk(browser, interactions) {
  return browser.visit(async (page, url) => {
    await page.goto(`${url}/users`);
    await page.waitForFunction(() => globalThis.recorded.firstRow !== undefined);
    await settle(page);
    // Without anybody who looks, Chromium may tell of a painted frame only when the next one comes, seconds later.
    const frames = await page.context().newCDPSession(page);
    frames.on('Page.screencastFrame', ({ sessionId }) => void frames.send('Page.screencastFrameAck', { sessionId }));
    await frames.send('Page.startScreencast', { format: 'jpeg', quality: 10 });
    const answers = [];
    for (const { name, act, isMoving = false } of interactions) {
      const begin = await page.evaluate(
        (begun) => {
          Object.assign(globalThis.recorded, begun, { tasks: [] });
          return performance.now();
        },
        { step: name, isMoving },
      );
      await act(page);
      await settle(page);
      const tasks = await page.evaluate(() => globalThis.recorded.tasks);
      answers.push({ name, begin, slowestTask: Math.round(Math.max(0, ...tasks)) });
    }
    // What the browser tells of a key or click may come late: it belongs to where it began.
    const events = await page.evaluate(() => {
      globalThis.recorded.drain();
      return globalThis.recorded.events;
    });
    answers.forEach((answer, index) => {
      const end = answers[index + 1]?.begin ?? Infinity;
      const own = events.filter(({ startTime }) => startTime >= answer.begin && startTime < end);
      answer.duration = Math.max(16, ...own.map(({ duration }) => duration));
    });
    return answers;
  });
}

/** Presses Ctrl End in a list that was just opened: how long it takes until the last row of all is painted, and whose it is. */
export function lastRow(browser, hub) {
  return browser.visit(async (page, url) => {
    await page.goto(`${url}/users`);
    await settle(page);
    await page.waitForFunction(
      (text) => document.body.innerText.includes(text),
      `${hub.count.toLocaleString('en')} users`,
      { timeout: patience },
    );
    await page.locator('[role="row"][data-index="0"] a').first().focus();
    await page.evaluate((count) => {
      addEventListener('keydown', (event) => (globalThis.recorded.pressed ??= event.timeStamp), { capture: true });
      const seen = new MutationObserver(() => {
        const row = document.querySelector(`[role="row"][aria-rowindex="${count}"]`);
        const link = row?.querySelector('a[href]');
        if (!link) return;
        seen.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => (globalThis.recorded.end = { at: performance.now(), href: link.href })),
        );
      });
      seen.observe(document.body, { childList: true, subtree: true, attributes: true });
    }, hub.count);
    await page.keyboard.press('Control+End');
    await page.waitForFunction(() => globalThis.recorded.end !== undefined, undefined, { timeout: patience });
    await settle(page);
    const { end, pressed } = await page.evaluate(() => globalThis.recorded);
    const isFocused = await page.evaluate(
      (count) => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex') === String(count),
      hub.count,
    );
    const isLast = decodeURIComponent(end.href).includes(`/${hub.last.id}/`);
    return { duration: end.at - pressed, isThere: isLast && isFocused };
  });
}
