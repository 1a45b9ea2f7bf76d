import { rowsOf, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { AmountFact, Fact } from './facts';
import { AMOUNT, BEHIND, PER, unitWith, figureValue } from './money';
import { FULL_DAY, readFullDay } from './sentences';
import { readUnits } from './unit-names';

/** A table of one line of heads, its rows without merged cells; null for any other. */
interface Plain {
  heads: string[];
  rows: string[][];
}

const COUNTING = /^(?:序号|编号|序|No\.?)$/u;
const FORMER = /^(?:原|调整前|提标前|调标前)(?:有|的)?[^年]{0,10}标准$/u;
const PRESENT = /^(?:现|新|调整后|提标后|调标后)(?:有|的)?[^年]{0,10}标准$/u;
const SET = /^(?:[^年拟原现新前后合]{0,8})(?:标准|津贴|补贴)$/u;
const ROLE = /^(?:牵头|责任|配合|主办|承办|实施)(?:单位|部门)$/u;
const TASK = /任务|事项|项目|内容|措施|名称|工作/u;
const BY = /^(?:完成|办结|截止|申报|整改|报送)(?:时限|时间|期限|日期)$/u;
const CALL = /^(?:联系|咨询|服务|办公|投诉|监督|举报|值班|报名)?电话$/u;
const OFFICE = /单位|部门|机构|名称|窗口|中心/u;
const TOTAL = /合计|小计|总计|平均|年(?:度|份)?$|^[\d.]*$/u;

/** Finds what the rows of a table say under heads that are known. */
export function findTableFacts(table: ast.Table): Fact[] {
  const plain = readPlain(table);
  return plain ? [...findAmounts(plain), ...findTasks(plain), ...findNumbers(plain)] : [];
}

function readPlain(table: ast.Table): Plain | null {
  if (table.confidence === 'unreconstructed') return null;
  const rows = rowsOf(table);
  const [head, ...rest] = rows;
  if (!head || !head.children.every(({ header }) => header)) return null;
  const columns = head.children.length;
  const isWhole = ({ children }: ast.TableRow): boolean =>
    children.length === columns &&
    children.every(({ colSpan, rowSpan, inferred }) => colSpan === 1 && rowSpan === 1 && inferred === undefined);
  const isBelow = ({ children }: ast.TableRow): boolean => !children.some(({ header }) => header);
  if (!isWhole(head) || rest.length === 0 || !rest.every((row) => isWhole(row) && isBelow(row))) return null;
  const words = (row: ast.TableRow): string[] => row.children.map((cell) => textOf(cell).replace(/\s+/gu, ''));
  return { heads: words(head), rows: rest.map(words) };
}

const UNIT_IN_HEAD = new RegExp(`^(?<core>.+?)[（(](?:单位[：:])?(?<unit>万元|元)(?<behind>${BEHIND})?[)）]$`, 'u');
const MONEY = new RegExp(`^(?<per>${PER})?(?<to>${AMOUNT})(?:(?<unit>万元|元)(?<behind>${BEHIND})?)?$`, 'u');

interface Head {
  at: number;
  core: string;
  unit: string | null;
}

function findAmounts({ heads, rows }: Plain): AmountFact[] {
  const read = heads.map((head, at): Head => {
    const { core, unit, behind } = UNIT_IN_HEAD.exec(head)?.groups ?? {};
    return { at, core: core ?? head, unit: unit === undefined ? null : unitWith(unit, undefined, behind?.slice(1)) };
  });
  const [former, present, set] = [FORMER, PRESENT, SET].map((form) => read.filter(({ core }) => form.test(core)));
  const pick = (found: Head[] | undefined): Head | null => (found?.length === 1 ? found[0]! : null);
  const [before, after] = [pick(former), pick(present)];
  const isChange = before !== null && after !== null && set?.length === 0;
  const shown = isChange ? after : former?.length === 0 && present?.length === 0 ? pick(set) : null;
  if (!shown) return [];
  const first = Math.min(shown.at, before?.at ?? shown.at);
  const names = heads.slice(0, first).flatMap((head, at) => (COUNTING.test(head) ? [] : [at]));
  // What else stands in a row may say when it holds.
  const taken = new Set([...names, shown.at, ...(before ? [before.at] : [])]);
  const others = heads.flatMap((head, at) => (taken.has(at) || COUNTING.test(head) ? [] : [at]));
  if (names.length === 0 || names.length > 2 || names.some((at) => /年|时间|日期|数量|人数/u.test(heads[at] ?? '')))
    return [];
  const facts = rows.flatMap((row) => {
    const labels = names.map((at) => row[at] ?? '');
    if (labels.some((label) => label === '' || label.length > 40 || TOTAL.test(label))) return [];
    if (others.some((at) => (row[at] ?? '') !== '')) return [];
    const to = readMoney(row[shown.at], shown.unit);
    const from = before ? readMoney(row[before.at], before.unit) : null;
    if (!to || (before && (!from || from.unit !== to.unit || from.figure === to.figure))) return [];
    const name = labels.join('');
    const fact: AmountFact = {
      kind: 'amount',
      subject: isChange || name.endsWith(shown.core) ? name : `${name}${shown.core}`,
      condition: null,
      from: from ? [from.figure] : [],
      to: [to.figure],
      bound: null,
      unit: to.unit,
      difference: from ? Number((figureValue(to.figure) - figureValue(from.figure)).toFixed(4)) : null,
      since: null,
      sentence: row.join(' '),
    };
    return [fact];
  });
  const subjects = facts.map(({ subject }) => subject);
  return facts.filter(({ subject }) => subjects.indexOf(subject) === subjects.lastIndexOf(subject));
}

function readMoney(cell = '', headUnit: string | null): { figure: string; unit: string } | null {
  const { per, to, unit, behind } = MONEY.exec(cell)?.groups ?? {};
  if (to === undefined) return null;
  if (headUnit !== null) return unit === undefined && per === undefined ? { figure: to, unit: headUnit } : null;
  return unit === undefined ? null : { figure: to, unit: unitWith(unit, per, behind?.slice(1)) };
}

function findTasks({ heads, rows }: Plain): Fact[] {
  const roles = heads.flatMap((head, at) => (ROLE.test(head) ? [{ head, at }] : []));
  const days = heads.flatMap((head, at) => (BY.test(head) ? [at] : []));
  const first = Math.min(...roles.map(({ at }) => at), ...days);
  const task = heads.findLastIndex((head, at) => at < first && TASK.test(head));
  if (task < 0 || !Number.isFinite(first)) return [];
  return rows.flatMap((row): Fact[] => {
    const subject = row[task] ?? '';
    if (subject === '' || TOTAL.test(subject)) return [];
    const said = { subject, sentence: row.join(' ') };
    return [
      ...roles.flatMap(({ head, at }): Fact[] => {
        const units = row[at] ?? '';
        return readUnits(units) === null ? [] : [{ kind: 'responsible', role: head, units, ...said }];
      }),
      ...days.flatMap((at): Fact[] => {
        const words = new RegExp(`^(${FULL_DAY})(?:之?前|以前)?(?:完成)?$`, 'u').exec(row[at] ?? '')?.[1];
        const day = words === undefined ? null : readFullDay(words);
        return day === null ? [] : [{ kind: 'deadline', day, ...said }];
      }),
    ];
  });
}

function findNumbers({ heads, rows }: Plain): Fact[] {
  const at = heads.findIndex((head) => CALL.test(head));
  const name = heads.findIndex((head, place) => place < at && OFFICE.test(head));
  if (at < 0 || name < 0 || heads.filter((head) => CALL.test(head)).length > 1) return [];
  return rows.flatMap((row): Fact[] => {
    const [office = '', numbers = ''] = [row[name], row[at]];
    return office !== '' && /^(?:[（(]?0\d{2,3}[)）]?[-－—]?)?[2-8]\d{6,7}$|^0\d{2,3}[-－—]?\d{7,8}$/u.test(numbers)
      ? [{ kind: 'telephone', subject: `${office}${heads[at]!}`, numbers, sentence: row.join(' ') }]
      : [];
  });
}
