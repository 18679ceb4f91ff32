// In what order Office's schemas want the elements of a manifest, and which there are. Office refuses a manifest that has them
// otherwise, often without saying why. https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering

import { all, type Element } from './xml-tree';

const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
    'ExtendedOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Action: ['SourceLocation', 'FunctionName', 'Title'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

export function elementsInOrder(manifest: Element): string[] {
  return all(manifest).flatMap((parent) => {
    const order = ORDER[parent.name];
    if (!order) return [];
    return parent.children.flatMap(({ name }, i) => {
      const previous = parent.children[i - 1]?.name;
      if (!order.includes(name)) return [`${parent.name} has no element ${name}`];
      return previous !== undefined && order.indexOf(previous) > order.indexOf(name)
        ? [`${parent.name}: ${name} stands before ${previous}`]
        : [];
    });
  });
}
