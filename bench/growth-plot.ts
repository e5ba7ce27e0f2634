import { percentile } from './figures.ts';
import type { Growth } from './growth.ts';

type Line = { readonly name: string; readonly colour: string; of(growth: Growth): number };

const times: readonly Line[] = [
  { name: 'first build', colour: '#b45309', of: ({ build }) => build.cpuMs },
  { name: 'ready from snapshot', colour: '#7c3aed', of: ({ restored }) => restored.cpuMs },
  {
    name: '100 entries changed',
    colour: '#0f766e',
    of: ({ changedHundred }) => changedHundred.cpuMs,
  },
  { name: 'rank, p95', colour: '#1d4ed8', of: ({ rankCpuMs }) => percentile(rankCpuMs, 0.95) },
];
const sizes: readonly Line[] = [
  { name: 'process at its peak', colour: '#b45309', of: ({ peakBytes }) => peakBytes / 2 ** 20 },
  { name: 'index in memory', colour: '#1d4ed8', of: ({ indexBytes }) => indexBytes / 2 ** 20 },
  { name: 'snapshot', colour: '#7c3aed', of: ({ snapshotBytes }) => snapshotBytes / 2 ** 20 },
];

const width = 360;
const height = 260;
const inset = { left: 60, right: 28, top: 34, bottom: 74 } as const;

/** Two charts with logarithmic axes side by side, as an SVG that reads on light and dark pages. */
export function drawGrowth(all: readonly Growth[]): string {
  const style = 'font: 11px system-ui, sans-serif';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height}" width="${2 * width}" style="${style}" role="img" aria-label="Time and memory of the engine by number of entries">
<rect width="100%" height="100%" fill="#fff" rx="8"/>
${chart(0, 'ms of processor time by entries', times, all)}
${chart(width, 'MB by entries', sizes, all)}
</svg>
`;
}

function chart(
  left: number,
  title: string,
  lines: readonly Line[],
  all: readonly Growth[],
): string {
  const values = lines.flatMap((line) => all.map(line.of));
  const low = Math.floor(Math.log10(Math.max(0.1, Math.min(...values))));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const first = Math.log10(all[0]?.size ?? 1);
  const last = Math.log10(all.at(-1)?.size ?? 10);
  const x = (size: number) =>
    left +
    inset.left +
    ((Math.log10(size) - first) / (last - first || 1)) * (width - inset.left - inset.right);
  const y = (value: number) =>
    height -
    inset.bottom -
    ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low || 1)) *
      (height - inset.top - inset.bottom);
  const rules = Array.from({ length: high - low + 1 }, (_, step) => {
    const value = 10 ** (low + step);
    const at = y(value).toFixed(1);
    return `<path d="M${left + inset.left} ${at}H${left + width - inset.right}" stroke="#e2e8f0"/><text x="${left + inset.left - 6}" y="${at}" dy="4" text-anchor="end" fill="#475569">${value.toLocaleString('en')}</text>`;
  });
  const ticks = all.map(
    ({ size }) =>
      `<text x="${x(size).toFixed(1)}" y="${height - inset.bottom + 16}" text-anchor="middle" fill="#475569">${size.toLocaleString('en')}</text>`,
  );
  const drawn = lines.map((line, at) => {
    const points = all.map(
      (growth) => `${x(growth.size).toFixed(1)},${y(line.of(growth)).toFixed(1)}`,
    );
    const legendX = left + 16 + (at % 2) * 160;
    const legendY = height - 34 + Math.floor(at / 2) * 18;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${line.colour}" stroke-width="2"/>${points
      .map((point) => {
        const [cx, cy] = point.split(',');
        return `<circle cx="${cx}" cy="${cy}" r="3" fill="${line.colour}"/>`;
      })
      .join(
        '',
      )}<path d="M${legendX} ${legendY}h14" stroke="${line.colour}" stroke-width="3"/><text x="${legendX + 20}" y="${legendY + 4}" fill="#0f172a">${line.name}</text>`;
  });
  return `<text x="${left + inset.left}" y="20" font-weight="600" fill="#0f172a">${title}</text>${[...rules, ...ticks, ...drawn].join('\n')}`;
}
