/** A page of either tool that runs a function inside of it. */
interface Inside {
  evaluate<T>(work: () => Promise<T>): Promise<T>;
}

/** Waits until a page in front has been painted, and until what was drawn on it listens. */
export const painted = (page: Inside): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()))),
      ),
  );
