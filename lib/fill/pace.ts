/** When to give up on a page that never settles, in milliseconds from the start. */
const patience = 1900;

/** The waits during filling. Injected, so that tests control the time. */
export interface Pace {
  /** Resolves in a later task, after the page's synchronous work and microtasks. */
  readonly task: () => Promise<void>;
  /** Resolves after the next frame, or soon if the page draws none. */
  readonly frame: () => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Whether the time is up. */
  readonly isOver: () => boolean;
}

/** Hidden pages draw no frames. In milliseconds. */
const longestFrame = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Starts the clock of one fill. */
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
