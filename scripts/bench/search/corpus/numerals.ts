const digits = '零一二三四五六七八九';

/**
 * Takes a whole number from 1 to 999; gives it as headings print it: 12 → 十二, 120 → 一百二十, 105 →
 * 一百零五.
 */
export function hanNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const tensText =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${tensText}${ones > 0 ? digits[ones] : ''}`;
}
