/** Texts looked at in each row, from either end. */
const mostTexts = 12;
const longestLabel = 40;

/**
 * Short texts that stand beside the words of several rows: who wrote them. Hidden ones too, since the
 * words of a row are read whether they show or not. What stands where rows have their words is none,
 * however often it is said.
 */
export function repeatedLabels(rows: readonly Element[]): readonly string[] {
  const shown = rows.map(placedTexts);
  const longest = shown.flatMap((texts) => {
    const [first] = [...texts].sort((one, other) => other.text.length - one.text.length);
    return first ? [first.place] : [];
  });
  const words = commonest(longest);
  const labels = shown.flatMap((texts) =>
    [texts[0], texts.at(-1)].flatMap((one) =>
      one && one.place !== words && one.text.length <= longestLabel ? [one.text] : [],
    ),
  );
  return labels.filter((label, at) => labels.indexOf(label) < at);
}

function placedTexts(row: Element): { readonly text: string; readonly place: string }[] {
  const texts: { text: string; place: string }[] = [];
  const walker = row.ownerDocument.createTreeWalker(row, 4);
  while (texts.length < mostTexts) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const text = node.data.trim();
    const around = node.parentElement;
    if (text !== '' && around)
      texts.push({ text, place: `${around.localName}.${around.className}` });
  }
  return texts.length > 1 ? texts : [];
}

function commonest(places: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
