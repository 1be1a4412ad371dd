import { loadSealing, systemRandom } from '../../lib/crypto';
import { AppError, type ErrorCode } from '../../lib/errors';
import { createSyncService, type SyncContext, type SyncPolicy } from '../../lib/authenticator/sync';
import { createSync, type SyncPlace, type SyncStatus, type Transport } from '../../lib/sync';
import { vaultWorld } from './vaultWorld';

/** Returns an in-memory store of one JSON value. */
function kept<T>() {
  let text: string | null = null;
  return {
    read: () => Promise.resolve(text === null ? null : (JSON.parse(text) as T)),
    write: (value: T) => {
      text = JSON.stringify(value);
      return Promise.resolve();
    },
    remove: () => {
      text = null;
      return Promise.resolve();
    },
  };
}

export const passphrase = 'correct horse battery staple';

export const place: SyncPlace = {
  kind: 'webdav',
  address: 'https://cloud.example.com/dav/Tessera/',
  user: 'ada',
  password: 'app-password',
};

/** Creates a browser profile with its vault and sync. Several profiles can share the sync store. */
export async function syncDevice(
  transport: Transport,
  { clock = Date.now, policy }: { clock?: () => number; policy?: SyncPolicy } = {},
) {
  const world = await vaultWorld(clock);
  const vault = world.open();
  const failing: { code: ErrorCode | null } = { code: null };
  const transportOf = () =>
    failing.code ? Promise.reject(new AppError(failing.code)) : Promise.resolve(transport);
  const status = kept<SyncStatus>();
  let tail: Promise<unknown> = Promise.resolve();
  const sync = createSync({
    replication: vault.replication,
    transportOf,
    clock,
    random: systemRandom,
    app: '1.0.0',
    nameOf: (issuer, device) => `${issuer} (other version, from ${device})`,
    status,
    exclusive: (work) => {
      const next = tail.then(work, work);
      tail = next.catch(() => undefined);
      return next;
    },
  });
  const context: SyncContext = {
    vault,
    sync,
    transportOf,
    status,
    pairing: kept(),
    joining: kept(),
    policy: () => Promise.resolve(policy ?? { allowSync: true, syncAddress: null }),
    sealing: loadSealing,
    clock,
    random: systemRandom,
  };
  return { world, vault, sync, status, failing, service: createSyncService(context) };
}

export type SyncDevice = Awaited<ReturnType<typeof syncDevice>>;

/** Pairs a new device with a device of the sync set, as a user who sees both screens does. */
export async function pair(from: SyncDevice, to: SyncDevice, name: string): Promise<void> {
  const { text } = await from.service.startPairing(true);
  await to.service.startJoin(text, null, name);
  await from.service.pollPairing();
  await from.service.confirmPairing();
  await to.service.pollJoin();
  if ((await to.vault.state()) === 'none') await to.vault.create(passphrase);
  await to.service.finishJoin();
  await from.service.pollPairing();
}
