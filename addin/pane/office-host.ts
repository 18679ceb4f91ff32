// Office itself, but for the workbook: whether we are inside Excel at all, the ribbon's buttons, the pane's opening. After eight
// seconds without it that is said, for a blank pane is what clerks complain of everywhere; but it is waited for all the same.
// https://learn.microsoft.com/office/dev/add-ins/develop/initialize-add-in

export type Started = 'excel' | 'outside' | 'slow' | 'old';

const PATIENCE_MS = 8_000;
const LOOK_MS = 30;

/** @param slow called once, where Office has not come by then; it may still come */
export async function officeStarted(slow: () => void): Promise<Exclude<Started, 'slow'>> {
  const timer = setTimeout(slow, PATIENCE_MS);
  await officeScript();
  const info = await Office.onReady();
  clearTimeout(timer);
  if (info.host !== Office.HostType.Excel) return 'outside';
  const { requirements } = Office.context;
  return requirements.isSetSupported('ExcelApi', '1.9') ? 'excel' : 'old';
}

/** The script comes from Microsoft's network, beside ours and not before it. */
async function officeScript(): Promise<void> {
  while (typeof Office === 'undefined' || !Office.onReady) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** What Office keeps our storage apart by; empty where it does not. */
export function partition(): string {
  const key = typeof Office === 'undefined' ? undefined : Office.context?.partitionKey;
  return key ? `.${key}` : '';
}

/** Dark where Office is, whatever the system says. */
export function followTheme(): void {
  const dark: unknown = Office.context.officeTheme?.isDarkTheme;
  if (typeof dark === 'boolean') document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** The ribbon's buttons: Office waits for each until it is told that the work is done. */
export function onRibbon(commands: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [name, command] of Object.entries(commands))
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await command();
      } finally {
        event.completed();
      }
    });
}

export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}

/** From now on the pane is there whenever this workbook is opened; Excel writes that into the file itself. */
export async function openWithWorkbook(): Promise<void> {
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load).catch(() => undefined);
}
