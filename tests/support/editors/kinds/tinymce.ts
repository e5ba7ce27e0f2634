import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/skins/ui/oxide/skin.css';
import 'tinymce/themes/silver';
import type { MountEditor } from '../test-editor';

const mountTiny =
  (inline: boolean): MountEditor =>
  async (place) => {
    const target = document.createElement(inline ? 'div' : 'textarea');
    place.append(target);
    const [editor] = await tinymce.init({
      target,
      inline,
      license_key: 'gpl',
      skin: false,
      content_css: false,
      promotion: false,
      menubar: false,
      toolbar: false,
      height: 200,
    });
    if (editor === undefined) throw new Error('TinyMCE did not start');
    const frame = editor.getContentAreaContainer()?.querySelector('iframe');
    (inline ? editor.getBody() : frame)?.setAttribute('data-composer', '');
    return {
      model: () => editor.getContent({ format: 'text' }),
      html: () => editor.getContent(),
      setDraft: (text) => {
        editor.setContent(text === '' ? '' : `<p>${text}</p>`);
        editor.undoManager.clear();
        editor.undoManager.add();
      },
    };
  };

export const mount = mountTiny(false);
export const mountInline = mountTiny(true);
