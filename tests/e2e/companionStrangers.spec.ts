import { openSite, type Site } from './companionWorld';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';

const ben = 'ben@larkfield.example';

/** Signs up a stranger with their own account and workspace, and signs them in. */
async function signUpAsMallory(site: Site): Promise<void> {
  const { page, press, fill } = site;
  const words = 'a long walk along the shore';
  await site.goTo('/sign-up');
  await fill('Your name', 'Mallory');
  await fill('Email', 'mallory@evil.example');
  await fill('New Password', words);
  await fill('Confirm New Password', words);
  await press('Create account');
  await site.openMail('mallory@evil.example', 'Confirm your email address');
  await page.getByRole('link', { name: 'Open the link' }).click();
  await press('Confirm');
  await expect(page.getByText('Your email address is confirmed.')).toBeVisible();
  await site.signInWith('mallory@evil.example', words);
  await site.expectSignedIn();
}

test('a stranger who invites an account gets no power over the account, before or after the account joins', async ({
  context,
  at,
}) => {
  const owner = await openSite(context, at);
  await owner.signIn();
  await owner.openSecurity();
  const key = await owner.startSetUp();
  const used = oathtool(key);
  await owner.finishSetUp(used);
  await owner.expectStatus('Enabled');

  const stranger = await openSite(context, at, 'elsewhere');
  await signUpAsMallory(stranger);
  await stranger.openAccess('Users');
  await stranger.press('Add person');
  await stranger.fill('Email', ben);
  await stranger.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(stranger.page.getByText(`Invitation sent to ${ben}.`)).toBeVisible();
  await expect(stranger.page.getByText(/^Pending · until/)).toBeVisible();
  const powers = stranger.page.getByRole('button', { name: 'Email New Two Factor Auth Secret' });
  await expect(powers).toHaveCount(0);
  await expect(stranger.page.getByText('Ben Lindqvist')).toHaveCount(0);

  // The owner is still signed in, and accepts after reading what the workspace can do.
  await owner.page.bringToFront();
  await owner.page.reload();
  await owner.press('Review invitation');
  await expect(owner.page.getByText('Mallory invites you to this workspace.')).toBeVisible();
  await expect(owner.page.getByText('Remove you from the workspace')).toBeVisible();
  await owner.press('Accept');
  await expect(owner.page.getByText('You joined Mallory & co..')).toBeVisible();

  await stranger.page.bringToFront();
  await stranger.page.reload();
  await expect(stranger.page.getByText('Ben Lindqvist')).toBeVisible();
  await expect(powers).toHaveCount(0);
  await stranger.page.getByRole('button', { name: 'More actions for Ben Lindqvist' }).click();
  await expect(stranger.page.getByRole('menuitem')).toHaveText(['Remove from workspace']);

  // The owner's second factor hasn't changed.
  await owner.page.bringToFront();
  await owner.openSecurity();
  await owner.expectStatus('Enabled');
  await owner.signOut();
  await owner.signIn();
  await expect.poll(() => oathtool(key)).not.toBe(used);
  await owner.answerChallenge(oathtool(key));
  await owner.expectSignedIn();
});

test('a stranger who guesses passwords and requests resets locks out no one else', async ({
  context,
  at,
}) => {
  const owner = await openSite(context, at);
  await owner.signIn();
  await owner.expectSignedIn();
  await owner.signOut();

  const stranger = await openSite(context, at, 'elsewhere');
  for (let i = 0; i < 5; i++) {
    await stranger.signInWith(ben, `guess number ${i}`);
    await expect(stranger.page.getByText('Incorrect email or password.')).toBeVisible();
  }
  await stranger.signInWith(ben, 'guess number 6');
  await expect(stranger.page.getByText(/^Too many attempts\./)).toBeVisible();
  await stranger.goTo('/forgot');
  const refused = stranger.page.getByText(/^Too many attempts\./);
  for (let i = 0; i < 25 && !(await refused.isVisible()); i++) {
    await stranger.fill('Email', `invented${i}@larkfield.example`);
    await stranger.press('Send reset email');
    await expect(
      stranger.page.getByText("If that address has an account, we've sent a message.").or(refused),
    ).toBeVisible();
    await expect(
      stranger.page.getByRole('button', { name: 'Send reset email' }),
    ).not.toHaveAttribute('aria-busy', 'true');
  }
  await expect(refused).toBeVisible();

  // The owner's browser is known to the account, so its sign-ins and reset mails have separate limits.
  await owner.page.bringToFront();
  await owner.signIn();
  await owner.expectSignedIn();
  await owner.openSecurity();
  await owner.press('Send reset email');
  await expect(owner.page.getByText(/^Sent to b…@/)).toBeVisible();
  await owner.openMail(ben, 'Too many attempts');
});
