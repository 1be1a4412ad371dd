import { stampChange } from '../../../lib/sync';
import { entryToJson } from '../../../lib/sync/syncContent';
import { toState } from '../../../lib/sync/toState';
import { memoryStore, newEntry, replicaOf, type Replica } from '../../support/syncWorld';

/**
 * The limits of a sync round: bytes per account, requests of each kind of round, and CPU time in milliseconds at
 * 1,000 accounts.
 */
const targets = { bytes: 120, idle: 1, own: 4, other: 2, join: 4, cpu: 300 };

const names = [
  'GitHub',
  'Google',
  'Nextcloud',
  'PayPal',
  'Mastodon',
  'Hetzner',
  'Proton',
  'Amazon',
];

const accounts = (count: number, replica: Replica) =>
  Array.from({ length: count }, (_, at) =>
    stampChange(
      null,
      newEntry({
        issuer: `${names[at % names.length] ?? ''} ${at % 40}`,
        account: `person${at}@example${at % 30}.com`,
        position: at,
      }),
      // Gives each account a different creation time, over years.
      { now: replica.clock() - at * 7_654_321, replica: replica.id },
    ),
  );

const put = (replica: Replica, entries: ReturnType<typeof accounts>) =>
  replica.vault.exchange(({ memory }) => ({ put: entries, drop: [], memory }));

/** Prints one line of figures. Returns the figures that miss their target. */
async function measure(count: number): Promise<readonly string[]> {
  const store = memoryStore(Date.now);
  const deps = { transport: store.transport, clock: Date.now };
  const first = replicaOf('Laptop', 'a'.repeat(16), deps);
  const second = replicaOf('Desktop', 'b'.repeat(16), deps);
  await put(first, accounts(count, first));
  await first.round();
  const bytes = [...store.files.values()][0]?.bytes.length ?? 0;

  const cost = async (replica: Replica) => {
    store.requests.length = 0;
    const before = process.cpuUsage();
    await replica.round();
    const { user, system } = process.cpuUsage(before);
    return { requests: store.requests.length, cpu: (user + system) / 1000 };
  };
  const change = async (replica: Replica) => {
    const entry = replica.content().entries[0];
    if (!entry) throw new Error('No account');
    const author = { now: Date.now(), replica: replica.id };
    await put(replica, [stampChange(entry, { ...entry, note: String(Math.random()) }, author)]);
  };

  const join = await cost(second);
  await cost(first);
  const idle = await cost(first);
  for (let turn = 0; turn < 2; turn++) {
    await change(first);
    await first.round();
    await second.round();
  }
  await change(first);
  const own = await cost(first);
  const other = await cost(second);

  const before = process.cpuUsage();
  const state = toState(first.content().entries);
  JSON.stringify([...state].map(([id, entry]) => entryToJson(id, entry)));
  const floor = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000;

  const kinds = { idle, own, other, join };
  const perAccount = bytes / count;
  const figures = Object.entries(kinds).map(
    ([name, { requests, cpu }]) =>
      `${name} ${requests} requests, ${cpu.toFixed(0)} ms (${(cpu / floor).toFixed(1)}×)`,
  );
  console.log(
    `${count} accounts: ${perAccount.toFixed(0)} bytes each; ${figures.join('; ')}; floor ${floor.toFixed(0)} ms`,
  );
  const missed: string[] = [];
  for (const [name, { requests, cpu }] of Object.entries(kinds)) {
    if (requests > targets[name as keyof typeof kinds])
      missed.push(`${count}: ${name} ${requests} requests`);
    if (count === 1000 && cpu > targets.cpu) missed.push(`${count}: ${name} ${cpu.toFixed(0)} ms`);
  }
  // Small files aren't checked, because they are mostly padding.
  if (count >= 1000 && perAccount > targets.bytes) missed.push(`${count}: ${perAccount} bytes`);
  return missed;
}

/** Runs the bench. Returns the exit code. */
export default async function bench(most: number): Promise<number> {
  const missed: string[] = [];
  // Warms up, because the first run includes compilation.
  await measure(50);
  for (const count of [100, 1000, 10_000].filter((one) => one <= most))
    missed.push(...(await measure(count)));
  for (const line of missed) console.log(`Missed: ${line}`);
  return missed.length === 0 ? 0 : 1;
}
