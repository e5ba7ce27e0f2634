import type { Section, Sections } from './snapshot-file';

/** Sections under names that begin with a prefix, beside others of the same names. */
export function prefixed(prefix: string, sections: { readonly [name: string]: Section }): Sections {
  return Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [`${prefix}.${name}`, section]),
  );
}

export function unprefixed(
  prefix: string,
  sections: Sections,
): { readonly [name: string]: Section } {
  return Object.fromEntries(
    Object.entries(sections).flatMap(([name, section]) =>
      name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), section]] : [],
    ),
  );
}
