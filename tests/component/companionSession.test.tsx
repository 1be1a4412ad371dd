import { describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import { openSecurity, press, sees, signInAs, type } from './companionWorld';

const minute = 60_000;
const fault = () => Response.json({ code: 'fault', message: '', facts: {} }, { status: 500 });

describe('refreshing the account', () => {
  test('happens once after a sign-in', async ({ world }) => {
    await press(/^Fill in the sign-in for Ben/);
    world.asked.length = 0;
    await press('Sign in');
    await sees('Welcome, Ben Lindqvist');
    await world.settled();
    expect(world.asked).toEqual(['POST /sign-in', 'GET /me', 'GET /security']);
  });

  test('happens once after a change to the profile', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    window.location.hash = '#/preferences/profile';
    await type('Name', 'Benjamin');
    world.asked.length = 0;
    await press('Save Changes');
    await sees('Profile saved.');
    await world.settled();
    expect(world.asked).toEqual(['PATCH /me', 'GET /me', 'GET /security']);
  });

  test('happens once after a change by another page, however many announcements the change causes', async ({
    world,
  }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    world.asked.length = 0;
    const { onChange } = world.stores;
    await Promise.all([onChange('other'), onChange('other'), onChange('other')]);
    expect(world.asked.filter((call) => call === 'GET /me')).toHaveLength(2);
  });

  test("doesn't extend the session if another page caused the refresh", async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    world.wait(50 * minute);
    await world.stores.onChange('other');
    world.wait(15 * minute);
    await world.stores.refresh();
    await sees('Your session has ended. Sign in again.');
  });
});

describe('when requests fail', () => {
  test('107: an error while reading keeps the session and offers a retry', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    world.failing.set('GET /security', fault());
    await world.stores.refresh();
    await sees(/This page may be out of date/);
    await sees('Welcome, Ben Lindqvist');
    world.failing.clear();
    await press('Try again');
    await expect.element(page.getByText(/This page may be out of date/)).not.toBeInTheDocument();
    await openSecurity();
    await sees('Two-factor authentication (2FA)');
  });

  test('reopening the page keeps the session and offers a retry', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    world.failing.set('GET /me', fault());
    await world.reopen();
    await sees("Your account can't be read right now");
    world.failing.clear();
    await press('Try again');
    await sees('Welcome, Ben Lindqvist');
  });

  test("a sign-in is kept even if the account can't be read yet", async ({ world }) => {
    world.failing.set('GET /me', fault());
    await signInAs('Ben');
    await sees("Your account can't be read right now");
    world.failing.clear();
    await press('Try again');
    await sees('Welcome, Ben Lindqvist');
  });

  test('the page asks the user to sign in again if the session has ended', async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    world.wait(61 * minute);
    await press('Send reset email');
    await sees('Your session has ended. Sign in again.');
  });
});

test('opening a sign-up link while signed in ends the session at the service', async ({
  world,
}) => {
  await world.stores.signUp.signUp({
    name: 'Wanda Newcomer',
    email: 'wanda@larkfield.example',
    password: 'a long walk along the shore',
    confirm: 'a long walk along the shore',
  });
  await signInAs('Ben');
  await sees('Welcome, Ben Lindqvist');
  const token = await world.linkTo('wanda@larkfield.example');
  window.location.hash = token;
  await press('Confirm');
  await sees('Your email address is confirmed. You can sign in now.');
  expect(world.asked).toContain('POST /sign-out');
});

test.for(['#/constructor/TEXT', '#/toString/x', '#/__proto__/x', '#/hasOwnProperty'])(
  'the address %s shows the sign-in page',
  async (hash) => {
    window.location.hash = hash;
    await sees('Sign in to Larkfield');
    expect(document.body.textContent).not.toContain('TEXT');
  },
);
