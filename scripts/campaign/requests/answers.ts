/** An answer as it was read from the line. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
}

/**
 * Reads the answers to pipelined requests, as far as they are there.
 * @param methods of the requests, in order
 * @returns those that are whole; `broken` where no answer of HTTP stands
 */
export function readAnswers(bytes: Buffer, methods: readonly string[]): { answers: RawAnswer[]; broken: boolean } {
  const answers: RawAnswer[] = [];
  let at = 0;
  while (answers.length < methods.length && at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end === -1) return { answers, broken: !/^HTTP|^H?T?T?P?$/.test(bytes.toString('latin1', at, at + 4)) };
    const [first = '', ...lines] = bytes.toString('latin1', at, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
    if (!status) return { answers, broken: true };
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    at = end + 4;
    if (status < 200) continue;
    const after = endOfBody(bytes, at, methods[answers.length]!, status, headers);
    if (after === null) return { answers, broken: false };
    at = after;
    answers.push({ status, headers });
  }
  return { answers, broken: false };
}

/** Gives where a body ends; null while it has not come whole. */
function endOfBody(
  bytes: Buffer,
  from: number,
  method: string,
  status: number,
  headers: Record<string, string>,
): number | null {
  if (method === 'HEAD' || status === 204 || status === 304) return from;
  if (headers['transfer-encoding'] !== 'chunked') {
    const end = from + Number(headers['content-length'] ?? 0);
    return end <= bytes.length ? end : null;
  }
  for (let at = from; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return null;
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16);
    at = line + 2 + length + 2;
    if (at > bytes.length) return null;
    if (length === 0) return at;
  }
}
