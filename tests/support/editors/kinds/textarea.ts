import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
  const field = document.createElement('textarea');
  field.dataset['composer'] = '';
  place.append(field);
  return {
    model: () => field.value,
    setDraft: (text) => {
      field.value = text;
    },
  };
};
