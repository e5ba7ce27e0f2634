/** A file that goes with an answer: it is offered as a link to where it is kept. */
export type Attachment = {
  readonly name: string;
  /** An http or https address without blanks. */
  readonly url: string;
};

/** An answer's template with its attachments below it, as a list of links. */
export function withAttachments(answer: string, attachments: readonly Attachment[] = []): string {
  if (attachments.length === 0) return answer;
  return `${answer}\n\n${attachments.map(linkOf).join('\n')}`;
}

/** What would end the link early is written otherwise. */
function linkOf({ name, url }: Attachment): string {
  const words = name.replaceAll('[', '(').replaceAll(']', ')');
  const address = url.replace(/[(){}]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `- [${words}](${address})`;
}
