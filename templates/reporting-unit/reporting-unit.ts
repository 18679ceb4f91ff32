// A reporting unit as the form's folder lists it: a code, a name, and the kind of party organisation it is.

export const UNIT_KINDS = ['dangBoCoSo', 'chiBoCoSo'] as const;
/** `dangBoCoSo`: a grassroots committee with cells under it; `chiBoCoSo`: a grassroots cell without. */
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface ReportingUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
}

export const UNIT_KIND_LABELS: Record<UnitKind, { readonly vi: string; readonly en: string }> = {
  dangBoCoSo: { vi: 'Đảng bộ cơ sở', en: 'Grassroots party committee' },
  chiBoCoSo: { vi: 'Chi bộ cơ sở', en: 'Grassroots party cell' },
};
