import { unzipSync } from 'fflate';
import { UnreadableContent } from './blocks';

/** A year of gazettes in Word is 20 MB of XML. */
const unpackedLimit = 100 * 1024 * 1024;
const mostFiles = 5000;

/**
 * Reads the wanted files of a ZIP file. The unpacked size is bounded before anything is unpacked:
 * by the sizes that the archive declares, beyond which fflate writes nothing.
 * @throws UnreadableContent
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > unpackedLimit || ++count > mostFiles)
          throw new UnreadableContent(
            total > unpackedLimit ? 'it unpacks to more than 100 MB of text' : `it holds more than ${mostFiles} files`,
            'Split it into one file for each issue, or copy its text into a .txt file.',
          );
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnreadableContent) throw error;
    throw new UnreadableContent(
      'it is damaged: its parts cannot be unpacked',
      'Open it in Word or WPS, save it anew as .docx, and ingest that.',
    );
  }
}
