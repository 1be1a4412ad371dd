import { Fragment } from 'preact';

/** Shows facts in one line, and omits empty ones. Each fact keeps its own writing direction. */
export const InlineFacts = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.filter(Boolean).map((fact, at) => (
      // oxlint-disable-next-line react/no-array-index-key -- facts don't change places
      <Fragment key={at}>
        {at > 0 && ' · '}
        <bdi>{fact}</bdi>
      </Fragment>
    ))}
  </>
);
