import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ScanOutcome } from '../../components/scan';
import { AppError, type ErrorCode } from '../../lib/errors';
import '../../components/ui/tokens.css';
import { scanStore } from '../support/scanStore';
import { painted } from './painted';

const uri = (issuer: string, extra = '') =>
  `otpauth://totp/${issuer}:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${issuer}${extra}`;

const host = document.body.appendChild(document.createElement('main'));
afterEach(() => render(null, host));

function draw() {
  const saved: string[] = [];
  const done: number[] = [];
  const store = scanStore({
    vault: {
      list: async () => [],
      getMany: async () => [],
      importEntries: async (drafts) => {
        saved.push(...drafts.map(({ issuer }) => issuer));
        return { ids: drafts.map((_, i) => String(i)), undo: async () => undefined };
      },
    },
  });
  render(
    <ScanOutcome
      store={store}
      otherWays={<button type="button">Another way</button>}
      onDone={(count) => done.push(count)}
    />,
    host,
  );
  return { store, saved, done };
}

const click = async (name: string) => {
  const button = [...host.querySelectorAll('button')].find(({ innerText }) => innerText === name);
  if (!button) throw new Error(`no button ${name} in: ${host.innerText}`);
  await userEvent.click(button);
};

const expectNoBarriers = async () => {
  await painted();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

test('a single account is shown with editable names and its code, and Enter saves the account', async () => {
  const { store, saved, done } = draw();
  await store.readTexts([uri('Exmaple')]);
  await expectNoBarriers();
  expect(host.innerText).toContain('287 082');
  const [issuer] = host.querySelectorAll('input');
  if (!issuer) throw new Error('no field');
  await userEvent.fill(issuer, 'Example');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => done).toEqual([1]);
  expect(saved).toEqual(['Example']);
});

test("an account without its PIN can't be saved until the PIN is entered", async () => {
  const { store, saved } = draw();
  await store.readTexts(['motp://Work:dave?secret=e3152afee62599c8']);
  await expectNoBarriers();
  expect(host.innerText).toContain('This account needs a PIN');
  await expect.element(page.getByRole('button', { name: /Save/ })).toBeDisabled();
  await page.getByLabelText('PIN').fill('12 34');
  await expectNoBarriers();
  expect(host.innerText).toContain('needs a PIN of at least');
  await page.getByLabelText('PIN').fill('1234');
  await page.getByRole('button', { name: 'Save account' }).click();
  await expect.poll(() => saved).toEqual(['Work']);
});

test('of several accounts, only the checked ones are saved', async () => {
  const { store, saved } = draw();
  await store.readTexts(['One', 'Two', 'Three'].map((name) => uri(name)));
  await expectNoBarriers();
  const [, , second] = host.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
  if (!second) throw new Error('no check mark');
  await userEvent.click(second);
  await click('Save 2 accounts');
  await expect.poll(() => saved).toEqual(['One', 'Three']);
});

test("content that doesn't set up an account is shown as text, never as a link", async () => {
  const { store, done } = draw();
  await store.readTexts([
    'https://example.com/a',
    'WIFI:S:home;P:secret words;;',
    uri('A', '&algorithm=MD5'),
  ]);
  await expectNoBarriers();
  expect(host.innerText).toContain("It contains a web address, which wasn't opened.");
  expect(host.innerText).not.toContain('secret words');
  expect(host.innerText).toContain('the algorithm "MD5"');
  expect(host.querySelector('a')).toBeNull();
  await click('Back');
  expect(done).toEqual([0]);
});

test('if the image contains no code, the page shows the image, advice, and other ways to scan', async () => {
  const { store } = draw();
  await store.look(async () => ({ pictures: ['data:image/gif;base64,R0lGODlhAQABAAAAACw='] }));
  await expectNoBarriers();
  expect(host.querySelector('img')?.alt).toBe('Scanned image');
  expect(host.innerText).toContain('Another way');
});

test.each<ErrorCode>(['scan/forbidden-page', 'scan/bad-image', 'scan/too-large', 'scan/no-camera'])(
  'after the error %s, the page shows one sentence and the other ways to scan',
  async (code) => {
    const { store } = draw();
    await store.look(() => Promise.reject(new AppError(code)));
    await expectNoBarriers();
    expect(host.querySelector('[role=alert]')?.textContent).toMatch(/\.Another way$/);
  },
);
