import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface LongListProps<Item> {
  /** The label for screen readers. */
  readonly label: string;
  readonly items: readonly Item[];
  /** The likely height of a row in CSS pixels, for the scroll bar. Rows may have any height. */
  readonly likelyHeight: number;
  /** Renders the content of one row. */
  readonly row: (item: Item) => ComponentChildren;
  readonly rowKey: (item: Item) => string | number;
  /** The class of a row. */
  readonly rowClass?: string | undefined;
}

/** Number of rows that are rendered and removed together. */
const blockSize = 40;

/**
 * Renders rows up to 800 pixels outside the view. In a scrolling dialog, browsers without `scrollMargin` render rows
 * only once they become visible.
 */
const options: IntersectionObserverInit & { readonly scrollMargin: string } = {
  rootMargin: '800px 0px',
  scrollMargin: '800px 0px',
};

/**
 * Renders a list that scrolls with its page or dialog and whose rows may differ in height. Only rows near the visible
 * part are rendered, so that a list of a thousand rows stays fast.
 */
export function LongList<Item>(props: LongListProps<Item>) {
  const { label, items, likelyHeight, row, rowKey, rowClass } = props;
  const starts = Array.from(
    { length: Math.ceil(items.length / blockSize) },
    (_, n) => n * blockSize,
  );
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a block stands between the list and its rows
    <div role="list" aria-label={label}>
      {starts.map((start) => {
        const rows = items.slice(start, start + blockSize);
        return (
          <Block
            key={`${start} ${rows.length}`}
            atOnce={start === 0}
            likelyHeight={rows.length * likelyHeight}
          >
            {() =>
              rows.map((item, offset) => (
                <div
                  key={rowKey(item)}
                  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- same reason as for the list
                  role="listitem"
                  class={rowClass}
                  aria-posinset={start + offset + 1}
                  aria-setsize={items.length}
                >
                  {row(item)}
                </div>
              ))
            }
          </Block>
        );
      })}
    </div>
  );
}

interface BlockProps {
  /** Whether the block is rendered initially, before its position is known. */
  readonly atOnce: boolean;
  readonly likelyHeight: number;
  readonly children: () => ComponentChildren;
}

/** A block of rows. Far from the view, the block is an empty space of the same height. */
function Block({ atOnce, likelyHeight, children }: BlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const near = useSignal(atOnce);
  const height = useRef<number | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const isNear = entries.at(-1)?.isIntersecting ?? false;
      // Removing a focused row would lose the focus.
      if (isNear === near.value || element.contains(document.activeElement)) return;
      if (!isNear) height.current = element.offsetHeight;
      near.value = isNear;
    }, options);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      role="presentation"
      style={near.value ? undefined : { blockSize: `${height.current ?? likelyHeight}px` }}
    >
      {near.value && children()}
    </div>
  );
}
