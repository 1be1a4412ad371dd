/**
 * Mutants that no test can detect, because the program behaves the same with them, each with the reason why. A
 * mutant is identified by its file, its operator and its line, so that changing the line removes it from the
 * list.
 */
export const equivalents = [
  {
    file: 'lib/companion/flows/verifyEmail.ts',
    what: 'removes a guard',
    line: "if (!user) throw refuse('link_expired');",
    why: 'The links of a deleted account go with it: none is left without its account.',
  },
  {
    file: 'lib/companion/flows/guards.ts',
    what: 'removes a guard',
    line: 'if (user.homeId === null) return false;',
    why: 'In memory no group belongs to null. IndexedDB reads null as every row, where case 92 notices it.',
  },
  {
    file: 'lib/companion/routes/request.ts',
    what: '|| becomes &&',
    line: "if (request.method === 'GET' || request.method === 'HEAD') return request;",
    why: 'A GET has no body: reading it gives an empty one, and the copy is the same request.',
  },
  {
    file: 'lib/companion/routes/request.ts',
    what: 'removes a guard',
    line: "if (request.method === 'GET' || request.method === 'HEAD') return request;",
    why: 'The same: without the guard, the copy of a GET has an empty body.',
  },
  {
    file: 'lib/crypto/seal.ts',
    what: '|| becomes &&',
    line: 'if (nonce.length !== nonceLength || sealed.length < tagLength) return null;',
    why: 'The cipher throws for both lengths, and the catch returns null.',
  },
  {
    file: 'lib/crypto/seal.ts',
    what: 'removes a guard',
    line: 'if (nonce.length !== nonceLength || sealed.length < tagLength) return null;',
    why: 'The same.',
  },
  {
    file: 'lib/crypto/aesCbc.ts',
    what: '|| becomes &&',
    line: 'if (iv.length !== 16 || sealed.length === 0 || sealed.length % 16 !== 0) return null;',
    why: 'WebCrypto rejects these lengths, and the catch returns null.',
  },
  {
    file: 'lib/crypto/aesCbc.ts',
    what: 'removes a guard',
    line: 'if (iv.length !== 16 || sealed.length === 0 || sealed.length % 16 !== 0) return null;',
    why: 'The same.',
  },
  {
    file: 'lib/otp/cleanName.ts',
    what: 'removes a guard',
    line: 'if (visible.length <= maxLength) return visible;',
    why: 'A shortcut: cutting a shorter name at its maximum returns the same name.',
  },
  {
    file: 'lib/otp/cleanName.ts',
    what: '<= becomes <',
    line: 'if (visible.length <= maxLength) return visible;',
    why: 'The same.',
  },
  {
    file: 'lib/vault/backup/backupCodec.ts',
    what: '|| becomes &&',
    line: "if (typeof value !== 'object' || value === null) return false;",
    why: 'No value is both. A value that is no object has no type either, and the next check returns false.',
  },
  {
    file: 'lib/vault/backup/readBackupV1.ts',
    what: '|| becomes &&',
    line: 'if (saltBytes?.length !== 16 || !isCount(epoch) || epoch > 0xff_ff_ff_ff) return null;',
    why: 'The content authenticates the whole header: a file with another epoch is damaged either way.',
  },
  {
    file: 'lib/vault/entries/createLists.ts',
    what: 'removes a guard',
    line: 'if (edits.length === 0) return list;',
    why: 'A shortcut: the list is sorted already, and no edits change nothing.',
  },
];
