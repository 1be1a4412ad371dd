import { expect } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/ui/tokens.css';

import type { CompanionWorld } from './openCompanion';

/** Signs in as a demo person with their password. */
export async function signInAs(name: string): Promise<void> {
  await press(new RegExp(`^Fill in the sign-in for ${name}`));
  await press('Sign in');
}

/** Presses the button with this label. */
export const press = (name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Presses a button of the open dialog. */
export const pressInDialog = (name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

export const type = (label: string, text: string): Promise<void> =>
  page.getByLabelText(label, { exact: true }).fill(text);

/** Opens the Security tab by the avatar, as a user does. */
export async function openSecurity(): Promise<void> {
  await press(/^Account menu/);
  await page.getByRole('menuitem', { name: 'User preferences' }).click();
  await page.getByRole('tab', { name: 'Security' }).click();
}

export const sees = (text: string | RegExp): Promise<void> =>
  expect.element(page.getByText(text, { exact: false }).first()).toBeVisible();

const textsOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

/** Returns the secret key and the backup codes that the setup shows. */
export async function readSetUp(): Promise<{ secretKey: string; codes: string[] }> {
  await sees('Secret Key');
  return {
    secretKey: (textsOf('form dl code')[0] ?? '').replaceAll(' ', ''),
    codes: textsOf('form ol code'),
  };
}

/** Starts the setup on the Security tab. Returns its secret key and backup codes. */
export async function openSetUp(): Promise<{ secretKey: string; codes: string[] }> {
  await press('Enable 2FA');
  await pressInDialog('Enable 2FA');
  return readSetUp();
}

/** Opens a message in the mailbox of an address. */
export async function openMail(address: string, subject: string): Promise<void> {
  window.location.hash = `#/mailbox/${encodeURIComponent(address)}`;
  await page.getByRole('link', { name: subject, exact: false }).first().click();
  await expect.element(page.getByRole('article', { name: subject })).toBeVisible();
}

/** Returns the secret key in the open message. */
export async function readMailMessage(): Promise<{ secretKey: string }> {
  await sees('Secret Key');
  return { secretKey: (textsOf('article dl code')[0] ?? '').replaceAll(' ', '') };
}

/** Sets up 2FA on the Security tab and verifies it. */
export async function enable(world: CompanionWorld) {
  const setUp = await openSetUp();
  await page.getByLabelText("I've saved these codes").click();
  await type('Verification code', world.code(setUp.secretKey));
  await pressInDialog('Verify');
  await sees('Enabled');
  return setUp;
}

/** Opens a tab of Access Management. */
export async function openAccess(tab: string): Promise<void> {
  await page.getByRole('link', { name: 'Access Management' }).click();
  await page.getByRole('tab', { name: tab }).click();
}

/** Returns the switch with which a workspace requires 2FA. */
export const enforcement = () =>
  page.getByRole('switch', { name: 'Enforce Two Factor Authentication' });

/** Sets up 2FA as Ada, then turns enforcement on and confirms it. */
export async function enforce(world: CompanionWorld) {
  await signInAs('Ada');
  await openSecurity();
  const own = await enable(world);
  await openAccess('Authentication Settings');
  await enforcement().click();
  await pressInDialog('Enforce 2FA');
  await sees('2FA is now enforced.');
  return own;
}

/** Invites a new person as Ada. The invited person opens the mailed message. */
export async function inviteWanda(): Promise<void> {
  await openAccess('Users');
  await press('Add person');
  await type('Email', 'wanda@larkfield.example');
  await pressInDialog('Add');
  await sees('Invitation sent to wanda@larkfield.example.');
  await signOut();
  await openMail('wanda@larkfield.example', 'Join Harbour');
}

/** Creates Wanda's account on the invitation's page, which signs her in. */
export async function joinAsWanda(): Promise<void> {
  await sees('You were invited as wanda@larkfield.example.');
  await type('Your name', 'Wanda Newcomer');
  await type('New Password', 'a long walk along the shore');
  await type('Confirm New Password', 'a long walk along the shore');
  await press('Create account');
}

export async function signOut(): Promise<void> {
  await press(/^Account menu/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await sees("You're signed out.");
}

/** Signs in from the sign-in form. */
export const signInWith = async (email: string, password: string) => {
  await type('Email', email);
  await type('Password', password);
  await press('Sign in');
};
