type Piece = string | Uint8Array;

/**
 * Makes a stream of the pieces that a generator yields, texts as UTF-8. The next piece is made when
 * the reader has taken the last one, and none after the reader has left.
 * @param first a piece that was taken from the generator before
 */
export function streamPieces(
  pieces: AsyncGenerator<Piece, void, void>,
  first?: IteratorResult<Piece, void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = first;
  return new ReadableStream(
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
    // Nothing is made before it is asked for.
    { highWaterMark: 0 },
  );
}
