// What an .xlsx file is called in HTTP and in storage (the IANA media type).

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
