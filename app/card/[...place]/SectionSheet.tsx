import { PICTURE, TYPE, type SectionPicture } from '@/lib/views/share/section-picture';
import type { Qr } from '@/lib/views/share/qr';
import { colours, Rule, Sheet } from './look';

interface SectionSheetProps {
  picture: SectionPicture;
  /** The square that previews show: the first lines, and where they are from. */
  isSquare: boolean;
  family: string;
  site: string;
}

/** Pixels of the foot of a square. */
const SQUARE_FOOT = 120;

/** A section as a picture: where it is from, its words, how to cite it, and the way to it. */
export function SectionSheet({ picture, isSquare, family, site }: SectionSheetProps) {
  const { number, state, why, title, path, name, text, rest, source } = picture;
  return (
    <Sheet margin={PICTURE.margin} family={family}>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Rule />
        <div
          style={{ display: 'flex', alignItems: 'center', height: 56, marginTop: 40, fontSize: 36, fontWeight: 700 }}
        >
          <div style={{ color: colours.main }}>{number}</div>
          {state !== '' && (
            <div
              style={{
                display: 'flex',
                marginLeft: 32,
                padding: '0 16px',
                border: `3px solid ${colours.over}`,
                color: colours.over,
              }}
            >
              {state}
            </div>
          )}
        </div>
        {why !== '' && (
          <div style={{ display: 'flex', height: 48, alignItems: 'center', fontSize: 28, color: colours.over }}>
            {why}
          </div>
        )}
        <Lines lines={title} type={TYPE.title} colour={colours.quiet} top={12} />
        <Lines lines={path} type={TYPE.title} colour={colours.quiet} top={16} />
        <Lines lines={isSquare ? name.slice(0, 3) : name} type={TYPE.name} top={28} weight={700} />
        <Lines lines={isSquare ? text.slice(0, roomFor(picture)) : text} type={TYPE.text} top={24} />
        {rest !== '' && !isSquare && <Lines lines={[rest]} type={TYPE.text} colour={colours.quiet} size={28} />}
      </div>
      {isSquare ? (
        <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: colours.quiet }}>
          <div>{source}</div>
          <div>{site}</div>
        </div>
      ) : (
        <Foot picture={picture} site={site} />
      )}
    </Sheet>
  );
}

/** How to cite the section, that this is no official text, and the way to it. */
function Foot({ picture: { citation, source, qr }, site }: Pick<SectionSheetProps, 'picture' | 'site'>) {
  return (
    <div
      style={{
        display: 'flex',
        justifyContent: 'space-between',
        paddingTop: 28,
        borderTop: `2px solid ${colours.ink}`,
        color: colours.quiet,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Lines lines={citation} type={TYPE.small} colour={colours.ink} />
        <Lines lines={[source, `${site}　非正式文本，以公报原件为准`]} type={TYPE.small} top={20} />
      </div>
      {qr && <Code qr={qr} />}
    </div>
  );
}

/** The code of the section's address, with white around it. */
const Code = ({ qr: { size, path } }: { qr: Qr }) => (
  <div style={{ display: 'flex', width: 220, height: 220, background: '#ffffff' }}>
    <svg width={220} height={220} viewBox={`0 0 ${size} ${size}`}>
      <path d={path} fill="#000000" />
    </svg>
  </div>
);

interface LinesProps {
  lines: readonly string[];
  type: { size: number; line: number };
  /** Smaller than its kind. */
  size?: number;
  colour?: string;
  top?: number;
  weight?: 400 | 700;
}

/** Lines as they were broken, one below the other. */
const Lines = ({ lines, type, size = type.size, colour = 'inherit', top = 0, weight = 400 }: LinesProps) => (
  <div style={{ display: 'flex', flexDirection: 'column', marginTop: top, fontWeight: weight }}>
    {lines.map((line, at) => (
      <div
        key={at}
        style={{
          display: 'flex',
          alignItems: 'center',
          height: type.line,
          fontSize: size,
          color: colour,
          whiteSpace: 'pre',
        }}
      >
        {line}
      </div>
    ))}
  </div>
);

/** So many lines of text have space in the square. */
function roomFor({ title, path, name, why }: SectionPicture): number {
  const head = 23 + 40 + 56 + 12 + (why === '' ? 0 : 48) + (title.length + path.length) * TYPE.title.line + 16;
  const above = head + 28 + Math.min(3, name.length) * TYPE.name.line + 24;
  return Math.max(0, Math.floor((PICTURE.square - above - SQUARE_FOOT) / TYPE.text.line));
}
