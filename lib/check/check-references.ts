import { citeDocument } from '@/lib/text/standard-citation';
import { followLocatorPath, readLocatorPath, titlesAgree } from '@/lib/gazette';
import { quoteTitle } from '@/lib/text/quote-title';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import type { DraftReference } from './draft';
import { keyForm } from './key-form';
import { listFormSlips } from './number-form';
import {
  LEVELS,
  type CheckedDocument,
  type Finding,
  type Level,
  type NearNumber,
  type Proof,
  type Proposal,
  type Remark,
} from './report';

/** A held document with what a reference is compared with. */
export interface HeldDocument {
  id: number;
  slug: string;
  title: string;
  titleKey: string;
  issuedTitleKey: string | null;
  docNumber: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipality: { slug: string; name: string; sample: boolean };
  /** Keys of the titles of the texts that it prints. */
  partTitleKeys: string[];
  /** Those of its addresses that the draft may mean. */
  addresses: string[];
}

/** What is known of a number that nobody holds. */
export interface CitedNumber {
  /** Documents that cite it. */
  documents: number;
  /** With these titles, the most frequent first; not all of them where there are many. */
  titles: string[];
}

/** Everything that was looked up for a draft, by number, by key of a title, by id. */
export interface Known {
  byNumber: ReadonlyMap<string, HeldDocument[]>;
  byTitle: ReadonlyMap<string, HeldDocument[]>;
  cited: ReadonlyMap<string, CitedNumber>;
  near: ReadonlyMap<string, NearNumber[]>;
  validities: ReadonlyMap<number, Validity>;
  /** Of numbers that are not held. */
  numberValidities: ReadonlyMap<string, Validity>;
}

/** Takes a reference and what is known; gives what there is to say about it. */
export function checkReferences(reference: DraftReference, known: Known): Finding {
  const { docNumber, title, words, places } = reference;
  const slips = reference.written === undefined ? [] : listFormSlips(reference.written);
  const form: Remark[] = docNumber?.form === 'bracketed' && slips.length > 0 ? [{ kind: 'form', slips }] : [];
  const { target, remarks, proposals } = docNumber
    ? judgeNumber(reference, docNumber.canonical, known)
    : judgeTitle(title ?? words, reference, known);
  const all = [
    ...form,
    ...remarks,
    ...placeRemarks(reference, target),
    ...validityRemarks(target, docNumber?.canonical, known),
  ];
  const isWritten = form.length === 0 && proposals.every(({ text }) => isSame(text, words));
  return {
    level: levelOf(all),
    words,
    places,
    document: target && asChecked(target),
    remarks: all,
    proposals: isWritten ? [] : proposals,
  };
}

/** A list that is longer is no help. */
const SEVERAL_SHOWN = 5;

/** The bracket of a number may hold more than it: （示政发〔2022〕9号，以下简称《办法》）. */
const isSame = (text: string, words: string): boolean => [keyForm(words), `${keyForm(words)})`].includes(keyForm(text));

interface Judgement {
  target: HeldDocument | null;
  remarks: Remark[];
  proposals: Proposal[];
}

function judgeNumber(reference: DraftReference, number: string, known: Known): Judgement {
  const held = known.byNumber.get(number) ?? [];
  const { title, range } = reference;
  if (range.length > 0) {
    const total = [number, ...range];
    const count = total.filter((each) => known.byNumber.has(each)).length;
    return { target: null, remarks: [{ kind: 'range', held: count, total: total.length }], proposals: [] };
  }
  if (held.length === 0) return judgeAbsent(reference, number, known);
  const named = title === undefined ? held : held.filter((each) => bears(each, reference));
  const [document, second] = named.length > 0 ? named : held;
  const other = (known.byTitle.get(reference.titleKey) ?? []).filter((each) => each.docNumber !== number);
  if (named.length === 0) {
    // 《甲》（示政发〔2018〕5号、示政办发〔2019〕6号）: the title is that of its companion.
    if (other.some((each) => reference.companions.includes(each.docNumber ?? '')))
      return standard(document!, reference);
    return {
      target: document!,
      remarks: [{ kind: 'titleDiffers', title: document!.title }, ...numberRemark(other)],
      proposals: [
        { text: cite(document!, reference, 'own'), meaning: 'byNumber' },
        ...other.slice(0, 1).map((each): Proposal => ({ text: cite(each, reference), meaning: 'byTitle' })),
      ],
    };
  }
  if (second)
    return {
      target: null,
      remarks: [{ kind: 'several', count: named.length, documents: named.slice(0, SEVERAL_SHOWN).map(asChecked) }],
      proposals: [written(reference)],
    };
  return standard(document!, reference);
}

