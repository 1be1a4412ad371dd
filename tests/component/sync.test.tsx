import { render, type ComponentChild } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { ManageContext } from '../../components/manage/ManageContext';
import { PairDialog } from '../../components/manage/sync/PairDialog';
import { RecoveryKeyDialog } from '../../components/manage/sync/RecoveryKeyDialog';
import { SyncContext } from '../../components/manage/sync/SyncTools';
import { createSyncStore } from '../../components/stores/createSyncStore';
import { syncClient } from '../../lib/authenticator/sync';
import { popupWorld } from '../support/popupWorld';
import { press } from './press';

const root = document.createElement('div');
document.body.append(root);

afterEach(() => render(null, root));

/** Renders part of the page "Sync", whose background has a pairing code. Returns what is copied. */
async function show(view: ComponentChild): Promise<readonly string[]> {
  const { parts } = await popupWorld();
  const copied: string[] = [];
  const copy = (text: string) => {
    copied.push(text);
    return Promise.resolve();
  };
  const service = syncClient((method) =>
    Promise.resolve(
      method === 'startPairing'
        ? { text: 'tessera-join:code' }
        : { state: 'waiting', expiresAt: 0 },
    ),
  );
  const tools = {
    store: createSyncStore({ service, subscribe: () => () => undefined }),
    allow: () => Promise.resolve(true),
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
  return copied;
}

const ignore = () => undefined;

test('the pairing code is copied as codes are, so that the clipboard is cleared later', async () => {
  const copied = await show(<PairDialog place={{ kind: 'browser' }} onClose={ignore} />);
  await press('Copy');
  expect(copied).toEqual(['tessera-join:code']);
});

test('the recovery key of sync is copied as codes are', async () => {
  const copied = await show(<RecoveryKeyDialog recoveryKey="ABCD-EFGH" onClose={ignore} />);
  await press('Copy');
  expect(copied).toEqual(['ABCD-EFGH']);
});
