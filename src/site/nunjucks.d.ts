/** The part of Nunjucks' API that `src/site/layouts.ts` uses; the package ships no types. */
declare module 'nunjucks' {
  class FileSystemLoader {
    constructor(folder: string);
  }
  class Environment {
    constructor(
      loader: FileSystemLoader,
      options: { autoescape: boolean; trimBlocks: boolean; lstripBlocks: boolean; throwOnUndefined: boolean },
    );
    addFilter<Given extends unknown[]>(name: string, filter: (...given: Given) => unknown): void;
    addGlobal(name: string, value: unknown): void;
    addExtension(name: string, extension: { tags: string[]; preprocess(source: string): string }): void;
  }
  class Frame {}
  class Template {
    constructor(source: string, environment: Environment, path: string, eager: boolean);
    render(context: object, frame: Frame, done: (error: Error | null, html: string | null) => void): void;
  }
  const nunjucks: {
    FileSystemLoader: typeof FileSystemLoader;
    Environment: typeof Environment;
    Template: typeof Template;
    lib: { escape(text: string): string };
    runtime: { Frame: typeof Frame; markSafe(value: unknown): unknown };
  };
  export default nunjucks;
}
