import type { ImportNote } from '../../../lib/transfer';
import { plural, t } from '../../ui';

type Facts = ImportNote['facts'];

const listed = (facts: Facts): string => {
  const names = String(facts['names'] ?? facts['columns'] ?? '').split(', ');
  const more = Number(facts['count'] ?? 0) - names.length;
  return more > 0 ? `${names.join(', ')} (+${more})` : names.join(', ');
};
const count = (facts: Facts): number => Number(facts['count'] ?? 0);

const words: Record<ImportNote['code'], (facts: Facts) => string> = {
  'newer-schema': ({ version }) => t('transfer.import.notes.newerSchema', [String(version)]),
  'guessed-encoding': ({ encoding }) =>
    t('transfer.import.notes.guessedEncoding', [String(encoding)]),
  'columns-ignored': (facts) => t('transfer.import.notes.columnsIgnored', [listed(facts)]),
  'items-without-code': (facts) => plural('transfer.import.notes.itemsWithoutCode', count(facts)),
  'in-trash': (facts) => t('transfer.import.notes.inTrash', [listed(facts)]),
  'pictures-ignored': (facts) => t('transfer.import.notes.picturesIgnored', [listed(facts)]),
  'lines-ignored': (facts) => plural('transfer.import.notes.linesIgnored', count(facts)),
  'members-skipped': (facts) => t('transfer.import.notes.membersSkipped', [listed(facts)]),
};

/** Returns one sentence about what an import left out or is uncertain about. */
export const noteWords = ({ code, facts }: ImportNote): string => words[code](facts);

/** Whether a note asks the user to check the accounts. Other notes only report what was left out. */
export const isWarning = ({ code }: ImportNote): boolean =>
  code === 'newer-schema' || code === 'guessed-encoding';
