import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
  const host = document.createElement('div');
  host.dataset['composer'] = '';
  host.style.display = 'inline-block';
  const field = document.createElement('textarea');
  host.attachShadow({ mode: 'open' }).append(field);
  place.append(host);
  return {
    model: () => field.value,
    setDraft: (text) => {
      field.value = text;
    },
  };
};
