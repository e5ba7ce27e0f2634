import type { CurvePoint } from './pick-stream';

export type Curve = { readonly name: string; readonly points: readonly CurvePoint[] };

const width = 720;
const height = 400;
const box = { left: 52, right: 700, top: 20, bottom: 350 };
const colours = ['#0b6bcb', '#c2410c', '#15803d', '#7c3aed'];
const lowest = 50;

/** Hit@3 over picks as an SVG; picks stand at the square root, so that the first ones show. */
export function plotCurves(curves: readonly Curve[], aims: ReadonlyMap<number, number>): string {
  const most = Math.max(1, ...curves.flatMap(({ points }) => points.map(({ picks }) => picks)));
  const x = (picks: number) => round(box.left + (box.right - box.left) * Math.sqrt(picks / most));
  const y = (percent: number) =>
    round(
      box.bottom - ((box.bottom - box.top) * (Math.max(lowest, percent) - lowest)) / (100 - lowest),
    );
  const marks = [...new Set(curves.flatMap(({ points }) => points.map(({ picks }) => picks)))];
  const lines = [50, 60, 70, 80, 90, 100].map(
    (percent) =>
      `<path d="M${box.left} ${y(percent)}H${box.right}" stroke="#8884"/><text x="${box.left - 8}" y="${y(percent) + 4}" text-anchor="end">${percent}</text>`,
  );
  const ticks = marks.map(
    (picks) => `<text x="${x(picks)}" y="${box.bottom + 18}" text-anchor="middle">${picks}</text>`,
  );
  const drawn = curves.map(({ name, points }, at) => {
    const colour = colours[at % colours.length];
    const path = points.map(({ picks, hit3 }) => `${x(picks)} ${y(hit3)}`).join('L');
    const dots = points.map(
      ({ picks, hit3 }) => `<circle cx="${x(picks)}" cy="${y(hit3)}" r="3" fill="${colour}"/>`,
    );
    const key = box.bottom - 16 * (curves.length - at);
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}
<circle cx="${box.right - 250}" cy="${key - 4}" r="4" fill="${colour}"/><text x="${box.right - 240}" y="${key}">${name}</text>`;
  });
  const aimed = [...aims].map(
    ([picks, percent]) =>
      `<path d="M${x(picks) - 6} ${y(percent)}h12" stroke="#888" stroke-width="2"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#888" role="img" aria-label="Hit at 3 in percent over the number of picks">
${[...lines, ...ticks, ...drawn, ...aimed].join('\n')}
<text x="${box.left}" y="${height - 12}">picks (square root); hit@3 in %; grey dashes: the aims</text>
</svg>
`;
}

const round = (value: number) => Math.round(value * 10) / 10;
