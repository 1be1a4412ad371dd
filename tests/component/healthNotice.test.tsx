import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { HealthNotice } from '../../components/manage/HealthNotice';
import '../../components/ui/tokens.css';
import type { Finding } from '../../lib/vault';
import { painted } from './painted';

const root = document.createElement('main');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

let found: readonly Finding[];
let tell: () => void;

const show = () =>
  render(
    <>
      <h1>Accounts</h1>
      <HealthNotice
        findings={() => Promise.resolve(found)}
        subscribe={(listener) => {
          tell = listener;
          return () => undefined;
        }}
      />
    </>,
    root,
  );

beforeEach(() => {
  found = [];
});

afterEach(() => render(null, root));

const title = page.getByText('Check results');

test('the health notice reports repairs made at unlock, and leads to the health page', async () => {
  found = [{ kind: 'store-lost', store: 'primary', healed: true }];
  show();
  await expect
    .element(
      page.getByText('The browser lost one copy of your vault. Repaired from the other copy.'),
    )
    .toBeVisible();
  await painted();
  expect((await axe.run(document)).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Open vault health' }).click();
  expect(location.hash).toBe('#/security');
});

test('the health notice reports later findings, and can be closed', async () => {
  show();
  await expect.element(title).not.toBeInTheDocument();
  found = [{ kind: 'store-foreign', store: 'mirror', healed: false }];
  tell();
  await expect.element(page.getByText(/A different vault is stored in place/)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(title).not.toBeInTheDocument();
});

test("the health notice doesn't report that the browser has only one store", async () => {
  found = [{ kind: 'store-unavailable', store: 'primary', healed: false }];
  show();
  await painted();
  await expect.element(title).not.toBeInTheDocument();
});
