const paths = {
  image: 'M2 3.5h12v9H2z M2 11l3.5-3.5 3 3 2-2L14 12 M10.5 6.2a.8.8 0 1 0 0-.1z',
  file: 'M4 2h5l3 3v9H4z M9 2v3h3 M6 8.5h4 M6 11h4',
  voice:
    'M8 2a1.8 1.8 0 0 1 1.8 1.8v4a1.8 1.8 0 0 1-3.6 0v-4A1.8 1.8 0 0 1 8 2z M4 7.5a4 4 0 0 0 8 0 M8 11.5V14 M6 14h4',
} as const;

/** What kind of thing was sent, as a drawing: not every machine has a font with such signs. */
export function MediaSign({ kind }: { readonly kind: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={paths[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
