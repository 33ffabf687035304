/** The part of Nunjucks' API that `src/site/layouts.ts` uses; the package ships no types. */
declare module 'nunjucks' {
  class FileSystemLoader {
    constructor(folder: string);
  }
  class Environment {
    constructor(
      loader: FileSystemLoader,
      options: { autoescape: boolean; trimBlocks: boolean; lstripBlocks: boolean },
    );
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
    runtime: { Frame: typeof Frame };
  };
  export default nunjucks;
}
