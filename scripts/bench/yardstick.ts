/** Units of the text that the yardstick goes over: the same for a small case and a large one. */
const length = 200_000;

/**
 * A fixed and simple job on a text of some kind: every character looked at once, and the lines cut
 * and trimmed. It belongs to the bench alone, so that no change of the project changes it.
 * @param text not empty; what is missing in length is its repetition
 */
export function yardstickOf(text: string): { bytes: number; work: () => number } {
  const sample = text.repeat(Math.ceil(length / text.length)).slice(0, length);
  return {
    bytes: Buffer.byteLength(sample),
    work: () => {
      let sum = 0;
      for (let at = 0; at < sample.length; at++) sum = (sum * 31 + sample.charCodeAt(at)) | 0;
      for (const line of sample.split('\n')) sum += line.trim().length;
      return sum;
    },
  };
}
