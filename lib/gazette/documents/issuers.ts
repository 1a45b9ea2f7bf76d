import { isIssuer, issuerOf } from '../words/agreement';
import type * as ast from '../ast';
import type { Line } from '../line';

/** 市长李某某: a person signs for the agency in front, or for that of the letterhead. */
const office =
  /(?:代理?|副)?(?:市长|省长|县长|区长|州长|旗长|盟长|主席|主任|局长|厅长|部长|总理|委员长|秘书长|司令员):?[\u4e00-\u9fff·]{0,4}$/;

/** The agency of a signature's line: 示例市人民政府 of 示例市人民政府市长, nothing of 市长李某某. */
function withoutPerson(name: string): string {
  const agency = name.replace(office, '');
  return agency === name || isIssuer(agency) ? agency : '';
}

interface Evidence {
  signature: ast.Signature | undefined;
  /** Printed lines of the title. */
  title: readonly Line[];
  letterhead: string | undefined;
  docNumber: ast.DocNumber | undefined;
}

/**
 * Reads who issues a document: its signature says it, else letterhead, title and number.
 * @returns agencies joined by one blank; undefined where nothing names one
 */
export function agenciesOf({ signature, title, letterhead, docNumber }: Evidence): string | undefined {
  const signed = signature?.agencies.map(withoutPerson).filter((name) => name.length >= 3) ?? [];
  if (signed.length > 0) return signed.join(' ');
  const head =
    letterhead
      ?.replace(/(?<![\s\u3000])[\s\u3000]*文件(?=[\s\u3000]|$)/g, '')
      .replace(/[\s\u3000]+/g, ' ')
      .replace(/(?:命令|令|公告|通告)$/, '')
      .trim() || undefined;
  if (docNumber?.form === 'order' && head) return head;
  return agenciesOfTitle(title) ?? head ?? agencyOfOrder(docNumber);
}

/** 中共示例市委 / 示例市人民政府 / 关于…: every agency in front of what the title is about. */
function agenciesOfTitle(title: readonly Line[]): string | undefined {
  const words = title.map(({ text }) => text).join(' ');
  const names = /^(.{3,80}?) *(?=关于|印发|转发|批转|公布|发布)/.exec(words)?.[1]?.split(/ +/) ?? [];
  if (names.length > 1 && names.every(isIssuer)) return names.join(' ');
  return issuerOf(title.map(({ key }) => key).join(''));
}

/** 示例市人民政府 of 示例市人民政府令第7号; a mere 政府令 names nobody. */
function agencyOfOrder(docNumber: ast.DocNumber | undefined): string | undefined {
  const name = docNumber?.form !== 'bracketed' ? docNumber?.agencyCode.replace(/(?:令|公告|通告)$/, '') : undefined;
  return name && name.length >= 5 ? name : undefined;
}
