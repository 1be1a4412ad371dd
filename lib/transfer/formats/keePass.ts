import type * as kdbxwebTypes from 'kdbxweb';
import type { Derive } from '../../crypto';
import { AppError } from '../../errors';
import { addTwofish } from '../addTwofish';
import { boundKeePass } from '../boundKeePass';
import { checkKdbxCost } from '../checkKdbxCost';
import { checkKeePassXml } from '../checkKeePassXml';
import type { Format, ReadTools } from '../Format';
import { hostsOf } from '../hostsOf';
import { type KeePassFields, readKeePassFields } from '../readKeePassFields';
import { readRows } from '../readRows';
import type { SourceFile } from '../SourceFile';
import { toImported } from '../toImported';

type Kdbxweb = typeof kdbxwebTypes;
type Group = kdbxwebTypes.KdbxGroup;

const signature = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5];
const isKdbx = ({ bytes }: SourceFile) => signature.every((byte, at) => bytes[at] === byte);

/** KeePass databases (KDBX 3 and 4) and KeePass XML, as written by KeePass, KeePassXC and compatible apps. */
export const keePass: Format = {
  app: 'KeePass',
  takesKeyFile: true,
  recognize: (file) => isKdbx(file) || /^(?:<\?xml[^>]*>\s*)?<KeePassFile>/.test(file.text ?? ''),
  read: async (file, tools) => {
    if (isKdbx(file) && tools.password === null) return null;
    const kdbxweb: Kdbxweb = await import('kdbxweb');
    const database = await openAny(kdbxweb, file, tools);
    const bin = database.meta.recycleBinUuid?.id;
    const groups = database.groups.flatMap((group) => withSubgroups(group, bin));
    const rows = groups.flatMap((group) =>
      // The name of the root group means nothing to the user.
      group.entries.flatMap((entry) => rowsOf(entry, group.parentGroup ? (group.name ?? '') : '')),
    );
    return readRows(
      rows,
      (row) => row.read(),
      (row) => row.name,
    );
  },
};

/**
 * Opens a database. With a key file, an empty field may mean an empty password or no password. Tries both keys,
 * because they differ.
 */
async function openAny(kdbxweb: Kdbxweb, file: SourceFile, tools: ReadTools) {
  try {
    return await open(kdbxweb, file, tools);
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'format/wrong-password';
    if (!isWrong || tools.password !== '' || !tools.keyFile) throw error;
    return open(kdbxweb, file, { ...tools, password: null });
  }
}

async function open(kdbxweb: Kdbxweb, file: SourceFile, tools: ReadTools) {
  const { Kdbx, KdbxCredentials, KdbxError, ProtectedValue, Consts, CryptoEngine } = kdbxweb;
  const { password, keyFile, derive } = tools;
  addTwofish(kdbxweb);
  boundKeePass(kdbxweb);
  const credentials = new KdbxCredentials(
    password === null && keyFile ? null : ProtectedValue.fromString(password ?? ''),
    keyFile ? Uint8Array.from(keyFile).buffer : null,
  );
  CryptoEngine.setArgon2Impl(argon2By(derive));
  if (isKdbx(file)) checkKdbxCost(file.bytes);
  else checkKeePassXml(file.text ?? '');
  try {
    return isKdbx(file)
      ? await Kdbx.load(Uint8Array.from(file.bytes).buffer, credentials)
      : await Kdbx.loadXml(file.text ?? '', credentials);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const { InvalidKey, Unsupported, InvalidVersion } = Consts.ErrorCodes;
    const code = cause instanceof KdbxError ? cause.code : '';
    if (code === InvalidKey) throw new AppError('format/wrong-password', {}, { cause });
    if (code === Unsupported) throw new AppError('format/keepass-cipher', {}, { cause });
    const isNewer = code === InvalidVersion;
    throw new AppError(isNewer ? 'format/too-new' : 'format/damaged', {}, { cause });
  }
}

const argon2By =
  (derive: Derive): Parameters<Kdbxweb['CryptoEngine']['setArgon2Impl']>[0] =>
  async (...given) => {
    const [password, salt, memory, passes, , lanes, type] = given;
    const key = await derive({
      kind: type === 0 ? 'argon2d' : 'argon2id',
      password: new Uint8Array(password),
      salt: new Uint8Array(salt),
      memory,
      passes,
      lanes,
    });
    return Uint8Array.from(key).buffer;
  };

const withSubgroups = (group: Group, bin: string | undefined): Group[] =>
  group.uuid.id === bin
    ? []
    : [group, ...group.groups.flatMap((child) => withSubgroups(child, bin))];

/** Returns one row for each code of an entry. */
function rowsOf(entry: kdbxwebTypes.KdbxEntry, group: string) {
  const fields: KeePassFields = new Map(
    Array.from(entry.fields, ([name, value]) => [
      name,
      (typeof value === 'string' ? value : value.getText()).trim(),
    ]),
  );
  const name = fields.get('Title') ?? '';
  const more = {
    hosts: hostsOf([fields.get('URL')]),
    note: fields.get('Notes') ?? '',
    tags: [group, ...entry.tags].filter((tag) => tag !== ''),
  };
  return readKeePassFields(fields).map((read) => ({
    name,
    read: () => toImported(read(), more),
  }));
}
