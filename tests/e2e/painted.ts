/** A Playwright or Puppeteer page, which runs a function inside the page. */
interface Inside {
  evaluate<T>(work: () => Promise<T>): Promise<T>;
}

/** Waits until an active page has been painted and its event handlers are attached. */
export const painted = (page: Inside): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()))),
      ),
  );
