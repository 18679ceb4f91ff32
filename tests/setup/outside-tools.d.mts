// Types of outside-tools.mjs.

export interface OutsideTool {
  readonly label: string;
  readonly use: { readonly vi: string; readonly en: string };
  readonly commands: readonly string[];
  /** Null: that it is there is enough. */
  readonly args: readonly string[] | null;
  readonly get: Readonly<Record<string, string>>;
}

export const TOOLS: { readonly chromium: OutsideTool; readonly soffice: OutsideTool; readonly python: OutsideTool };
export function commandOf(name: keyof typeof TOOLS): string | undefined;
