import type { DisplaySetting } from '@/lib/settings/display-settings';

/**
 * Every `data-` attribute that ties browser code to the page, and what it may hold.
 * Server components print it with `hook`, browser code asks for it with `hooked`. Style classes and
 * the order of elements may change without harm; scripts/selectors.test.ts shows that lint keeps it
 * so, scripts/hooks.test.ts that each attribute is printed and read. What a reader has chosen under
 * 显示 stands on `<html>` and is listed in lib/settings/display-settings.ts.
 */
interface Hooks {
  // The frame of every page.

  /** The field of the site's search. Printed by site/SearchBox; read by suggest, keyboard. */
  'search-field': '';
  /** A form whose buttons choose a setting. Printed by site, gazette/Section; read by page. */
  display: '';
  /** The box 显示 in the masthead. Printed by site/Tools; read by page. */
  'display-menu': '';
  /** What a button copies. Printed by shared/CopyButton, reading; read by page. */
  copy: string;
  /** The same with markup. Printed by shared/CopyButton; read by page. */
  'copy-html': string | undefined;
  /** State: the button has just copied. Set by page; read by reading, check.css. */
  copied: '';

  /** The page is not whole, or of one link alone. Printed by search, versions, site; gateway. */
  incomplete: '';
  /** The page cannot be made now: status 503. Printed by site/Unavailable; gateway. */
  away: '';
  /** The form of the checker. Printed by check/CheckForm; read by check. */
  check: '';

  // What can be done with a document.

  /** The button 朗读. Printed by document/AloudButton; read by page. */
  aloud: '';
  /** State: 朗读 is not known to work yet. Printed by AloudButton, removed by page; aloud.css. */
  waiting: '';
  /** The address that the system shares. Printed by document/ShareBox, reading; read by reading. */
  share: string;
  /** Its name. Printed by document/ShareBox, reading; read by reading. */
  'share-title': string;
  /** The form of 在本文件中查找. Printed by document/FindInside; read by reading. */
  'find-inside': '';
  /** The list 目录. Printed by document/Contents; read by reading, keyboard. */
  contents: '';
  /** The lines below a line of 目录, by that one's section. Printed by Contents; read by reading. */
  branch: string;
  /** The field that leaves the lines with some words. Printed by Contents; read by reading. */
  'find-section': '';
  /** A group of lines of 目录 under its label. Printed by Contents; read by reading. */
  'contents-group': '';
  /** 专栏 and 表 in 目录, which are no sections one reads in. Printed by Contents; read by reading. */
  boxes: '';

  // The bar at the top of a long document, printed by document/ReadingBar; read by reading.

  /** The bar itself. */
  'reading-bar': '';
  /** Where the section is named in which one reads. */
  'reading-position': '';
  /** A link that opens 目录 as a sheet on phones. Printed by WholeDocument, too. */
  'open-contents': '';
  /** The link that opens 查找. */
  'open-find': '';
  /** 上一处, 下一处 and the count of the marks. */
  'walk-marks': '';
  /** A button that goes so many marks on. */
  step: '-1' | '1';
  /** State: 查找 is open in the bar. Set by reading; read by reading.css. */
  finding: '';
  /** State of a mark: the one that was walked to. Set by reading; read by reading.css. */
  current: '';

  // The text.

  /** The title of the page. Printed by document/DocumentHead, SectionAlone; read by aloud. */
  title: '';
  /** The text of a part or a section. Printed by gazette/Part, SectionAlone; read by all. */
  prose: '';
  /** A link that opens a section's card. Printed by gazette/Handle; read by reading, keyboard. */
  handle: 'marker' | 'share';
  /** The key of a section and its words. Printed by gazette, SectionAlone; read by reading. */
  key: string | undefined;
  /** What names a section inside its element. Printed by gazette; read by reading. */
  heading: '';
  /** Words that are not the gazette's. Printed by gazette, shared/Tag; read by reading, aloud. */
  added: '';
  /** A correction by the editors. Printed by gazette/Citation; read by reading. */
  correction: '';
  /** 附件1 above the title of a part. Printed by gazette/Part; read by aloud. */
  'part-label': '';
  /** A link to what the text cites. Printed by gazette/Citation; read by peek. */
  citation: '';
  /** The number of its note on paper. Printed by gazette/Citation; read by print.css. */
  note: number | undefined;
  /** The hint that numbers can be pressed. Printed by gazette/Section; read by reading. */
  'share-hint': '';
  /** A table; its marker is its caption. Printed by gazette/Table; read by reading, aloud. */
  table: '';
  /** What scrolls where a table has no room. Printed by gazette/Table; read by reading. */
  'table-frame': '';
  /** The lines of a table without columns. Printed by gazette/TableLoose; read by aloud. */
  loose: '';
  /** The name of a cell's column. Printed by gazette/TableGrid; read by aloud, tables.css. */
  name: string | undefined;
  /** What unfolds a long table. Printed by gazette/TableViews; read by reading, aloud. */
  'more-rows': '';

  // What browser code makes itself.

  /** State: the block that is read, where words cannot be marked. Set by aloud; aloud.css. */
  'read-aloud': '';
  /** The head of a table that scrolls, once more. Made and read by reading. */
  'head-copy': '';
  /** The button beside selected words. Made and read by reading. */
  'selection-button': '';
  /** The card of a citation. Made and read by peek. */
  peek: '';
  /** The button that closes it. Made and read by peek. */
  close: '';
}

type Hook = keyof Hooks;
/** The value that a hook needs: none where the attribute only has to be there. */
type Value<Name extends Hook> = Hooks[Name] extends '' ? [] : [value: Hooks[Name]];

/**
 * Gives the attribute of a hook, to be spread into an element.
 * @returns `{ 'data-contents': '' }`; a value that is `undefined` leaves the attribute out
 */
export const hook = <Name extends Hook>(name: Name, ...values: Value<Name>): Record<`data-${Name}`, Hooks[Name]> =>
  ({ [`data-${name}`]: values.length === 0 ? '' : values[0] }) as Record<`data-${Name}`, Hooks[Name]>;

/** Gives the selector of what bears a hook: `[data-handle]`, `[data-handle="marker"]`. */
export const hooked = <Name extends Hook>(name: Name, value?: Hooks[Name]): string =>
  value === undefined ? `[data-${name}]` : `[data-${name}="${value}"]`;

/** Gives what an element says at a hook, null where it has none. */
export const readHook = (element: Element | null | undefined, name: Hook): string | null =>
  element?.getAttribute(`data-${name}`) ?? null;

/** Sets a state on an element, or takes it away. */
export const setState = (element: Element | null | undefined, name: Hook, holds: boolean): void =>
  void element?.toggleAttribute(`data-${name}`, holds);

/** Gives what the reader has chosen for a setting; undefined where it is as usual. */
export const chosenSetting = (name: DisplaySetting): string | undefined => document.documentElement.dataset[name];

/** Shows the page with another choice for the setting of that name. */
export function chooseSetting(name: string, value: string): void {
  document.documentElement.dataset[name] = value;
}
