import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConflictsCard } from '../../components/manage/sync/ConflictsCard';
import { ConnectCard } from '../../components/manage/sync/ConnectCard';
import { DevicesCard } from '../../components/manage/sync/DevicesCard';
import { JoinSteps } from '../../components/manage/sync/JoinSteps';
import { PairDialog } from '../../components/manage/sync/PairDialog';
import { StateCard } from '../../components/manage/sync/StateCard';
import { press } from './press';
import { removeSync, showSync, viewOf } from './syncPage';

afterEach(removeSync);

const ignore = () => undefined;
const minute = 60_000;

test('a device that is in step says how long ago it last synced', async () => {
  const place = { kind: 'folder', name: 'Dropbox' } as const;
  const device = { id: 'b', name: 'Desktop', app: '1', lastSeen: 0, clockOff: 0 };
  const lastRound = Date.now() - 3 * minute;
  await showSync(<StateCard view={{ ...viewOf(place), devices: [device], lastRound }} />);
  await expect.element(page.getByText('In step with 1 device (3 minutes ago).')).toBeVisible();
});

test('a device that was removed offers to join again', async () => {
  const failure = { code: 'sync/foreign-set', facts: {}, retryAt: null } as const;
  const place = { kind: 'folder', name: 'Dropbox' } as const;
  await showSync(<StateCard view={{ ...viewOf(place), failure }} />);
  await press('Join from another device');
  await expect.element(page.getByLabelText('Pairing code')).toBeVisible();
});

test('after a failure, the page says in how many minutes sync tries again', async () => {
  const failure = { code: 'sync/offline', facts: {}, retryAt: Date.now() + 5 * minute } as const;
  await showSync(<StateCard view={{ ...viewOf({ kind: 'browser' }), failure }} />);
  await expect.element(page.getByText(/Next try: in 5 minutes/)).toBeVisible();
});

test('a conflict names the account, because a site may have several', async () => {
  const versions = [
    { stamp: null, device: '', at: 1 },
    { stamp: 'a', device: 'Desktop', at: 0 },
  ];
  const names = { id: 'a', issuer: 'GitHub', account: 'ada@example.com' };
  const conflicts = [{ ...names, part: 'otp' as const, versions }];
  await showSync(<ConflictsCard view={{ ...viewOf({ kind: 'browser' }), conflicts }} />);
  await expect.element(page.getByText('GitHub · ada@example.com')).toBeVisible();
});

test('a device is marked if its clock is more than a day off, in either direction', async () => {
  const day = 86_400_000;
  const devices = [0, day, day + 1, -day - 1].map((clockOff, at) => ({
    id: String(at),
    name: `Device ${at}`,
    app: '1',
    lastSeen: 0,
    clockOff,
  }));
  await showSync(<DevicesCard view={{ ...viewOf({ kind: 'browser' }), devices }} />);
  await expect.element(page.getByText('Device 3')).toBeVisible();
  const marked = page.getByText('The clock of this device is more than a day off.');
  expect(marked.elements()).toHaveLength(2);
});

test('a new pairing code can be shown once the old code has expired', async () => {
  let state = 'expired';
  const { called } = await showSync(
    <PairDialog place={{ kind: 'browser' }} known={0} onClose={ignore} />,
    { answers: { pollPairing: () => ({ state, expiresAt: 0 }) } },
  );
  await expect.element(page.getByText('The pairing code has expired.')).toBeVisible();
  state = 'waiting';
  await press('Show a new code');
  await expect.element(page.getByRole('img', { name: 'Pairing code' })).toBeVisible();
  await expect.element(page.getByText('Waiting for the other device…')).toBeVisible();
  expect(called('startPairing')).toEqual([[true], [true]]);
});

test('after pairing, sync runs until the new device has published its accounts', async () => {
  const dialog = <PairDialog place={{ kind: 'browser' }} known={0} onClose={ignore} />;
  const { called } = await showSync(dialog, { answers: { pollPairing: { state: 'joined' } } });
  await expect.element(page.getByText('The device is paired.')).toBeVisible();
  await expect.poll(() => called('syncNow').length).toBeGreaterThan(0);
});

test('the pairing code is copied through the service that clears the clipboard later', async () => {
  const { copied } = await showSync(
    <PairDialog place={{ kind: 'browser' }} known={0} onClose={ignore} />,
  );
  await press('Copy');
  expect(copied).toEqual(['tessera-join:code']);
});

