import { clauseStateAt } from '@/lib/validity/amendments/clause-state-at';
import { citeDocument } from '@/lib/text/standard-citation';
import { followLocatorPath, titlesAgree } from '@/lib/gazette';
import { quoteTitle } from '@/lib/text/quote-title';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { DraftReference } from './draft';
import { sectionPathOf, type HeldDocument, type LookUpResults } from './look-ups';
import { listFormSlips } from './number-form';
import {
  LEVELS,
  type CheckedDocument,
  type Finding,
  type Level,
  type Proof,
  type Proposal,
  type Remark,
} from './report';

/** Checks one reference of a draft against what was looked up. */
export function checkReference(reference: DraftReference, results: LookUpResults): Finding {
  const { docNumber, title, words, places } = reference;
  const slips = reference.written === undefined ? [] : listFormSlips(reference.written);
  const form: Remark[] = docNumber?.form === 'bracketed' && slips.length > 0 ? [{ kind: 'form', slips }] : [];
  const { target, remarks, proposals } = docNumber
    ? checkNumber(reference, docNumber.canonical, results)
    : checkTitle(title ?? words, reference, results);
  const all = [
    ...form,
    ...remarks,
    ...locatorRemarks(reference, target, results),
    ...validityRemarks(target, docNumber?.canonical, results),
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

/** Documents that are named where several fit. */
const SEVERAL_SHOWN = 5;

/**
 * Gives a text without blanks, and with half-width forms in place of full-width ones.
 *
 * Two texts that differ in typesetting alone have the same key form.
 */
const keyForm = (text: string): string =>
  text.replace(/\s+/gu, '').replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/**
 * Whether a proposal is what the draft writes. The bracket of a number may hold more than it:
 * （示政发〔2022〕9号，以下简称《办法》）.
 */
const isSame = (text: string, words: string): boolean => [keyForm(words), `${keyForm(words)})`].includes(keyForm(text));

interface CheckResult {
  target: HeldDocument | null;
  remarks: Remark[];
  proposals: Proposal[];
}

function checkNumber(reference: DraftReference, number: string, results: LookUpResults): CheckResult {
  const held = results.byNumber.get(number) ?? [];
  const { title, range } = reference;
  if (range.length > 0) {
    const total = [number, ...range];
    const count = total.filter((each) => results.byNumber.has(each)).length;
    return { target: null, remarks: [{ kind: 'range', held: count, total: total.length }], proposals: [] };
  }
  if (held.length === 0) return checkAbsentNumber(reference, number, results);
  const named = title === undefined ? held : held.filter((each) => hasTitle(each, reference));
  const [document, second] = named.length > 0 ? named : held;
  const other = (results.byTitle.get(reference.titleKey) ?? []).filter((each) => each.docNumber !== number);
  if (named.length === 0) {
    // 《甲》（示政发〔2018〕5号、示政办发〔2019〕6号）: the title may be that of a companion.
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

/** Checks a number that is not held: what citations know of it, and what may have been meant. */
function checkAbsentNumber(reference: DraftReference, number: string, results: LookUpResults): CheckResult {
  const cited = results.cited.get(number);
  const near = results.near.get(number) ?? [];
  const byTitle = reference.title === undefined ? [] : (results.byTitle.get(reference.titleKey) ?? []);
  const isCompanion = byTitle.some((each) => reference.companions.includes(each.docNumber ?? ''));
  const titled = byTitle.length > 0 && !isCompanion ? byTitle : [];
  const titles = cited?.titles ?? [];
  const fits = reference.title === undefined || titles.some((title) => titlesAgree(title, reference.title!));
  const sameTitle = near.filter(
    ({ title }) => title !== null && reference.title !== undefined && titlesAgree(title, reference.title),
  );
  const remarks: Remark[] = [
    cited ? { kind: 'absent', documents: cited.documents } : { kind: 'unknown', what: 'number' },
    ...(cited && !fits && titles.length > 0 && titled.length === 0
      ? [{ kind: 'citedOtherwise' as const, titles }]
      : []),
    ...numberRemark(titled),
    ...(titled.length === 0 && (!cited || sameTitle.length > 0) && near.length > 0
      ? [{ kind: 'near' as const, numbers: sameTitle.length > 0 ? sameTitle : near }]
      : []),
  ];
  const [only, second] = titled;
  const [slip] = sameTitle;
  const proposal: Proposal =
    only && !second
      ? { text: cite(only, reference), meaning: 'byTitle' }
      : slip && !cited
        ? { text: write(reference.title, slip.docNumber, reference.locator), meaning: 'byTitle' }
        : written(reference);
  return { target: null, remarks, proposals: [proposal] };
}

function checkTitle(title: string, reference: DraftReference, results: LookUpResults): CheckResult {
  const held = results.byTitle.get(reference.titleKey) ?? [];
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

const standard = (document: HeldDocument, reference: DraftReference): CheckResult => ({
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

/** Whether a title is the document's own, that of the text it issues, or that of a part. */
const hasTitle = (document: HeldDocument, { title = '', titleKey }: DraftReference): boolean =>
  document.titleKey === titleKey ||
  document.issuedTitleKey === titleKey ||
  document.partTitleKeys.includes(titleKey) ||
  titlesAgree(document.title, title);

/**
 * Writes a document's citation: with the title of the draft where that is right (the 办法, or the 通知
 * that issues it), else with its own.
 */
function cite(document: HeldDocument, reference: DraftReference, title: 'own' | 'draft' = 'draft'): string {
  const { title: drafted, locator } = reference;
  const kept = title === 'draft' && drafted !== undefined && hasTitle(document, reference) ? drafted : document.title;
  return citeDocument({ ...document, title: kept }) + showLocator(locator);
}

const write = (title: string | undefined, number: string | null, locator: string | undefined): string =>
  (title === undefined ? (number ?? '') : citeDocument({ title, docNumber: number, agency: null, signedOn: null })) +
  showLocator(locator);

const showLocator = (locator = ''): string => locator.replaceAll('(', '（').replaceAll(')', '）');

function locatorRemarks({ locator }: DraftReference, target: HeldDocument | null, results: LookUpResults): Remark[] {
  const path = locator === undefined ? null : sectionPathOf(locator);
  if (!path || !target) return [];
  const [address, other] = followLocatorPath({ ...path, paths: path.paths.slice(0, 1) }, target.addresses);
  if (address !== undefined) {
    const states = results.clauseStates.get(target.id);
    const state = other === undefined && states ? clauseStateAt(states, address) : null;
    return state === null ? [] : [{ kind: 'clause', state }];
  }
  return [{ kind: 'placeMissing', locator: showLocator(locator) }];
}

function validityRemarks(target: HeldDocument | null, number: string | undefined, results: LookUpResults): Remark[] {
  const validity = target ? results.validities.get(target.id) : number && results.numberValidities.get(number);
  if (!validity || validity.state === 'unknown' || validity.state === 'inForce') return [];
  const proofs = validity.state === 'conflict' ? validity.proof.slice(0, 2) : validity.proof.slice(0, 1);
  return proofs.map(({ day, sentence, words, wordsAt, place, source }): Remark => {
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
  clause: 'notice',
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
