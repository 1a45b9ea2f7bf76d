import { matchRoute } from '@/lib/addresses/routes';
import { printSharedKey } from '@/lib/addresses/version-params';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { listPassages, type Passage } from '@/lib/versions';
import { getPageLedger } from '@/lib/db/queries/ledger/page-ledger';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';

/** What an address meant when it was given out. */
export interface GivenAddress {
  municipality: string;
  document: string;
  passage: Pick<Passage, 'address' | 'key' | 'words'>;
}

/** The same words; led to them; told of other words; told of what is gone. */
export type AnswerKind = 'the same' | 'led' | 'told' | 'told of none';

type HeldDocument = NonNullable<Awaited<ReturnType<typeof getDocument>>>;
interface Held {
  document: HeldDocument;
  passages: Map<string, Passage>;
}

/** Follows addresses that were given out, as readers, programs and links do. */
export class Follower {
  private readonly documents = new Map<string, Promise<Held | null>>();

  /** Gives every address of a document as it is now. */
  async give(municipality: string, document: string): Promise<GivenAddress[]> {
    const held = await this.read(municipality, document);
    return [...held!.passages.values()].map(({ address, key, words }) => ({
      municipality,
      document,
      passage: { address, key, words },
    }));
  }

  /** Whether an address still means the same words, by what is held alone. */
  async isSame({ municipality, document, passage }: GivenAddress): Promise<boolean> {
    return (await this.read(municipality, document))?.passages.get(passage.address)?.key === passage.key;
  }

  /**
   * Asks by page, by key and by peek.
   * @returns the kind of the right answer, or `wrong: …` with what is not right
   */
  async follow(given: GivenAddress): Promise<AnswerKind | `wrong: ${string}`> {
    const { municipality, document, passage } = given;
    const page = `/${municipality}/${document}/${passage.address}`;
    const [byPage, byKey] = [
      await decide(page),
      await decide(`${page}?k=${printSharedKey(passage.address, passage.key)}`),
    ];
    const kind = await this.judgePage(given, byPage);
    if (kind === null) return `wrong: ${page}: ${byPage}`;
    if (!(await this.isKeyRight(given, kind, byKey))) return `wrong: ${page}?k=: ${byKey}, by page ${kind}`;
    const peek = await getPeek({ kind: 'document', municipality, document, address: passage.address });
    const isPeekRight =
      kind === 'told of none' ? peek?.kind === 'ended' : peek?.kind === 'document' && peek.section !== null;
    return isPeekRight ? kind : `wrong: peek of ${page}: ${JSON.stringify(peek)}, by page ${kind}`;
  }

  private async judgePage(given: GivenAddress, answer: string): Promise<AnswerKind | null> {
    const { municipality, document, passage } = given;
    if (answer === 'held') {
      if (await this.isSame(given)) return 'the same';
      return (await this.isTold(await this.read(municipality, document), passage.address)) ? 'told' : null;
    }
    if (answer === 'ended') {
      const news = await tellPlace({ municipality, document, section: passage.address }, () => '');
      return news && 'error' in news ? 'told of none' : null;
    }
    const target = readTarget(answer, '308');
    if (!target) return null;
    const held = await this.read(target.municipality, target.document);
    if (this.holds(held, target.address, passage)) return 'led';
    return target.address !== null && (await this.isTold(held, target.address)) ? 'told' : null;
  }

  private async isKeyRight(given: GivenAddress, kind: AnswerKind, answer: string): Promise<boolean> {
    if (answer === 'held') return kind === 'told';
    if (answer === 'ended') return kind === 'told of none';
    const target = readTarget(answer, '307') ?? readTarget(answer, '308');
    if (!target) return false;
    if (answer.startsWith('308')) return kind !== 'the same';
    return this.holds(await this.read(target.municipality, target.document), target.address, given.passage);
  }

  private holds(held: Held | null, address: string | null, { key, words }: GivenAddress['passage']): boolean {
    const there = address === null ? undefined : held?.passages.get(address);
    return there?.key === key || there?.words.includes(words) === true;
  }

  private async isTold(held: Held | null, address: string): Promise<boolean> {
    if (!held) return false;
    return ((await getPageLedger(held.document, {}, address)).notices.get(address)?.length ?? 0) > 0;
  }

  private read(municipality: string, slug: string): Promise<Held | null> {
    const name = `${municipality}/${slug}`;
    const known = this.documents.get(name);
    if (known) return known;
    const reading = getDocument(municipality, slug).then(
      (document) =>
        document && { document, passages: new Map(listPassages(document.tree).map((each) => [each.address, each])) },
    );
    this.documents.set(name, reading);
    return reading;
  }
}

/** Gives how an address is answered: `held`, `ended`, `missing`, or `308 /where`. */
async function decide(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  const decision = await decideAddress(matchRoute(pathname), searchParams);
  return decision.kind === 'leads' ? `${decision.status} ${decision.to}` : decision.kind;
}

/** Reads `308 /city/document/a-1` and `308 /city/document#a-1`. */
function readTarget(answer: string, status: string) {
  const found = new RegExp(`^${status} /([^/?#]+)/([^/?#]+)(?:[/#]([^/?#]+))?`).exec(answer);
  return found && { municipality: found[1]!, document: found[2]!, address: found[3] ?? null };
}
