import { z } from 'zod';
import { SORTS } from '@/lib/search/engine';
import { LAST_REGISTER_PAGE, REGISTER_TABS } from './register-params';
import { CONDITION_SCHEMAS, LAST_PAGE, PLACE_PARAMETER, QUERY_LENGTH } from './search-params';

// Pages take a bad parameter for none: somebody followed a broken link. A program is told, because
// a filter that is silently left out gives wrong figures.

/** What is the matter with a parameter of an address for programs. */
export interface ParameterProblem {
  parameter: string;
  /** One sentence: what can stand there. */
  error: string;
}

/** A parameter: which values it can have, and a sentence that says so. */
interface Rule {
  schema: z.ZodType;
  can: string;
}

const pageRule = (last: number): Rule => ({
  schema: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .refine((page) => Number(page) <= last),
  can: last === MANY ? '从 1 起的整数' : `从 1 到 ${last} 的整数`,
});
const MANY = 9_999_999;
const DAY = '年、月或日，如 2022、2022-03、2022-03-08';

/** The parameters of `/api/v1/search`. */
export const SEARCH_RULES: Record<string, Rule> = {
  q: {
    schema: z.string().refine((text) => [...text].length <= QUERY_LENGTH),
    can: `最多 ${QUERY_LENGTH} 个字`,
  },
  exact: { schema: z.literal('1'), can: '1' },
  off: {
    schema: z.string().refine((text) => [...text].length <= QUERY_LENGTH),
    can: `最多 ${QUERY_LENGTH} 个字，各词之间用 |`,
  },
  [PLACE_PARAMETER]: { schema: CONDITION_SCHEMAS.municipality, can: '一个市的地址，如 benxi' },
  municipality: { schema: CONDITION_SCHEMAS.municipality, can: '一个市的地址，如 benxi' },
  agency: { schema: CONDITION_SCHEMAS.agency, can: '发文机关的全称' },
  genre: { schema: CONDITION_SCHEMAS.genre, can: '文种，如 通知' },
  from: { schema: CONDITION_SCHEMAS.from, can: DAY },
  to: { schema: CONDITION_SCHEMAS.to, can: DAY },
  issue: { schema: CONDITION_SCHEMAS.issue, can: '年份和期号，如 2023-3' },
  place: { schema: CONDITION_SCHEMAS.place, can: CONDITION_SCHEMAS.place.options.join('、') },
  validity: { schema: CONDITION_SCHEMAS.validity, can: CONDITION_SCHEMAS.validity.options.join('、') },
  topic: { schema: CONDITION_SCHEMAS.topic, can: '主题分类的全称，如 农业、林业' },
  subject: { schema: CONDITION_SCHEMAS.subject, can: '一个主题，如 社保' },
  sort: { schema: z.enum(SORTS), can: SORTS.join('、') },
  page: pageRule(LAST_PAGE),
};

/** The parameters of `/api/v1/municipalities/…/validity`. */
export const REGISTER_RULES: Record<string, Rule> = {
  tab: { schema: z.enum(REGISTER_TABS), can: REGISTER_TABS.join('、') },
  agency: { schema: CONDITION_SCHEMAS.agency, can: '发文机关的全称' },
  year: {
    schema: z.string().regex(/^(?:19[5-9]\d|1949|2[01]\d\d)$/),
    can: '四位数的年份',
  },
  page: pageRule(LAST_REGISTER_PAGE),
};

/** Makes the rules of addresses that have lists with pages. */
export const pageRules = (...names: readonly string[]): Record<string, Rule> =>
  Object.fromEntries(names.map((name) => [name, pageRule(MANY)]));

/**
 * Finds the first parameter that the rules of an address do not know, or refuse.
 * @returns null where all are right
 */
export function findParameterProblem(
  parameters: URLSearchParams,
  rules: Readonly<Record<string, Rule>>,
): ParameterProblem | null {
  for (const parameter of new Set(parameters.keys())) {
    const rule = Object.hasOwn(rules, parameter) ? rules[parameter] : undefined;
    if (!rule)
      return { parameter, error: `没有“${parameter}”这个参数。可以用的有：${Object.keys(rules).join('、')}。` };
    const [value, ...others] = parameters.getAll(parameter);
    if (others.length > 0) return { parameter, error: `参数“${parameter}”只能写一次。` };
    // An empty value is one that was left out.
    if (value !== '' && !rule.schema.safeParse(value).success)
      return { parameter, error: `参数“${parameter}”的值不对，应当是：${rule.can}。` };
  }
  if (parameters.get('issue') && 'issue' in rules && !parameters.get('municipality'))
    return { parameter: 'issue', error: '参数“issue”要和“municipality”一起写：期号是一个市的期号。' };
  return null;
}
