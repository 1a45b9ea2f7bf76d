import { formatDate, machineDate } from '@/lib/text/format';
import { nameSection, showHeading, type NamedSection } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_SIGNS, VALIDITY_WORDS } from '@/lib/validity/words';
import type { DocumentPeek, EndedPeek, NumberPeek, Peek } from '@/lib/views/document/peek';
import { make } from '@/components/browser/elements';

/** An element, a text, or nothing. */
type Part = Node | string | false | null | undefined;

/** Makes an element of the parts that are there. */
const build = <Name extends keyof HTMLElementTagNameMap>(name: Name, look: string | undefined, ...parts: Part[]) =>
  make(name, { class: look }, ...parts.filter((part): part is Node | string => Boolean(part)));

/**
 * Gives what is known of a citation's target.
 * Number, date, title and validity stand in an element with the id; below it the first lines, or
 * the titles by which it is cited.
 */
export function peekFacts(peek: Peek, id: string): HTMLElement[] {
  switch (peek.kind) {
    case 'document':
      return documentFacts(peek, id);
    case 'number':
      return numberFacts(peek, id);
    case 'ended':
      return endedFacts(peek, id);
  }
}

function endedFacts({ title, docNumber, statement }: EndedPeek, id: string): HTMLElement[] {
  return [
    make(
      'div',
      { id },
      build('p', 'by', docNumber !== null && build('b', 'wenhao', docNumber)),
      build('p', 't', typesetText(title)),
    ),
    build('div', 'lines', build('p', undefined, statement)),
  ];
}

function documentFacts(peek: DocumentPeek, id: string): HTMLElement[] {
  const { title, docNumber, municipality, sample, signedOn, validity, section, clause, lines } = peek;
  const facts = make(
    'div',
    { id },
    build(
      'p',
      'by',
      docNumber !== null && build('b', 'wenhao', docNumber),
      signedOn !== null && make('time', { class: 'figures', datetime: machineDate(signedOn) }, formatDate(signedOn)),
      build('span', undefined, municipality, sample && '（示例）'),
    ),
    build('p', 't', typesetText(title)),
    validityFact(validity),
  );
  if (!section && lines === '') return [facts];
  const where = section && build('p', 'at', nameOf(section));
  const changed = clause && build('p', 'state amended', clause);
  return [facts, build('div', 'lines', where, changed, lines !== '' && build('p', undefined, typesetText(lines)))];
}

/** 附件1　四、（一）2.　健全…, as shared/SectionPath has it. */
function nameOf(section: NamedSection): string {
  const { markers, heading } = nameSection(section);
  return `${markers}${markers && heading.trim() && '　'}${showHeading(heading)}`;
}

function numberFacts({ docNumber, held, citing, titles, validity }: NumberPeek, id: string): HTMLElement[] {
  const [first, ...others] = titles;
  const items = others.map(({ title, count }) => build('li', undefined, `${typesetText(title)}（${count} 次）`));
  return [
    make(
      'div',
      { id },
      build(
        'p',
        'by',
        build('b', 'wenhao', docNumber),
        build('span', undefined, held > 0 ? `${held} 件文件用这个文号` : '本站未收录原文'),
      ),
      ...(first ? [build('p', 't', typesetText(first.title))] : []),
      validityFact(validity),
    ),
    build(
      'div',
      'lines',
      items.length > 0 && build('p', undefined, '引用时还写作：'),
      items.length > 0 && build('ul', undefined, ...items),
      build(
        'p',
        undefined,
        citing > 0 ? `已收录的文件中，有 ${citing} 件引用它。` : '已收录的文件中，还没有别的文件引用它。',
      ),
    ),
  ];
}

/** — 已废止 本政规〔2023〕4号，2023年4月3日 */
function validityFact({ state, by, day }: DocumentPeek['validity']): HTMLElement {
  const sign = make('span', { 'aria-hidden': 'true' }, `${VALIDITY_SIGNS[state]} `);
  return build(
    'p',
    'by',
    build('span', `state ${state}`, sign, VALIDITY_WORDS[state]),
    by !== null && build('span', 'wenhao', typesetText(by), day !== null && `，${formatDate(day)}`),
  );
}
