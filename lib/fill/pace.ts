/** When to give up a page that never settles, in milliseconds after the start. */
export const patience = 1900;

/** What is waited for while a page is filled; injected, so that tests run at their own pace. */
export interface Pace {
  /** Resolves in a later task: what the page does at once, or in microtasks, is done. */
  readonly task: () => Promise<void>;
  /** Resolves after the next frame is drawn, or soon in a page that draws none. */
  readonly frame: () => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Whether there is no time left. */
  readonly isOver: () => boolean;
}

/** A hidden page draws no frames. Milliseconds. */
const longestFrame = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Starts the clock for one filling. */
export function startPace(): Pace {
  const start = performance.now();
  const task = () => pause(0);
  const frame = async () => {
    const drawn = new Promise<void>((resolve) => {
      requestAnimationFrame(() => resolve());
    });
    await Promise.race([drawn, pause(longestFrame)]);
    await task();
  };
  return { task, frame, pause, isOver: () => performance.now() - start > patience };
}
