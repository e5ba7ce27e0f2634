export type Styles = { readonly [property: string]: string };

/** As computed: anything else on one of these hides the panel, or shows something in its place. */
export const plainSight: Styles = {
  position: 'fixed',
  top: '0px',
  bottom: '0px',
  'z-index': '2147483647',
  opacity: '1',
  filter: 'none',
  transform: 'none',
  'clip-path': 'none',
  'mask-image': 'none',
  'mix-blend-mode': 'normal',
  display: 'block',
};

export const hiddenPlace: Styles = {
  left: 'auto',
  right: 'auto',
  width: '1px',
  height: 'auto',
  'margin-top': '0px',
  visibility: 'hidden',
};

const important = (styles: Styles) =>
  Object.entries(styles).map(([property, value]) => `${property}: ${value} !important`);

/** Beyond the reach of the page's own rules. */
export function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}

/**
 * A function that styles a shadow root's host from within. Important rules of a shadow tree win over
 * all that the page says of the host, its `style` attribute included (CSS Cascade 5, 6.1), so a page
 * that strips or overwrites our attributes changes nothing.
 */
export function styleFromWithin(root: ShadowRoot): (styles: Styles) => void {
  const write = cssWriter(root);
  return (styles) => write(`:host { ${important({ all: 'initial', ...styles }).join('; ')} }`);
}

function cssWriter(root: ShadowRoot): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet];
    return (css) => sheet.replaceSync(css);
  } catch {
    // Firefox takes no sheets from extensions' scripts (bug 1751346). A page's CSP may refuse the
    // element; then the host's `style` attribute has to do.
    const style = root.ownerDocument.createElement('style');
    root.prepend(style);
    return (css) => {
      style.textContent = css;
    };
  }
}
