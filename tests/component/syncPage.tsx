import { render, type ComponentChild } from 'preact';
import { ManageContext } from '../../components/manage/ManageContext';
import { SyncContext } from '../../components/manage/sync/SyncTools';
import { createSyncStore } from '../../components/stores/createSyncStore';
import { syncClient, type SyncView } from '../../lib/authenticator/sync';
import { popupWorld } from '../support/popupWorld';

const root = document.createElement('div');
document.body.append(root);

/** Removes what `showSync` rendered. */
export const removeSync = () => render(null, root);

interface ShowOptions {
  /** Whether the browser lets an extension use a folder. */
  readonly canChoose?: boolean;
  /** What the service returns, by method: a value, or a function that returns it. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Returns the state of a device that is in step. */
export const viewOf = (place: SyncView['place']): SyncView => ({
  place,
  name: 'Laptop',
  paused: false,
  running: false,
  lastRound: 1,
  failure: null,
  devices: [],
  conflicts: [],
  twice: [],
  strangers: null,
  again: [],
  wentBack: false,
  unreadable: [],
  bytesUsed: null,
});

/**
 * Renders part of the page "Sync". Returns the copied texts, the addresses for which a permission was requested,
 * and the calls of the service.
 */
export async function showSync(
  view: ComponentChild,
  { canChoose = true, answers = {} }: ShowOptions = {},
) {
  const { parts } = await popupWorld();
  const copied: string[] = [];
  const asked: string[] = [];
  const copy = (text: string) => {
    copied.push(text);
    return Promise.resolve();
  };
  const calls: [string, readonly unknown[]][] = [];
  const known: Readonly<Record<string, unknown>> = {
    startPairing: { text: 'tessera-join:code' },
    connect: { recoveryKey: 'ABCD-EFGH' },
    ...answers,
  };
  const service = syncClient((method, parameters) => {
    calls.push([method, parameters]);
    const answer = known[method] ?? { state: 'waiting', expiresAt: 0 };
    return Promise.resolve(typeof answer === 'function' ? (answer() as unknown) : answer);
  });
  const tools = {
    store: createSyncStore({ service, subscribe: () => () => undefined }),
    allow: (address: string) => {
      asked.push(address);
      return Promise.resolve(true);
    },
    folder: {
      canChoose,
      choose: () => Promise.resolve('Dropbox'),
      allow: () => Promise.resolve(true),
    },
    suggestedName: 'Laptop',
    matrixOf: () => [[true]],
    camera: {
      openCamera: () => Promise.reject(new Error('No camera')),
      readFrame: () => Promise.reject(new Error('No camera')),
    },
  };
  render(
    <ManageContext.Provider value={{ ...parts, copy }}>
      <SyncContext.Provider value={tools}>{view}</SyncContext.Provider>
    </ManageContext.Provider>,
    root,
  );
  const called = (method: string) =>
    calls.filter(([name]) => name === method).map(([, parameters]) => parameters);
  return { copied, asked, called };
}
