import { countCitations } from '@/lib/db/ingest/guard/find-losses';
import type { StoringPlan } from '@/lib/db/ingest/guard/plan-storing';
import type { FormerDocument } from '@/lib/db/ingest/ledger/former-documents';
import type { PreparedDocument } from '@/lib/db/ingest/rows/prepared';
import type { Fate, Passage, PassagePlace } from '@/lib/versions';
import { listPassages } from '@/lib/versions';
import type * as ast from '@/lib/gazette/ast';
import type { ChangeCounts, DocumentPreview, PassagePreview } from './preview';

/** Where documents would be stored. */
interface Placing {
  /** Slug. */
  municipality: string;
  slugs: ReadonlyMap<PreparedDocument, string>;
}

/**
 * Tells of each document what would become of it: those of the file in their order, then what is
 * gone. Pure.
 */
export function previewDocuments(plan: StoringPlan, { municipality, slugs }: Placing): DocumentPreview[] {
  const { succession } = plan;
  const { former, documents, formerOf } = succession;
  const places = new Places(plan);
  const next = documents.map((document, at): DocumentPreview => {
    const before = formerOf.get(document);
    const address = `${municipality}/${slugs.get(document) ?? document.preferredSlug}`;
    const { title, docNumber = null } = document.columns;
    const own = { title, docNumber, address };
    const after = document.columns.length;
    if (!before) {
      const passages = places.passagesOf(at);
      return {
        state: 'new',
        ...own,
        former: {},
        sections: { ...NONE, came: passages.filter(({ kind }) => kind !== 'table').length },
        tables: { ...NONE, came: passages.filter(({ kind }) => kind === 'table').length },
        citations: { before: 0, after: countCitations(document) },
        characters: { before: 0, after, lost: 0 },
        passages: [],
      };
    }
    const told = places.tell(before, at);
    const differs = {
      ...(before.title !== title && { title: before.title }),
      ...(printedNumber(before) !== docNumber && { docNumber: printedNumber(before) }),
      ...(`${before.municipality}/${before.slug}` !== address && {
        address: `${before.municipality}/${before.slug}`,
      }),
    };
    const isSame = told.passages.length === 0 && Object.keys(differs).length === 0;
    return {
      state: before.hasEnded ? 'back' : isSame ? 'same' : 'changed',
      ...own,
      former: differs,
      sections: told.sections,
      tables: told.tables,
      citations: { before: places.citationsOf(before), after: countCitations(document) },
      characters: { before: lengthOf(before), after, lost: told.lost },
      passages: told.passages,
    };
  });
  const successors = new Set(formerOf.values());
  const gone = former.flatMap((before): DocumentPreview[] => {
    if (before.hasEnded || successors.has(before)) return [];
    const told = places.tell(before, null);
    const isMoved =
      told.passages.length > 0 &&
      told.passages.filter(({ kind }) => kind === 'gone').length * 2 <= told.passages.length;
    return [
      {
        state: isMoved ? 'moved' : 'gone',
        title: before.title,
        docNumber: printedNumber(before),
        address: `${before.municipality}/${before.slug}`,
        former: {},
        sections: told.sections,
        tables: told.tables,
        citations: { before: places.citationsOf(before), after: 0 },
        characters: { before: lengthOf(before), after: 0, lost: told.lost },
        passages: told.passages,
      },
    ];
  });
  return [...next, ...gone];
}

const NONE: ChangeCounts = { came: 0, gone: 0, changed: 0, moved: 0 };

const printedNumber = ({ printedNumber: printed, docNumber }: FormerDocument): string | null => printed ?? docNumber;

const lengthOf = ({ passages }: FormerDocument): number =>
  passages.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);

/** The passages before and after, by where they are. */
class Places {
  private readonly plan: StoringPlan;
  private readonly next: readonly (readonly Passage[])[];
  private readonly byAddress: readonly ReadonlyMap<string, Passage>[];

  constructor(plan: StoringPlan) {
    this.plan = plan;
    const { documents, passages } = plan.succession;
    // Where nothing is compared, they are not listed yet.
    this.next = documents.map(({ columns }, at) =>
      passages[at]!.length > 0 ? passages[at]! : listPassages(columns.tree as unknown as ast.Document),
    );
    this.byAddress = this.next.map((list) => new Map(list.map((passage) => [passage.address, passage])));
  }

  passagesOf(document: number): readonly Passage[] {
    return this.next[document]!;
  }

  citationsOf({ heldId }: FormerDocument): number {
    return heldId === null ? 0 : (this.plan.held.citations.get(heldId)?.length ?? 0);
  }

  /** Tells what would become of a former document's passages, and what comes beside them. */
  tell(
    before: FormerDocument,
    successor: number | null,
  ): { sections: ChangeCounts; tables: ChangeCounts; lost: number; passages: PassagePreview[] } {
    const { former, matching } = this.plan.succession;
    const at = former.indexOf(before);
    const sections = { ...NONE };
    const tables = { ...NONE };
    const told: PassagePreview[] = [];
    for (const [index, passage] of before.passages.entries()) {
      const preview = this.ofFormer(passage, matching.fates[at]![index]!, successor);
      if (!preview) continue;
      (passage.kind === 'table' ? tables : sections)[preview.kind]++;
      told.push(preview);
    }
    for (const place of matching.added) {
      if (place.document !== successor) continue;
      const passage = this.byAddress[place.document]!.get(place.address)!;
      (passage.kind === 'table' ? tables : sections).came++;
      told.push({ kind: 'came', ...named(passage), to: null, before: '', after: passage.text });
    }
    return { sections, tables, lost: this.plan.words[at]!.characters, passages: told };
  }

  private ofFormer(passage: Passage, fate: Fate, successor: number | null): PassagePreview | null {
    if (fate.kind === 'same' || (fate.kind === 'changed' && fate.scope === 'below')) return null;
    const own = { ...named(passage), before: passage.text };
    if (fate.kind === 'gone') return { kind: 'gone', ...own, to: null, after: '' };
    const there = this.byAddress[fate.to.document]!.get(fate.to.address)!;
    const to = { ...named(there), document: fate.to.document === successor ? null : this.titleAt(fate.to) };
    return { kind: fate.kind, ...own, to, after: there.text };
  }

  private titleAt({ document }: PassagePlace): string {
    return this.plan.succession.documents[document]!.columns.title;
  }
}

const named = ({ marker, heading, address }: Passage) => ({ marker, heading, address });
