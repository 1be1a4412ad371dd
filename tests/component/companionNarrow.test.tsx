import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  enforce,
  openAccess,
  openMail,
  openSecurity,
  openSetUp,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';
import { painted } from './painted';

const longName = 'wolfeschlegelsteinhausenbergerdorff';
const longAddress = `maximiliane.${longName}@larkfield.example`;

const box = (element: Element) => element.getBoundingClientRect();
const all = (selector: string) => [...document.querySelectorAll(selector)];

async function resize(width: number, height = 800): Promise<void> {
  await page.viewport(width, height);
  await painted();
}

async function invite(email: string): Promise<void> {
  await openAccess('Users');
  await press('Add person');
  await type('Email', email);
  await pressInDialog('Add');
  await sees(`Invitation sent to ${email}.`);
}

/** Expects that the open dialog confirms with a red button of this name. Closes the dialog. */
async function asksInRed(name: string): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
  await expect.element(button).toHaveAttribute('data-danger');
  await pressInDialog('Cancel');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
}

test('the invitation of a long address stays inside its form', async () => {
  await signInAs('Ada');
  await invite(longAddress);
  await signOut();
  await openMail(longAddress, 'Join Harbour');
  await page.getByRole('link', { name: 'Open the link' }).click();
  await sees(`You were invited as ${longAddress}.`);
  for (const width of [1042, 320]) {
    await resize(width);
    const { right } = box(page.getByRole('main').element().querySelector('section')!);
    expect(all('main section *').filter((element) => box(element).right > right)).toEqual([]);
  }
});

test('at 320 pixels, a group with a long name stays inside the page', async () => {
  await signInAs('Ada');
  await openAccess('Groups');
  await type('Group name', longName);
  await press('Create group');
  await sees(`Add to ${longName}`);
  await resize(320);
  expect(all('main *').filter((element) => box(element).right > window.innerWidth)).toEqual([]);
  const widths = all('main select').map((select) => box(select).width);
  expect(widths).toHaveLength(2);
  expect(Math.min(...widths)).toBeGreaterThan(150);
});

test('at 320 pixels, the greeting of a person with a long name stays inside the page', async () => {
  await signInAs('Ada');
  location.hash = '#/preferences/profile';
  await type('Name', longName);
  await press('Save Changes');
  await sees('Profile saved.');
  location.hash = '#/home';
  await sees(`Welcome, ${longName}`);
  await resize(320);
  const heading = page.getByRole('heading', { level: 1 }).element();
  expect(heading.scrollWidth).toBeLessThanOrEqual(heading.clientWidth);
});

test('in a low window, the error about a code of the setup is visible', async () => {
  await resize(1042, 620);
  await signInAs('Ben');
  await openSecurity();
  await openSetUp();
  await page.getByLabelText("I've saved these codes").click();
  await type('Verification code', '000000');
  page.getByLabelText('Verification code').element().scrollIntoView({ block: 'end' });
  await pressInDialog('Verify');
  await sees(/^Incorrect code/);
  await painted();
  const verify = page.getByRole('dialog').getByRole('button', { name: 'Verify' }).element();
  const error = page.getByText(/^Incorrect code/).element();
  expect(box(error).bottom).toBeLessThan(box(verify).top);
});

test.for([1280, 640, 320])(
  'at %i pixels, all addresses of the mailbox have their count beside them or none has',
  async (width) => {
    await signInAs('Ada');
    await invite(longAddress);
    location.hash = '#/mailbox';
    await sees(longAddress);
    await resize(width);
    const links = all('nav[aria-label=Addresses] a');
    const stacked = links.map(
      ({ firstElementChild, lastElementChild }) =>
        box(lastElementChild!).top >= box(firstElementChild!).bottom,
    );
    expect(links.length).toBeGreaterThan(1);
    expect(new Set(stacked).size).toBe(1);
  },
);

test('at 1042 pixels, no address of a member wraps, and the menus are in one line', async ({
  world,
}) => {
  await resize(1042);
  await enforce(world);
  await openAccess('Users');
  await sees('Email New Two Factor Auth Secret');
  await painted();
  const emails = all('main tbody th span').filter(({ textContent }) => textContent.includes('@'));
  expect(emails.length).toBeGreaterThan(1);
  expect(Math.max(...emails.map((email) => box(email).height))).toBeLessThan(30);
  const menus = all('main tbody button[aria-haspopup]').map((menu) => Math.round(box(menu).left));
  expect(menus.length).toBeGreaterThan(1);
  expect(new Set(menus).size).toBe(1);
});

test('the button of a banner is beside its text on a wide page and below it on a narrow one', async () => {
  await signInAs('Ada');
  await invite('olga@larkfield.example');
  await signOut();
  await signInAs('Olga');
  const text = page.getByText('Ada Okafor invites you to join Harbour.');
  await expect.element(text).toBeVisible();
  const button = page.getByRole('button', { name: 'Review invitation' });
  await resize(1042);
  expect(box(button.element()).left).toBeGreaterThan(box(text.element()).right);
  expect(box(button.element()).top).toBeLessThan(box(text.element()).bottom);
  await resize(640);
  expect(box(button.element()).top).toBeGreaterThan(box(text.element()).bottom);
  expect(box(button.element()).left).toBe(box(text.element()).left);
});

test('the link to the mailbox begins where the notice about the emailed secret begins', async ({
  world,
}) => {
  await resize(1042);
  await enforce(world);
  await signOut();
  await signInAs('Ben');
  const link = page.getByRole('link', { name: 'Open the mailbox' });
  await expect.element(link).toBeVisible();
  const notice = page.getByText(/^We emailed you a QR code/);
  expect(box(link.element()).left).toBeLessThanOrEqual(box(notice.element()).left);
});

test('a link that no longer works leads back to the sign-in', async () => {
  location.hash = `#/verify-address/${'a'.repeat(43)}`;
  await press('Confirm');
  await sees('This link has expired or was already used.');
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await sees('Sign in to Larkfield');
});

test('every question about an action that ends something has a red button', async ({ world }) => {
  await signInAs('Ada');
  await openSecurity();
  await enable(world);
  await press('Disable 2FA');
  await asksInRed('Disable 2FA');
  location.hash = '#/preferences/profile';
  await press('Leave Harbour');
  await asksInRed('Leave');
  await press('Delete account');
  await asksInRed('Delete account');
  await openAccess('Groups');
  await press('Delete group Administrators');
  await asksInRed('Delete group');
  await invite('nina@larkfield.example');
  await press('Cancel invitation for nina@larkfield.example');
  await asksInRed('Cancel invitation');
  for (const name of ['Sign out everywhere', 'Remove from workspace', 'Disable account']) {
    await press('More actions for Ben Lindqvist');
    await page.getByRole('menuitem', { name, exact: true }).click();
    await asksInRed(name);
  }
  location.hash = '#/developer';
  await press('Reset demo data');
  await asksInRed('Reset demo data');
});
