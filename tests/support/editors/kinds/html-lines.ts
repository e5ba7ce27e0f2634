/**
 * An editor's HTML output as text: a line for each block that holds no other, and for each break.
 * @param between what parts two blocks; a blank line where the editor writes such as paragraphs
 */
export function linesOf(html: string, between = '\n'): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...body.querySelectorAll('p, li, div')].filter(
    (block) => block.querySelector('p, li, div') === null,
  );
  return (blocks.length === 0 ? [body] : blocks).map(lineOf).join(between);
}

/** A break that ends a block only holds its line open. */
function lineOf(block: Element): string {
  return textOf([...block.childNodes])
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\n$/, '');
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === 'BR') return '\n';
      // Line ends in the source are no breaks.
      if (node.nodeType === 3) return (node.nodeValue ?? '').replace(/[\r\n]/g, '');
      return textOf([...node.childNodes]);
    })
    .join('');
}
