import { Fragment } from 'preact';

/** Facts in one line; empty ones are left out. Each keeps its own direction of writing. */
export const InlineFacts = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.filter(Boolean).map((fact, at) => (
      // Facts don't change places.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>
        {at > 0 && ' · '}
        <bdi>{fact}</bdi>
      </Fragment>
    ))}
  </>
);
