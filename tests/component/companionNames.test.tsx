import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import { openAccess, press, sees, signInAs, type } from './companionWorld';

test.for([
  ['a new group', '#/access/groups', 'Group name'],
  ['a person', '#/preferences/profile', 'Name'],
  ['a new person', '#/sign-up', 'Your name'],
] as const)(
  'the field for the name of %s takes no more than the service',
  async ([, path, label]) => {
    if (path !== '#/sign-up') await signInAs('Ada');
    window.location.hash = path;
    await expect
      .element(page.getByLabelText(label, { exact: true }))
      .toHaveAttribute('maxlength', '80');
  },
);

test('the service takes the longest name that the field takes', async () => {
  await signInAs('Ada');
  await openAccess('Groups');
  await type('Group name', 'x'.repeat(80));
  await press('Create group');
  await sees(`Group ${'x'.repeat(80)} created.`);
});
