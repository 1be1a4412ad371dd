import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { AccountPage } from '../../components/manage/account';
import { ManageContext } from '../../components/manage/ManageContext';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import { readBackupCodes } from '../../lib/backup-codes';
import { formatOtpUri, makeOtp } from '../../lib/otp';
import { qrMatrix } from '../../lib/qr';
import { readHost } from '../../lib/sites';
import type { EntryDraft } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { eventually } from './eventually';
import { expectNoBarriers, expectNoBarriersInAnyLook } from './expectNoBarriers';
import { painted } from './painted';
import { press, seenButton } from './press';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => {
  render(null, root);
  location.hash = '';
});

/** The page of one account in an unlocked vault. */
async function open(changes: Partial<EntryDraft> = {}, hasPassphrase = true) {
  const world = await popupWorld();
  await (hasPassphrase
    ? world.parts.vault.create(passphrase)
    : world.parts.vault.createWithoutPassphrase());
  const [id = ''] = await world.source.add([{ ...draft('GitHub'), ...changes }]);
  location.hash = `#/account/${id}`;
  const tools = {
    open: (one: string) => createEntryStore({ vault: world.source, clock: Date.now, id: one }),
    readBackupCodes,
    makeOtp,
    enrolment: (entry: Parameters<typeof formatOtpUri>[0]) =>
      Promise.resolve(qrMatrix(formatOtpUri(entry))),
    readHost: (text: string) => Promise.resolve(readHost(text)),
    hasPassphrase: () => Promise.resolve(hasPassphrase),
    checkPassphrase: (typed: string) => world.source.unlock(typed),
  };
  render(
    <ManageContext.Provider value={world.parts}>
      <Toasts>
        <AccountPage tools={tools} />
      </Toasts>
    </ManageContext.Provider>,
    root,
  );
  await see('Details');
  return { ...world, id, entry: () => world.source.get(id) };
}

const see = (text: string) => eventually(() => expect(root.innerText).toContain(text));

test('an icon is chosen by its name, and the automatic one chosen again', async () => {
  const { entry } = await open();
  await press('Change icon');
  expect((await seenButton('By its name')).ariaPressed).toBe('true');
  await userEvent.keyboard('gitl');
  await eventually(() => expect(root.querySelectorAll('dialog li')).toHaveLength(1));
  await expectNoBarriers();
  await press('GitLab');
  await eventually(async () => expect((await entry()).icon).toBe('gitlab'));
  await press('Change icon');
  await eventually(async () => expect((await seenButton('GitLab')).ariaPressed).toBe('true'));
  await press('Letter');
  await eventually(async () => expect((await entry()).icon).toBe('none'));
  await press('Change icon');
  await press('By its name');
  await eventually(async () => expect((await entry()).icon).toBe(''));
});

test('a name of which no icon comes with Tessera has its letter to begin with', async () => {
  await open({ issuer: 'Harbour Bank' });
  await press('Change icon');
  expect((await seenButton('Letter')).ariaPressed).toBe('true');
  expect(root.innerText).not.toContain('By its name');
  await userEvent.keyboard('no such service');
  await see('No icon of this name comes with Tessera.');
});

const field = (label: string) => {
  const found = [...root.querySelectorAll('label')].find((one) => one.innerText === label);
  const control = found && root.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
  if (!control) throw new Error(`no field ${label}`);
  return control;
};

test('saving a note leaves the counter where asking for codes has brought it', async () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  const { entry } = await open({ otp: makeOtp({ kind: 'hotp', secret, counter: 7 }) });
  const counter = async () => (await entry()).otp.counter;
  await press('Next code');
  await vi.waitFor(async () => expect(await counter()).toBe(8));
  await press('Next code');
  await vi.waitFor(() => expect(field('Next counter').value).toBe('9'));
  await userEvent.fill(field('Note'), 'In the safe');
  await press('Save');
  await vi.waitFor(async () => expect((await entry()).note).toBe('In the safe'));
  expect(await counter()).toBe(9);
  await userEvent.fill(field('Next counter'), '4');
  await press('Save');
  await vi.waitFor(async () => expect(await counter()).toBe(4));
});

