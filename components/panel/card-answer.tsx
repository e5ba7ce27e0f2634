import { Fragment, type ReactNode } from 'react';
import type { SlotName, SlotValues } from '../../lib/domain/slots';
import type { TextRange } from '../../lib/domain/suggestion';
import { type AnswerLine, type AnswerRun, answerRuns } from '../../lib/faces/answer-runs';
import { addressBehind, slotValue } from '../../lib/faces/answer-text';
import { markedPieces } from '../../lib/faces/marked-pieces';
import styles from './card-answer.module.css';
import { SlotField, SlotText } from './slot-field';

type CardAnswerProps = {
  readonly template: string;
  readonly lang: string;
  readonly marks: readonly TextRange[];
  readonly values: SlotValues;
  /** Slots that the agent fills here; shown as fields unless the card is folded. */
  readonly asks: (slot: SlotName) => boolean;
  readonly folded?: boolean;
  readonly onFill: (slot: SlotName, value: string) => void;
  readonly onDone: () => void;
};

/** An answer as it will be inserted. The template becomes React elements, never HTML. */
export function CardAnswer(props: CardAnswerProps) {
  const { template, lang, folded = false } = props;
  const blocks = blocksOf(answerRuns(template));
  const fielded = new Set<SlotName>();
  const classes = folded ? `${styles.answer} ${styles.folded}` : styles.answer;
  return (
    <div className={classes} lang={lang}>
      {blocks.map((lines) => {
        const at = lines[0]?.at ?? 0;
        if (lines[0]?.line.listed !== true) {
          return (
            <p key={at}>
              {lines.map(({ line, at: lineAt }, index) => (
                <Fragment key={lineAt}>
                  {index > 0 && '\n'}
                  {lineNodes(line, props, fielded)}
                </Fragment>
              ))}
            </p>
          );
        }
        return (
          <ul key={at}>
            {lines.map(({ line, at: lineAt }) => (
              <li key={lineAt}>{lineNodes(line, props, fielded)}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

type PlacedLine = { readonly line: AnswerLine; readonly at: number };

/** Lines in blocks: a block is a list, or the lines between two lists. */
function blocksOf(lines: readonly AnswerLine[]): PlacedLine[][] {
  const blocks: PlacedLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const block = blocks.at(-1);
    if (block !== undefined && block[0]?.line.listed === line.listed) block.push({ line, at });
    else blocks.push([{ line, at }]);
  }
  return blocks;
}

function lineNodes(line: AnswerLine, props: CardAnswerProps, fielded: Set<SlotName>): ReactNode[] {
  const nodes: ReactNode[] = [];
  for (let at = 0; at < line.runs.length; at++) {
    const run = line.runs[at];
    if (run === undefined) continue;
    if (run.link === undefined) {
      nodes.push(runNode(run, props, fielded));
      continue;
    }
    const linked = line.runs.slice(at).filter((other) => other.link === run.link);
    const words = linked
      .map((one) => (one.kind === 'text' ? one.text : (slotValue(one.name, props.values) ?? '')))
      .join('');
    nodes.push(
      <Fragment key={run.start}>
        <a href={run.link.href} target="_blank" rel="noopener noreferrer">
          {linked.map((one) => runNode(one, props, fielded))}
        </a>
        <span className={styles.address}>{addressBehind(run.link, words)}</span>
      </Fragment>,
    );
    at += linked.length - 1;
  }
  return nodes;
}

function runNode(run: AnswerRun, props: CardAnswerProps, fielded: Set<SlotName>): ReactNode {
  const node =
    run.kind === 'text'
      ? markedPieces(run.text, run.start, props.marks).map((piece, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
          piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
        )
      : slotNode(run.name, props, fielded);
  return run.bold ? (
    <strong key={run.start}>{node}</strong>
  ) : (
    <Fragment key={run.start}>{node}</Fragment>
  );
}

/** One field per slot: where it stands a second time, it shows what was typed into the first. */
function slotNode(slot: SlotName, props: CardAnswerProps, fielded: Set<SlotName>): ReactNode {
  const { values, asks, folded = false, onFill, onDone } = props;
  if (folded || !asks(slot) || fielded.has(slot)) {
    return <SlotText slot={slot} value={slotValue(slot, values) ?? ''} />;
  }
  fielded.add(slot);
  return (
    <SlotField
      slot={slot}
      value={values[slot] ?? ''}
      onFill={(value) => onFill(slot, value)}
      onDone={onDone}
    />
  );
}
