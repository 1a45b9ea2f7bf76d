import { describe, expect, test } from 'vitest';
import { harmlessError, stackOf } from './harmless-error';

/** What a reader has typed. */
const WORD = 'zarquonfrob';

const system = (fields: object) => Object.assign(new Error(`something ${WORD}`), fields);

describe('an error in the log', () => {
  test.each<[string, unknown]>([
    ['of an address', new TypeError('Invalid URL', { cause: new Error(WORD) })],
    [
      'of JSON',
      (() => {
        try {
          return JSON.parse(WORD) as unknown;
        } catch (error) {
          return error;
        }
      })(),
    ],
    ['of a library', new Error(`Failed to parse URL from http://localhost/search?q=${WORD}`)],
    ['of the server: a value', system({ severity: 'ERROR', code: '22P02', detail: WORD, where: WORD, hint: WORD })],
    [
      'of the server: a constraint',
      system({ severity: 'ERROR', code: '23505', detail: `(${WORD})`, table: 'Document' }),
    ],
    ['of a file', system({ syscall: 'open', code: 'ENOENT', path: `/srv/${WORD}` })],
    [
      'of a name',
      Object.assign(new Error('x'), { name: `Error ${WORD}`, code: `${WORD}!`, digest: `${WORD} ${WORD}` }),
    ],
    [
      'of Prisma',
      Object.assign(new Error(`Invalid prisma.document.findFirst() invocation: ${WORD}`), {
        name: 'PrismaClientKnownRequestError',
        code: 'P2010',
        meta: {
          driverAdapterError: {
            name: 'DriverAdapterError',
            message: WORD,
            cause: { kind: 'postgres', originalCode: '22P02', originalMessage: WORD, message: WORD },
          },
        },
      }),
    ],
    ['of several', new AggregateError([new Error(WORD)], WORD)],
    ['that is a text', WORD],
    ['that is an object', { message: WORD, toString: () => WORD }],
    [
      'with lines like frames',
      new Error(`one\n    at ${WORD} (/srv/${WORD}.js:1:1)\n    at ${WORD} (/srv/${WORD}.js:2:1)`),
    ],
    [
      'whose message was changed',
      (() => {
        const error = new Error(`first ${WORD}`);
        error.message = 'then';
        return error;
      })(),
    ],
  ])('has nothing that was typed: %s', (_name, error) => {
    const told = JSON.stringify([harmlessError(error), stackOf(error, process.cwd())]).toLowerCase();
    expect(told).not.toContain(WORD);
  });

  test('says what is wrong with the connection', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      ...{ syscall: 'connect', code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 },
    });
    expect(harmlessError(Object.assign(new Error('connect', { cause }), { name: 'DatabaseUnavailable' }))).toEqual({
      name: 'DatabaseUnavailable',
      cause: { name: 'Error', code: 'ECONNREFUSED', says: 'connect ECONNREFUSED 127.0.0.1:5432' },
    });
  });

  test.each([
    ['57014', 'canceling statement due to statement timeout'],
    ['28P01', 'password authentication failed for user "gongbao"'],
    ['42P01', 'relation "Portal" does not exist'],
    ['53300', 'sorry, too many clients already'],
  ])('says what the server says of itself: %s', (code, message) => {
    const error = Object.assign(new Error(message), { severity: 'ERROR', code, name: 'error' });
    expect(harmlessError(error)).toEqual({ name: 'error', code, says: message });
  });

  test('says of a fault in the program what it is, without the names in it', () => {
    let error: unknown;
    try {
      error = (undefined as unknown as Record<string, string>)[WORD]!.length;
    } catch (thrown) {
      error = thrown;
    }
    expect(harmlessError(error)).toEqual({ name: 'TypeError', says: 'Cannot read properties of undefined' });
    expect(stackOf(error, process.cwd())).toMatch(/^at .*lib\/logging\/harmless-error\.test\.ts:\d+:\d+/);
  });
});
