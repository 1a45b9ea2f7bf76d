import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/lib/db/testing/database';
import { createNumberedDatabase, type NumberedDocument } from '@/lib/db/search/testing/numbered-documents';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import type { TypedNumber } from '@/lib/gazette';
import type { SearchEngine } from '@/lib/search/engine';
import type { EngineFactory, OpenEngine } from './engine-factory';

const bracketed = (agencyCode: string, year: number, serial: number): NumberedDocument => ({
  docNumber: `${agencyCode}〔${year}〕${serial}号`,
  agencyCode,
  year,
  serial,
  title: `关于第${year}批事项之${serial}的通知`,
});
const order = (agencyCode: string, serial: number): NumberedDocument => ({
  docNumber: `${agencyCode}第${serial}号`,
  agencyCode,
  year: null,
  serial,
  title: `示例市办法之${serial}`,
});
const announcement = (agencyCode: string, year: number, serial: number): NumberedDocument => ({
  docNumber: `${agencyCode}${year}年第${serial}号`,
  agencyCode,
  year,
  serial,
  title: `关于公开事项之${serial}的公告`,
});

const HELD: NumberedDocument[] = [
  ...[58, 12, 103].map((serial) => bracketed('示政办发', 2018, serial)),
  ...[7, 31].map((serial) => bracketed('示政办发', 2021, serial)),
  ...[12, 4, 26].map((serial) => bracketed('示政发', 2018, serial)),
  ...[1, 19].map((serial) => bracketed('示政发', 2022, serial)),
  bracketed('示政办函', 2019, 44),
  bracketed('示政函', 2020, 63),
  bracketed('示政规', 2023, 2),
  bracketed('示府办规', 2017, 9),
  bracketed('示财农', 2016, 218),
  bracketed('示人社发', 2015, 76),
  bracketed('三政办发', 2014, 35),
  bracketed('十政发', 2013, 8),
  bracketed('国办发', 2017, 47),
  bracketed('示建委办', 2012, 90),
  order('示例市人民政府令', 7),
  order('示例市人民政府令', 228),
  announcement('示例市财政局公告', 2023, 5),
  announcement('示例市水务局通告', 2020, 14),
];

