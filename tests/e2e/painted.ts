/** A page of either tool that runs a function inside it. */
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
