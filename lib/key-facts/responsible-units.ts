import type { ResponsibleFact } from './facts';
import { listSentences } from './sentences';
import { readUnits } from './unit-names';

const LABEL =
  /(?:牵头(?:责任)?单位|牵头(?:责任)?部门|责任单位|责任部门|配合单位|配合部门|主办单位|协办单位|承办单位|实施单位|协同单位)[：:]/gu;
/** 市商务局牵头 */
const ROLE =
  /^(?<units>.{2,160}?)(?<role>牵头负责|牵头|按(?:照)?职责(?:分工)?(?:分别)?负责|分工负责|分别负责|负责|配合|参与)$/u;
const EXPLAINS = /^本[^，,由]{1,10}由(?<units>[^，,]{2,60})负责(?:具体)?解释$/u;
const DOES = /^(?<units>(?:市|县|区|各)[^，,；。：的由不]{1,40}?)(?<role>(?:具体|统一)?负责[^负]{4,80})$/u;
/** Longest beginning of a task that is shown. */
const TASK = 60;

/** Finds who has to do something, with the role in which the text names them. */
export function findResponsibleUnits(printed: string): ResponsibleFact[] {
  const text = printed.replace(/\s+/gu, '');
  if (!/单位|部门|负责|牵头/u.test(text)) return [];
  return [...readLabels(text), ...readBrackets(text), ...listSentences(text).flatMap(readSentence)];
}

/** （牵头单位：市民政局；责任单位：市商务局、各县区人民政府） */
function readLabels(text: string): ResponsibleFact[] {
  const labels = [...text.matchAll(LABEL)].map(({ 0: label, index }) => ({ label, start: index }));
  const facts: ResponsibleFact[] = [];
  let task = '';
  for (const [at, { label, start }] of labels.entries()) {
    const next = labels[at + 1]?.start ?? text.length;
    const from = start + label.length;
    const to = endOfList(text, from, next);
    const before = labels[at - 1];
    // What stands between two labels belongs to the task of the first one, or is a task of its own.
    if (!before || /[。）)〕】]/u.test(text.slice(endOfList(text, before.start + before.label.length, start), start)))
      task = taskBefore(text, start, before ? endOfList(text, before.start + before.label.length, start) : 0);
    const words = text.slice(from, to).replace(/[，,、]$/u, '');
    if (readUnits(words) !== null)
      facts.push({ kind: 'responsible', subject: '', role: label.slice(0, -1), units: words, sentence: task });
  }
  return facts;
}

/** Where a list of units ends: at a stop, a bracket opened before it, or the next label. */
function endOfList(text: string, from: number, next: number): number {
  let depth = 0;
  for (let at = from; at < next; at++) {
    const sign = text.charAt(at);
    if (/[。；;：:！？]/u.test(sign)) return at;
    if (/[（(〔【]/u.test(sign)) depth++;
    else if (/[）)〕】]/u.test(sign) && --depth < 0) return at;
  }
  return next;
}

/** （市商务局牵头，市交通运输局配合） */
function readBrackets(text: string): ResponsibleFact[] {
  const facts: ResponsibleFact[] = [];
  let from = 0;
  for (const { start, end } of listBrackets(text)) {
    const inside = text.slice(start + 1, end);
    // Each piece ends with a role; commas part units, too.
    const pieces = inside.split(/(?<=负责|牵头|配合|参与)[，,；;]/u).map((piece) => ROLE.exec(piece)?.groups);
    if (pieces.some((piece) => !piece || readUnits(piece['units'] ?? '') === null)) continue;
    const sentence = taskBefore(text, start, from);
    from = end + 1;
    for (const { units = '', role = '' } of pieces as Record<string, string>[])
      facts.push({ kind: 'responsible', subject: '', role, units, sentence });
  }
  return facts;
}

/** Lists the outermost brackets that are closed. */
function listBrackets(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (/[（(]/u.test(sign) && depth++ === 0) start = at;
    else if (/[）)]/u.test(sign) && depth > 0 && --depth === 0 && at - start < 240) found.push({ start, end: at });
  }
  return found;
}

function readSentence(sentence: string): ResponsibleFact[] {
  const explains = EXPLAINS.exec(sentence)?.groups?.['units'];
  if (explains !== undefined)
    return readUnits(explains) === null
      ? []
      : [{ kind: 'responsible', subject: '', role: '负责解释', units: explains, sentence }];
  const { units, role } = DOES.exec(sentence)?.groups ?? {};
  if (units === undefined || role === undefined || /负责(?:同志|人)|的$|[：:]|下列|以下/u.test(role)) return [];
  return readUnits(units) === null ? [] : [{ kind: 'responsible', subject: '', role, units, sentence }];
}

/** The sentence that stands in front of a name of units. */
function taskBefore(text: string, at: number, from: number): string {
  const ahead = text.slice(from, at).replace(/^[）)〕】。；;]+|[（(〔【，,；;。]+$/gu, '');
  const sentence = ahead.split('。').at(-1) ?? '';
  return sentence.length > TASK ? `${sentence.slice(0, TASK)}…` : sentence;
}
