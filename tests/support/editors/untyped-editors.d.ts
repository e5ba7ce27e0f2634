/** Editors that come without types; what the tests use of them. */
declare module 'medium-editor' {
  export default class MediumEditor {
    constructor(element: HTMLElement, options: object);
    subscribe(event: 'editableInput', listener: () => void): void;
    setContent(html: string): void;
    getContent(): string;
  }
}
declare module 'jquery' {
  export default function jQuery(element: HTMLElement): object;
}
declare module 'summernote/dist/summernote-lite.js';
declare module 'trix';
