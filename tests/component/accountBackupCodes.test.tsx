import { afterEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { closeAccount, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { painted } from './painted';
import { press, seenButton } from './press';

afterEach(closeAccount);

test('backup codes can be pasted, loaded from a file, marked as used, replaced and restored', async () => {
  const { copied, entry } = await openAccount();
  const codes = async () => (await entry()).backupCodes.map(({ code }) => code);
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, '1. 4711-8329\n2. 5324-7752');
  await see('4711-8329');
  await expectNoBarriersInAnyLook();
  await press('Save 2 codes');
  await eventually(async () => expect(await codes()).toEqual(['4711-8329', '5324-7752']));

  await press('Copy and mark as used');
  await eventually(async () => expect((await entry()).backupCodes[0]?.usedAt).not.toBeNull());
  expect(copied).toEqual(['4711-8329']);
  await see('Only 1 backup code is left');
  expect(root.textContent).not.toContain('1 backup code left');
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

test('pasted codes that are already stored are reported and not added again, and adding codes can be undone', async () => {
  const { entry } = await openAccount({
    backupCodes: [
      { code: 'aaaa-1111', usedAt: 5 },
      { code: 'dddd-4444', usedAt: null },
    ],
  });
  const codes = async () => (await entry()).backupCodes.map(({ code }) => code);
  await keep('aaaa-1111\nbbbb-2222\ncccc-3333');
  await press('Save 3 codes');
  await see('2 backup codes added · 1 was already saved');
  expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444', 'bbbb-2222', 'cccc-3333']);
  await press('Undo');
  await eventually(async () => expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444']));
  expect((await entry()).backupCodes[0]?.usedAt).toBe(5);
  await keep('aaaa-1111\ndddd-4444');
  await press('Save 2 codes');
  await see('2 were already saved');
  expect(await codes()).toEqual(['aaaa-1111', 'dddd-4444']);
});

test('the printed sheet names the account, omits used codes and fits on one page', async () => {
  const backupCodes = ['aaaa-1111', 'bbbb-2222', 'cccc-3333'].map((code, at) => ({
    code,
    usedAt: at === 1 ? 1_700_000_000_000 : null,
  }));
  await openAccount({ backupCodes });
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

/** Returns elements that overflow the window or their container. */
const cutOff = () =>
  [...root.querySelectorAll<HTMLElement>('*')]
    .filter((one) => one.checkVisibility() && !one.closest('svg, [popover]'))
    .filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const around = one.parentElement?.getBoundingClientRect();
      // Elements one pixel wide are for screen readers only.
      if (!around || width <= 1) return false;
      return left < around.left - 1 || right > around.right + 1 || right > innerWidth;
    })
    .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);

test('at 320 pixels, nothing is cut off with long names and codes, and no code wraps', async () => {
  const codes = ['aaaa-1111-bbbb-2222', 'cccc-3333-dddd-4444'];
  const size = [innerWidth, innerHeight] as const;
  await page.viewport(320, 640);
  await openAccount({
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

test('where there is no room beside a host, what widens its link begins below it', async () => {
  const size = [innerWidth, innerHeight] as const;
  await page.viewport(320, 640);
  await openAccount({ hosts: ['www.konto.bank.example.org'] });
  const widen = await seenButton('Widen to all of example.org');
  const host = root.querySelector('li bdi')?.getBoundingClientRect();
  const label = widen.querySelector('span')?.getBoundingClientRect();
  await page.viewport(...size);
  expect(label?.top).toBeGreaterThanOrEqual(host?.bottom ?? Infinity);
  expect(Math.abs((label?.left ?? 0) - (host?.left ?? 0))).toBeLessThanOrEqual(1);
});

test('written right to left, a backup code begins where the lines begin', async () => {
  document.documentElement.dir = 'rtl';
  await openAccount({ backupCodes: [{ code: 'aaaa-1111', usedAt: null }] });
  await see('aaaa-1111');
  const code = root.querySelector('ol [dir=ltr]');
  if (!code) throw new Error('The code is not shown.');
  const text = document.createRange();
  text.selectNodeContents(code);
  const end = code.closest('li')?.getBoundingClientRect().right ?? 0;
  const start = text.getBoundingClientRect().right;
  document.documentElement.dir = 'ltr';
  expect(Math.abs(start - end)).toBeLessThanOrEqual(1);
});

test('double-clicking a backup code marks it once', async () => {
  const { entry } = await openAccount({ backupCodes: [{ code: 'aaaa-1111', usedAt: null }] });
  await userEvent.dblClick(await seenButton('Mark as used'));
  await see('Marked as used');
  await painted();
  expect((await entry()).backupCodes[0]?.usedAt).not.toBeNull();
});