/** The number is not held: who else knows it, and what may have been meant. */
function judgeAbsent(reference: DraftReference, number: string, known: Known): Judgement {
  const cited = known.cited.get(number);
  const near = known.near.get(number) ?? [];
  const byTitle = reference.title === undefined ? [] : (known.byTitle.get(reference.titleKey) ?? []);
  const isCompanion = byTitle.some((each) => reference.companions.includes(each.docNumber ?? ''));
  const meant = byTitle.length > 0 && !isCompanion ? byTitle : [];
  const titles = cited?.titles ?? [];
  const fits = reference.title === undefined || titles.some((title) => titlesAgree(title, reference.title!));
  const sameTitle = near.filter(
    ({ title }) => title !== null && reference.title !== undefined && titlesAgree(title, reference.title),
  );
  const remarks: Remark[] = [
    cited ? { kind: 'absent', documents: cited.documents } : { kind: 'unknown', what: 'number' },
    ...(cited && !fits && titles.length > 0 && meant.length === 0 ? [{ kind: 'citedOtherwise' as const, titles }] : []),
    ...numberRemark(meant),
    ...(meant.length === 0 && (!cited || sameTitle.length > 0) && near.length > 0
      ? [{ kind: 'near' as const, numbers: sameTitle.length > 0 ? sameTitle : near }]
      : []),
  ];
  const [only, second] = meant;
  const [slip] = sameTitle;
  const proposal: Proposal =
    only && !second
      ? { text: cite(only, reference), meaning: 'byTitle' }
      : slip && !cited
        ? { text: write(reference.title, slip.docNumber, reference.locator), meaning: 'byTitle' }
        : written(reference);
  return { target: null, remarks, proposals: [proposal] };
}

function judgeTitle(title: string, reference: DraftReference, known: Known): Judgement {
  const held = known.byTitle.get(reference.titleKey) ?? [];
  const [document, second] = held;
  if (!document) {
    const proposal: Proposal = { text: write(title, null, reference.locator), meaning: 'standard' };
    return { target: null, remarks: [{ kind: 'unknown', what: 'title' }], proposals: [proposal] };
  }
  if (second)
    return {
      target: null,
      remarks: [{ kind: 'several', count: held.length, documents: held.slice(0, SEVERAL_SHOWN).map(asChecked) }],
      proposals: [],
    };
  return standard(document, reference);
}

const standard = (document: HeldDocument, reference: DraftReference): Judgement => ({
  target: document,
  remarks: [],
  proposals: [{ text: cite(document, reference), meaning: 'standard' }],
});

const written = ({ title, docNumber, locator }: DraftReference): Proposal => ({
  text: write(title, docNumber?.canonical ?? null, locator),
  meaning: 'standard',
});

const numberRemark = (documents: readonly HeldDocument[]): Remark[] => {
  const numbers = documents.flatMap(({ docNumber }) => docNumber ?? []);
  return numbers.length > 0 ? [{ kind: 'numberDiffers', numbers: [...new Set(numbers)] }] : [];
};

/** The title is the document's own, that of the text it issues, or that of one that it prints. */
const bears = (document: HeldDocument, { title = '', titleKey }: DraftReference): boolean =>
  document.titleKey === titleKey ||
  document.issuedTitleKey === titleKey ||
  document.partTitleKeys.includes(titleKey) ||
  titlesAgree(document.title, title);

/**
 * A document's citation: by the title of the draft where that is right (办法 or the 通知 that issues
 * it), else by its own.
 */
function cite(document: HeldDocument, reference: DraftReference, title: 'own' | 'draft' = 'draft'): string {
  const { title: drafted, locator } = reference;
  const kept = title === 'draft' && drafted !== undefined && bears(document, reference) ? drafted : document.title;
  return citeDocument({ ...document, title: kept }) + showLocator(locator);
}

const write = (title: string | undefined, number: string | null, locator: string | undefined): string =>
  (title === undefined ? (number ?? '') : citeDocument({ title, docNumber: number, agency: null, signedOn: null })) +
  showLocator(locator);

const showLocator = (locator = ''): string => locator.replaceAll('(', '（').replaceAll(')', '）');

function placeRemarks({ locator }: DraftReference, target: HeldDocument | null): Remark[] {
  const way = locator === undefined ? null : readLocatorPath(locator);
  if (!way || !target || followLocatorPath({ ...way, paths: way.paths.slice(0, 1) }, target.addresses).length > 0)
    return [];
  return [{ kind: 'placeMissing', locator: showLocator(locator) }];
}

function validityRemarks(target: HeldDocument | null, number: string | undefined, known: Known): Remark[] {
  const validity = target ? known.validities.get(target.id) : number && known.numberValidities.get(number);
  if (!validity || validity.state === 'unknown' || validity.state === 'inForce') return [];
  const said = validity.state === 'conflict' ? validity.proof.slice(0, 2) : validity.proof.slice(0, 1);
  return said.map(({ day, sentence, words, wordsAt, place, source }): Remark => {
    const by = place && {
      name: place.docNumber ?? quoteTitle(place.title),
      href: sectionPlaceUrl(place.municipality.slug, place.slug, place.address),
    };
    const proof: Proof = {
      state: validity.state,
      day: day?.toISOString().slice(0, 10) ?? null,
      sentence,
      words,
      wordsAt,
      by,
      source,
    };
    return { kind: 'validity', proof };
  });
}

const levels: Record<Remark['kind'], Level> = {
  form: 'change',
  titleDiffers: 'change',
  numberDiffers: 'change',
  placeMissing: 'change',
  citedOtherwise: 'notice',
  validity: 'notice',
  several: 'notice',
  near: 'unknown',
  absent: 'unknown',
  unknown: 'unknown',
  range: 'notice',
};

/** Gives the gravest level that a remark has. */
const levelOf = (remarks: readonly Remark[]): Level =>
  LEVELS.find((level) => remarks.some(({ kind }) => levels[kind] === level)) ?? 'fine';

const asChecked = ({
  title,
  docNumber,
  slug,
  municipality: { name, sample, ...municipality },
}: HeldDocument): CheckedDocument => ({
  title,
  docNumber,
  href: documentUrl(municipality.slug, slug),
  municipality: { name, sample },
});
