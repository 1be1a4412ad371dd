import { browser } from 'wxt/browser';
import { isOwnPage } from '../../messages';
import { idleLockPort, lockPort } from './lockPort';

const nameAfter = (prefix: string, name: string): string | null =>
  name.startsWith(prefix) ? name.slice(prefix.length) : null;

/** Takes Web Locks for pages in private windows. A lock ends with its port, and so with its page. */
export function serveLocks(): void {
  browser.runtime.onConnect.addListener((port) => {
    const wanted = nameAfter(lockPort, port.name);
    const ifIdle = nameAfter(idleLockPort, port.name);
    const name = wanted ?? ifIdle;
    if (name === null || !isOwnPage(port.sender)) return;
    const end = new AbortController();
    const ended = new Promise<void>((resolve) => {
      port.onDisconnect.addListener(() => {
        end.abort();
        resolve();
      });
    });
    const hold = (lock: Lock | null) => {
      if (end.signal.aborted) return Promise.resolve();
      port.postMessage(lock !== null);
      return lock ? ended : Promise.resolve();
    };
    // `signal` and `ifAvailable` exclude each other.
    const options = ifIdle === null ? { signal: end.signal } : { ifAvailable: true };
    navigator.locks.request(name, options, hold).catch(() => undefined);
  });
}
