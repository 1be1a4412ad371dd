import { render, type ComponentChild } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ManageContext } from '../../components/manage/ManageContext';
import { ConnectCard } from '../../components/manage/sync/ConnectCard';
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

/**
 * Renders part of the page "Sync". Returns the copied texts, and the addresses for which a permission was
 * requested.
 */
async function show(view: ComponentChild) {
  const { parts } = await popupWorld();
  const copied: string[] = [];
  const asked: string[] = [];
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
    allow: (address: string) => {
      asked.push(address);
      return Promise.resolve(true);
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
  return { copied, asked };
}

const ignore = () => undefined;

test('the pairing code is copied through the service that clears the clipboard later', async () => {
  const { copied } = await show(<PairDialog place={{ kind: 'browser' }} onClose={ignore} />);
  await press('Copy');
  expect(copied).toEqual(['tessera-join:code']);
});

test('the recovery key for sync is copied through the service that clears the clipboard later', async () => {
  const { copied } = await show(<RecoveryKeyDialog recoveryKey="ABCD-EFGH" onClose={ignore} />);
  await press('Copy');
  expect(copied).toEqual(['ABCD-EFGH']);
});

const insecure =
  'Only https:// addresses can be used: over http:// others on the network could read your password.';
const notAnAddress = "This isn't a web address. It starts with https://.";

test.each([
  ['http://cloud.example.com/dav/', insecure],
  ['cloud.example.com', notAnAddress],
  ['ftp://cloud.example.com/', notAnAddress],
])('no permission is requested for the folder address %s', async (address, words) => {
  const { asked } = await show(<ConnectCard fixedAddress={null} onConnected={ignore} />);
  await page.getByLabelText('Folder address').fill(address);
  await page.getByLabelText('User name').fill('ada');
  await page.getByLabelText('App password', { exact: true }).fill('app-password');
  await press('Test');
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  expect(asked).toEqual([]);
});

test.each(['https://cloud.example.com/dav/', 'http://localhost:8080/dav/'])(
  'the permission is requested for the folder address %s',
  async (address) => {
    const { asked } = await show(<ConnectCard fixedAddress={null} onConnected={ignore} />);
    await page.getByLabelText('Folder address').fill(` ${address} `);
    await page.getByLabelText('User name').fill('ada');
    await page.getByLabelText('App password', { exact: true }).fill('app-password');
    await press('Test');
    await expect.poll(() => asked).toEqual([address]);
  },
);
