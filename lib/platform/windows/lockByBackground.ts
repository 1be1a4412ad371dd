import { browser } from 'wxt/browser';
import { AppError } from '../../errors';
import { idleLockPort, lockPort } from './lockPort';

/** Interval of keep-alive messages in milliseconds. Firefox stops a background that is idle for 30 seconds. */
const heartbeat = 10_000;

/** Maximum number of attempts, in case the background stops before responding. */
const attempts = 5;

interface Held {
  readonly granted: boolean;
  readonly release: () => void;
}

/** Requests a lock, which lasts as long as the port. Returns null if the background stopped before responding. */
function ask(portName: string): Promise<Held | null> {
  const port = browser.runtime.connect({ name: portName });
  const beat = setInterval(() => port.postMessage('alive'), heartbeat);
  const release = () => {
    clearInterval(beat);
    port.disconnect();
  };
  return new Promise((resolve) => {
    port.onDisconnect.addListener(() => {
      clearInterval(beat);
      resolve(null);
    });
    port.onMessage.addListener((granted: unknown) =>
      resolve({ granted: granted === true, release }),
    );
  });
}

async function hold(portName: string): Promise<Held> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = await ask(portName);
    if (held) return held;
  }
  throw new AppError('vault/unreachable');
}

/**
 * Runs work while the background holds the named lock. Throws `vault/unreachable` if the background doesn't
 * respond.
 */
export async function lockByBackground<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { release } = await hold(`${lockPort}${name}`);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Like `lockByBackground`, but does nothing if another context has the lock. */
export async function lockIfIdle(name: string, work: () => Promise<void>): Promise<void> {
  const { granted, release } = await hold(`${idleLockPort}${name}`);
  try {
    if (granted) await work();
  } finally {
    release();
  }
}
