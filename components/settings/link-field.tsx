import field from '../ui/field.module.css';

/** A link to be handed on: all of it is chosen as soon as it has the keyboard. */
export function LinkField({ label, link }: { readonly label: string; readonly link: string }) {
  return (
    <input
      className={field.field}
      type="text"
      readOnly
      aria-label={label}
      value={link}
      onFocus={({ target }) => target.select()}
    />
  );
}
