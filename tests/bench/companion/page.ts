import { calls } from './calls';
import { openService, type Service } from './openService';

const runs = 13;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const say = (name: string, small: number, large: number) =>
  console.log(
    `${name.padEnd(32)} ${small.toFixed(1).padStart(9)} ${large.toFixed(1).padStart(9)} ${(large / small).toFixed(2).padStart(7)}`,
  );

/**
 * Measures each call alternately at few and at many members. Compares the shortest times, because other load can
 * only lengthen a time. Returns the names of the calls whose ratio is over the limit.
 */
async function bench(
  [few, many]: readonly [number, number],
  limit: number,
  part: string,
): Promise<readonly string[]> {
  console.log(
    `${'ms at members'.padEnd(32)} ${String(few).padStart(9)} ${String(many).padStart(9)}   ratio`,
  );
  const small = await openService(few);
  const large = await openService(many);
  const over: string[] = [];
  const judge = (name: string, at: readonly number[], other: readonly number[]) => {
    const [least, most] = [Math.min(...at), Math.min(...other)];
    say(name, least, most);
    if (most > limit * least) over.push(name);
  };
  const chosen = Object.entries(calls).filter(([name]) => name.includes(part));
  for (const [name, call] of chosen) {
    const times = new Map<Service, number[]>([
      [small, []],
      [large, []],
    ]);
    for (let run = 0; run < runs; run++)
      for (const [service, found] of times) {
        found.push(await timed(() => call(service, run)));
        if (name.startsWith('enforcement turned')) await service.undoEnforcement();
      }
    judge(name, times.get(small) ?? [], times.get(large) ?? []);
  }
  return over;
}

Object.assign(globalThis, { bench });
