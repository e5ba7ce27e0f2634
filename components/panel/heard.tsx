import { useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../lib/domain/message';
import { langOf } from '../../lib/faces/lang-of';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { GuessLine } from './guess-line';
import styles from './heard.module.css';
import { LanguageChip } from './language-chip';
import { MediaSign } from './media-sign';
import { MoodChip } from './mood-chip';
import { usePanel } from './panel-context';
import { WaitingTime } from './waiting-time';

/** The question on the table: who asks, since when, and in what words. */
export function Heard() {
  const { state, t } = usePanel();
  const { cue, replied, waitingSince } = state;
  const [isUnfolded, setUnfolded] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(text, `${cue?.id}/${isUnfolded}`);
  if (cue === undefined) return null;
  const media = cue.messages.filter((message) => message.kind !== 'text');
  return (
    <section className={styles.heard} aria-label={t('heard.label')}>
      <div className={styles.meta}>
        <h2>{cue.customerName ?? t('heard.customer')}</h2>
        {!replied && waitingSince !== undefined && <WaitingTime since={waitingSince} />}
        {state.cueMood !== undefined && <MoodChip reading={state.cueMood} />}
        <LanguageChip text={cue.text} />
        {replied && <Chip tone="good">✓ {t('heard.replied')}</Chip>}
        {(overflows || isUnfolded) && (
          <Button
            small
            look="ghost"
            className={styles.toggle}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {t(isUnfolded ? 'heard.less' : 'heard.more')}
          </Button>
        )}
      </div>
      <GuessLine />
      {cue.text !== '' && (
        <div
          ref={text}
          className={`${styles.text} ${isUnfolded ? styles.unfolded : styles.clamped}`}
          lang={langOf(cue.text)}
        >
          {cue.text}
        </div>
      )}
      {media.length > 0 && (
        <ul className={styles.media}>
          {media.map((message) => (
            <HeardMedia key={message.id} message={message} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was sent besides text; folding the text never hides it. */
function HeardMedia({ message }: { readonly message: Message }) {
  const { t } = usePanel();
  if (message.kind === 'text') return null;
  return (
    <li>
      <MediaSign kind={message.kind} /> {t(`heard.${message.kind}`)}
      {message.text !== '' && !isJustThat(message.text) && ` · ${message.text}`}
    </li>
  );
}

/** A page may call a picture "Photo", and so say no more than we do. */
function isJustThat(text: string): boolean {
  return /^(photo|image|picture|file|图片|照片|文件|语音)$/i.test(text.trim());
}

/** Whether the clamped text has more lines than it shows; measured again when it or its width changes. */
function useOverflow(box: React.RefObject<HTMLElement | null>, content: string): boolean {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured depends on the content.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) {
      setOverflows(false);
      return;
    }
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, content]);
  return overflows;
}
