// Types of outside-tools.mjs.

export interface OutsideTool {
  readonly label: string;
  readonly use: { readonly vi: string; readonly en: string };
  readonly commands: readonly string[];
  readonly args: readonly string[];
  readonly get: Readonly<Record<string, string>>;
}

export const TOOLS: { readonly soffice: OutsideTool; readonly python: OutsideTool };
export function commandOf(name: keyof typeof TOOLS): string | undefined;
