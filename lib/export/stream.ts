type Piece = string | Uint8Array;

interface StreamOptions {
  /** A piece that was taken from the generator before. */
  first?: IteratorResult<Piece, void>;
  /** Bytes that are made before the reader asks for them. */
  ahead?: number;
}

/**
 * Makes a stream of the pieces that a generator yields, texts as UTF-8. A piece is made when the
 * reader asks for it or there is room for what is made ahead, and none after the reader has left.
 */
export function streamPieces(
  pieces: AsyncGenerator<Piece, void, void>,
  { first, ahead = 0 }: StreamOptions = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await pieces.next());
        next = undefined;
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: ahead, size: ({ byteLength }) => byteLength },
  );
}
