import { hook } from '@/components/browser/hooks';
import type { SharedNote } from '@/lib/views/versions/page-ledger';

interface SharedWordsNoteProps {
  note: SharedNote | null;
  /** Address of the list of versions. */
  href: string;
  /** The page is that of the one section. */
  isAlone?: boolean;
}

/**
 * Says to who follows a shared link that its words are others now. It is of that link alone, so the
 * page is not kept.
 */
export function SharedWordsNote({ note, href, isAlone = false }: SharedWordsNoteProps) {
  if (!note) return null;
  return (
    <p className="shared-note" role="note" {...hook('incomplete')} {...hook('added')}>
      {words(note, href, isAlone)}
    </p>
  );
}

function words(note: SharedNote, href: string, isAlone: boolean) {
  switch (note.kind) {
    case 'other':
      return (
        <>
          转给您的链接指的是{note.until}以前的文字，这些文字此后{note.wasGone ? '已删去' : '有更正'}。
          {!isAlone && <a href={`#${note.address}`}>看当时的文字和改动</a>}
        </>
      );
    case 'version':
      return (
        <>
          转给您的链接指的是第{note.version}版（至{note.until}），此后文件有改动。<a href={note.comparison}>对照改动</a>
          　<a href={note.href}>看第{note.version}版</a>
        </>
      );
    case 'unknown':
      return (
        <>
          转给您的链接指明了所指的文字，但这些文字本站查不到，可能转发时地址有误。下面是现在的文字。
          <a href={href}>历次版本</a>
        </>
      );
  }
}
