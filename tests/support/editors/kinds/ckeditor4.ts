import type { MountEditor } from '../test-editor';
import { linesOf } from './html-lines';

type Editor4 = {
  on(event: 'instanceReady', listener: () => void): void;
  getData(): string;
  setData(html: string, options: { callback: () => void }): void;
  resetUndo(): void;
  editable(): { readonly $: HTMLElement };
  readonly window: { readonly $: Window };
};
type CKEditor4 = {
  replace(element: HTMLElement, config: object): Editor4;
  inline(element: HTMLElement, config: object): Editor4;
};
type WithEditor4 = { CKEDITOR?: CKEditor4; CKEDITOR_BASEPATH?: string };

const folder = './ckeditor4/';
const config = {
  versionCheck: false,
  language: 'en',
  // What has no button is filtered out.
  toolbar: [['Bold', 'Link', 'BulletedList']],
  height: 80,
  customConfig: '',
  stylesSet: false,
};

const mount4 =
  (inline: boolean): MountEditor =>
  async (place) => {
    const { replace, inline: replaceInline } = await load();
    const target = document.createElement(inline ? 'div' : 'textarea');
    if (inline) target.contentEditable = 'true';
    place.append(target);
    const editor = (inline ? replaceInline : replace)(target, config);
    await new Promise<void>((done) => editor.on('instanceReady', done));
    (inline ? target : place.querySelector('iframe'))?.setAttribute('data-composer', '');
    return {
      model: () => linesOf(editor.getData(), '\n\n'),
      html: () => editor.getData(),
      setDraft: async (text) => {
        const html = text === '' ? '' : `<p>${text}</p>`;
        await new Promise<void>((done) => editor.setData(html, { callback: done }));
        editor.resetUndo();
      },
    };
  };

/** Its files are loaded one by one while it runs, so that it cannot be bundled. */
async function load(): Promise<CKEditor4> {
  const page = window as WithEditor4;
  page.CKEDITOR_BASEPATH = folder;
  const script = document.createElement('script');
  script.src = `${folder}ckeditor.js`;
  const loaded = new Promise((done) => script.addEventListener('load', done));
  document.head.append(script);
  await loaded;
  if (page.CKEDITOR === undefined) throw new Error('CKEditor 4 did not start');
  return page.CKEDITOR;
}

export const mount = mount4(false);
export const mountInline = mount4(true);
