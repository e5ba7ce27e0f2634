import { createApp, h, nextTick, ref, vModelText, withDirectives } from 'vue';
import type { MountEditor } from '../test-editor';

/** What Vue's compiler makes of `<textarea v-model="text">`, or `v-model.lazy`. */
const mountVue =
  (modifiers: { readonly lazy?: true }): MountEditor =>
  (place) => {
    const text = ref('');
    const update = (value: string) => {
      text.value = value;
    };
    createApp({
      render: () =>
        withDirectives(h('textarea', { 'data-composer': '', 'onUpdate:modelValue': update }), [
          [vModelText, text.value, '', modifiers],
        ]),
    }).mount(place);
    return {
      model: () => text.value,
      async setDraft(draft) {
        text.value = draft;
        await nextTick();
        // Of two equal values Vue leaves the field alone.
        const field = place.querySelector('textarea');
        if (field && field.value !== draft) field.value = draft;
      },
    };
  };

export const mount = mountVue({});
export const mountLazy = mountVue({ lazy: true });
