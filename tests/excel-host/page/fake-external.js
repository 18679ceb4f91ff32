// The page's side of the fake Excel: `window.external` as Microsoft's Office.js finds it in Excel for Windows. Runs before
// any script of the page, is handed its facts as `globalThis.__excelHostFacts` and talks to the test by `__excelHost`.
// Needs no eval and no inline script, so that a page's strict Content-Security-Policy stays as it is.

(() => {
  const facts = globalThis.__excelHostFacts;
  delete globalThis.__excelHostFacts;
  if (globalThis.top !== globalThis) return;

  const say = (message) => globalThis.__excelHost(JSON.stringify(message));
  const safeArray = (values) => ({ toArray: () => values });
  const handlers = new Map();
  let settings = facts.settings;

  // Off in the library for want of a flag set on the right class; with it, what is newer than the matrix throws ApiNotFound.
  const checkRequirements = () => {
    const common = globalThis.OfficeExtension?.CommonUtility;
    if (common) common._doApiNotSupportedCheck = true;
  };

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => facts.addInId,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => facts.language,
    GetAppDataLocale: () => facts.language,
    GetDocUrl: () => facts.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(facts.matrix),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(facts.theme),
    GetSettings: () => ({
      Read: (names, values) => {
        for (const [name, value] of Object.entries(settings)) {
          names.push(name);
          values.push(value);
        }
      },
      WriteAsync: (names, values, done) => {
        settings = Object.fromEntries(names.map((name, i) => [name, values[i]]));
        say({ settings }).then(() => done(0));
      },
    }),
  };

  const external = {
    // The last part is a set of flags: 1 and 16 are a shared runtime.
    GetHostInfo: () => `Excel$Win32$16.01$${facts.language}$$$$17`,
    GetContext: () => {
      checkRequirements();
      return context;
    },
    GetLoggingAllowed: () => false,
    Execute: (execute, params, callback) => {
      checkRequirements();
      say({ execute, params }).then((text) => {
        const answer = JSON.parse(text);
        callback(typeof answer === 'number' ? answer : safeArray(answer));
      });
    },
    RegisterEvent: (id, _target, handler, callback) => {
      checkRequirements();
      handlers.set(id, handler);
      say({ listen: id }).then(() => callback(0));
    },
    UnregisterEvent: (id, _target, callback) => {
      handlers.delete(id);
      callback(0);
    },
  };

  Object.defineProperty(globalThis, 'external', { value: external, configurable: true });
  Object.defineProperty(globalThis, '__excelHostRaise', {
    value: (id, payload) => handlers.get(id)?.(id, safeArray(payload)),
  });
})();
