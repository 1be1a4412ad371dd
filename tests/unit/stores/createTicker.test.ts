import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { createTicker } from '../../../components/stores/createTicker';

/** Creates a ticker with a clock that the test sets and a timer that the test fires. */
function world(start: number) {
  let now = start;
  const timers: { delay: number; call: () => void }[] = [];
  const ticker = createTicker({
    clock: () => now,
    after: (delay, call) => {
      const timer = { delay, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const wakeAt = (time: number) => {
    now = time;
    timers.shift()?.call();
  };
  return { ticker, timers, wakeAt };
}

test('sets one timer for the exact start of the next second', () => {
  const { ticker, timers } = world(29_400);
  ticker.start();
  expect(ticker.second.value).toBe(29_000);
  expect(timers.map(({ delay }) => delay)).toEqual([600]);
});

test('keeps the current second until its last millisecond', () => {
  const { ticker, wakeAt } = world(28_000);
  ticker.start();
  wakeAt(29_999);
  expect(ticker.second.value).toBe(29_000);
  wakeAt(30_000);
  expect(ticker.second.value).toBe(30_000);
});

test('changes nothing and waits for the remaining time if a timer fires early', () => {
  const { ticker, timers, wakeAt } = world(29_000);
  let changes = 0;
  const stop = effect(() => {
    changes += ticker.second.value > 0 ? 1 : 0;
  });
  ticker.start();
  wakeAt(29_998);
  expect(changes).toBe(1);
  expect(timers.map(({ delay }) => delay)).toEqual([2]);
  stop();
});

test('has no timer while the page is hidden, and is correct again when the page becomes visible', () => {
  const { ticker, timers, wakeAt } = world(10_000);
  ticker.start();
  ticker.stop();
  expect(timers).toEqual([]);
  wakeAt(75_300);
  ticker.start();
  expect(ticker.second.value).toBe(75_000);
});
