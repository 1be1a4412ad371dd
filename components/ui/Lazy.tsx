import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Banner } from './Banner';
import { errorMessage } from './errorMessage';
import css from './Lazy.module.css';
import { Spinner } from './Spinner';
import { VisuallyHidden } from './VisuallyHidden';

export interface LazyProps {
  /**
   * Loads the component, usually by a dynamic import. If the function changes, the new function loads another
   * component.
   */
  readonly load: () => Promise<ComponentType>;
  /** The text for screen readers while the component loads. Without this text, nothing is shown while loading. */
  readonly label?: string;
  /** The heading of the page for screen readers while the component loads. */
  readonly heading?: string;
}

/** Renders a component that is loaded on its first render. */
export function Lazy({ load, label, heading }: LazyProps) {
  const loaded = useSignal<{ View: ComponentType } | { failure: string } | null>(null);
  useEffect(() => {
    let current = true;
    loaded.value = null;
    load().then(
      (View) => current && (loaded.value = { View }),
      (error: unknown) => current && (loaded.value = { failure: errorMessage(error) }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  if (!loaded.value)
    return label === undefined ? null : (
      <>
        {heading && <VisuallyHidden as="h1">{heading}</VisuallyHidden>}
        <div class={css['waiting']}>
          <Spinner label={label} />
        </div>
      </>
    );
  if ('failure' in loaded.value) return <Banner tone="danger">{loaded.value.failure}</Banner>;
  return <loaded.value.View />;
}
