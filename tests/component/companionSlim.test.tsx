import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import { enable, openAccess, openSecurity, openSetUp, sees, signInAs } from './companionWorld';
import { linesOf } from './linesOf';
import { painted } from './painted';

/** A page of 320 pixels with a scroll bar. */
const slim = 305;

test('at 320 pixels less a scroll bar, the setup shows the address of the account in one line', async () => {
  await signInAs('Ada');
  await openSecurity();
  await openSetUp();
  await page.viewport(slim, 640);
  await painted();
  const address = document.querySelector('dialog dd');
  expect(address?.textContent).toBe('ada@larkfield.example');
  expect(linesOf(address!)).toBe(1);
});

test('at 320 pixels less a scroll bar, the times of the audit log stay inside their table', async ({
  world,
}) => {
  await signInAs('Ada');
  await openSecurity();
  await enable(world);
  await openAccess('Audit log');
  await sees('2FA enabled');
  await page.viewport(slim, 640);
  await painted();
  const table = document.querySelector('main table');
  const times = [...document.querySelectorAll('main table td span')].filter(({ textContent }) =>
    /^\d{4}-\d\d-\d\d/.test(textContent),
  );
  expect(times.length).toBeGreaterThan(0);
  const edge = table!.getBoundingClientRect().right;
  for (const time of times) expect(time.getBoundingClientRect().right).toBeLessThan(edge);
});
