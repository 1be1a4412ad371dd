import { expect, test } from 'vitest';
import { onDemand } from '../../../lib/vault/onDemand';

interface Counter {
  add(by: number): Promise<number>;
  read(): Promise<number>;
}

const counter = (): Counter => {
  let count = 0;
  return {
    add: (by) => Promise.resolve((count += by)),
    read: () => Promise.resolve(count),
  };
};

test('loads nothing before the first call, and calls the loaded methods with their arguments', async () => {
  let loads = 0;
  const real = counter();
  const deferred = onDemand<Counter>({ add: true, read: true }, () => {
    loads += 1;
    return Promise.resolve(real);
  });
  expect(loads).toBe(0);
  await deferred.add(2);
  await deferred.add(3);
  expect(await deferred.read()).toBe(5);
});

test('passes on the error of a load that failed, and loads again at the next call', async () => {
  let fails = true;
  const deferred = onDemand<Counter>({ add: true, read: true }, () =>
    fails ? Promise.reject(new Error('offline')) : Promise.resolve(counter()),
  );
  await expect(deferred.read()).rejects.toThrow('offline');
  fails = false;
  expect(await deferred.read()).toBe(0);
});
