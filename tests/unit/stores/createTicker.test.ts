import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { createTicker } from '../../../components/stores/createTicker';

/** A ticker with a clock that the test sets and a timer that the test fires. */
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

test('one timer waits for the next full second, without rounding', () => {
  const { ticker, timers } = world(29_400);
  ticker.start();
  expect(ticker.second.value).toBe(29_000);
  expect(timers.map(({ delay }) => delay)).toEqual([600]);
});

test('half a second before the boundary it is still the old second', () => {
  const { ticker, wakeAt } = world(28_000);
  ticker.start();
  wakeAt(29_999);
  expect(ticker.second.value).toBe(29_000);
  wakeAt(30_000);
  expect(ticker.second.value).toBe(30_000);
});

test('a timer that fires early changes nothing and waits for the rest', () => {
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

test('a hidden page has no timer, and is correct again when it becomes visible', () => {
  const { ticker, timers, wakeAt } = world(10_000);
  ticker.start();
  ticker.stop();
  expect(timers).toEqual([]);
  wakeAt(75_300);
  ticker.start();
  expect(ticker.second.value).toBe(75_000);
});
