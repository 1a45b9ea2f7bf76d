import { SaxesParser } from 'saxes';

/**
 * Takes XML; throws where it is not well formed, names of other namespaces included (XML 1.0,
 * Namespaces in XML 1.0).
 */
export function readStrictly(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}
