import type { ReactNode } from 'react';

/** Tokens of app/styles/tokens.css; a picture has no style sheet. */
export const colours = { paper: '#fbfdfe', ink: '#181f24', quiet: '#4a545c', main: '#085578', over: '#8a4612' };

/** 文武线, at the top of every picture. */
export const Rule = () => (
  <div style={{ display: 'flex', flexDirection: 'column' }}>
    <div style={{ height: 14, background: colours.main }} />
    <div style={{ height: 3, marginTop: 6, background: colours.main }} />
  </div>
);

interface SheetProps {
  /** Pixels at the left and at the right. */
  margin: number;
  family: string;
  children: ReactNode;
}

/** The whole of a picture: what stands at its top under the 文武线, then what stands at its foot. */
export const Sheet = ({ margin, family, children }: SheetProps) => (
  <div
    style={{
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      background: colours.paper,
      color: colours.ink,
      padding: `0 ${margin}px 56px`,
      fontFamily: family,
    }}
  >
    {children}
  </div>
);
