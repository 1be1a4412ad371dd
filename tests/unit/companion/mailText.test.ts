import { expect, test } from 'vitest';
import { mailBody, mailSubject } from '../../../components/companion/mailbox/mailText';
import { memoryStore } from '../../../lib/companion';
import { makeWorld, yes } from './support';

test('mails state the real lifetimes, the service and who invites, and leave no place empty', async () => {
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
