import type { EntryStore } from '../stores/createEntryStore';
import { plural, type Toast } from '../ui';

/** Adds backup codes to an account, or replaces the codes that it has. Returns the message to show, with undo. */
export async function keepCodes(
  store: Pick<EntryStore, 'addCodes' | 'replaceCodes'>,
  codes: readonly string[],
  replace: boolean,
): Promise<Toast> {
  if (replace) {
    const undo = await store.replaceCodes(codes);
    return { text: plural('manage.backup.saved', codes.length), undo };
  }
  const { added, undo } = await store.addCodes(codes);
  const held = codes.length - added;
  const told = [
    added > 0 ? plural('manage.backup.added', added) : '',
    held > 0 ? plural('manage.backup.held', held) : '',
  ];
  return { text: told.filter(Boolean).join(' · '), ...(added > 0 && { undo }) };
}
