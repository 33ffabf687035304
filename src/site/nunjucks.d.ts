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
  class Template {
    constructor(source: string, environment: Environment, name: string, eager: boolean);
    render(context: object): string;
  }
  const nunjucks: {
    FileSystemLoader: typeof FileSystemLoader;
    Environment: typeof Environment;
    Template: typeof Template;
  };
  export default nunjucks;
}
