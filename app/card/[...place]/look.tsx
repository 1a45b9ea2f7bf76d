/** Tokens of app/styles/tokens.css; a picture has no style sheet. */
export const colours = { paper: '#fbfdfe', ink: '#181f24', quiet: '#4a545c', main: '#085578', over: '#8a4612' };

/** 文武线, at the top of every picture. */
export const Rule = () => (
  <div style={{ display: 'flex', flexDirection: 'column' }}>
    <div style={{ height: 14, background: colours.main }} />
    <div style={{ height: 3, marginTop: 6, background: colours.main }} />
  </div>
);
