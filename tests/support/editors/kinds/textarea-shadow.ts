import type { MountEditor } from '../test-editor';

const mountIn =
  (mode: ShadowRootMode): MountEditor =>
  (place) => {
    const host = document.createElement('div');
    host.dataset['composer'] = '';
    host.style.display = 'inline-block';
    const field = document.createElement('textarea');
    host.attachShadow({ mode }).append(field);
    place.append(host);
    return {
      model: () => field.value,
      setDraft: (text) => {
        field.value = text;
      },
    };
  };

export const mount = mountIn('open');
export const mountClosed = mountIn('closed');
