import { useRef } from 'preact/hooks';
import { Button, t } from '../ui';

export interface ChooseImagesProps {
  readonly onChoose: (images: readonly File[]) => void;
  /** Called in place of the file dialog, where the dialog would close the page. */
  readonly instead?: (() => void) | undefined;
}

/** A button that opens the file dialog for images. */
export function ChooseImages({ onChoose, instead }: ChooseImagesProps) {
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="image" onClick={() => (instead ? instead() : files.current?.click())}>
        {t('scan.ways.files')}
      </Button>
      <input
        ref={files}
        type="file"
        accept="image/*,.heic,.heif"
        multiple
        hidden
        aria-label={t('scan.ways.files')}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
