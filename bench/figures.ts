import { writeFileSync } from 'node:fs';

/** One line of a bench: what was measured over how many samples, and what is aimed at. */
export type Figure = {
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB' | '%' | 'count';
  readonly p50: number;
  readonly p95?: number;
  readonly samples: number;
  /** The aim is for p95 where there is one, else for the only value. */
  readonly atMost?: number;
};

export type Report = {
  readonly bench: string;
  readonly browser: string;
  readonly figures: readonly Figure[];
  /** What a reader should know about the figures, a sentence each. */
  readonly notes: readonly string[];
};

/** Nearest-rank percentile, `share` from 0 to 1; NaN of nothing. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** A figure with both percentiles. */
export function spread(
  what: string,
  unit: Figure['unit'],
  samples: readonly number[],
  atMost?: number,
): Figure {
  return {
    what,
    unit,
    p50: median(samples),
    p95: percentile(samples, 0.95),
    samples: samples.length,
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** A figure of one value. */
export function single(
  what: string,
  unit: Figure['unit'],
  value: number,
  samples: number,
  atMost?: number,
): Figure {
  return { what, unit, p50: value, samples, ...(atMost === undefined ? {} : { atMost }) };
}

/** A figure's cells as text: what, p50, p95, aim, samples. */
export function cellsOf(figure: Figure): readonly string[] {
  const { what, unit, p50, p95, samples, atMost } = figure;
  const show = (value: number) => `${value.toFixed(unit === 'count' ? 0 : 1)} ${unit}`;
  const meets = atMost === undefined || (p95 ?? p50) <= atMost;
  const aim = atMost === undefined ? '' : `≤ ${atMost} ${unit}${meets ? '' : ' (missed)'}`;
  return [what, show(p50), p95 === undefined ? '' : show(p95), aim, String(samples)];
}

export const headings = ['figure', 'p50', 'p95', 'aim', 'samples'] as const;

/** Prints the figures as a table, and writes them to the file named after `--json`. */
export function reportFigures(report: Report): void {
  const rows = [headings, ...report.figures.map(cellsOf)];
  const widths = headings.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  console.log(`\n${report.bench}, ${report.browser}`);
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(cells.join('  ').trimEnd());
  }
  for (const note of report.notes) console.log(`- ${note}`);
  const file = optionOf('--json');
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

/** What follows an option on the command line. */
export function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** How often to repeat: `--samples`, else this many. */
export function sampleCount(usual: number): number {
  const asked = Number(optionOf('--samples'));
  return Number.isInteger(asked) && asked > 0 ? asked : usual;
}
