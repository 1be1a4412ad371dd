import { browser } from 'wxt/browser';
import { systemClock } from '../../clock';
import { vaultStorageKeys } from '../../platform/vault';
import { syncAlarms, syncStored } from '../state';
import type { Sync } from '../../sync';
import { ensureAlarm } from './ensureAlarm';
import { syncStores } from './syncStores';

const minute = 60_000;

/** Time from the last change to the round that publishes it, in milliseconds. */
const settling = 20_000;

/** Time after the last round before a use of the vault starts a new round, in milliseconds. */
const stale = 2 * minute;

/** Time from the start of a round to the next round if the background stopped in the middle, in minutes. */
const resuming = 2;

const headNow = async (): Promise<string> => (await syncStored.vaultHead.read()) ?? '';

/**
 * Runs sync rounds: every 15 minutes, at unlock, when the vault is used after two minutes without a round, 20 s
 * after a change, and when a failed round may be retried. Listeners are added synchronously, so that these events
 * wake the background.
 */
export function startSync(sync: Sync): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Starts another round if the background stops during this one.
    await browser.alarms.create(syncAlarms.soon, { delayInMinutes: resuming });
    await sync.run('due');
    // The timer is set if the vault changed during the round.
    if (timer === undefined) await browser.alarms.clear(syncAlarms.soon);
    // Stores the current head, so that the round's own write doesn't start another round.
    await syncStored.head.write(await headNow());
    const { failure } = (await syncStores.status.read()) ?? {};
    if (failure?.retryAt) await browser.alarms.create(syncAlarms.soon, { when: failure.retryAt });
  }

  const runQuietly = () => void run().catch(() => undefined);

  async function onChange(): Promise<void> {
    if ((await syncStored.head.read()) === (await headNow())) return;
    clearTimeout(timer);
    timer = setTimeout(runQuietly, settling);
    // A fallback in case the background stops before the timer fires. Alarms need a delay of at least half a
    // minute.
    await browser.alarms.create(syncAlarms.soon, { delayInMinutes: 0.5 });
  }

  async function onUse(unlocked: boolean): Promise<void> {
    const status = await syncStores.status.read();
    if (unlocked && status?.failure) await syncStores.status.write({ ...status, failure: null });
    const isStale = systemClock() - (status?.endedAt ?? 0) > stale;
    if (unlocked || (isStale && (status?.failure ?? null) === null)) await run();
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === syncAlarms.due || name === syncAlarms.soon) runQuietly();
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (vaultStorageKeys.head in changes) void onChange().catch(() => undefined);
  });
  browser.storage.session.onChanged.addListener(({ [vaultStorageKeys.session]: change }) => {
    const unlocked = (change?.oldValue ?? null) === null;
    if ((change?.newValue ?? null) !== null) void onUse(unlocked).catch(() => undefined);
  });
  void ensureAlarm(syncAlarms.due, 15);
}
