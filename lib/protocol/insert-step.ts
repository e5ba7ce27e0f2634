import * as v from 'valibot';

/** The steps of the insertion cascade, by what each does to the page. */
export const insertStep = v.picklist([
  'exec',
  'setter',
  'paste-formatted',
  'exec-formatted',
  'paste',
  'paste-html',
  'beforeinput',
  'exec-lines',
]);
