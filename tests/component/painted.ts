/** Resolves after effects have run and the page has been painted. */
export const painted = (): Promise<void> =>
  new Promise((done) =>
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()))),
  );
