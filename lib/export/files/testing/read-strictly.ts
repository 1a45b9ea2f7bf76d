import { SaxesParser } from 'saxes';

/**
 * Reads XML strictly, with its namespaces (XML 1.0, Namespaces in XML 1.0).
 * @throws where it is not well formed
 */
export function readStrictly(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}
