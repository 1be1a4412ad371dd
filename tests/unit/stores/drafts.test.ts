import { expect, test } from 'vitest';
import { createDrafts } from '../../../components/stores/createDrafts';
import { AppError } from '../../../lib/errors';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A sealing whose calls finish when the test resolves them. */
function sealing() {
  const ends: ((locked?: boolean) => void)[] = [];
  const drafts = createDrafts({
    seal: (_name, text) =>
      new Promise((resolve, reject) => {
        ends.push((locked) =>
          locked ? reject(new AppError('vault/locked')) : resolve(bytes(text)),
        );
      }),
    open: (_name, sealed) => Promise.resolve(new TextDecoder().decode(sealed)),
  });
  return { ends, draft: drafts<{ note: string }>('note'), other: drafts('other') };
}

test('the latest input is kept, even if an earlier input is sealed later', async () => {
  const { ends, draft, other } = sealing();
  const kept = [draft.keep({ note: 'a' }), draft.keep({ note: 'ab' })];
  ends[1]?.();
  ends[0]?.();
  await Promise.all(kept);
  expect(await draft.read()).toEqual({ note: 'ab' });
  expect(await other.read()).toBeNull();
});

test('text that was sealed before a lock stays if sealing fails after the lock', async () => {
  const { ends, draft } = sealing();
  const kept = [draft.keep({ note: 'a' }), draft.keep({ note: 'ab' })];
  ends[1]?.(true);
  ends[0]?.();
  await Promise.all(kept);
  expect(await draft.read()).toEqual({ note: 'a' });
});

test('a dropped draft stays dropped, even if its sealing finishes later', async () => {
  const { ends, draft } = sealing();
  const kept = draft.keep({ note: 'a' });
  draft.drop();
  ends[0]?.();
  await kept;
  expect(await draft.read()).toBeNull();
});
