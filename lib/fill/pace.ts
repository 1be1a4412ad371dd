/** Time limit for a page that never settles, in milliseconds from the start. */
const patience = 1900;

/** The waits during a fill. Injected, so that tests control the time. */
export interface Pace {
  /** Resolves in a later task, after the page's synchronous work and microtasks. */
  readonly task: () => Promise<void>;
  /** Resolves after the next frame, or after a short wait if the page draws no frame. */
  readonly frame: () => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Whether the time limit has passed. */
  readonly isOver: () => boolean;
}

/** Maximum wait for a frame, in milliseconds. Hidden pages draw no frames. */
const longestFrame = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Creates the pace of one fill and starts its clock. */
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
