import { render } from 'preact';
import { afterEach, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import { makeOtp } from '../../lib/otp';
import type { EntryDraft } from '../../lib/vault';
import { type PopupOptions, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { closePopup, openPopup, root, see } from './popupPage';
import { press } from './press';

afterEach(closePopup);

const site = { tab: 1, host: 'github.com', secure: true };
const backupCodes = ['a1b2-c3d4', 'e5f6-g7h8'].map((code, at) => ({
  code,
  usedAt: at === 0 ? 1_700_000_000_000 : null,
}));
const counted = makeOtp({ kind: 'hotp', secret: new TextEncoder().encode('12345678901234567890') });
const some: readonly EntryDraft[] = [
  { ...draft('GitHub'), hosts: ['github.com'], backupCodes, pinned: true },
  { ...draft('A counter'), otp: counted },
  draft('A site with a name that is far too long for its line', 'someone@far.too.long.example.org'),
];

const open = (accounts: readonly EntryDraft[], options: PopupOptions = {}) =>
  openPopup(accounts, options);

/** Every state of the popup, with the steps that lead to it. */
const states: Record<string, () => Promise<unknown>> = {
  'no vault yet': async () => {
    render(<Popup parts={(await popupWorld()).parts} />, root);
    await see('Create your vault');
  },
  'no account yet': () => open([]),
  accounts: () => open(some, { site }),
  'compact rows': () => open(some, { site, preferences: { density: 'compact' } }),
  'hidden codes': () => open(some, { preferences: { hideCodes: true } }),
  'a code that was asked for': async () => {
    await open(some);
    await press('Next code for A counter');
    await see('New code, copied: A counter');
  },
  'a search that finds nothing': async () => {
    await open(some);
    await userEvent.keyboard('/nothing');
    await see('No account matches');
  },
  'an open menu': async () => {
    await open(some, { site });
    await press('More actions for GitHub');
    await see('Delete');
  },
  'a locked vault, and a wrong passphrase': async () => {
    await open(some);
    await press('Lock');
    await see('Your vault is locked');
    await userEvent.keyboard('wrong passphrase{Enter}');
    await see("That passphrase isn't right");
  },
  'an account that is suggested': () => open([draft('GitLab')], { site }),
  'filling on a site that is not bound': async () => {
    await open([draft('GitLab')], { site });
    await press('More actions for GitLab');
    await press('Fill in on this page');
    await see("isn't linked to this site");
  },
  'backup codes': async () => {
    await open(some, { site });
    await press('More actions for GitHub');
    await press('Backup codes');
    await see('Only 1 backup code is left');
  },
  'backup codes found on a page': async () => {
    await open(some, { site, onPage: ['a1b2-c3d4', 'e5f6-g7h8'] });
    await press('More actions for GitHub');
    await press('Find backup codes on this page');
    await see('Are these the backup codes for GitHub?');
  },
  'no backup codes on a page': async () => {
    await open(some, { site });
    await press('More actions for GitHub');
    await press('Find backup codes on this page');
    await see('No backup codes were found');
  },
  'a clock that is wrong': async () => {
    await open(some, { site, offset: 42_000 });
    await press('More');
    await press('Check the clock');
    await press('Check');
    await see('42 seconds slow');
  },
};

test.each(Object.entries(states))(
  'axe finds no violation in any appearance: %s',
  async (_, reach) => {
    await reach();
    await expectNoBarriersInAnyLook();
  },
);
