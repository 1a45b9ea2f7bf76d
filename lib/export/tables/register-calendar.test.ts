import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { typesetText } from '@/lib/text/typography';
import type { LastDay } from '@/lib/db/queries/validity/register';
import { printCalendar } from './register-calendar';

const lastDay = (id: number, title: string, day: string): LastDay => ({
  document: {
    id,
    slug: `shizhenggui-2020-${id}`,
    title,
    docNumber: `示政规〔2020〕${id}号`,
    genre: null,
    agency: '示例市人民政府',
    signedOn: new Date('2020-03-01'),
    municipality: { slug: 'shili', name: '示例市', sample: true },
  },
  day: new Date(day),
});

const hard = '示例市渔港（试行）\\规定;第一,第二：' + '很长的标题'.repeat(30);
const days = [lastDay(1, '示例市渔港管护办法', '2027-12-31'), lastDay(2, hard, '2028-02-29')];
const calendar = printCalendar('示例市', days, 'https://gongbao.example', new Date('2026-12-01'));

test('another program reads the last days from the calendar', () => {
  const component = ICAL.Component.fromString(calendar);
  expect(component.getFirstPropertyValue('version')).toBe('2.0');
  const events = component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  expect(events.map(({ uid, summary, startDate }) => [uid, summary, startDate.toString(), startDate.isDate])).toEqual([
    ['shili-shizhenggui-2020-1-20271231@gongbao.example', '最后有效日：示例市渔港管护办法', '2027-12-31', true],
    ['shili-shizhenggui-2020-2-20280229@gongbao.example', `最后有效日：${typesetText(hard)}`, '2028-02-29', true],
  ]);
  expect(events[0]!.description).toBe(
    '示政规〔2020〕1号\n本站按原文整理，以公报原件为准。\nhttps://gongbao.example/shili/shizhenggui-2020-1',
  );
});

test('no line has more than 75 octets, and none cuts a character', () => {
  const lines = calendar.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(calendar).not.toContain('\ufffd');
});
