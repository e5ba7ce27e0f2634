import { type FormattedLine, isFormatted } from '../../domain/formatted-line';
import type { Composer, EditableComposer } from './composer';
import { dispatchPaste } from './paste';
import type { Step } from './step';
import { formattedToHtml } from './text-to-html';

/**
 * The steps that write bold, lists and links as such, in editors known to hold them. Elsewhere an
 * address could be lost between what the agent sees and what is sent, and plain text tells all.
 */
export function formattedSteps(
  composer: Composer,
  text: string,
  formatted: readonly FormattedLine[] | undefined,
): readonly Step[] {
  if (composer.kind === 'field' || formatted === undefined || !isFormatted(formatted)) return [];
  const html = formattedToHtml(formatted);
  switch (composer.family) {
    case 'prosemirror':
    case 'quill':
    case 'ckeditor5':
    case 'ckeditor4':
    case 'tinymce':
    case 'lexical':
    case 'trix': {
      const run = (to: Composer) => dispatchPaste(to as EditableComposer, { text, html });
      return [{ name: 'paste-formatted', isNative: false, formatted, run }];
    }
    case 'native': {
      const run = (to: Composer) => to.document.execCommand('insertHTML', false, html);
      return [{ name: 'exec-formatted', isNative: true, formatted, run }];
    }
    case 'slate':
    case 'draft':
    case 'other':
      return [];
  }
}

/** Whether links and list lines arrived as such. Bold that did not is no loss of words. */
export function keepsFormat(element: Element, formatted: readonly FormattedLine[]): boolean {
  const addresses = new Set(
    [...element.querySelectorAll('a')].map((link) => addressOf(link.getAttribute('href') ?? '')),
  );
  const listed = formatted.filter((line) => line.listed).length;
  const links = formatted.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []));
  return (
    element.querySelectorAll('li').length >= listed &&
    links.every((href) => addresses.has(addressOf(href)))
  );
}

/** Editors write some addresses otherwise, as `https://a.example/` for `https://a.example`. */
function addressOf(href: string): string {
  return URL.canParse(href) ? new URL(href).href : href;
}
