import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, sha256, systemRandom, type Derive } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { readFile, writeFile } from '../../../lib/transfer';
import { shelf } from '../../support/shelf';
import { accounts, change, encoded, rearranged, shuffled, urisOf } from './rearrange';
import { toolsWith } from './tools';

const password = 'violet anchor pudding';

/** Derives a key fast and insecurely, so that a test can encrypt hundreds of files. */
const derive: Derive = ({ password: given, salt }) => Promise.resolve(sha256(concat(given, salt)));

/** Slots that Aegis writes beside the slot of a password: for a fingerprint, and for another password. */
const key_params = { nonce: '00'.repeat(12), tag: '11'.repeat(16) };
const costs = { n: 32_768, r: 8, p: 1, salt: 'ef'.repeat(32) };
const otherSlots = [
  { type: 2, uuid: '1', key: 'ab'.repeat(32), key_params },
  { type: 1, uuid: '2', key: 'cd'.repeat(32), key_params, ...costs },
];

test('an encrypted Aegis export is read the same with its members and slots in any order and encoding', async () => {
  await fc.assert(
    fc.asyncProperty(accounts, change, fc.subarray(otherSlots), async (held, how, more) => {
      const tools = { password, derive, random: systemRandom, now: 0 };
      const { text } = await writeFile('aegis', held, tools);
      const order = how.order[Symbol.iterator]();
      const file = JSON.parse(text);
      const slots = shuffled([...file.header.slots, ...more], order);
      const json = rearranged({ ...file, header: { ...file.header, slots } }, order);
      const bytes = encoded(JSON.stringify(json, null, how.indent).replaceAll('/', how.slash), how);
      const read = (given: string | null) => readFile('', bytes, { ...toolsWith(given), derive });
      expect(await read(null)).toMatchObject({ kind: 'needs-password', app: 'Aegis' });
      await expect(read('another')).rejects.toThrow(new AppError('format/wrong-password'));
      const result = await read(password);
      expect(result).toMatchObject({ kind: 'read', unreadable: [] });
      expect(result.kind === 'read' && urisOf(result.accounts)).toEqual(urisOf(held));
    }),
    { numRuns: 60 },
  );
});

test('a backup is recognized whatever its name, and another vault restores the same accounts from it', async () => {
  const ours = await shelf();
  const theirs = await shelf();
  await fc.assert(
    fc.asyncProperty(
      accounts,
      fc.constantFrom('', 'a.tessera', 'a.json', 'a.txt', 'a.zip', 'a.png'),
      async (held, name) => {
        await ours.vault.importEntries(held, new Map());
        const all = await ours.entries();
        const bytes = Uint8Array.from((await ours.vault.backups.make(password)).bytes);
        await expect(readFile(name, bytes, toolsWith(password))).rejects.toThrow(
          new AppError('format/own-backup'),
        );
        const preview = await theirs.vault.backups.read(bytes, password);
        if (!preview) throw new Error('The file is not recognized as a backup');
        await theirs.vault.backups.restore(preview, 'replace');
        expect(urisOf(await theirs.entries())).toEqual(urisOf(all));
        expect(urisOf(all)).toEqual(expect.arrayContaining(urisOf(held)));
      },
    ),
    { numRuns: 20 },
  );
});
