/** The part of Eleventy's API that `src/site/` uses; the package ships no types. */
declare module '@11ty/eleventy' {
  /** Argument of a configuration callback. */
  export interface EleventyConfig {
    addExtension(
      name: string,
      language: {
        compile(source: string, file: string): (data: Record<'v' | 'site' | 't', unknown>) => Promise<string>;
      },
    ): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(virtualPath: string, template: VirtualTemplate): void;
    on(event: 'eleventy.before' | 'eleventy.after', listener: (event: Written) => Promise<void> | void): void;
    setIncludesDirectory(directory: string): void;
    setQuietMode(quiet: boolean): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(enabled: boolean): void;
  }

  /** Argument of `eleventy.after`. */
  export interface Written {
    results: { outputPath: string; content: string }[];
  }

  /** An `.11ty.js` template that exists in memory only. */
  export interface VirtualTemplate {
    data(): Record<string, unknown>;
    render(): string;
  }

  export interface EleventyOptions {
    configPath?: string;
    quietMode?: boolean;
    config?: (config: EleventyConfig) => Promise<void> | void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
