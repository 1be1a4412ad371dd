import { useSignal } from '@preact/signals';
import type { ComponentChild, RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { rowsInView } from './rowsInView';
import css from './VirtualList.module.css';

/** Methods of the list for other components. Indexes count from 0 at the top. */
export interface ListHandle {
  readonly focus: (index: number) => void;
  /** Clicks the main control of a row. */
  readonly click: (index: number) => void;
  readonly scrollToTop: () => void;
}

export interface VirtualListProps<Item> {
  /** The label for screen readers. */
  readonly label: string;
  readonly items: readonly Item[];
  /** The height of every row in CSS pixels. */
  readonly rowHeight: number;
  /** Renders one row as `<li {...place}>`. The row's main control must have the attribute `data-main`. */
  readonly row: (item: Item, place: RowPlace, index: number) => ComponentChild;
  readonly handle?: RefObject<ListHandle | null>;
}

export interface RowPlace {
  readonly 'data-index': number;
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

/** Assumed height of the list in CSS pixels until it is measured. Correct for the popup. */
const likelyHeight = 450;

const mainOf = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-main]`);

/**
 * A scrolling list that renders only the visible rows, so that ten thousand rows cost as much as ten. Arrow keys
 * move between rows.
 */
export function VirtualList<Item>({
  label,
  items,
  rowHeight,
  row,
  handle,
}: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const topRow = useSignal(0);
  const height = useSignal(likelyHeight);
  const wanted = useRef<number | null>(null);
  const top = topRow.value * rowHeight;
  const { first, end } = rowsInView(top, height.value, rowHeight, items.length);

  const measure = () => {
    if (!box.current) return;
    topRow.value = Math.floor(box.current.scrollTop / rowHeight);
    height.value = box.current.clientHeight;
  };
  // The observer measures the list before the first paint. Measuring here as well would cause a second layout.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [rowHeight]);

  const focus = (index: number) => {
    const at = Math.max(0, Math.min(items.length - 1, index));
    const list = box.current;
    if (!list) return;
    if (at * rowHeight < list.scrollTop) list.scrollTop = at * rowHeight;
    if ((at + 1) * rowHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = (at + 1) * rowHeight - list.clientHeight;
    measure();
    const main = mainOf(list, at);
    main?.focus();
    // Clears the request if the row has got the focus. Otherwise, the next render would take the focus from the
    // search field.
    wanted.current = main ? null : at;
  };
  // A row outside the view is rendered only after the list has scrolled.
  useLayoutEffect(() => {
    if (wanted.current !== null) mainOf(box.current, wanted.current)?.focus();
    wanted.current = null;
  });
  // If a focused row is removed, the row that takes its place gets the focus.
  const rowOf = (element: Element | null) =>
    box.current?.contains(element) ? element?.closest<HTMLElement>('[data-index]') : null;
  const held = rowOf(document.activeElement)?.dataset['index'];
  useLayoutEffect(() => {
    if (held === undefined || document.activeElement !== document.body) return;
    mainOf(box.current, Math.min(Number(held), items.length - 1))?.focus();
  });
  useImperativeHandle(handle ?? null, () => ({
    focus,
    click: (index: number) => mainOf(box.current, index)?.click(),
    scrollToTop: () => {
      if (box.current) box.current.scrollTop = 0;
      topRow.value = 0;
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-main]')) return;
    const at = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index']);
    const page = Math.max(1, Math.floor(height.value / rowHeight) - 1);
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', at + page],
      ['PageUp', at - page],
      ['Home', 0],
      ['End', items.length - 1],
    ]).get(event.key);
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    focus(to);
  };

  return (
    <div ref={box} class={css['box']} onScroll={measure}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the controls inside */}
      <ul
        aria-label={label}
        style={{ height: `${items.length * rowHeight}px`, paddingTop: `${first * rowHeight}px` }}
        onKeyDown={onKeyDown}
      >
        {items.slice(first, end).map((item, offset) => {
          const index = first + offset;
          const place = {
            'data-index': index,
            'aria-posinset': index + 1,
            'aria-setsize': items.length,
          };
          return row(item, place, index);
        })}
      </ul>
    </div>
  );
}
