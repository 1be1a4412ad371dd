import { describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  openAccess,
  openMail,
  openSecurity,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';
import type { CompanionWorld } from './openCompanion';
import { ben } from './companionInviting';

const olga = 'olga@larkfield.example';

/** Signs in as Ada, invites Olga, whose home is another workspace, and signs out. */
async function inviteOlga(): Promise<void> {
  await signInAs('Ada');
  await openAccess('Users');
  await press('Add person');
  await type('Email', olga);
  await pressInDialog('Add');
  await sees(`Invitation sent to ${olga}.`);
}

const row = (name: RegExp) => page.getByRole('row', { name });

/** Returns the actions in a person's menu, as Ada with 2FA on. */
async function actionsFor(world: CompanionWorld, name: string): Promise<string[]> {
  await openSecurity();
  await enable(world);
  await openAccess('Users');
  await press(`More actions for ${name}`);
  return page
    .getByRole('menuitem')
    .elements()
    .map((item) => item.textContent);
}

describe('joining a workspace', () => {
  test('85, 86: an invited account is pending, and the workspace learns only its address', async () => {
    await inviteOlga();
    await sees(/Pending · until/);
    await expect.element(row(/Olga/)).not.toBeInTheDocument();
    await press('Add person');
    await type('Email', 'nobody@elsewhere.example');
    await pressInDialog('Add');
    await sees('Invitation sent to nobody@elsewhere.example.');
  });

  test("the account's owner sees who invites them and what the workspace will be able to do, and accepts", async ({
    world,
  }) => {
    await inviteOlga();
    await signOut();
    await signInAs('Olga');
    await sees(/Ada Okafor.* invites you to join Harbour/);
    await press('Review invitation');
    await sees('Join Harbour?');
    await sees('Remove you from the workspace');
    await sees(/It can't reset your second factor/);
    await press('Accept');
    await sees('You joined Harbour.');
    expect(world.stores.account.me.value?.workspaces.map(({ name }) => name)).toContain('Harbour');
  });

  test('88: declining an invitation leaves neither a member nor an invitation', async ({
    world,
  }) => {
    await inviteOlga();
    await signOut();
    await signInAs('Olga');
    await press('Review invitation');
    await press('Decline');
    await sees('You declined the invitation to Harbour.');
    await sees('No invitations');
    expect(world.stores.account.me.value?.workspaces.map(({ name }) => name)).toEqual(['Meadow']);
  });

  test('the link mailed to an existing account leads to sign-in, then to the invitation', async () => {
    await inviteOlga();
    await signOut();
    await openMail(olga, 'Join Harbour');
    await page.getByRole('link', { name: 'Open the link' }).click();
    await sees(`Sign in as ${olga} to accept or decline.`);
    await press('Sign in');
    await signInAs('Olga');
    await sees('Join Harbour?');
  });

  test('a canceled invitation disappears for the workspace and for the invited person', async () => {
    await inviteOlga();
    await press(`Cancel invitation for ${olga}`);
    await pressInDialog('Cancel invitation');
    await sees('Invitation canceled.');
    await signOut();
    await signInAs('Olga');
    await sees(/Welcome, Olga/);
    await expect.element(page.getByText(/invites you to join/)).not.toBeInTheDocument();
  });
});

describe('permissions over a member', () => {
  test("90: a workspace that isn't the member's home can only remove the member", async ({
    world,
  }) => {
    await inviteOlga();
    await signOut();
    await signInAs('Olga');
    await press('Review invitation');
    await press('Accept');
    await signOut();
    await signInAs('Ada');
    expect(await actionsFor(world, 'Olga Novak')).toEqual(['Remove from workspace']);
    await expect.element(row(/Olga.*not managed here/)).toBeVisible();
  });

  test("102: an admin of the member's home can end the member's sessions", async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    const back = await world.setAside();
    await signInAs('Ada');
    await actionsFor(world, 'Ben Lindqvist');
    await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    await pressInDialog('Sign out everywhere');
    await sees('Ben Lindqvist is signed out everywhere.');
    await signOut();
    await back();
    await sees('Your session has ended. Sign in again.');
    await openMail(ben, 'You were signed out everywhere');
  });
});

/** Returns the elements of the page that would scroll sideways. */
const overflow = () =>
  [...document.querySelectorAll('main, main *')].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).overflowX === 'auto',
  );

describe('a narrow window', () => {
  test.for([1042, 320])(
    'of %i pixels fits the Users page and the Audit log with every action',
    async (width, { world }) => {
      await signInAs('Ada');
      await openSecurity();
      await enable(world);
      await openAccess('Users');
      await page.viewport(width, 800);
      await sees('ben@larkfield.example');
      expect(overflow()).toEqual([]);
      const actions = page.getByRole('button', { name: 'More actions for Ben Lindqvist' });
      actions.element().scrollIntoView({ block: 'center' });
      await expect.element(actions).toBeInViewport({ ratio: 1 });
      expect(document.documentElement.scrollLeft).toBe(0);
      window.location.hash = '#/access/audit';
      await sees('2FA enabled');
      expect(overflow()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});
