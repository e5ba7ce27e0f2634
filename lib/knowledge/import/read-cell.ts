import { linkKinds } from '../../domain/entry';
import { type FileEntry, fileLimits } from '../../protocol/knowledge-file';

/** Day 1 is 1900-01-01; that 1900 was no leap year is corrected by counting from 1899-12-30. */
const spreadsheetEpoch = Date.UTC(1899, 11, 30);

/**
 * A day as YYYY-MM-DD. Understands year-month-day in any punctuation, Chinese dates, times after
 * the day, a spreadsheet's number of days, and day-first dates with dots, which nobody writes month
 * first. Undefined for anything else: whether 3/4 is in March or April cannot be known.
 */
export function readDay(text: string): string | undefined {
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const time = spreadsheetEpoch + Math.floor(Number(text)) * 86_400_000;
    return new Date(time).toISOString().slice(0, 10);
  }
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].{0,30})?$/.exec(text);
  const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s.{0,30})?$/.exec(text);
  const parts = yearFirst?.slice(1) ?? dayFirst?.slice(1).reverse();
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map(Number);
  const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  const exists = time.getUTCMonth() + 1 === month && time.getUTCDate() === day;
  return exists && (year ?? 0) >= 1000 ? time.toISOString().slice(0, 10) : undefined;
}

/** Yes or no as people tick it, in English or Chinese. */
export function readYes(text: string): boolean | undefined {
  if (/^(?:yes|y|true|1|x|✓|✔|√|是|对|需要|须)$/i.test(text)) return true;
  if (/^(?:no|n|false|0|-|✗|×|否|不|不需要)$/i.test(text)) return false;
  return undefined;
}

/** Attachments as `name address`, a line each; one without a name goes by its address. */
export function readAttachments(text: string): NonNullable<FileEntry['attachments']> {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [url = ''] = /\S+$/.exec(line) ?? [];
      const name = line.slice(0, -url.length).trim();
      return { name: name === '' ? url.slice(0, fileLimits.attachmentName) : name, url };
    });
}

/** Links as `kind:entry-id`, a line each; undefined when one is of no known kind. */
export function readLinks(text: string): FileEntry['links'] | undefined {
  const links: NonNullable<FileEntry['links']> = [];
  for (const piece of text.split(/[\s|;；]+/)) {
    if (piece === '') continue;
    const match = /^([a-z-]+)[:：](.+)$/.exec(piece);
    const kind = linkKinds.find((each) => each === match?.[1]);
    if (kind === undefined) return undefined;
    links.push({ kind, to: match?.[2] ?? '' });
  }
  return links;
}
