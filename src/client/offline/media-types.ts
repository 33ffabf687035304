const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
};

/** A response as a server would give it. */
export function fileResponse(path: string, content: Uint8Array<ArrayBuffer>): Response {
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(content, {
    headers: { 'Content-Type': type, 'Content-Length': String(content.length) },
  });
}
