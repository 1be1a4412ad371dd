import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../lib/sync/digestOf';
import { lossesOf } from './lossesOf';
import { stateOf, World } from './World';

const worlds = Number(process.env['SYNC_WORLDS'] ?? 400);
const first = Number(process.env['SYNC_SEED'] ?? 1);

describe('three devices with an unreliable server and wrong clocks', () => {
  test(
    `converge in ${worlds} simulated runs, and lose no acknowledged change`,
    { timeout: 1_200_000 },
    async () => {
      for (let seed = first; seed < first + worlds; seed++) {
        const world = new World(seed);
        await world.run(60);
        const digests = new Set(world.replicas.map((replica) => digestOf(stateOf(replica))));
        expect(digests.size, `world ${seed}: the devices differ`).toBe(1);
        expect(lossesOf(world), `world ${seed}`).toEqual([]);
        world.store.requests.length = 0;
        await world.replicas[0]?.round();
        expect(world.store.requests, `world ${seed}: an idle round`).toEqual(['list']);
      }
    },
  );
});