test('what another page changes meanwhile is shown, and not written over', async () => {
  const { source, id, entry } = await open();
  await userEvent.fill(field('Tags'), 'work, bank');
  await source.update(id, () => ({ issuer: 'Renamed' }));
  await vi.waitFor(() => expect(field('Site or company').value).toBe('Renamed'));
  expect(field('Tags').value).toBe('work, bank');
  await press('Save');
  await vi.waitFor(async () => expect((await entry()).tags).toEqual(['work', 'bank']));
  expect((await entry()).issuer).toBe('Renamed');
  await userEvent.fill(field('Account name'), ' grace@example.org ');
  await press('Save');
  await vi.waitFor(async () => expect((await entry()).account).toBe('grace@example.org'));
});

test('codes that are hidden by preference are hidden here too, until they are asked for', async () => {
  const { parts } = await open();
  await parts.preferences.set({ hideCodes: true });
  await see('••• •••');
  expect(root.innerText).not.toMatch(/\d{3} \d{3}/);
  await press('Show code');
  await eventually(() => expect(root.innerText).toMatch(/\d{3} \d{3}/));
});

test('a hidden code that was shown hides again after half a minute', async () => {
  const { parts } = await open();
  await parts.preferences.set({ hideCodes: true });
  await see('••• •••');
  const button = await seenButton('Show code');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    button.click();
    await eventually(() => expect(root.innerText).toMatch(/\d{3} \d{3}/));
    vi.advanceTimersByTime(25_000);
    expect(root.innerText).toMatch(/\d{3} \d{3}/);
    vi.advanceTimersByTime(6_000);
    await eventually(() => expect(root.innerText).toContain('••• •••'));
  } finally {
    vi.useRealTimers();
  }
});

test('of a counter is said that there is no code yet, and that a new one is shown', async () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  await open({ otp: makeOtp({ kind: 'hotp', secret }) });
  const code = () => root.querySelector('[dir=ltr]')?.ariaLabel;
  expect(code()).toBe('No code yet: ask for the next one.');
  await press('Next code');
  await see('755 224');
  expect(code()).toBeNull();
  expect(root.querySelector('output')?.textContent).toBe('A new code is shown');
});

test('where the vault has no passphrase, none is asked for before the QR code', async () => {
  await open({}, false);
  await press('Show QR code');
  await eventually(() =>
    expect(root.querySelector('[role=img]')?.ariaLabel).toBe('QR code that sets up GitHub'),
  );
});

test('the QR code is shown after the passphrase alone, and hidden again', async () => {
  await open();
  await press('Show QR code');
  await userEvent.keyboard('not my passphrase{Enter}');
  await see("This passphrase isn't right");
  expect(root.querySelector('[role=img]')).toBeNull();
  await userEvent.clear(document.activeElement ?? root);
  await userEvent.keyboard(`${passphrase}{Enter}`);
  await eventually(() =>
    expect(root.querySelector('[role=img]')?.ariaLabel).toBe('QR code that sets up GitHub'),
  );
  await expectNoBarriersInAnyLook();
  await press('Hide QR code');
  await eventually(() => expect(root.querySelector('[role=img]')).toBeNull());
});

test('backup codes are pasted or come from a file, are ticked off, and the set is replaced and brought back', async () => {
  const { copied, entry } = await open();
  const codes = async () => (await entry()).backupCodes.map(({ code }) => code);
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, '1. 4711-8329\n2. 5324-7752');
  await see('4711-8329');
  await expectNoBarriersInAnyLook();
  await press('Keep 2 codes');
  await eventually(async () => expect(await codes()).toEqual(['4711-8329', '5324-7752']));

  await press('Copy and mark as used');
  await eventually(async () => expect((await entry()).backupCodes[0]?.usedAt).not.toBeNull());
  expect(copied).toEqual(['4711-8329']);
  await see('Only 1 backup code is left');
  await expectNoBarriersInAnyLook();

  await press('Add backup codes');
  const file = new File(['Your codes:\naaaa-1111\nbbbb-2222\ncccc-3333'], 'codes.txt');
  await userEvent.upload(root.querySelector('dialog input[type=file]') ?? root, file);
  await see('cccc-3333');
  await press('Replace the old set');
  await eventually(async () =>
    expect(await codes()).toEqual(['aaaa-1111', 'bbbb-2222', 'cccc-3333']),
  );
  await press('Undo');
  await eventually(async () => expect(await codes()).toEqual(['4711-8329', '5324-7752']));
});

const keep = async (text: string) => {
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, text);
};

