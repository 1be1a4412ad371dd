import { describe, expect, test } from 'vitest';
import { encodeHex, readSecretKey } from '../../../lib/otp';
import { makeWorld, no, stores, yes } from './support';

/** Returns every text in a value at any depth. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key].concat(textsIn(inner)))
      : [];

describe.each(stores)('stored secrets (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('84: no table stores a password, token, secret, code or backup code in plain text', async () => {
    const world = await newWorld();
    const secrets = new Set<string>();
    const keep = (...texts: (string | null | undefined)[]) => {
      for (const text of texts) if (text) secrets.add(text);
    };
    const keepKey = (key: string) => {
      const bytes = readSecretKey(key);
      const base64 = Buffer.from(bytes).toString('base64');
      const url = Buffer.from(bytes).toString('base64url');
      keep(key, key.replaceAll(' ', ''), encodeHex(bytes), base64, url);
    };
    for (const { password } of world.demo.people) keep(password);

    const ben = await world.signedIn('member');
    keep(ben.token());
    const setUp = await world.enrol(ben);
    keepKey(setUp.secretKey);
    keep(setUp.otpauth, ...setUp.backupCodes);
    keep(...setUp.backupCodes.map((code) => code.replaceAll('-', '')));
    const code = world.code(setUp.secretKey);
    const { browser, challenge } = await world.challenged('member');
    keep(challenge, code);
    await yes(browser.code(challenge, code));
    keep(browser.token());
    const again = await world.challenged('member');
    keep(again.challenge);
    await no(again.browser.code(again.challenge, code));

    const { browser: ada, ...admin } = await world.adminWithTwoFactor();
    keepKey(admin.secretKey);
    keep(...admin.backupCodes, ada.token());
    await yes(world.enforce(ada));
    const mailed = (await world.newestMail('theo@larkfield.example')).secret;
    keepKey(mailed?.secretKey ?? '');
    keep(mailed?.otpauth);
    await yes(ada.api.security['reset-mail'].$post());
    keep(await world.mailedToken(world.person('admin').email));
    const password = 'entirely different words';
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(ben.api['sign-up'].$post({ json: zoe }));
    keep(password, await world.mailedToken(zoe.email));

    const dump = await world.store.read(async ({ keys, ...tables }) => {
      const rows: unknown[] = [];
      for (const table of Object.values(tables)) rows.push(await table.all());
      return { rows, keys: await keys.all() };
    });
    // Keys in a store must not be extractable. Stores that can't hold a key get it from the service's port.
    for (const { key } of dump.keys) expect(key.extractable).toBe(false);
    const texts = textsIn(dump.rows);
    expect(texts.length).toBeGreaterThan(500);
    expect(secrets.size).toBeGreaterThan(50);
    const found = [...secrets].filter((secret) =>
      texts.some((text) => text.toLowerCase().includes(secret.toLowerCase())),
    );
    expect(found).toEqual([]);
    const param = { workspace: await world.workspaceId(ada) };
    const audit = JSON.stringify(
      await yes(ada.api.workspaces[':workspace'].audit.$get({ param, query: {} })),
    );
    expect([...secrets].filter((secret) => audit.includes(secret))).toEqual([]);
  });

  test("84: a sealed secret can't be opened after it was moved to another owner", async () => {
    const world = await newWorld();
    const { secretKey } = await world.enrol(await world.signedIn('member'));
    const ada = await world.signedIn('admin');
    const { enrolment, secretKey: adas } = await yes(ada.start());
    const [ben, own] = [await world.userId('member'), await world.userId('admin')];
    const pending = await world.store.write(async (tx) => {
      const [factor, begun] = [await tx.factors.get(ben), await tx.pending.get(own)];
      if (!factor || !begun) throw new Error('nothing to move');
      await tx.factors.put({ ...factor, secret: begun.secret });
      await tx.pending.put({ ...begun, secret: factor.secret });
      return begun;
    });
    expect(pending.enrolment).toBe(enrolment);
    const { browser, challenge } = await world.challenged('member');
    for (const key of [secretKey, adas]) {
      expect(await no(browser.code(challenge, world.code(key)))).toBe('500 fault');
      expect(await no(ada.verify(enrolment, world.code(key)))).toBe('500 fault');
    }
    expect((await yes(ada.security())).twoFactor.state).toBe('off');
    expect(await world.store.read((tx) => tx.challenges.all())).toMatchObject([{ tries: 0 }]);
  });

  test("84: a mail's secret can't be opened after it was moved to another mailbox", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const [from, to] = [world.person('member').email, world.person('google').email];
    await world.store.write(async (tx) => {
      const mails = await tx.mails.all();
      const invite = (address: string) =>
        mails.find((mail) => mail.to === address && mail.kind === 'enforcement-invite');
      const [bens, ginas] = [invite(from), invite(to)];
      if (bens && ginas) await tx.mails.put({ ...ginas, sealed: bens.sealed });
    });
    const { mailboxes } = world.browser().api;
    const param = { address: to };
    expect(await no(mailboxes[':address'].$get({ param, query: {} }))).toBe('500 fault');
  });
});
