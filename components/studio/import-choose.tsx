import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../ui/button';
import dialogStyles from './dialog.module.css';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

/** Files in public/templates. */
const templates = ['csv', 'xlsx', 'json', 'md'] as const;

/** The table has its columns named in Chinese too. */
function templateAddress(ending: (typeof templates)[number], language: string): string {
  const inChinese = language === 'zh' && ending === 'csv' ? '-zh' : '';
  return `/templates/cuecard-template${inChinese}.${ending}`;
}

/** A file by drop or picker, or pasted text. */
export function ImportChoose() {
  const { actions, language, t } = useStudio();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void actions.readFile(file);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the button in it is for the keyboard. */}
      <div
        className={styles.drop}
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{t('studio.import.drop')}</strong>
        <span className={styles.quiet}>{t('studio.import.formats')}</span>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.xlsx,.json,.md,.txt"
          aria-label={t('studio.import.choose')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void actions.readFile(file);
            event.target.value = '';
          }}
        />
        <Button look="primary" onClick={() => picker.current?.click()}>
          {t('studio.import.choose')}
        </Button>
      </div>
      <label className={dialogStyles.field}>
        <span>{t('studio.import.paste')}</span>
        <textarea
          rows={4}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </label>
      <div className={styles.foot}>
        <span className={styles.quiet}>{t('studio.import.templates')}</span>
        {templates.map((ending) => (
          <a key={ending} href={templateAddress(ending, language)} download>
            .{ending}
          </a>
        ))}
        <span className={styles.gap} />
        <Button disabled={pasted.trim() === ''} onClick={() => void actions.readText(pasted)}>
          {t('studio.import.read')}
        </Button>
      </div>
    </>
  );
}
