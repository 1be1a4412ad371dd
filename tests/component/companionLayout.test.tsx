import { afterEach, expect, onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  enforcement,
  openAccess,
  openSecurity,
  openSetUp,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
} from './companionWorld';
import { linesOf } from './linesOf';
import { painted } from './painted';

const forceColors = (value: 'active' | 'none') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

afterEach(() => forceColors('none'));

const box = (element: Element) => element.getBoundingClientRect();

/** Returns where the text of an element begins, without its padding. */
function textStart(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().left;
}

/** Returns where a part of an element's text is. */
function partOf(element: Element, start: number, end: number): DOMRect {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  if (!text) return range.getBoundingClientRect();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range.getBoundingClientRect();
}

test.for([1280, 320])('at %i pixels, no backup code of the setup wraps', async (width) => {
  await signInAs('Ben');
  await openSecurity();
  await openSetUp();
  await page.viewport(width, 900);
  await painted();
  const codes = [...document.querySelectorAll('dialog ol code')];
  expect(codes).toHaveLength(10);
  expect(codes.map(linesOf)).toEqual(Array(10).fill(1));
});

test('"Go to password reset email" begins where its section begins', async () => {
  await signInAs('Ben');
  await openSecurity();
  const link = page.getByRole('button', { name: 'Go to password reset email' }).element();
  const heading = page.getByRole('heading', { name: 'Change password' }).element();
  expect(Math.abs(textStart(link) - textStart(heading))).toBeLessThanOrEqual(1);
});

test('in forced colors, the mark is visible and only the selected tab is underlined', async () => {
  await signInAs('Ben');
  await openSecurity();
  await forceColors('active');
  await painted();
  const mark = document.querySelector('aside svg rect') ?? document.body;
  expect(getComputedStyle(mark).fill).not.toBe(
    getComputedStyle(mark.nextElementSibling ?? mark).stroke,
  );
  const [before, selected, after] = page
    .getByRole('tab')
    .elements()
    .map((tab) => getComputedStyle(tab).borderBlockEndColor);
  expect(before).toBe(after);
  expect(selected).not.toBe(before);
});

test('the names that "Sign in with Google" offers have gaps, and none is refused', async () => {
  location.hash = '#/google';
  await expect.element(page.getByRole('heading', { name: 'Google (demo)' })).toBeVisible();
  const offered = page.getByRole('listitem').getByRole('button').elements();
  expect(offered.length).toBeGreaterThan(1);
  expect(offered.map(({ textContent }) => textContent).join()).not.toContain('ada@');
  offered.slice(1).forEach((button, at) => {
    expect(box(button).top).toBeGreaterThan(box(offered[at] ?? button).bottom);
  });
});

test('an address in a button is never hyphenated', async () => {
  location.hash = '#/google';
  const offered = page.getByRole('button', { name: /gina@larkfield/ });
  await expect.element(offered).toBeVisible();
  const [label] = offered.element().children;
  expect(label && getComputedStyle(label).hyphens).toBe('manual');
});

test('one click on an address shows its newest message', async () => {
  await signInAs('Ben');
  await openSecurity();
  await press('Send reset email');
  await sees('ben@larkfield.example');
  location.hash = '#/mailbox';
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^ben@larkfield/ })
    .click();
  await expect.element(page.getByRole('article')).toBeVisible();
});

test('at 320 pixels, the demo bar has only its links', async () => {
  await page.viewport(320, 720);
  const bar = page.getByRole('region', { name: 'Demo' });
  await expect.element(bar).toBeVisible();
  expect((bar.element() as HTMLElement).innerText).not.toContain('Nothing leaves this computer.');
  expect(box(bar.element()).height).toBeLessThan(70);
});

test('an invitation is confirmed by what happened', async () => {
  await signInAs('Ada');
  await openAccess('Users');
  await press('Add person');
  await page.getByLabelText('Email', { exact: true }).fill('nina@larkfield.example');
  await pressInDialog('Add');
  await sees('Invitation sent to nina@larkfield.example.');
});

test('a link that wraps begins each line where the other links begin', async ({ world }) => {
  await signInAs('Ben');
  await openSecurity();
  await enable(world);
  await signOut();
  await signInAs('Ben');
  await sees('Use a backup code');
  await page.viewport(280, 700);
  await painted();
  const link = page.getByRole('button', { name: 'Cancel and go back to sign-in' }).element();
  const range = document.createRange();
  range.selectNodeContents(link);
  const lines = [...range.getClientRects()].map(({ left }) => Math.round(left));
  expect(lines.length).toBeGreaterThan(1);
  expect(new Set(lines).size).toBe(1);
});

test('the button that deletes an account has the color of danger', async () => {
  await signInAs('Ben');
  location.hash = '#/preferences/profile';
  const remove = page.getByRole('button', { name: 'Delete account' });
  await expect.element(remove).toBeVisible();
  const swatch = document.body.appendChild(document.createElement('div'));
  swatch.style.background = 'var(--danger)';
  const danger = getComputedStyle(swatch).backgroundColor;
  swatch.remove();
  expect(danger).toMatch(/^rgb\(/);
  expect(getComputedStyle(remove.element()).backgroundColor).toBe(danger);
});

test('the paragraphs of a question have a gap', async ({ world }) => {
  await signInAs('Ada');
  await openSecurity();
  await enable(world);
  await openAccess('Authentication Settings');
  await enforcement().click();
  await sees(/From their next sign-in/);
  const [first, second] = [...document.querySelectorAll('dialog[open] p')].map(box);
  expect((second?.top ?? 0) - (first?.bottom ?? Infinity)).toBeGreaterThanOrEqual(8);
});

test('from right to left, names begin at the right, and a date stays before its time', async () => {
  document.documentElement.dir = 'rtl';
  onTestFinished(() => document.documentElement.removeAttribute('dir'));
  await signInAs('Ada');
  await openAccess('Groups');
  await press('Delete group Administrators');
  await pressInDialog('Delete group');
  await sees(/^At least one person must keep/);
  await pressInDialog('Cancel');
  const label = page.getByText('Workspace', { exact: true }).element();
  const name = document.querySelector('aside bdi') ?? document.body;
  expect(partOf(name, 0, 7).right).toBeCloseTo(box(label).right, 0);
  await openAccess('Audit log');
  await expect.element(page.getByRole('table')).toBeVisible();
  const time = document.querySelector('tbody td span:not([aria-hidden])') ?? document.body;
  expect(partOf(time, 0, 10).right).toBeLessThan(partOf(time, 11, 19).left);
});
