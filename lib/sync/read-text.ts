/**
 * An answer's text, given up when it is larger than that. Counted as it comes out: a few packed
 * kilobytes can be gigabytes, and what a header says of its length may be untrue.
 */
export async function readText(response: Response, mostBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return parts.join('') + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new Error('The answer is too large');
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}