test('codes that are kept already are told apart from new ones, and what was added is taken back', async () => {
  const { entry } = await open({
    backupCodes: [
      { code: 'aaaa-1111', usedAt: 5 },
      { code: 'dddd-4444', usedAt: null },
    ],
  });
  const codes = async () => (await entry()).backupCodes.map(({ code }) => code);
  await keep('aaaa-1111\nbbbb-2222\ncccc-3333');
  await press('Keep 3 codes');
  await see('2 backup codes added · 1 was there already');
  expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444', 'bbbb-2222', 'cccc-3333']);
  await press('Undo');
  await eventually(async () => expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444']));
  expect((await entry()).backupCodes[0]?.usedAt).toBe(5);
  await keep('aaaa-1111\ndddd-4444');
  await press('Keep 2 codes');
  await see('2 were there already');
  expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444']);
});

test('the printed sheet says whose codes they are, leaves used ones out, and is one page', async () => {
  const backupCodes = ['aaaa-1111', 'bbbb-2222', 'cccc-3333'].map((code, at) => ({
    code,
    usedAt: at === 1 ? 1_700_000_000_000 : null,
  }));
  await open({ backupCodes });
  await see('aaaa-1111');
  expect(document.documentElement.scrollHeight).toBeGreaterThan(innerHeight);
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  dispatchEvent(new Event('beforeprint'));
  const printed = [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter(
      (one) =>
        one.childElementCount === 0 &&
        one.textContent !== '' &&
        one.checkVisibility({ visibilityProperty: true }),
    )
    .map((one) => one.textContent);
  const height = document.documentElement.scrollHeight;
  dispatchEvent(new Event('afterprint'));
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  expect(document.body.innerText).not.toContain('Printed on');
  expect(printed).toEqual([
    'Backup codes',
    'GitHub',
    'ada@example.org',
    'aaaa-1111',
    'cccc-3333',
    expect.stringMatching(/^Printed on .*\d{4}/),
  ]);
  expect(height).toBeLessThanOrEqual(innerHeight);
});

/** Elements of which something lies outside of the window or of what they stand in. */
const cutOff = () =>
  [...root.querySelectorAll<HTMLElement>('*')]
    .filter((one) => one.checkVisibility() && !one.closest('svg, [popover]'))
    .filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const around = one.parentElement?.getBoundingClientRect();
      // One pixel wide is what screen readers alone read.
      if (!around || width <= 1) return false;
      return left < around.left - 1 || right > around.right + 1 || right > innerWidth;
    })
    .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);

test('at 320 pixels nothing is cut off, however long names and codes are, and no code is broken', async () => {
  const codes = ['aaaa-1111-bbbb-2222', 'cccc-3333-dddd-4444'];
  const size = [innerWidth, innerHeight] as const;
  await page.viewport(320, 640);
  await open({
    issuer: 'Donaudampfschifffahrtsgesellschaftskapitänskammer',
    account: 'someone.with.a.long.name@a.subdomain.of.a.long.domain.example.org',
    hosts: ['a.subdomain.of.a.very.long.domain.name.example.org'],
    tags: ['Verschwiegenheitsverpflichtungen'],
    backupCodes: codes.map((code, at) => ({ code, usedAt: at === 0 ? 1_700_000_000_000 : null })),
  });
  await see(codes[0] ?? '');
  const found = cutOff();
  const heights = [...root.querySelectorAll('ol [dir=ltr]')].map(
    ({ clientHeight }) => clientHeight,
  );
  await page.viewport(...size);
  expect(found).toEqual([]);
  expect(heights.filter((height) => height > 30)).toEqual([]);
});

test('a double click marks a backup code once', async () => {
  const { entry } = await open({ backupCodes: [{ code: 'aaaa-1111', usedAt: null }] });
  await userEvent.dblClick(await seenButton('Mark as used'));
  await see('Marked as used');
  await painted();
  expect((await entry()).backupCodes[0]?.usedAt).not.toBeNull();
});

const bind = async (address: string) => {
  await userEvent.fill(root.querySelector('input[inputmode=url]') ?? root, address);
  await press('Add site');
};

test('a site is bound by its host, whatever of its address is typed, and let go again', async () => {
  const { entry } = await open();
  const hosts = async () => (await entry()).hosts;
  await bind('https://www.GitHub.com/login?next=1');
  await eventually(async () => expect(await hosts()).toEqual(['www.github.com']));
  await bind('co.uk');
  await see("This isn't the address of a site.");
  await expectNoBarriersInAnyLook();
  await press('Remove www.github.com');
  await eventually(async () => expect(await hosts()).toEqual([]));
});
