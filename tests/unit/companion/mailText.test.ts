import { expect, test } from 'vitest';
import { mailBody, mailSubject } from '../../../components/companion/mailbox/mailText';
import { memoryStore, policy } from '../../../lib/companion';
import { firstTier, secondTier, textsOf } from '../../support/localeTexts.mjs';
import { day, makeWorld, minute, no, yes } from './support';

test('mails contain the real lifetimes, the service and the inviting person, and no empty placeholder', async () => {
  const world = await makeWorld(memoryStore());
  const { browser: ada } = await world.adminWithTwoFactor();
  const workspace = await world.workspaceId(ada);
  const email = 'zoe@elsewhere.example';
  const password = 'entirely different words';
  await yes(
    ada.api['sign-up'].$post({ json: { name: 'Zoe', email, password, confirm: password } }),
  );
  const verification = mailBody(await world.newestMail(email));
  expect(verification).toContain('24 hours');
  expect(verification).toContain('Larkfield');
  const members = ada.api.workspaces[':workspace'].members;
  await yes(members.$post({ param: { workspace }, json: { email } }));
  const invitation = mailBody(await world.newestMail(email));
  for (const part of ['Ada Okafor', 'Harbour', '7 days']) expect(invitation).toContain(part);
  const ben = world.person('member').email;
  const user = await world.userId('member');
  await yes(members[':user'].sessions.$delete({ param: { workspace, user } }));
  await yes(
    ada.api['sign-up'].$post({ json: { name: 'B', email: ben, password, confirm: password } }),
  );
  const boxes = [await world.mails(email), await world.mails(ben)].flat();
  for (const text of boxes.flatMap((mail) => [mailSubject(mail), mailBody(mail)])) {
    expect(text).not.toMatch(/\$\d|\s\s|undefined| [.,]/);
  }
});

test('mails with a link or a secret state its real lifetime', async () => {
  const world = await makeWorld(memoryStore());
  const { browser: ada, secretKey: adas } = await world.adminWithTwoFactor();
  const bodyOf = async (email: string) => mailBody(await world.newestMail(email));
  const { email } = world.person('member');
  const look = async () =>
    (await world.browser().api['password-reset'].look.$post({ json: { token } })).status;

  await yes(world.browser().api['password-reset'].$post({ json: { email } }));
  expect(await bodyOf(email)).toContain('within 30 minutes');
  const token = await world.mailedToken(email);
  world.wait(30 * minute - 1000);
  expect(await look()).toBe(200);
  world.wait(2000);
  expect(await look()).toBe(410);

  await yes(ada.sudoCode(world.code(adas)));
  await yes(world.enforce(ada));
  expect(await bodyOf(email)).toContain('works for 7 days');
  const key = await world.mailedKey(email);
  world.wait(7 * day - 1000);
  const inTime = await world.challenged('member');
  world.wait(2000);
  expect(await no(inTime.browser.code(inTime.challenge, world.code(key)))).toBe(
    '410 invite_expired',
  );
});

test("mails that state a lifetime state the policy's lifetime in every language", () => {
  const { resetLink, mailedSecret } = policy;
  const figures = {
    reset_asked: String(resetLink.lifetime / minute),
    enforcement_invite: String(mailedSecret.lifetime / day),
    admin_reset: String(mailedSecret.lifetime / day),
  };
  for (const { file } of [...firstTier, ...secondTier]) {
    const texts = textsOf(file);
    const bodyOf = (name: string) => texts.get(`companion.mail.${name}.body`);
    const isTranslated = (name: string) =>
      bodyOf(name) !== undefined || firstTier.some((one) => one.file === file);
    for (const [name, figure] of Object.entries(figures).filter(([mail]) => isTranslated(mail)))
      expect(String(bodyOf(name)).match(/\d+/g), `${file}: ${name}`).toContain(figure);
    for (const name of ['verify_address', 'address_in_use'].filter(isTranslated))
      expect(bodyOf(name), `${file}: ${name}`).toMatch(/\$\d/);
  }
});
