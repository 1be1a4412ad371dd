import { beforeEach, describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  signInWith,
  enable,
  openMail,
  openSecurity,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';

const signUp = async (email: string) => {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await type('Your name', 'Wanda Newcomer');
  await type('Email', email);
  await type('New Password', 'a long walk along the shore');
  await type('Confirm New Password', 'a long walk along the shore');
  await press('Create account');
  await sees(/We sent a link to/);
};

describe('a forgotten password', () => {
  test('gets the same response for a known and an unknown address', async () => {
    await page.getByRole('link', { name: 'Forgot password?' }).click();
    await type('Email', 'ben@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
    await type('Email', 'nobody@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
  });

  test('can be reset with a new link after the first link was used', async () => {
    window.location.hash = `#/reset-password/${'a'.repeat(43)}`;
    await sees('This link no longer works');
    await press('Ask for a new link');
    await sees('Forgot password');
  });
});

describe('a Google account', () => {
  beforeEach(async () => {
    await press('Use the demo Google account of Gina Rossi');
    await sees(/This isn't Google/);
    await press(/gina@larkfield.example/);
    await sees('Welcome, Gina Rossi');
    await openSecurity();
  });

  test('has no password to change, and shows where to change the Google password instead', async () => {
    await sees(/change your Google password instead/);
    expect(document.querySelectorAll('[role=tabpanel] h2')).toHaveLength(2);
  });

  test('gets a reset email which says that there is no password', async () => {
    await press('Send reset email');
    await openMail('gina@larkfield.example', 'You sign in with Google');
    await sees(/have none here/);
  });

  test('is asked for a code at sign-in too', async ({ world }) => {
    await enable(world);
    await signOut();
    await press('Use the demo Google account of Gina Rossi');
    await press(/gina@larkfield.example/);
    await sees('Signing in as g…@l….example');
  });
});

describe('a new account', () => {
  test('starts with a confirmed address and its own workspace', async () => {
    await signUp('wanda@larkfield.example');
    await openMail('wanda@larkfield.example', 'Confirm your email address');
    await page.getByRole('link', { name: 'Open the link' }).click();
    await press('Confirm');
    await sees('Your email address is confirmed. You can sign in now.');
    await signInWith('wanda@larkfield.example', 'a long walk along the shore');
    await sees('Welcome, Wanda Newcomer');
    await sees('Wanda Newcomer & co.');
  });

  test("isn't created for an address that has an account, and only the mailbox's owner learns about that account", async () => {
    await signUp('ada@larkfield.example');
    await openMail('ada@larkfield.example', 'You already have an account');
  });
});

describe('the Sessions tab', () => {
  test('lists other sessions, and can end one of them', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await sees('Active now');
    await press('End session on Firefox on Android');
    await sees("You aren't signed in anywhere else.");
  });

  test('ends all other sessions after one confirmation', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await press('End all other sessions');
    await pressInDialog('End all other sessions');
    await sees("You aren't signed in anywhere else.");
  });
});
