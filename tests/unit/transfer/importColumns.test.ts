import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../../../lib/transfer';
import { shelf } from '../../support/shelf';
import { importInto, memory, text, uri } from './importInto';

/** Returns a ZIP of these texts, given by their file names. */
const zip = async (members: Readonly<Record<string, string>>) => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(members))
    await writer.add(name, new TextReader(content));
  return { name: 'all.zip', bytes: new Uint8Array(await writer.close()) };
};

describe('an import', () => {
  test('asks for the columns of an unknown table, and remembers the answer', async () => {
    const table = text('Wo;Wer;Was\nOne;a;JBSWY3DPEHPK3PXP\nTwo;b;KRSXG5CTMVRXEZL1');
    const columns = memory();
    const store = importInto(await shelf(), columns);
    await store.open([table]);
    expect(store.state.value).toMatchObject({ step: 'columns', isRemembered: false });
    store.columns.use('secret', 2);
    store.columns.use('issuer', 0);
    store.columns.use('account', 1);
    expect(store.state.value).toMatchObject({ read: 1, unreadable: 1 });
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({
      step: 'preview',
      rows: [{ account: { issuer: 'One', account: 'a' }, choice: 'add' }],
      unreadable: [{ name: 'Two', reason: 'otp/bad-secret' }],
    });
    const again = importInto(await shelf(), columns);
    await again.open([table]);
    expect(again.state.value).toMatchObject({
      step: 'columns',
      isRemembered: true,
      mapping: { secret: 2, issuer: 0, account: 1 },
    });
  });

  test.each([
    ['Dienst;Kennung;Wort', 'GitHub;ada@example.com;JBSWY3DPEHPK3PXP', [2, 0, 1]],
    ['x;y;z', 'JBSWY3DPEHPK3PXP;bo@example.com;Shop', [0, 2, 1]],
    ['x;y;z', '2024-05-01;JBSWY3DPEHPK3PXP;Shop', [1, 2, undefined]],
    ['x;y', '17;JBSWY3DPEHPK3PXP', [1, undefined, undefined]],
  ])(
    'guesses the columns of %s from their values',
    async (header, row, [secret, issuer, account]) => {
      const store = importInto(await shelf());
      await store.open([text(`${header}\n${row}`)]);
      const guessed = Object.entries({ secret, issuer, account }).filter(
        ([, at]) => at !== undefined,
      );
      expect(store.state.value.step).toBe('columns');
      expect(store.state.value).toHaveProperty('mapping', Object.fromEntries(guessed));
    },
  );

  test('guesses the columns of settings from their values, so that their codes are right', async () => {
    const store = importInto(await shelf());
    await store.open([text('Wo;Was;Takt;N;Art;S\nOne;JBSWY3DPEHPK3PXP;60;8;TOTP;SHA256')]);
    expect(store.state.value).toMatchObject({
      mapping: { issuer: 0, secret: 1, period: 2, digits: 3, type: 4, algorithm: 5 },
      accounts: [{ otp: { period: 60, digits: 8, algorithm: 'SHA256' } }],
    });
  });

  test.each([
    ['peroid', '60'],
    ['N', '8'],
    ['Art', 'HOTP'],
    ['Streuwert', 'SHA256'],
  ])(
    'asks about an unknown column %s whose values may be a setting of the codes',
    async (name, value) => {
      const store = importInto(await shelf());
      await store.open([text(`issuer,account,secret,${name}\nOne,a,JBSWY3DPEHPK3PXP,${value}`)]);
      expect(store.state.value.step).toBe('columns');
    },
  );

  test("doesn't ask about columns that only password managers use", async () => {
    const store = importInto(await shelf());
    const head = 'issuer,account,secret,reprompt,password,modified';
    await store.open([text(`${head}\nOne,a,JBSWY3DPEHPK3PXP,0,7kitten7,2026-01-05`)]);
    expect(store.state.value.step).toBe('preview');
  });

  test('asks for the columns of a table in an archive, and shows the accounts of known files in the archive', async () => {
    const unknown = 'Wo;Wer;Was\nOne;a;JBSWY3DPEHPK3PXP\nTwo;b;KRSXG5CTMVRXEZLU';
    const alone = importInto(await shelf());
    await alone.open([await zip({ 'table.csv': unknown })]);
    expect(alone.state.value).toMatchObject({ step: 'columns', name: 'table.csv', canSkip: false });

    const store = importInto(await shelf());
    await store.open([await zip({ 'table.csv': unknown, 'links.txt': uri('known') })]);
    expect(store.state.value).toMatchObject({ step: 'columns', name: 'table.csv', canSkip: true });
    store.columns.use('secret', 2);
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({ step: 'preview', rows: [{}, {}, {}] });
  });

  test('never stores values as column names if the table has no header', async () => {
    const held = new Map<string, ColumnMapping>();
    const store = importInto(await shelf(), memory(held));
    await store.open([text('One;JBSWY3DPEHPK3PXP;a\nTwo;KRSXG5CTMVRXEZLU;b')]);
    expect(store.state.value).toMatchObject({ step: 'columns', table: { hasHeader: false } });
    store.columns.use('secret', 1);
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({ step: 'preview', rows: [{}, {}] });
    expect(held.size).toBe(0);
  });
});
