import { Fragment, type ReactNode } from 'react';
import { isNamedSlot, type SlotName } from '../../lib/domain/slots';
import { type AnswerLine, type AnswerRun, answerRuns } from '../../lib/faces/answer-runs';
import { addressBehind } from '../../lib/faces/answer-text';
import answerStyles from '../panel/card-answer.module.css';
import slotStyles from '../panel/slot-field.module.css';
import { useStudio } from './studio-context';

/** An answer as the panel's card shows it, with its slots still open. */
export function AnswerView({
  template,
  lang,
}: {
  readonly template: string;
  readonly lang: string;
}) {
  const { t } = useStudio();
  const slotText = (name: SlotName) => (
    <span className={slotStyles.open}>
      {isNamedSlot(name) ? t(`slot.${name}`) : name.slice('ask:'.length)}
    </span>
  );
  const lines = answerRuns(template);
  const nodes: ReactNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const listed = lines[at]?.listed === true;
    let end = at;
    while (end < lines.length && (lines[end]?.listed === true) === listed) end++;
    const block = lines.slice(at, end);
    nodes.push(
      listed ? (
        <ul key={at}>
          {block.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name.
            <li key={place}>{lineNodes(line, slotText)}</li>
          ))}
        </ul>
      ) : (
        <p key={at}>
          {block.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name.
            <Fragment key={place}>
              {place > 0 && '\n'}
              {lineNodes(line, slotText)}
            </Fragment>
          ))}
        </p>
      ),
    );
    at = end;
  }
  return (
    <div className={answerStyles.answer} lang={lang}>
      {nodes}
    </div>
  );
}

function lineNodes(line: AnswerLine, slotText: (name: SlotName) => ReactNode): ReactNode[] {
  return line.runs.map((run, at) => {
    const words = run.kind === 'text' ? run.text : slotText(run.name);
    const node = run.bold ? <strong>{words}</strong> : words;
    if (run.link === undefined) return <Fragment key={run.start}>{node}</Fragment>;
    const isLast = line.runs[at + 1]?.link !== run.link;
    return (
      <Fragment key={run.start}>
        <a href={run.link.href} target="_blank" rel="noopener noreferrer">
          {node}
        </a>
        {isLast && (
          <span className={answerStyles.address}>
            {addressBehind(run.link, wordsOf(line.runs, run))}
          </span>
        )}
      </Fragment>
    );
  });
}

/** All words of the link that this run is part of. */
function wordsOf(runs: readonly AnswerRun[], { link }: AnswerRun): string {
  return runs.map((run) => (run.link === link && run.kind === 'text' ? run.text : '')).join('');
}
