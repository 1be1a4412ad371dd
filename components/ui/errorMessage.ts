import type { GeneratedI18nStructure } from '#i18n';
import { AppError, type ErrorCode } from '../../lib/errors';
import { plural, t, translate } from './words';

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

/** The locale key of an error code: `sync/not-set-up` becomes `errors.sync.notSetUp`. */
type ErrorKey<Code> = Code extends `${infer Area}/${infer Reason}`
  ? `errors.${Area}.${Camel<Reason>}`
  : Code extends string
    ? `errors.${Code}`
    : never;

/** The facts in a message, in the order of its placeholders. */
const factsOf: { readonly [Code in ErrorCode]?: readonly string[] } = {
  'otp/unknown-parameter': ['parameter'],
  'otp/unknown-algorithm': ['algorithm'],
  'otp/unknown-type': ['type'],
  'scan/other-app': ['app'],
  'scan/foreign-image': ['format'],
  'scan/document': ['format'],
  'scan/missing-part': ['missing', 'size'],
  'vault/weak-passphrase': ['leastLength'],
  'sync/server-error': ['status'],
  'format/other-file': ['kind'],
};

/**
 * Returns the locale key of a code. The key is derived from the code, because a table would add to the popup's
 * first load. Doesn't compile if a code has no message.
 */
const keyOf = (code: Exclude<ErrorCode, 'vault/too-many-tries'>): keyof GeneratedI18nStructure =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type computes what the expression does
  `errors.${code
    .replace('/', '.')
    .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}` as ErrorKey<typeof code>;

/** Returns one clear sentence for any thrown value. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof AppError)) return t('errors.unexpected');
  const { code, facts } = error;
  if (code === 'vault/too-many-tries')
    return plural('errors.vault.tooManyTries', Number(facts['seconds']));
  if (code === 'otp/bad-secret' && facts['character'] !== undefined)
    return t('errors.otp.keyCharacter', [String(facts['character']), String(facts['position'])]);
  return translate(
    keyOf(code),
    (factsOf[code] ?? []).map((name) => String(facts[name] ?? '')),
  );
}
