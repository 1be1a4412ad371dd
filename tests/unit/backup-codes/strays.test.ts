import { expect, test } from 'vitest';
import { findBackupCodes, readBackupCodes } from '../../../lib/backup-codes/readBackupCodes';

const codes = ['25978016', '83183749', '11218525', '13596373', '64520282'];

test('reads no backup code from the end of a web address that a terminal wrapped', () => {
  const terminal = `$ enrol
  https://chart.example/chart?chl=otpauth://totp/ada@web%3Fsecret%3DJBSWY3DPEHPK3PXPJBSWY3DPEH%
26issuer%3DPamHost
Your new secret key is: JBSWY3DPEHPK3PXPJBSWY3DPEH
Your verification code for code 1 is 676797
Your emergency scratch codes are:
  ${codes.join('\n  ')}`;
  expect(readBackupCodes(terminal)).toEqual(codes);
});

test.each([
  [
    'an address that is broken after a percent sign',
    'see https://site.example/verify?next=%2Fdone&state=abcdefghi%\n26tokens1\n',
  ],
  [
    'an address that is broken twice',
    `https://site.example/a?state=${'x1'.repeat(20)}&t=\n12345678\n`,
  ],
  ['a log line', '2026-11-21T14:05:11Z request 48201937 totp77ab served\n'],
  ['a line of the system log', 'Nov 21 14:05:11 web sshd[4711]: session 48201937 opened\n'],
  [
    'the headers of an email',
    'Message-ID: 48201937\nX-Trace: 55512345\nReceived: by mx\n 77712345 for ada\n\n',
  ],
  ['a log line of a kernel', '[   48.291734] usb 1-1: new device 48291734\n'],
  [
    'a log line of a web server',
    '203.0.113.9 - - [21/Nov/2026:14:05:11 +0000] "GET /login HTTP/1.1" 200 48291734\n',
  ],
  ['an address broken behind a /', `https://files.example/${'archive/'.repeat(5)}\n48291734\n`],
  [
    'folded headers of a mail',
    'Received: from mx1.example\n\tby mx2.example with ESMTPS id 48291734\nDKIM-Signature: v=1;\n bh=\n 48291735\n\n',
  ],
  ['a single reference number', 'ref26abc\n'],
])('reads no backup code from %s', (_, around) => {
  expect(readBackupCodes(`${around}Your codes:\n${codes.join('\n')}`)).toEqual(codes);
});

test.each([
  ['no-break', '\u00a0'],
  ['narrow no-break', '\u202f'],
  ['figure', '\u2007'],
  ['ideographic', '\u3000'],
])('accepts a %s space between the groups of a backup code', (_, space) => {
  const text = `1251${space}9891\n2033${space}9930\n1734${space}9447`;
  expect(readBackupCodes(text)).toEqual(['1251 9891', '2033 9930', '1734 9447']);
});

test.each([
  ['a hyphen', '\u2010'],
  ['a no-break hyphen', '\u2011'],
  ['a minus', '\u2212'],
  ['a full-width hyphen', '\uff0d'],
  ['an en dash', '\u2013'],
  ['an em dash', '\u2014'],
  ['a hyphen bullet', '\u2043'],
  ['an Armenian hyphen', '\u058a'],
  ['a wave dash', '\u301c'],
])('accepts %s between the groups of a backup code', (_, hyphen) => {
  const text = `a1b2${hyphen}c3d4\ne5f6${hyphen}g7h8`;
  const found = readBackupCodes(text).map((code) => code.replace(/\W/, '-'));
  expect(found).toEqual(['a1b2-c3d4', 'e5f6-g7h8']);
});

test("an enrollment's secret key isn't read as a backup code", () => {
  expect(
    readBackupCodes(
      'Scan the code in your authenticator app to finish setting up 2FA\nLJWSQHYLH53BSN3T\nDone',
    ),
  ).toEqual([]);
  expect(readBackupCodes('LJWSQHYLH53BSN3TLJWSQHYLH53BSN3T')).toEqual([]);
  expect(
    readBackupCodes('Setup key, phone:\nLJWSQHYLH53BSN3T\nSetup key, tablet:\nMJWSQHYLH53BSN3U'),
  ).toEqual([]);
  const long = ['LJWSQHYLH53BSN3T', 'MJWSQHYLH53BSN3U', 'NJWSQHYLH53BSN3V'];
  expect(readBackupCodes(`Keep them secret.\nBackup codes\n${long.join('\n')}`)).toEqual(long);
  const [key = '', ...codesOfKind] = long;
  expect(readBackupCodes(`Secret key: ${key}\nBackup codes:\n${codesOfKind.join('\n')}`)).toEqual(
    codesOfKind,
  );
  expect(readBackupCodes('Your recovery key:\nLJWSQHYLH53BSN3TLJWSQHYLH53BSN3T')).toHaveLength(1);
});

test('returns each backup code with its line', () => {
  expect(findBackupCodes('First code: a1b2-c3d4\nSecond code: e5f6-g7h8')).toEqual([
    { code: 'a1b2-c3d4', line: 'First code: a1b2-c3d4' },
    { code: 'e5f6-g7h8', line: 'Second code: e5f6-g7h8' },
  ]);
});
