import { entryMerging } from '../../../lib/sync/entryMerging';
import { browserVault } from '../../../lib/platform/vault';

const issuers = ['GitHub', 'Google', 'Example', 'Dropbox', 'Bank', 'Mail', 'Shop', 'Cloud'];

/** Adds `count` accounts to the unlocked vault of this browser. */
async function seed(count: number): Promise<void> {
  const vault = browserVault({
    lockAfter: () => Promise.resolve(15),
    merging: () => Promise.resolve(entryMerging),
  });
  const drafts = Array.from({ length: count }, (_, at) => ({
    issuer: `${issuers[at % issuers.length] ?? ''} ${at}`,
    account: `person${at}@example.com`,
    otp: {
      kind: 'totp' as const,
      secret: crypto.getRandomValues(new Uint8Array(20)),
      algorithm: 'SHA1' as const,
      digits: 6,
      period: 30,
      counter: 0,
      pin: '',
    },
  }));
  await vault.add(drafts);
  vault.close();
}

Object.assign(globalThis, { seed });
