import { AppError } from '../../lib/errors';
import type { Findings } from '../../lib/authenticator/import';
import { Banner, errorMessage } from '../ui';

/** Lists accounts in the codes that can't be added, each with its reason. */
export const Unreadable = ({ rows }: { readonly rows: Findings['unreadable'] }) => (
  <>
    {rows.map(({ name, reason, facts }) => (
      <Banner key={name + reason} tone="warning" title={name || undefined}>
        {errorMessage(new AppError(reason, facts))}
      </Banner>
    ))}
  </>
);
