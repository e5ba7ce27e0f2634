import { Unzip, UnzipInflate } from 'fflate';
import { FileRefused, importCaps, type Pace } from './file-refused';

/**
 * 8 kB of a zip become at most 8 MB (deflate's greatest ratio is 1,032), so this is how far above
 * the cap memory can go before the bytes are counted.
 */
const sliceBytes = 8 * 1024;

/** No sheet that people wrote is packed so tightly: XML of equal rows comes to 50 to 100. */
const greatestRatio = 300;

export type ByteBudget = { left: number };

/**
 * Unpacks the wanted files of a zip piece by piece. The bytes that really come out are counted,
 * whatever the headers say; unwanted files are never unpacked.
 * @param take is given each piece in turn, and `last` with the final one
 */
export async function readZipParts(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  take: (name: string, piece: Uint8Array, last: boolean) => void,
  budget: ByteBudget,
  pace: Pace,
): Promise<void> {
  if (!hasEnd(zip)) throw brokenZip();
  let parts = 0;
  let packed = 0;
  let produced = 0;
  const unzip = new Unzip((part) => {
    if (++parts > importCaps.zipParts) {
      throw new FileRefused(
        'too-many-parts',
        `The file packs more than ${importCaps.zipParts} files.`,
      );
    }
    if (!wanted(part.name)) return;
    part.ondata = (error, piece, last) => {
      if (error !== null) throw error;
      produced += piece.length;
      budget.left -= piece.length;
      if (budget.left < 0 || (produced > 8_000_000 && produced > packed * greatestRatio)) {
        throw new FileRefused(
          'too-large',
          `Unpacked, the file would be larger than ${importCaps.bytes / 1024 / 1024} MB.`,
        );
      }
      take(part.name, piece, last);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.length; at += sliceBytes) {
      packed = Math.min(zip.length, at + sliceBytes);
      unzip.push(zip.subarray(at, packed), packed === zip.length);
      await pace();
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw brokenZip();
  }
}

/** The end record stands in the last 64 kB; where it is missing the file was cut off. */
function hasEnd(zip: Uint8Array): boolean {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 5 && zip[at + 3] === 6)
      return true;
  }
  return false;
}

const brokenZip = () =>
  new FileRefused('broken-zip', 'The file is damaged: it cannot be unpacked.');
