import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { moveFocus } from './moveFocus';
import css from './Tabs.module.css';

export interface TabsProps<Id extends string> {
  /** The label of the tabs for screen readers. */
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The panel of the selected tab. */
  readonly children: ComponentChildren;
}

const rtl = () => document.documentElement.dir === 'rtl';

/** Switches between views in the same place. Arrow keys move between the tabs. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
}: TabsProps<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div class={css['tabs']}>
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={label}
        class={css['list']}
        onKeyDown={(event) =>
          moveFocus(event, list.current, '[role=tab]', {
            next: rtl() ? 'ArrowLeft' : 'ArrowRight',
            previous: rtl() ? 'ArrowRight' : 'ArrowLeft',
          })
        }
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            class={css['tab']}
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onFocus={() => tab.id !== selected && onSelect(tab.id)}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </div>
  );
}