const insecure =
  'Only https:// addresses can be used: over http:// others on the network could read your password.';
const notAnAddress = "This isn't a web address. It starts with https://.";

test.each([
  ['http://cloud.example.com/dav/', insecure],
  ['cloud.example.com', notAnAddress],
  ['ftp://cloud.example.com/', notAnAddress],
])('no permission is requested for the folder address %s', async (address, words) => {
  const { asked } = await showSync(<ConnectCard fixedAddress={null} onConnected={ignore} />);
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
    const { asked } = await showSync(<ConnectCard fixedAddress={null} onConnected={ignore} />);
    await page.getByLabelText('Folder address').fill(` ${address} `);
    await page.getByLabelText('User name').fill('ada');
    await page.getByLabelText('App password', { exact: true }).fill('app-password');
    await press('Test');
    await expect.poll(() => asked).toEqual([address]);
  },
);

test('a folder on this computer can be chosen as the storage', async () => {
  const { asked, called } = await showSync(
    <ConnectCard fixedAddress={null} onConnected={ignore} />,
  );
  await page.getByLabelText('Storage').selectOptions('Folder on this computer');
  await expect.element(page.getByText(/Dropbox, Syncthing/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Connect' })).toBeDisabled();
  await press('Choose folder');
  await expect.element(page.getByText('Folder: Dropbox')).toBeVisible();
  await press('Connect');
  await expect
    .poll(() => called('connect'))
    .toEqual([[{ kind: 'folder', name: 'Dropbox' }, 'Laptop']]);
  expect(asked).toEqual([]);
});

test('the browser account can be chosen as the storage, and its capacity is shown first', async () => {
  const { asked, called } = await showSync(
    <ConnectCard fixedAddress={null} onConnected={ignore} />,
  );
  await page.getByLabelText('Storage').selectOptions('Browser account');
  await expect.element(page.getByText(/about 200 accounts/)).toBeVisible();
  await press('Connect');
  await expect.poll(() => called('connect')).toEqual([[{ kind: 'browser' }, 'Laptop']]);
  expect(asked).toEqual([]);
});

test("the storage can't be chosen if the administrator fixed the address", async () => {
  await showSync(
    <ConnectCard fixedAddress="https://cloud.example.com/dav/" onConnected={ignore} />,
  );
  await expect.element(page.getByLabelText('Folder address')).toBeDisabled();
  await expect.element(page.getByText('Your organization set this address.')).toBeVisible();
  expect(page.getByLabelText('Storage').query()).toBeNull();
});

test("a browser that can't use folders doesn't offer one", async () => {
  await showSync(<ConnectCard fixedAddress={null} onConnected={ignore} />, { canChoose: false });
  expect(page.getByRole('option', { name: 'Folder on this computer' }).query()).toBeNull();
  await expect.element(page.getByRole('option', { name: 'Browser account' })).toBeInTheDocument();
});

test('a device that joins over a folder chooses its own copy of the folder first', async () => {
  const { called } = await showSync(<JoinSteps onReady={ignore} />, {
    answers: { readCode: { place: { kind: 'folder', name: 'Sync' }, needsPassword: false } },
  });
  await page.getByLabelText('Pairing code').fill('tessera-join:code');
  await expect.element(page.getByText(/“Sync” on the other device/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  await press('Choose folder');
  await press('Next');
  await expect.poll(() => called('startJoin')).toEqual([['tessera-join:code', null, 'Laptop']]);
});

test('a device that joins without a camera is told to paste the code', async () => {
  await showSync(<JoinSteps onReady={ignore} />);
  await press('Scan with the camera');
  await expect.element(page.getByText(/Copy the pairing code on the other device/)).toBeVisible();
});

test('access to the folder can be allowed again', async () => {
  const { called } = await showSync(
    <StateCard
      view={{
        ...viewOf({ kind: 'folder', name: 'Dropbox' }),
        failure: { code: 'sync/folder-gone', facts: {}, retryAt: null },
      }}
    />,
  );
  await expect.element(page.getByRole('heading', { name: 'Dropbox' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Change access' }).query()).toBeNull();
  await press('Allow access');
  await expect.poll(() => called('syncNow')).toEqual([[]]);
});
