import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { stampChange, type Transport } from '../../../lib/sync';
import { digestOf } from '../../../lib/sync/digestOf';
import { toState } from '../../../lib/sync/toState';
import { folderAddress } from '../../../lib/sync/transports/webdavAddress';
import { webdav } from '../../../lib/sync/transports/webdav';
import { faults, startFaultProxy } from '../../support/faultProxy.mjs';
import { installTools } from '../../support/install.mjs';
import { newEntry, replicaOf, type Replica } from '../../support/syncWorld';
import { person, serverNames, startWebdav } from '../../support/webdavServers.mjs';

const open = (address: string, changes: { password?: string; timeout?: number } = {}): Transport =>
  webdav(
    { address, ...person, ...changes },
    { fetch, isOnline: () => true, ...(changes.timeout && { timeout: changes.timeout }) },
  );

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const addTo = (replica: Replica, issuer: string) =>
  replica.vault.exchange(({ memory }) => ({
    put: [stampChange(null, newEntry({ issuer }), { now: replica.clock(), replica: replica.id })],
    drop: [],
    memory,
  }));

beforeAll(() => expect(installTools(['apache2', 'rclone'])).toBe(true), 180_000);

describe.each(serverNames)('a WebDAV folder on %s', (name) => {
  let server: Awaited<ReturnType<typeof startWebdav>>;
  beforeAll(async () => (server = await startWebdav(name)));
  afterAll(() => server.stop());

  test('lists, reads, writes, measures and removes files', async () => {
    const transport = open(`${server.address}first`);
    expect(await transport.list()).toEqual([]);
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 251);
    await transport.put('tessera-x.tsync', bytes);
    expect(await transport.list()).toMatchObject([{ name: 'tessera-x.tsync', size: 20_000 }]);
    const [listed] = await transport.list();
    expect(Math.abs((listed?.modified ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await transport.get('tessera-x.tsync')).toEqual(bytes);
    expect(await transport.size('tessera-x.tsync')).toBe(20_000);
    await transport.remove('tessera-x.tsync');
    await transport.remove('tessera-x.tsync');
    expect(await transport.get('tessera-x.tsync')).toBeNull();
    expect(await transport.size('tessera-x.tsync')).toBeNull();
    expect(await transport.list()).toEqual([]);
  });

  test('reports a wrong password or path', async () => {
    expect(await codeOf(open(server.address, { password: 'wrong' }).list())).toBe(
      'sync/unauthorized',
    );
    expect(await codeOf(open(`${server.address}no/such/folder`).list())).toBe('sync/not-found');
  });

  test('syncs three devices, and learns nothing about their content', async () => {
    const transport = open(`${server.address}set`);
    const replicas = ['a', 'b', 'c'].map((digit) =>
      replicaOf(`Ada's ${digit}`, digit.repeat(16), { transport, clock: Date.now }),
    );
    for (const [at, replica] of replicas.entries()) {
      await addTo(replica, `Canary Bank ${at}`);
      await replica.round();
    }
    for (const replica of replicas) await replica.round();
    const digests = replicas.map(({ content }) => digestOf(toState(content().entries)));
    expect(replicas[0]?.content().entries).toHaveLength(3);
    expect(new Set(digests).size).toBe(1);
    const stored = readdirSync(join(server.files, 'set'));
    expect(stored.length).toBeGreaterThan(2);
    for (const file of stored) {
      expect(file).toMatch(/^tessera-[0-9a-f]{8}-[0-9a-f]{16}-\d{8}\.tsync$/);
      const bytes = readFileSync(join(server.files, 'set', file));
      expect((bytes.length - 38 - 16) % 4096).toBe(0);
      for (const canary of ['Canary', 'Ada', 'example.com', 'issuer'])
        expect(bytes.includes(canary)).toBe(false);
    }
  });

  test('survives every fault of a bad connection', { timeout: 120_000 }, async () => {
    let turn = 0;
    let isBad = true;
    const proxy = await startFaultProxy(server.port, () =>
      isBad ? (faults[turn++ % (faults.length + 1)] ?? null) : null,
    );
    const transport = open(`${proxy.address}bad-line`);
    const replicas = ['a', 'b'].map((digit) =>
      replicaOf(digit, digit.repeat(16), { transport, clock: Date.now }),
    );
    for (let round = 0; round < 30; round++)
      for (const replica of replicas) {
        if (round < 5) await addTo(replica, `Site ${replica.id} ${round}`);
        turn += round;
        await replica.round({ republish: true }).catch(() => undefined);
      }
    isBad = false;
    for (let round = 0; round < 3; round++)
      for (const replica of replicas) await replica.round({ republish: true });
    await proxy.stop();
    const [first, second] = replicas.map(({ content }) => content().entries);
    expect(first).toHaveLength(10);
    expect(digestOf(toState(first ?? []))).toBe(digestOf(toState(second ?? [])));
  });
});

/** Lists a folder through a proxy that applies `fault` to every request. Returns the error and the requests. */
const answer = async (fault: object, changes: { timeout?: number } = {}) => {
  const proxy = await startFaultProxy(9, () => fault);
  const transport = open(proxy.address, changes);
  const error = await transport.list().then(
    () => null,
    (reason: unknown) => reason as AppError,
  );
  await proxy.stop();
  return { error, seen: proxy.seen };
};

describe('a WebDAV response', () => {
  test.each([
    [{ status: 401 }, 'sync/unauthorized'],
    [{ status: 403 }, 'sync/forbidden'],
    [{ status: 404 }, 'sync/not-found'],
    [{ status: 405 }, 'sync/not-webdav'],
    [{ status: 423 }, 'sync/locked'],
    [{ status: 429 }, 'sync/busy'],
    [{ status: 503 }, 'sync/busy'],
    [{ status: 507 }, 'sync/full'],
    [{ status: 500 }, 'sync/server-error'],
    [{ status: 200, body: '<html>Sign in</html>' }, 'sync/not-webdav'],
    [{ status: 207, body: '<html>Sign in</html>' }, 'sync/not-webdav'],
    [{ status: 302, headers: { location: 'https://example.com/' } }, 'sync/redirected'],
    [{ delay: 0 }, 'sync/unreachable'],
  ])('of %j throws %s', async (fault, code) => {
    const { error } = await answer(fault);
    expect(error?.code).toBe(code);
  });

  test("with a redirect isn't followed, and the password is sent to no other server", async () => {
    const other = await startFaultProxy(9, () => ({ status: 207, body: '' }));
    const { error } = await answer({ status: 307, headers: { location: other.address } });
    await other.stop();
    expect(error?.code).toBe('sync/redirected');
    expect(other.seen).toEqual([]);
  });

  test('that asks to wait is reported with the waiting time', async () => {
    const { error } = await answer({ status: 429, headers: { 'retry-after': '7' } });
    expect(error?.facts).toEqual({ seconds: 7 });
  });

  test('that takes too long is given up', async () => {
    const { error } = await answer({ delay: 2000 }, { timeout: 200 });
    expect(error?.code).toBe('sync/timeout');
  });

  test('that never comes because there is no network is reported', async () => {
    const access = { address: 'http://127.0.0.1:9/', ...person };
    expect(await codeOf(webdav(access, { fetch, isOnline: () => false }).list())).toBe(
      'sync/offline',
    );
  });
});

describe('a WebDAV address', () => {
  test.each([
    ['https://cloud.example.com/dav/Tessera', 'https://cloud.example.com/dav/Tessera/'],
    [' https://ada:secret@cloud.example.com/dav/?x#y ', 'https://cloud.example.com/dav/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://[::1]/dav', 'http://[::1]/dav/'],
  ])('%s is read as the folder %s', (text, folder) => {
    expect(folderAddress(text).href).toBe(folder);
  });

  test.each([
    ['http://192.168.1.2/dav', 'sync/insecure'],
    ['http://localhost.example.com/', 'sync/insecure'],
    ['ftp://example.com/', 'sync/bad-address'],
    ['cloud.example.com', 'sync/bad-address'],
    ['', 'sync/bad-address'],
  ])('%s is refused with %s', async (text, code) => {
    expect(await codeOf(Promise.resolve().then(() => folderAddress(text)))).toBe(code);
  });
});