/** Tests that numbers are found in any spelling. */
export function testNumbers({ name, open }: EngineFactory): void {
  describe(name, () => {
    let database: TestDatabase;
    let engine: SearchEngine;
    let close: OpenEngine['close'];
    beforeAll(async () => {
      database = await createNumberedDatabase(HELD);
      ({ engine, close } = await open());
    });
    afterAll(async () => {
      await close();
      await database.drop();
    });

    /** What a spelling keeps of the number. */
    interface Kept {
      code?: string;
      year?: number | null;
      serial?: number;
    }
    interface Variant extends Kept {
      typed: string;
    }

    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const HAN = '〇一二三四五六七八九';
    const byDigits = (value: number) => [...String(value)].map((digit) => HAN[Number(digit)]).join('');
    /** 58 → 五十八, 103 → 一百零三 */
    function spelled(value: number): string {
      const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
      const end = ones ? HAN.charAt(ones) : '';
      const middle =
        tens === 0 ? (hundreds && ones ? '零' : '') : `${tens === 1 && !hundreds ? '' : HAN.charAt(tens)}十`;
      return `${hundreds ? `${HAN.charAt(hundreds)}百` : ''}${middle}${end}`;
    }

    /** Every way of typing a bracketed number that the issue names, and what each keeps of it. */
    function bracketedVariants({ agencyCode: code, year, serial }: NumberedDocument): Variant[] {
      if (year === null) return [];
      const whole = { code, year, serial };
      const brackets = [
        '〔〕',
        '[]',
        '［］',
        '【】',
        '()',
        '（）',
        '﹝﹞',
        '〈〉',
        '《》',
        '<>',
        '{}',
        '〖〗',
        '〔]',
        '(）',
      ];
      const all = [
        ...brackets.map((pair) => `${code}${pair.charAt(0)}${year}${pair.charAt(1)}${serial}号`),
        wide(`${code}[${year}]${serial}号`),
        `${code} ${year} ${serial}`,
        `${code}　${year}　${serial}号`,
        `${code} 〔 ${year} 〕 ${serial} 号`,
        ` ${[...code].join(' ')}〔${year}〕${serial}号 `,
        `${code}〔${year}〕${serial}`,
        `${code}[${year}]第${serial}号`,
        `${code}[${year}]0${serial}号`,
        `${code}〔${year}〕${serial}号文`,
        `${code}〔${year}〕${serial}号文件`,
        `${code}${year}年${serial}号`,
        `${code}${year}年第${serial}号`,
        `${code}${year}-${serial}`,
        `${code}${year}/${serial}`,
        `${code}〔${byDigits(year)}〕${spelled(serial)}号`,
        `${code}${byDigits(year)}年${spelled(serial)}号`,
        `${code}〔${year}〕${spelled(serial)}号`,
        `${code}${serial}号 ${year}`,
        `${serial}号 ${code} ${year}`,
        `${year}年${code}${serial}号`,
        `${code}〔${year % 100}〕${serial}号`,
        `（${code}〔${year}〕${serial}号）`,
        `${code.replace('发', '發').replace('办', '辦').replace('财', '財')}〔${year}〕${serial}號`,
      ].map((typed) => ({ typed, ...whole }));
      const short = withoutOffice(code);
      return [
        ...all,
        ...[`${short}〔${year}〕${serial}号`, `${short} ${year} ${serial}`].map((typed) => ({
          typed,
          code: short,
          year,
          serial,
        })),
        ...[`${year} ${serial}号`, `${serial}号文 ${year}`, `〔${year}〕${serial}号`, `${year}年第${serial}号`].map(
          (typed) => ({
            typed,
            year,
            serial,
          }),
        ),
        ...[`${code}${serial}号`, `${code} 第${serial}号`].map((typed) => ({ typed, code, serial })),
        ...[`${code}${year}`, `${code}〔${year}〕`, `${code} ${year}年`].map((typed) => ({ typed, code, year })),
        { typed: code, code },
        { typed: String(year), year },
        { typed: `${year}年`, year },
      ];
    }

    function orderVariants({ agencyCode: code, serial }: NumberedDocument): Variant[] {
      const forms = [
        ...[
          `${code}第${serial}号`,
          `${code}${serial}号`,
          `${code} ${serial}`,
          `${code} 第 ${serial} 号`,
          wide(`${code}第${serial}号`),
        ],
        ...[
          `${code}第${spelled(serial)}号`,
          `${code}(第${serial}号)`,
          `${code}第0${serial}号`,
          `第${serial}号 ${code}`,
        ],
        ...[
          `市政府令第${serial}号`,
          `市政府令${serial}`,
          `市政府${serial}号令`,
          `政府令第${serial}号`,
          `市政府令第${spelled(serial)}号`,
        ],
      ];
      return [...forms.map((typed) => ({ typed, code, serial })), { typed: code, code }];
    }

    function announcementVariants({ agencyCode: code, year, serial }: NumberedDocument): Variant[] {
      return [
        ...[
          `${code}${year}年第${serial}号`,
          `${code}${year}年${serial}号`,
          `${code} ${year} ${serial}`,
          `${code}〔${year}〕${serial}号`,
        ],
        ...[`${code}（${year}年第${serial}号）`, wide(`${code}${year}年第${serial}号`), `${code}${year}第${serial}号`],
        ...[`${code}${byDigits(year ?? 0)}年第${spelled(serial)}号`, `${year}年第${serial}号 ${code}`],
      ].map((typed) => ({ typed, code, year, serial }));
    }

    const variants = HELD.flatMap((document) => {
      if (document.agencyCode.endsWith('令')) return orderVariants(document);
      return document.agencyCode.endsWith('告') ? announcementVariants(document) : bracketedVariants(document);
    });

    function withoutOffice(code: string): string {
      return code.replaceAll('办', '');
    }
    /**
     * The held documents that agree with what the spelling keeps; where none has the code, those
     * that have it but for 办. This is the rule of the test: it asks nothing of the code that is
     * tested.
     */
    function meant({ code, year, serial }: Kept): string[] {
      const agreeing = HELD.filter(
        (held) => (year === undefined || held.year === year) && (serial === undefined || held.serial === serial),
      );
      const withCode = agreeing.filter((held) => code === undefined || held.agencyCode === code);
      const nearly = agreeing.filter((held) => withoutOffice(held.agencyCode) === withoutOffice(code ?? ''));
      return (withCode.length > 0 ? withCode : nearly).map(({ docNumber }) => docNumber);
    }

    const suggested = async (typed: string) =>
      (await engine.suggest(typed)).filter(({ kind }) => kind === 'document').map(({ text }) => text);

    describe('a number in any spelling', () => {
      test('is at least 200 spellings of at least 20 numbers', () => {
        expect(HELD.length).toBeGreaterThanOrEqual(20);
        expect(new Set(variants.map(({ typed }) => typed)).size).toBeGreaterThanOrEqual(200);
      });

      test('that is meant for one document brings it first, 99 times of 100', async () => {
        const unambiguous = variants.filter((variant) => meant(variant).length === 1);
        const wrong: string[] = [];
        for (const variant of unambiguous) {
          const [first] = await suggested(variant.typed);
          if (first !== meant(variant)[0])
            wrong.push(`${variant.typed} → ${first ?? 'nothing'}, not ${meant(variant)[0] ?? ''}`);
        }
        expect(unambiguous.length).toBeGreaterThanOrEqual(200);
        expect(wrong.slice(0, 20)).toEqual([]);
        expect(wrong.length / unambiguous.length).toBeLessThanOrEqual(0.01);
      });

      test('that may be meant for several brings a choice of them', async () => {
        const ambiguous = variants.filter((variant) => meant(variant).length > 1);
        expect(ambiguous.length).toBeGreaterThan(30);
        const wrong: string[] = [];
        for (const variant of ambiguous) {
          const choice = await suggested(variant.typed);
          const right = choice.filter((docNumber) => meant(variant).includes(docNumber));
          if (right.length < 2 || !right.includes(choice[0] ?? ''))
            wrong.push(`${variant.typed} → ${choice.join(' ')}`);
        }
        expect(wrong).toEqual([]);
      });
    });

    describe('what is typed into the box is a number', () => {
      const claim = async (typed: string) => {
        const { number } = await engine.search(searchRequest(parseSearchParams({ q: typed })));
        return number && [number.canonical, number.documents.length];
      };
      test.each([
        ['示政办发2018 58', ['示政办发〔2018〕58号', 1]],
        ['示政办发 58', [null, 1]],
        ['示政办发2021', [null, 2]],
        ['示例市政府令7号', ['示例市人民政府令第7号', 1]],
        ['示例市政府第7号令', ['示例市人民政府令第7号', 1]],
        ['示建委办 2012 90', ['示建委办〔2012〕90号', 1]],
        ['示建委办 90', [null, 1]],
        ['国务院令588号', ['国务院令第588号', 0]],
        ['58号文 2018', [null, 1]],
      ])('%s', async (typed, claimed) => {
        expect(await claim(typed)).toEqual(claimed);
      });
      test.each(['A4纸', '12345热线', '5G', '十四五规划 2025', '2023年高考', 'GB/T 9704—2012', '24小时', '示河长办 7'])(
        '%s: it is none where no such code is held or cited',
        async (typed) => {
          expect(await claim(typed)).toBeNull();
        },
      );
    });

    describe('a search for a number', () => {
      const find = async (typed: TypedNumber) => {
        const { documents, near } = await engine.findNumber(typed);
        return [documents, near].map((some) => some.map(({ docNumber }) => docNumber));
      };

      test('finds the document that bears it, and what is one slip away', async () => {
        expect(await find({ agencyCode: '示政发', year: 2018, serial: 12, canonical: '示政发〔2018〕12号' })).toEqual([
          ['示政发〔2018〕12号'],
          ['示政办发〔2018〕12号'],
        ]);
      });

      test.each([
        ['a digit wrong', { agencyCode: '示政办发', year: 2018, serial: 59 }, '示政办发〔2018〕58号'],
        ['a digit too many', { agencyCode: '示政办发', year: 2018, serial: 558 }, '示政办发〔2018〕58号'],
        ['a digit left out', { agencyCode: '示财农', year: 2016, serial: 28 }, '示财农〔2016〕218号'],
        ['digits exchanged', { agencyCode: '示政办发', year: 2018, serial: 85 }, '示政办发〔2018〕58号'],
        ['another year', { agencyCode: '示政函', year: 2021, serial: 63 }, '示政函〔2020〕63号'],
        ['办 left out', { agencyCode: '示政函', year: 2019, serial: 44 }, '示政办函〔2019〕44号'],
        ['办 too many', { agencyCode: '示政办规', year: 2023, serial: 2 }, '示政规〔2023〕2号'],
        ['a character of the same sound', { agencyCode: '示政办法', year: 2018, serial: 58 }, '示政办发〔2018〕58号'],
        ['a wrong character', { agencyCode: '示财发', year: 2016, serial: 218 }, '示财农〔2016〕218号'],
        ['a wrong code without a year', { agencyCode: '示财侬', serial: 218 }, '示财农〔2016〕218号'],
      ])('%s', async (_, typed, docNumber) => {
        const [documents, near] = await find(typed);
        expect(documents).toEqual([]);
        expect(near?.[0]).toBe(docNumber);
      });

      test('a number of another office or year, or with two slips, is not near', async () => {
        expect(await find({ agencyCode: '示林发', year: 2018, serial: 58 })).toEqual([[], []]);
        expect(await find({ agencyCode: '示政办发', year: 2017, serial: 59 })).toEqual([[], []]);
      });

      test('any number is allowed', async () => {
        expect(await find({ agencyCode: '示政发', year: 2018, serial: 999_999_999 })).toEqual([[], []]);
        expect(await find({ agencyCode: '%_\\', serial: 1 })).toEqual([[], []]);
        expect(await find({})).toEqual([[], []]);
      });
    });

    test('an unfinished number brings those that go on from it', async () => {
      expect(await suggested('示政办发〔2018〕1')).toEqual(['示政办发〔2018〕12号', '示政办发〔2018〕103号']);
      expect(await suggested('示政办发〔202')).toEqual(['示政办发〔2021〕31号', '示政办发〔2021〕7号']);
      expect((await suggested('示政办')).slice(0, 2).sort()).toEqual(
        ['示政办函〔2019〕44号', '示政办发〔2021〕31号'].sort(),
      );
    });
  });
}
