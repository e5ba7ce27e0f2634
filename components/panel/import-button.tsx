import { useRef } from 'react';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';

/** Ends of the names of files that can hold answers; see docs/import.md. */
const importedFiles = '.json,.csv,.tsv,.xlsx,.md,.txt';

/** Opens the file picker for answers. */
export function ImportButton({ look = 'plain' }: { readonly look?: 'plain' | 'primary' }) {
  const { actions, t } = usePanel();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept={importedFiles}
        aria-label={t('import.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void actions.importFile(file);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <Button look={look} onClick={() => picker.current?.click()}>
        {t('import.choose')}
      </Button>
    </>
  );
}
