import { ask, type Asking } from './reader';

/**
 * Fills in the form of a page as a browser without script does.
 * @param fields those that the reader fills in; the hidden ones of the page's last form go along
 */
export async function formOf(base: string, page: string, fields: Record<string, string>): Promise<Asking> {
  const { text } = await ask(base, page);
  const form = new FormData();
  const element = /<form[^>]*method="post"[^>]*>(?<inside>[\s\S]*?)<\/form>(?![\s\S]*<form[^>]*method="post")/i.exec(
    text,
  );
  for (const [input] of (element?.groups!.inside ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form.set(attribute(input, 'name'), attribute(input, 'value'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Response(form);
  return {
    method: 'POST',
    headers: { 'Content-Type': request.headers.get('content-type')! },
    body: Buffer.from(await request.arrayBuffer()),
  };
}

const attribute = (element: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
