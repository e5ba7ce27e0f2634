import type { Reliability } from './measure-reliability';

const size = 360;
const margin = 44;
const colours = ['#1f4e8c', '#b3541e', '#3b7a57', '#7a3b69', '#8a7a1f', '#2a8a8a', '#555', '#c33'];

/** What cards said of themselves against how often they were right, one line a set, as SVG. */
export function reliabilityPicture(sets: readonly Reliability[]): string {
  const x = (share: number) => (margin + share * size).toFixed(1);
  const y = (share: number) => (margin + (1 - share) * size).toFixed(1);
  const label = (at: string, to: string, anchor: string, text: string, colour = '#444') =>
    `<text x="${at}" y="${to}" text-anchor="${anchor}" fill="${colour}">${text}</text>`;
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    label(x(share), String(margin + size + 18), 'middle', String(100 * share)),
    label(String(margin - 8), y(share), 'end', String(100 * share)),
  ]);
  const curves = sets.flatMap(({ name, curve }, at) => {
    const colour = colours[at % colours.length] ?? '#444';
    const points = curve.map((point) => `${x(point.said)},${y(point.true)}`).join(' ');
    const dash = at < colours.length ? '' : ' stroke-dasharray="6 3"';
    const line = `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`;
    return [
      line,
      label(String(margin + size + 16), String(margin + 18 * at + 10), 'start', name, colour),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 2 * margin + 200} ${size + 2 * margin + 10}" font-family="sans-serif" font-size="12">
<title>Confidence said (across, %) against right (up, %)</title>
<rect width="100%" height="100%" fill="#fff"/>
<rect x="${margin}" y="${margin}" width="${size}" height="${size}" fill="none" stroke="#bbb"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#bbb" stroke-dasharray="4"/>
${[...ticks, ...curves].join('\n')}
${label(String(margin + size / 2), String(margin + size + 38), 'middle', 'confidence said, %')}
${label(String(margin), String(margin - 14), 'start', 'right, %')}
</svg>
`;
}
