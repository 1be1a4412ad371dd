import { expectAccessible } from './axe';
import { openSite, type Site } from './companionWorld';
import { expect, test } from './fixtures';

const look = async (site: Site, path: string, heading: string) => {
  await site.goTo(path);
  await expect(
    site.page.getByRole('heading', { name: heading, exact: true }).first(),
  ).toBeVisible();
  await expectAccessible(site.page);
};

test('axe finds no violation on any page before sign-in', async ({ context, at }) => {
  const site = await openSite(context, at);
  await look(site, '/sign-up', 'Create an account');
  await look(site, '/forgot', 'Forgot password');
  await look(site, '/google', 'Google (demo)');
  await look(site, `/reset-password/${'a'.repeat(43)}`, 'Set a new password');
  await look(site, `/verify-address/${'a'.repeat(43)}`, 'Confirm your email address');
  await look(site, '/mailbox', 'Mailbox');
  await look(site, '/developer', 'Developer panel');
});

test('axe finds no violation on any page or dialog after sign-in', async ({ context, at }) => {
  const site = await openSite(context, at);
  const dialog = async (button: string | RegExp) => {
    await site.page.getByRole('button', { name: button }).first().click();
    await expect(site.dialog).toBeVisible();
    await expectAccessible(site.page);
    await site.page.keyboard.press('Escape');
    await expect(site.dialog).toHaveCount(0);
  };
  await site.signIn('Ada Okafor');
  await site.expectSignedIn();
  await look(site, '/preferences/profile', 'User preferences');
  await dialog('Leave Harbour');
  await dialog('Delete account');
  await look(site, '/preferences/sessions', 'This device');
  await look(site, '/access/users', 'Access Management');
  await dialog('Add person');
  await look(site, '/access/groups', 'Administrators');
  await dialog(/^Delete group/);
  await look(site, '/access/audit', 'Access Management');
  await look(site, '/access/authentication', 'Security Options');
  await site.page.getByRole('switch').click();
  await expect(site.dialog).toContainText('Protect your own login first.');
  await expectAccessible(site.page);
});
